// Words [first, last) of a sentence.
#ifndef RASHOMON_ENGINE_CLAIMS_WORD_RANGE_H_
#define RASHOMON_ENGINE_CLAIMS_WORD_RANGE_H_

#include <cstddef>

namespace rashomon {

struct WordRange {
  std::size_t first = 0;
  std::size_t last = 0;
  bool empty() const { return first >= last; }
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_WORD_RANGE_H_
