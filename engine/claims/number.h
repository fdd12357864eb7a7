// Numbers: the one place that reads their values, in figures and in words.
//
//   "1,200" -> 1200    "3.5 million" -> 3500000    "twenty-five" -> 25
//   "1 200" -> 1200    "2,5 млн" -> 2500000        "a dozen" -> 12
//   "four-wheeled" -> 4, tail "wheeled"            "100km" -> 100, tail "km"
#ifndef RASHOMON_ENGINE_CLAIMS_NUMBER_H_
#define RASHOMON_ENGINE_CLAIMS_NUMBER_H_

#include <cstddef>
#include <string_view>

#include "absl/container/inlined_vector.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

struct Number {
  std::size_t first = 0;  // words [first, last)
  std::size_t last = 0;
  double value = 0;
  double high = 0;  // above `value` in "два-три", else equal to it
  double multiplier = 1;   // 1e6 in "3 million"
  // "hundreds", "dozens": at least `value`, how many more is open.
  bool plural = false;
  bool ordinal = false;    // "third", "20th", "2-й"
  bool fraction = false;   // "half", "two thirds", and no count
  bool vague = false;      // "a couple of"
  bool in_words = false;   // no figure in it
  bool bare_one = false;   // the single word "one" / "один"
  // What a hyphen or nothing joins to the number: "wheeled", "year-old", "km".
  // A view into the word's normal form.
  std::string_view tail;
  // "2 day 86400 s": value, unit, factor and dimension of a word that is both.
  std::string_view measure;
};

// Those of one sentence; few have more.
using Numbers = absl::InlinedVector<Number, 3>;

// Numbers of a sentence in order, not overlapping. Linear time.
Numbers FindNumbers(const SentenceReading& s);

// Whether FindNumbers can find any: cheap, for the sentences that have none.
bool MayHaveNumbers(const SentenceReading& s);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_NUMBER_H_
