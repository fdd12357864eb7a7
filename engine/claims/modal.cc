#include "engine/claims/modal.h"

#include <algorithm>
#include <string_view>

namespace rashomon {
namespace {

// Marks that may stand behind the question mark: ?”)
constexpr std::size_t kMaxMarksAtEnd = 3;
constexpr double kModalStrength = 0.6;

bool IsModalNoun(std::string_view word) {
  return word == "will" || word == "might" || word == "can" || word == "may";
}

bool IsPossibility(std::string_view word) {
  return word == "could" || word == "can" || word == "может" ||
         word == "могут" || word == "мог" || word == "могла" ||
         word == "могли";
}

}  // namespace

ModalReader::ModalReader(const SentenceReading& s) : s_(s) {
  if (s.matches.of(ListId::kHedges).empty()) return;
  const PhraseMatches cues = s.matches.of(ListId::kCues);
  reported_ = std::any_of(cues.begin(), cues.end(), [](const PhraseMatch& m) {
    return m.entry->note == "say" || m.entry->note == "prep" ||
           m.entry->note == "mind";
  });
  const PhraseMatches hedges = s.matches.of(ListId::kHedges);
  rule_ = std::any_of(hedges.begin(), hedges.end(), [](const PhraseMatch& m) {
    return m.entry->category == "rule";
  });
}

// "could not", "не может".
bool ModalReader::Negated(const PhraseMatch& m) const {
  if (s_.russian) return m.first > 0 && s_.Is(m.first - 1, "не");
  return s_.Is(m.last, "not") || s_.Is(m.last, "never") ||
         s_.Is(m.last, "hardly") ||
         (s_.Is(m.last, "no") && s_.Is(m.last + 1, "longer"));
}

void ModalReader::Adjust(const PhraseMatch& m, HedgeMatch* hedge) const {
  const std::string_view word = s_.word(m.first).normal;
  if (word == "would" || word == "wouldn't") {
    const bool past = s_.Is(m.last - 1, "have") || s_.Is(m.last, "have");
    hedge->certainty = reported_ && !past ? Certainty::kFuture
                                          : Certainty::kConditional;
    hedge->strength = kModalStrength;
    hedge->shown = hedge->shown || m.last == m.first + 1;
  } else if (IsPossibility(word) && m.last == m.first + 1) {
    // What could not be done was not done; "could not have" is a guess.
    const bool guess = s_.Is(m.last + 1, "have");
    if (Negated(m) && !guess) hedge->certainty = Certainty::kAsserted;
  }
  const bool permits = word == "may" || word == "can" || word == "может" ||
                       word == "могут";
  if (rule_ && permits) hedge->certainty = Certainty::kAsserted;
}

bool IsNounUse(const SentenceReading& s, const PhraseMatch& m) {
  if (m.last != m.first + 1 || m.first == 0) return false;
  if (!IsModalNoun(s.word(m.first).normal)) return false;
  const std::string_view before = s.word(m.first - 1).normal;
  // "This may", "all will": pronouns there.
  if (s.Is(m.first - 1, WordClass::kDeterminer)) {
    return before != "this" && before != "that" && before != "these" &&
           before != "those" && before != "all" && before != "each" &&
           before != "both" && before != "some" && before != "what";
  }
  // A name: a title's words are all in capitals, the next one too.
  return s.word(m.first).capitalized && s.word(m.first - 1).capitalized &&
         !(m.last < s.size() && s.word(m.last).capitalized);
}

bool IsQuestion(const SentenceReading& s) {
  for (std::size_t back = 1; back <= kMaxMarksAtEnd && back <= s.size();
       ++back) {
    const std::size_t i = s.size() - back;
    if (!s.Is(i, WordClass::kMark)) return false;
    if (s.IsMark(i, '?')) return true;
  }
  return false;
}

std::size_t InvertedCondition(const SentenceReading& s) {
  const std::size_t i = s.Is(std::size_t{0}, WordClass::kMark) ? 1 : 0;
  const bool verb = s.Is(i, "had") || s.Is(i, "were") || s.Is(i, "should");
  if (!verb || i + 1 >= s.size()) return s.size();
  const bool subject = s.Is(i + 1, WordClass::kPronoun) ||
                       s.Is(i + 1, WordClass::kDeterminer) ||
                       s.word(i + 1).capitalized;
  return subject ? i : s.size();
}

}  // namespace rashomon
