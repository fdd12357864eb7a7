#include "engine/claims/quantity_noun.h"

#include <algorithm>
#include <string_view>

#include "engine/base/suffix.h"

namespace rashomon {
namespace {

// A noun is looked for in at most this many words after its number.
constexpr std::size_t kMaxNounWords = 6;
// A verb of harm stands at most so many words from its elliptic count.
constexpr std::size_t kMaxVictimGap = 3;

template <std::size_t kSize>
bool EndsWithAny(std::string_view text,
                 const std::string_view (&ends)[kSize]) {
  return std::any_of(std::begin(ends), std::end(ends),
                     [&](std::string_view end) { return EndsWith(text, end); });
}

// "dead", "wounded": what became of people.
bool IsFate(const QuantityContext& c, std::size_t i) {
  if (!c.bounds.Is(i, "noun_group")) return false;
  const std::string_view note = c.bounds.Starting(i)->entry->note;
  return note == "dead people" || note == "injured people";
}

bool IsVerbForm(const QuantityContext& c, std::size_t i) {
  const std::string_view normal = c.s.word(i).normal;
  if (c.bounds.Is(i, "noun_group")) return false;
  return (EndsWith(normal, "ed") && normal.size() > 4) ||
         (EndsWith(normal, "ing") && normal.size() > 5) ||
         c.bounds.Is(i, "verb") || c.bounds.Is(i, "victim");
}

bool EndsRun(const QuantityContext& c, std::size_t i) {
  return i >= c.s.size() || c.s.classes[i] != WordClass::kOpen ||
         c.s.word(i).kind != WordKind::kWord || c.bounds.Is(i, "verb") ||
         c.number_words.Starting(i) != nullptr;
}

bool LooksAdjective(const QuantityContext& c, std::size_t i) {
  static constexpr std::string_view kEnds[] = {
      "al", "ic", "ive", "ous", "ful", "ish", "ese", "ian", "able", "ible",
      "ary", "less", "est", "ern", "can"};
  const Word& word = c.s.word(i);
  if (c.bounds.Is(i, "noun_group")) return false;
  return word.capitalized || c.bounds.Is(i, "adjective") ||
         (word.normal.size() > 4 && EndsWithAny(word.normal, kEnds));
}

// Words that stand where the noun is left out: "20 more were hurt".
bool StandsForNoun(const QuantityContext& c, std::size_t i) {
  return c.bounds.Is(i, "more_word");
}

std::optional<std::size_t> Singular(const QuantityContext& c, std::size_t at,
                                    std::size_t end, bool one) {
  while (at < end && StandsForNoun(c, at)) ++at;
  if (at == end || IsVerbForm(c, at)) {
    if (at == end || at + 1 >= end || !EndsWith(c.s.word(at).normal, "ed")) {
      return std::nullopt;  // "six died"
    }
    // "one wounded man": a participle before a noun.
    if (!one || IsVerbForm(c, at + 1)) return std::nullopt;
    return at + 1;
  }
  std::size_t head = at;
  while (head + 1 < end && !IsVerbForm(c, head + 1) &&
         (LooksAdjective(c, head) || (one && head == at && !c.s.word(head + 1).capitalized) ||
          EndsWith(c.s.word(head).normal, "'s"))) {
    ++head;
  }
  return head;
}

// The first plural of the run and those that follow it at once; without a
// plural, the word after the adjectives.
std::optional<std::size_t> EnglishHead(const QuantityContext& c,
                                       std::size_t at, std::size_t end,
                                       bool one) {
  for (std::size_t i = at; i < end && !one; ++i) {
    if (i > at && c.bounds.Is(i, "verb")) break;
    if (!LooksPlural(c, i)) continue;
    const bool next = i + 1 < end && LooksPlural(c, i + 1) &&
                      !IsVerbForm(c, i + 1) && !IsFate(c, i + 1);
    return next ? i + 1 : i;
  }
  return Singular(c, at, end, one);
}

// Adjectives agree; the noun is the first word without an adjective's end.
std::optional<std::size_t> RussianHead(const QuantityContext& c,
                                       std::size_t at, std::size_t end) {
  static constexpr std::string_view kAdjective[] = {
      "ых", "их", "ого", "его", "ый", "ий", "ая", "яя", "ое", "ее", "ые",
      "ие", "ой", "ую", "юю", "ым", "им", "ыми", "ими", "ому", "ему"};
  static constexpr std::string_view kVerb[] = {
      "ли", "лся", "лась", "лось", "лись", "ла", "ло", "ет", "ют", "ит", "ят",
      "ут", "ется", "ются", "ится", "атся", "ятся"};
  for (std::size_t i = at; i < end; ++i) {
    if (c.bounds.Is(i, "noun_group")) return i;
    const std::string_view word = c.s.word(i).normal;
    if (StandsForNoun(c, i) || EndsWithAny(word, kAdjective)) continue;
    if (c.bounds.Is(i, "victim") || c.bounds.Is(i, "verb")) return std::nullopt;
    if (i == at && EndsWithAny(word, kVerb)) return std::nullopt;
    return i;
  }
  if (at == end || StandsForNoun(c, at)) return std::nullopt;
  return at;
}

}  // namespace

bool LooksPlural(const QuantityContext& c, std::size_t i) {
  return c.bounds.Is(i, "noun_group") || IsPluralForm(c, i);
}

bool IsPluralForm(const QuantityContext& c, std::size_t i) {
  if (IsFate(c, i)) return true;
  const Word& word = c.s.word(i);
  const std::string_view normal = word.normal;
  static constexpr std::string_view kIrregular[] = {
      "men", "people", "children", "police", "aircraft", "cattle",
      "personnel", "sheep", "feet"};
  if (EndsWithAny(normal, kIrregular)) return true;
  if (normal.size() < 3 || !EndsWith(normal, "s")) return false;
  if (normal.size() == 3) {  // "MPs", not "its"
    return c.s.text[word.span.begin + 1] <= 'Z' && word.capitalized;
  }
  return !EndsWith(normal, "ss") && !EndsWith(normal, "us") &&
         !EndsWith(normal, "is") && !EndsWith(normal, "'s");
}

std::optional<std::size_t> HeadNoun(const QuantityContext& c, std::size_t at,
                                    bool one) {
  std::size_t end = at;
  while (end < at + kMaxNounWords && !EndsRun(c, end)) ++end;
  if (end == at) return std::nullopt;
  return c.s.russian ? RussianHead(c, at, end) : EnglishHead(c, at, end, one);
}

void SetNoun(const QuantityContext& c, std::size_t head, Quantity* q) {
  const Word& word = c.s.word(head);
  q->noun = q->noun_group = word.stem;
  if (!c.bounds.Is(head, "noun_group")) return;
  // "diplomats people": the group, and what it is a part of; "-" for a group
  // of its own.
  const std::string_view note = c.bounds.Starting(head)->entry->note;
  const std::size_t space = note.find(' ');
  const std::string_view group = note.substr(0, space);
  if (group != "-") q->noun_group = group;
  if (space != std::string_view::npos) q->noun_kind = note.substr(space + 1);
}

bool CountsVictims(const QuantityContext& c, std::size_t first,
                   std::size_t last) {
  std::size_t i = last;
  while (i < last + kMaxVictimGap && i < c.s.size() &&
         (c.s.Is(i, WordClass::kAuxiliary) || c.s.Is(i, WordClass::kAdverb) ||
          StandsForNoun(c, i) || c.bounds.Is(i, "adjective"))) {
    ++i;
  }
  const auto victim = [&](std::size_t k) {
    return c.bounds.Is(k, "victim") || IsFate(c, k);
  };
  return victim(i) || (first > 0 && victim(first - 1));
}

}  // namespace rashomon
