// A few stems, by their numbers (stem_numbers.h): those of a phrase or a
// sentence.
//
//   StemSet set;
//   set.Insert(report.stem(sentence, word));
//   set.Contains(3)
#ifndef RASHOMON_ENGINE_CONTRAST_STEM_SET_H_
#define RASHOMON_ENGINE_CONTRAST_STEM_SET_H_

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace rashomon {

// A sorted list: quick for tens of stems.
class StemSet {
 public:
  StemSet() = default;
  explicit StemSet(std::vector<int> numbers) : numbers_(std::move(numbers)) {
    std::sort(numbers_.begin(), numbers_.end());
    numbers_.erase(std::unique(numbers_.begin(), numbers_.end()),
                   numbers_.end());
  }

  // False where it is there already. O(stems).
  bool Insert(int number) {
    const auto at = std::lower_bound(numbers_.begin(), numbers_.end(), number);
    if (at != numbers_.end() && *at == number) return false;
    numbers_.insert(at, number);
    return true;
  }
  void InsertAll(const StemSet& other) {
    for (const int number : other.numbers_) Insert(number);
  }
  void Erase(int number) {
    const auto at = std::lower_bound(numbers_.begin(), numbers_.end(), number);
    if (at != numbers_.end() && *at == number) numbers_.erase(at);
  }
  bool Contains(int number) const {
    return std::binary_search(numbers_.begin(), numbers_.end(), number);
  }
  bool empty() const { return numbers_.empty(); }
  std::size_t size() const { return numbers_.size(); }
  // Ascending.
  auto begin() const { return numbers_.begin(); }
  auto end() const { return numbers_.end(); }

 private:
  std::vector<int> numbers_;
};

// How many stems are in both.
inline std::size_t CountShared(const StemSet& a, const StemSet& b) {
  std::size_t shared = 0;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    shared += *x == *y;
    const bool first = *x <= *y;
    const bool second = *y <= *x;
    x += first;
    y += second;
  }
  return shared;
}

inline bool SharesStem(const StemSet& a, const StemSet& b) {
  return CountShared(a, b) > 0;
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_STEM_SET_H_
