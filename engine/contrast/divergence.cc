#include "engine/contrast/divergence.h"

#include <cstddef>

namespace rashomon {
namespace {

// In the order of kAllDivergenceKinds.
constexpr std::array<std::string_view, 11> kKindNames = {
    "quantity", "contradiction", "certainty", "attribution", "quotation",
    "label",    "agency",        "cause",     "loaded",      "omission",
    "emphasis"};

}  // namespace

std::string_view Name(DivergenceKind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

std::optional<DivergenceKind> DivergenceKindFromName(std::string_view name) {
  for (DivergenceKind kind : kAllDivergenceKinds) {
    if (Name(kind) == name) return kind;
  }
  return std::nullopt;
}

std::string_view Name(Side side) {
  return side == Side::kLeft ? "left" : "right";
}

}  // namespace rashomon
