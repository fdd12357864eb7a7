#include "engine/claims/attribution.h"

#include <algorithm>
#include <string_view>

#include "engine/base/suffix.h"
#include "engine/claims/attribution_context.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// Without -s, -ed, -ing; rough, for comparing suffixes only.
std::string_view WithoutEnding(std::string_view word) {
  for (const std::string_view ending : {"ing", "ed", "s"}) {
    if (word.size() > ending.size() + 2 && EndsWith(word, ending)) {
      word.remove_suffix(ending.size());
      return word;
    }
  }
  return word;
}

// Stems join what is no form of the verb: "supporters", "information",
// "repeatedly" are told by a suffix that the verb itself lacks.
bool IsInflection(const SentenceReading& s, const PhraseMatch& m) {
  if (m.last != m.first + 1 || s.russian) return true;
  const std::string_view phrase = m.entry->phrase;
  if (phrase.front() == '=') return true;
  const std::string_view base = WithoutEnding(phrase);
  const std::string_view word = WithoutEnding(s.word(m.first).normal);
  static constexpr std::string_view kSuffixes[] = {
      "er",  "or", "ment", "ion", "ance", "ence", "ist", "able",
      "ive", "al", "ly",   "ory", "ant",  "ary",  "ing"};
  // What they end in; most words end otherwise.
  static constexpr std::string_view kLast = "gelnrty";
  if (word.empty() || kLast.find(word.back()) == std::string_view::npos) {
    return true;
  }
  for (const std::string_view suffix : kSuffixes) {
    if (EndsWith(word, suffix) && !EndsWith(base, suffix)) return false;
  }
  return true;
}

bool IsPhraseFrame(CueFrame frame) {
  return frame == CueFrame::kPreposition || frame == CueFrame::kAdverb ||
         frame == CueFrame::kNoun;
}

// A noun or an adjective, and no verb: "the report", "a stated aim".
bool IsNounHere(const SentenceReading& s, const PhraseMatch& m) {
  if (s.russian) return false;
  const Tag tag = s.tags[m.first];
  if (m.last == m.first + 1) return IsNoun(tag) || tag == Tag::kAdjective;
  // "a call on" is no "call on".
  return IsNoun(tag) && s.Is(m.first + 1, WordClass::kPreposition);
}

void ReadCue(const PhraseMatch& m, AttributionContext* c) {
  const SentenceReading& s = c->s;
  if (m.first < c->busy_until || c->IsFull()) return;
  if (s.InQuote(m.first)) return ReadInsertedCue(m, c);
  if (!IsInflection(s, m)) return;
  if (IsPhraseFrame(FrameOf(*m.entry))) return ReadPhraseCue(m, c);
  // "Foreign Threats": part of a name.
  const bool capital = m.first > 0 && s.word(m.first).capitalized &&
                       !c->headline && !c->phrases.IsMark(m.first - 1);
  if (capital) return;
  if (IsNounHere(s, m)) return ReadNounCue(m, c);
  ReadVerbCue(m, c);
}

// A colon near the start; in a headline any dash.
bool MayNameSpeaker(const SentenceReading& s, bool headline) {
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (i < kMaxSpeakerWords && s.IsMark(i, ':')) return true;
    if (headline && s.IsMark(i, '-')) return true;
    if (!headline && i >= kMaxSpeakerWords) return false;
  }
  return false;
}

// A participle or a coordinated cue ends the content before it: "said A,
// adding that B".
void TrimOverlaps(AttributionContext* c) {
  for (std::size_t i = 0; i + 1 < c->found.size(); ++i) {
    const Attribution& next = c->found[i + 1];
    const WordRange& source = c->found[i].source;
    const bool shared = next.source.first == source.first &&
                        next.source.last == source.last;
    if (!shared || next.cue.first <= c->found[i].cue.last) continue;
    std::size_t end = next.cue.first;
    while (end > 0 && !c->s.InQuote(end - 1) &&
           !c->phrases.IsQuoteMark(end - 1) &&
           (c->phrases.IsMark(end - 1) || c->phrases.IsVerbPadding(end - 1) ||
            c->s.Is(end - 1, WordClass::kCoordinator))) {
      --end;
    }
    for (WordRange& r : c->found[i].content) {
      if (r.first < end && r.last > end) r.last = end;
    }
  }
}

}  // namespace

void FindAttributions(const SentenceReading& s, const std::vector<Span>& times,
                      bool headline, std::vector<Attribution>* attributions) {
  attributions->clear();
  const PhraseMatches cues = s.matches.of(ListId::kCues);
  if (cues.empty() && !MayNameSpeaker(s, headline)) return;
  AttributionContext context(s, times, headline, attributions);
  if (ReadHeadline(&context)) return;
  for (const PhraseMatch& m : cues) ReadCue(m, &context);
  TrimOverlaps(&context);
}

}  // namespace rashomon
