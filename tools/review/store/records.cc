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

}  // namespace rashomon
