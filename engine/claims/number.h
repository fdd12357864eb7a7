// Numbers: the one place that reads their values, in figures and in words.
//
//   "1,200" -> 1200    "3.5 million" -> 3500000    "twenty-five" -> 25
//   "1 200" -> 1200    "2,5 млн" -> 2500000        "a dozen" -> 12
#ifndef RASHOMON_ENGINE_CLAIMS_NUMBER_H_
#define RASHOMON_ENGINE_CLAIMS_NUMBER_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/claims/sentence_reading.h"

namespace rashomon {

struct Number {
  std::size_t first = 0;  // words [first, last)
  std::size_t last = 0;
  double value = 0;
  // "hundreds", "dozens": at least `value`, how many more is open.
  bool plural = false;
  bool ordinal = false;    // "third", "20th", "2-й"
  bool fraction = false;   // "half", "two thirds", and no count
  bool in_words = false;   // no figure in it
  bool bare_one = false;   // the single word "one" / "один"
  bool has_multiplier = false;  // "3 million"
};

// The value of a figure as one word: "16", "1,200", "3.5", "1.200.000"; a
// comma before three digits parts thousands unless `decimal_comma`. Nothing
// for "20th", "11:53", "2021-04", "3.1.4". Digits beyond a double's range give
// infinity's nearest neighbour, not an error.
std::optional<double> FigureValue(std::string_view normal, bool decimal_comma);

// Numbers of a sentence in order, not overlapping. Linear time.
std::vector<Number> FindNumbers(const SentenceReading& s);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_NUMBER_H_
