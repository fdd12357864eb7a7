// Number words and unit words by their spelling alone: for the parts of words
// that a hyphen joins, which no phrase of a list covers.
//
//   FindNumberWord("twenty")->value == 20     // of "twenty-five"
//   FindUnitWord("year-old")->factor == 12    // of "18-year-old", in months
//
// Both tables are those of engine/lexicon/data, as shipped.
#ifndef RASHOMON_ENGINE_CLAIMS_NUMBER_WORDS_H_
#define RASHOMON_ENGINE_CLAIMS_NUMBER_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace rashomon {

// The categories of numbers.tsv.
enum class NumberPart : std::uint8_t {
  kNone, kCardinal, kMultiplier, kFraction, kPlural, kOrdinal,
  kVague,    // "a couple of"
  kMeasure,  // number and unit in one word: "двухдневный"
  kIdiom,    // a fixed phrase whose number counts nothing: "on the one hand"
};

NumberPart NumberPartNamed(std::string_view category);

struct NumberWord {
  NumberPart part = NumberPart::kNone;
  double value = 0;
};

// Null where there is none.
const NumberWord* FindNumberWord(std::string_view normal);

struct UnitWord {
  std::string unit;       // canonical: "km"
  double factor = 1;      // to the dimension
  std::string dimension;  // "m"
};

// Reads "1000 m", the note of a row of units.tsv.
UnitWord UnitOf(std::string_view category, std::string_view note);

// The unit that `tail` begins with: "year-old", "square-foot", "летнего"; null
// where it begins with none.
const UnitWord* FindUnitWord(std::string_view tail);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_NUMBER_WORDS_H_
