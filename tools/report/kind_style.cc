#include "tools/report/kind_style.h"

#include <array>
#include <cstddef>

namespace rashomon {
namespace {

// The nearest of the 256 terminal colours that stay readable on black and on
// white.
constexpr int kBlue = 32;
constexpr int kVermillion = 166;
constexpr int kOrange = 172;
constexpr int kGreen = 36;
constexpr int kSky = 74;
constexpr int kPurple = 175;
constexpr int kGrey = 245;

// In the order of DivergenceKind.
constexpr std::array<KindStyle, 11> kStyles = {{
    {"Quantity", "■", kBlue, "one quantity, two values or precisions"},
    {"Contradiction", "✖", kVermillion, "the two cannot both be true"},
    {"Certainty", "◆", kOrange, "one asserts what the other hedges"},
    {"Attribution", "▲", kGreen, "same content, another source"},
    {"Quotation", "●", kSky, "one utterance, quoted differently"},
    {"Label", "★", kPurple, "one thing, names of different colour"},
    {"Agency", "▶", kBlue, "same act, responsibility shown differently"},
    {"Cause", "▼", kGreen, "same act, another reason"},
    {"Loaded wording", "✚", kVermillion,
     "evaluative words where the other is neutral"},
    {"Omission", "○", kGrey, "found on one side only"},
    {"Emphasis", "◐", kPurple, "a lead on one side, in passing on the other"},
}};
static_assert(kStyles.size() == kAllDivergenceKinds.size());

}  // namespace

const KindStyle& StyleOf(DivergenceKind kind) {
  return kStyles[static_cast<std::size_t>(kind)];
}

}  // namespace rashomon
