// Offsets in code points for forms that count so; everything else here counts
// UTF-8 bytes.
//
//   CodePointMap map("“may”");
//   map.At(3) == 1;          // byte 3 is the second code point
#ifndef RASHOMON_TOOLS_REVIEW_EXPORTS_CODE_POINTS_H_
#define RASHOMON_TOOLS_REVIEW_EXPORTS_CODE_POINTS_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace rashomon {

// Immutable; thread-safe. Memory: 8 bytes for each 64 bytes of text.
class CodePointMap {
 public:
  // `text` is UTF-8 and outlives the map. Linear.
  explicit CodePointMap(std::string_view text);

  // The number of code points before byte `at`, which stands on a character's
  // boundary; at most text.size(). Constant time.
  std::size_t At(std::size_t at) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> before_;  // byte 0, 64, 128 ...
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_EXPORTS_CODE_POINTS_H_
