#include "engine/contrast/told_beside.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "engine/contrast/divergence.h"

namespace rashomon {
namespace {

// Rules that compare two places which surely tell the same.
constexpr std::string_view kSureRules[] = {
    "quantity.precision", "quotation.cut", "quotation.reworded",
    "quotation.term", "label.title"};

bool IsSure(const Divergence& d) {
  return d.left && d.right &&
         std::find(std::begin(kSureRules), std::end(kSureRules), d.rule) !=
             std::end(kSureRules);
}

// Titles count apart from the text.
struct Place {
  Side side;
  Field field;
  int sentence;

  bool operator==(const Place&) const = default;
  template <typename H>
  friend H AbslHashValue(H h, const Place& p) {
    return H::combine(std::move(h), p.side, p.field, p.sentence);
  }
};

Place PlaceOf(Side side, const Evidence& e) {
  return {side, e.span.field, e.sentence};
}

}  // namespace

void MarkToldBeside(std::vector<Finding>* found) {
  absl::flat_hash_set<Place> told;
  for (const Finding& f : *found) {
    if (!IsSure(f.divergence)) continue;
    told.insert(PlaceOf(Side::kLeft, *f.divergence.left));
    told.insert(PlaceOf(Side::kRight, *f.divergence.right));
  }
  for (Finding& f : *found) {
    const Divergence& d = f.divergence;
    if (d.kind != DivergenceKind::kOmission) continue;
    const Place place = d.left ? PlaceOf(Side::kLeft, *d.left)
                               : PlaceOf(Side::kRight, *d.right);
    f.features.push_back({"told_beside", told.contains(place) ? 1.0 : 0.0});
  }
}

}  // namespace rashomon
