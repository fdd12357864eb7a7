#include "tools/review/store/records.h"

#include <array>

namespace rashomon {
namespace {

constexpr std::array<std::string_view, 3> kVerdicts = {"confirmed",
                                                       "dismissed", "unsure"};
constexpr std::array<std::string_view, 6> kReasons = {
    "", "wrong-alignment", "not-a-difference", "wrong-kind", "trivial",
    "other"};
constexpr std::array<std::string_view, 3> kStates = {"current", "superseded",
                                                     "withdrawn"};

constexpr std::array<std::string_view, 5> kOutcomes = {
    "undecided", "confirmed", "dismissed", "unsure", "disputed"};

Outcome OutcomeFrom(Verdict verdict) {
  return static_cast<Outcome>(static_cast<int>(verdict) + 1);
}

template <typename Enum, std::size_t kSize>
std::optional<Enum> Find(const std::array<std::string_view, kSize>& names,
                         std::string_view name) {
  for (std::size_t i = 0; i < kSize; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view Name(Verdict verdict) {
  return kVerdicts[static_cast<std::size_t>(verdict)];
}

std::optional<Verdict> VerdictFromName(std::string_view name) {
  return Find<Verdict>(kVerdicts, name);
}

std::string_view Name(DismissReason reason) {
  return kReasons[static_cast<std::size_t>(reason)];
}

std::optional<DismissReason> DismissReasonFromName(std::string_view name) {
  return Find<DismissReason>(kReasons, name);
}

std::string_view Name(FlagState state) {
  return kStates[static_cast<std::size_t>(state)];
}

std::string_view Name(Outcome outcome) {
  return kOutcomes[static_cast<std::size_t>(outcome)];
}

Outcome OutcomeOf(const CaseFlag& flag) {
  if (flag.settled) return OutcomeFrom(*flag.settled->verdict);
  Outcome outcome = Outcome::kUndecided;
  for (const VerdictRow& row : flag.verdicts) {
    const Outcome one = OutcomeFrom(*row.verdict);
    if (outcome == Outcome::kUndecided) outcome = one;
    if (outcome != one) return Outcome::kDisputed;
  }
  return outcome;
}

DivergenceKind KindOf(const CaseFlag& flag) {
  const DivergenceKind given = flag.divergence.kind;
  if (flag.settled) return flag.settled->changed_kind.value_or(given);
  std::optional<DivergenceKind> changed;
  for (const VerdictRow& row : flag.verdicts) {
    if (*row.verdict != Verdict::kConfirmed) continue;
    const DivergenceKind kind = row.changed_kind.value_or(given);
    if (changed && *changed != kind) return given;
    changed = kind;
  }
  return changed.value_or(given);
}

}  // namespace rashomon
