// Whether two sentences that tell the same give another time for it.
//
//   const auto difference = CompareTwoTimes(direction, i, near, j, far);
//   if (difference == TimeDifference::kOther) ...   // "Monday" / "Tuesday"
#ifndef RASHOMON_ENGINE_CONTRAST_TIME_DIFFERENCE_H_
#define RASHOMON_ENGINE_CONTRAST_TIME_DIFFERENCE_H_

#include <optional>

#include "engine/claims/claim.h"
#include "engine/contrast/finding.h"

namespace rashomon {

enum class TimeDifference {
  kOther,      // no day in common
  kPrecision,  // a day against a week or more that holds it
};

// Of a time in sentence i of the near report and one in sentence j of the far.
// Nothing where they may be one time. O(words of the times).
std::optional<TimeDifference> CompareTwoTimes(const Direction& d, int i,
                                              const TimeExpression& near,
                                              int j,
                                              const TimeExpression& far);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_TIME_DIFFERENCE_H_
