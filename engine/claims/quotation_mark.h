// Quotation marks of a text, with what stands beside each: the first step of
// engine/claims/quotation.h.
//
//   MarkScanner scanner(text);
//   std::vector<Mark> marks = scanner.Scan();
//   marks[0].shape == Shape::kLeft;      // “
#ifndef RASHOMON_ENGINE_CLAIMS_QUOTATION_MARK_H_
#define RASHOMON_ENGINE_CLAIMS_QUOTATION_MARK_H_

#include <unicode/utypes.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rashomon {

enum class Shape : std::uint8_t {
  kStraight,     // "
  kLeft,         // “
  kRight,        // ”
  kLow,          // „
  kAngleLeft,    // «
  kAngleRight,   // »
  kSingleLeft,   // ‘
  kSingleRight,  // ’
  kSingle,       // '
};

// One quotation mark with what stands beside it.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  Shape shape = Shape::kStraight;
  std::size_t paragraph = 0;
  bool space_before = false;  // white space, start, opening bracket or dash
  bool space_after = false;   // white space, end, or a mark that closes
  bool letter_before = false;
  bool letter_after = false;
  bool starts_paragraph = false;
  // A single mark that stands for letters left out: '90s, 'tis, 'n'.
  bool elision = false;
  // A single mark after an s with a word behind it: it may close a quotation
  // or be a possessive ("the workers' pay").
  bool after_plural = false;
};

inline bool IsSingle(Shape shape) {
  return shape == Shape::kSingleLeft || shape == Shape::kSingleRight ||
         shape == Shape::kSingle;
}

// All marks of the text in one pass. Time linear in the text.
class MarkScanner {
 public:
  // `text` outlives the scanner.
  explicit MarkScanner(std::string_view text) : text_(text) {}

  std::vector<Mark> Scan();

  // Where each paragraph ends. After Scan.
  const std::vector<std::size_t>& ends() const { return ends_; }

 private:
  // Where the plain bytes from i on end.
  std::size_t PlainEnd(std::size_t i) const;
  UChar32 Next(std::size_t* i) const;
  UChar32 Before(std::size_t i) const;  // 0 at the start
  void AddMark(Shape shape, std::size_t begin, std::size_t end, UChar32 before,
               bool line_empty);
  bool JoinToPair(const Mark& mark);

  std::string_view text_;
  std::size_t paragraph_ = 0;
  std::vector<Mark> marks_;
  std::vector<std::size_t> ends_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_QUOTATION_MARK_H_
