#include "engine/contrast/clause_likeness.h"

namespace rashomon {
namespace {

constexpr std::size_t kMostValues = std::size_t{1} << 20;
constexpr double kUnknown = -1;  // a likeness is 0 or more

}  // namespace

ClauseLikeness::ClauseLikeness(const ClauseList* left, const ClauseList* right)
    : left_(*left), right_(*right), row_of_(left->all().size(), kNone) {}

double ClauseLikeness::Of(int left, int right) {
  const std::size_t width = right_.all().size();
  int& row = row_of_[static_cast<std::size_t>(left)];
  if (row == kNone) {
    if (values_.size() + width > kMostValues) {
      return Likeness(left_.at(left), right_.at(right));
    }
    row = static_cast<int>(values_.size() / width);
    values_.resize(values_.size() + width, kUnknown);
  }
  double& value = values_[static_cast<std::size_t>(row) * width +
                          static_cast<std::size_t>(right)];
  if (value == kUnknown) value = Likeness(left_.at(left), right_.at(right));
  return value;
}

double LikenessOf(const Direction& d, int near, int far) {
  return d.near_side == Side::kLeft ? d.likeness->Of(near, far)
                                    : d.likeness->Of(far, near);
}

}  // namespace rashomon
