// Stems as sets of letter trigrams, "^" and "$" standing at the ends, by
// numbers.
//
//   LetterTrigrams trigrams;
//   trigrams.Add("escal");               // stem 0: ^es esc sca cal al$
//   trigrams.Add("escalatori");          // stem 1 has four of them
//   for (const int t : trigrams.of(1)) ...
#ifndef RASHOMON_ENGINE_EMBED_LETTER_TRIGRAMS_H_
#define RASHOMON_ENGINE_EMBED_LETTER_TRIGRAMS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/base/grouped_lists.h"

namespace rashomon {

// Not thread-safe. Memory: the trigrams of all stems.
class LetterTrigrams {
 public:
  // UTF-8; a malformed byte is one letter, and letters beyond the 64th are none.
  // Stems that start with a digit have no trigrams. O(letters).
  void Add(std::string_view stem);

  std::size_t stems() const { return lists_.size(); }
  // How many different ones there are: numbers are below it.
  std::size_t distinct() const { return numbers_.size(); }
  // Of a stem, by the order of adding; each once, in no order that means
  // anything. Holds until the next Add().
  std::span<const int> of(int stem) const { return lists_[stem]; }

 private:
  absl::flat_hash_map<std::uint64_t, int> numbers_;
  GroupedLists<int> lists_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_LETTER_TRIGRAMS_H_
