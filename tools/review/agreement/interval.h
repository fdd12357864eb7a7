// A share with its interval of confidence.
//
//   const Interval i = WilsonInterval(15, 148);     // 0.0624 to 0.1605
#ifndef RASHOMON_TOOLS_REVIEW_AGREEMENT_INTERVAL_H_
#define RASHOMON_TOOLS_REVIEW_AGREEMENT_INTERVAL_H_

#include <cstdint>

namespace rashomon {

struct Interval {
  double low = 0;
  double high = 0;
};

// 97.5% of a normal distribution lie below: intervals of 95%.
inline constexpr double kNormal95 = 1.959963984540054;

// Wilson's score interval of 95% without correction (E. B. Wilson, 1927): holds
// for few cases and for shares of 0 and 1, too. 0 to 1 where `of` is 0.
Interval WilsonInterval(std::int64_t right, std::int64_t of);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_AGREEMENT_INTERVAL_H_
