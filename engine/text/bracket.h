// Brackets of a paragraph, paired.
//
//   BracketPairs brackets;
//   brackets.Reset("He (she stayed) left", Span{Field::kText, 0, 20});
//   brackets.CloseOf(3) == 14
#ifndef RASHOMON_ENGINE_TEXT_BRACKET_H_
#define RASHOMON_ENGINE_TEXT_BRACKET_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/base/span.h"

namespace rashomon {

// Where each "(" and "[" closes; by one pass with a stack. Kept from paragraph
// to paragraph for its memory.
class BracketPairs {
 public:
  static constexpr std::size_t kNowhere = std::string_view::npos;

  // Pairs those of text[paragraph]. Linear time, but for sorting the pairs.
  void Reset(std::string_view text, Span paragraph);

  // Where the bracket that opens at `open` closes; kNowhere if it does not, or
  // too far away to be no stray one. To be asked in increasing order.
  std::size_t CloseOf(std::size_t open);

 private:
  struct Pair {
    std::size_t open;
    std::size_t close;
    friend auto operator<=>(const Pair&, const Pair&) = default;
  };
  std::vector<Pair> pairs_;
  std::size_t next_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_BRACKET_H_
