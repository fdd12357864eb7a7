#include "tools/review/agreement/interval.h"

#include <algorithm>
#include <cmath>

namespace rashomon {

Interval WilsonInterval(std::int64_t right, std::int64_t of) {
  if (of <= 0) return {0, 1};
  const double n = static_cast<double>(of);
  const double share = static_cast<double>(right) / n;
  const double z2 = kNormal95 * kNormal95;
  const double middle = share + z2 / (2 * n);
  const double half =
      kNormal95 * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
  const double scale = 1 + z2 / n;
  return {std::max(0.0, (middle - half) / scale),
          std::min(1.0, (middle + half) / scale)};
}

}  // namespace rashomon
