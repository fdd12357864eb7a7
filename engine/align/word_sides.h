// In which of two texts the words of a vocabulary stand.
#ifndef RASHOMON_ENGINE_ALIGN_WORD_SIDES_H_
#define RASHOMON_ENGINE_ALIGN_WORD_SIDES_H_

#include <cstddef>
#include <vector>

namespace rashomon {

// Some words stand in both. What it is made from outlives it.
struct WordSides {
  const std::vector<bool>& left;
  const std::vector<bool>& right;

  // Whether one may stand for the other.
  bool Meet(int word, int other) const {
    const auto i = static_cast<std::size_t>(word);
    const auto j = static_cast<std::size_t>(other);
    return (left[i] && right[j]) || (right[i] && left[j]);
  }
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_WORD_SIDES_H_
