#include "engine/claims/mention_context.h"

#include <algorithm>
#include <array>

#include "engine/base/suffix.h"
#include "engine/base/word_set.h"
#include "engine/claims/mention_names.h"

namespace rashomon {
namespace {

// Prepositions of place (Quirk et al. 1985, 9.15-9.32). "To", "of", "on" stand
// before anything.
constexpr WordSet kPlacePrepositions({
    "in",     "near",  "across", "outside", "inside", "around", "throughout",
    "within", "into",  "at",     "from",    "в",      "во",     "из",
    "под",    "возле", "вокруг", "около",   "близ"});
// A government is party to what these introduce.
constexpr WordSet kPartyPrepositions({
    "with",   "against", "between", "by",     "toward", "towards",
    "versus", "с",       "со",      "против", "между",  "для"});
constexpr WordSet kRegionHeads({
    "region",  "province", "oblast",    "district", "suburb", "county",
    "airport", "область",  "провинция", "аэропорт", "район"});
constexpr WordSet kKin({
    "wife",     "husband", "son",       "daughter",   "mother",
    "father",   "brother", "sister",    "widow",      "lawyer",
    "attorney", "aide",    "spokesman", "spokeswoman"});
// How many words an adverb or auxiliary may put between a name and its verb.
constexpr std::size_t kVerbReach = 3;

bool IsCyrillic(std::string_view normal) {
  return !normal.empty() && static_cast<unsigned char>(normal[0]) >= 0xD0 &&
         static_cast<unsigned char>(normal[0]) <= 0xD3;
}

bool LooksRussianVerb(std::string_view n) {
  static constexpr std::array<std::string_view, 14> kEndings = {
      "жен", "жна", "ет",

      "ла",  "ло",  "ли",   "лась", "лись", "ает",
      "яет", "ует", "ится", "ется", "ит"};
  if (n.size() < 8) return false;
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view e) { return EndsWith(n, e); });
}

}  // namespace

bool MentionContext::CueAt(std::size_t i) const {
  const PhraseMatches cues = s_.matches.of(ListId::kCues);
  const auto at = std::lower_bound(
      cues.begin(), cues.end(), i,
      [](const PhraseMatch& m, std::size_t word) { return m.last <= word; });
  return at != cues.end() && at->first <= i && at->entry->note != "prep" &&
         at->entry->note != "adv" && at->entry->note != "noun";
}

// Past and third-person forms; a rough guess where no tagger is.
bool MentionContext::IsFiniteVerb(std::size_t i) const {
  const Word& word = s_.word(i);
  if (word.kind != WordKind::kWord || word.capitalized) return false;
  if (s_.classes[i] == WordClass::kAuxiliary || CueAt(i)) return true;
  if (s_.classes[i] != WordClass::kOpen) return false;
  const std::string_view n = word.normal;
  if (IsCyrillic(n)) return LooksRussianVerb(n);
  if (EndsWith(n, "ed") && n.size() > 4) return true;
  if (!EndsWith(n, "s") || EndsWith(n, "ss") || n.size() < 4) return false;
  // "Moscow wants to", "Moscow backs the": an -s word before a phrase of its
  // own; "Moscow residents said" is none.
  return s_.Is(i + 1, WordClass::kDeterminer) || s_.Is(i + 1, "to") ||
         s_.Is(i + 1, "that") || s_.Is(i + 1, WordClass::kPronoun);
}

bool MentionContext::VerbAt(std::size_t i) const {
  for (std::size_t k = i; k < s_.size() && k < i + kVerbReach; ++k) {
    if (IsFiniteVerb(k)) return true;
    if (k == i && s_.IsMark(k, '"')) continue;
    if (s_.classes[k] != WordClass::kAdverb) return false;
  }
  return false;
}

bool MentionContext::Speaks(std::size_t first, std::size_t last) const {
  if (IsPossessive(s_.word(last - 1))) return false;
  for (std::size_t k = last; k < s_.size() && k < last + 2; ++k) {
    if (CueAt(k) && !s_.word(k).capitalized) return true;
    if (s_.classes[k] != WordClass::kAdverb) break;
  }
  return first > 0 && CueAt(first - 1) && !s_.word(first - 1).capitalized;
}

bool MentionContext::IsHuman(std::size_t first, std::size_t last) const {
  (void)first;
  if (IsPossessive(s_.word(last - 1))) {
    return last < s_.size() && kKin.Has(s_.word(last).normal);
  }
  std::size_t at = last;
  if (s_.IsMark(at, ',')) ++at;
  if (s_.Is(at, "who") || s_.Is(at, "whose") || s_.Is(at, "himself") ||
      s_.Is(at, "herself")) {
    return true;
  }
  return at > last && s_.Is(at, WordClass::kNumber) && s_.IsMark(at + 1, ',') &&
         s_.word(at).normal.size() <= 2;
}

bool MentionContext::IsPlace(std::size_t first, std::size_t last) const {
  if (last < s_.size() && kRegionHeads.Has(s_.word(last).normal)) {
    return true;
  }
  if (IsPossessive(s_.word(last - 1)) || first == 0) return false;
  if (!kPlacePrepositions.Has(s_.word(first - 1).normal)) return false;
  // "in Facebook posts", "in Trump administration" are no places.
  return last >= s_.size() || s_.classes[last] != WordClass::kOpen;
}

bool MentionContext::ActsAsState(std::size_t first, std::size_t last) const {
  const bool possessive = IsPossessive(s_.word(last - 1));
  if (first > 0) {
    const std::string_view before = s_.word(first - 1).normal;
    if (kPlacePrepositions.Has(before)) return false;
    if (kPartyPrepositions.Has(before)) {
      return last >= s_.size() || s_.classes[last] != WordClass::kOpen ||
             possessive;
    }
    if (CueAt(first - 1) && !s_.word(first - 1).capitalized) return true;
    // The second of "between Moscow and Washington".
    const bool second = first >= 3 && (before == "and" || before == "и") &&
                        s_.word(first - 2).capitalized &&
                        kPartyPrepositions.Has(s_.word(first - 3).normal);
    if (second) return true;
  }
  if (possessive) {
    // "Moscow's decision", not "Moscow's Red Square".
    return last < s_.size() && !s_.word(last).capitalized &&
           !kRegionHeads.Has(s_.word(last).normal) &&
           !s_.Is(last, "mayor") && !s_.Is(last, "streets");
  }
  if (VerbAt(last)) return true;
  // "between Moscow and Washington", "Moscow and Washington agreed".
  const bool joined = s_.Is(last, "and") || s_.Is(last, "и");
  return joined && last + 2 < s_.size() && s_.word(last + 1).capitalized &&
         VerbAt(last + 2);
}

}  // namespace rashomon
