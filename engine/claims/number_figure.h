// The value of one figure, whatever parts its thousands and decimals.
//
//   FigureValue("1,200", false) -> 1200    FigureValue("3.5", false) -> 3.5
//   FigureValue("1.200.000", false) -> 1200000
//   FigureValue("2,125", true) -> 2.125    FigureValue("3.1.4", false) -> none
#ifndef RASHOMON_ENGINE_CLAIMS_NUMBER_FIGURE_H_
#define RASHOMON_ENGINE_CLAIMS_NUMBER_FIGURE_H_

#include <cstddef>
#include <optional>
#include <string_view>

namespace rashomon {

// How many bytes at the front are figures and separators; ends on a figure.
std::size_t FigureLength(std::string_view text);

// A comma before three digits parts thousands unless `decimal_comma`. Nothing
// for "20th", "11:53", "2021-04", "3.1.4". Digits beyond a double's range give
// its greatest value, not an error.
std::optional<double> FigureValue(std::string_view normal, bool decimal_comma);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_NUMBER_FIGURE_H_
