#include "engine/claims/veridicality.h"

#include <algorithm>
#include <string_view>

namespace rashomon {
namespace {

// "prevented the two small ships from leaving": how far "from" may stand.
constexpr std::size_t kMaxFromReach = 9;

Implication KindNamed(std::string_view category) {
  if (category == "negative") return Implication::kNegative;
  if (category == "wish") return Implication::kWish;
  if (category == "attempt") return Implication::kAttempt;
  if (category == "commitment") return Implication::kCommitment;
  if (category == "factive") return Implication::kFactive;
  return Implication::kPositive;
}

bool EndsIn(std::string_view word, std::string_view end) {
  return word.size() > end.size() + 1 &&
         word.substr(word.size() - end.size()) == end;
}

// "the plan to", "Northland's offer to", "a failed attempt to". "This", "all"
// and the like can be the subject themselves.
bool IsNominal(const SentenceReading& s, std::size_t i) {
  if (i == 0) return false;
  const std::string_view before = s.word(i - 1).normal;
  if (s.Is(i - 1, WordClass::kDeterminer)) {
    return before != "that" && before != "this" && before != "all" &&
           before != "both";
  }
  if (EndsIn(before, "'s") && !s.Is(i - 1, WordClass::kAuxiliary)) return true;
  const bool base_form =
      !EndsIn(s.word(i).normal, "ed") && !EndsIn(s.word(i).normal, "s");
  return base_form && i > 1 && s.Is(i - 1, WordClass::kOpen) &&
         (s.Is(i - 2, "a") || s.Is(i - 2, "an"));
}

// ", failing to leave", "despite failing to": no predicate of its own.
bool IsLooseParticiple(const SentenceReading& s, std::size_t i) {
  if (!EndsIn(s.word(i).normal, "ing")) return false;
  if (i == 0) return true;
  return !s.Is(i - 1, WordClass::kAuxiliary) &&
         !s.Is(i - 1, WordClass::kAdverb);
}

bool HasFrom(const SentenceReading& s, std::size_t last) {
  const std::size_t end = std::min(s.size(), last + kMaxFromReach);
  for (std::size_t i = last; i + 1 < end; ++i) {
    if (s.Is(i, WordClass::kMark)) return false;
    if (s.Is(i, "from")) return EndsIn(s.word(i + 1).normal, "ing");
  }
  return false;
}

}  // namespace

absl::InlinedVector<ImplicativeMatch, 2> FindImplicatives(
    const SentenceReading& s) {
  absl::InlinedVector<ImplicativeMatch, 2> out;
  for (const PhraseMatch& m : s.matches.of(ListId::kImplicatives)) {
    if (m.entry->category == "none") continue;
    if (IsNominal(s, m.first) || IsLooseParticiple(s, m.first)) continue;
    if (m.entry->note == "from" && !HasFrom(s, m.last)) continue;
    out.push_back({m.first, m.last, KindNamed(m.entry->category)});
  }
  return out;
}

}  // namespace rashomon
