// The divergences of a comparison as CSV (RFC 4180), a row each.
//
//   std::string file = CsvHeader();
//   file += CsvRows(comparison);          // as many comparisons as there are
//
// Columns never change order; new ones come last. Offsets count UTF-8 bytes of
// the article's title or text, as their names say. Lines end in CR LF; a value
// with a comma, quote or line break is quoted. Values that a spreadsheet would
// run as a formula (first character = + - @, tab or carriage return) get a
// leading apostrophe; terminal controls and bytes that are not UTF-8 become
// U+FFFD. Thread-safe.
#ifndef RASHOMON_TOOLS_REPORT_COMPARISON_CSV_H_
#define RASHOMON_TOOLS_REPORT_COMPARISON_CSV_H_

#include <string>
#include <string_view>

#include "engine/compare/comparison.h"

namespace rashomon {

// The names of the columns, with the line end.
std::string CsvHeader();

// The rows of one comparison, in rank order; "" where it has no flags.
std::string CsvRows(const Comparison& comparison);

// Header and rows.
std::string ComparisonToCsv(const Comparison& comparison);

// One value, made safe for spreadsheets and quoted where it must be.
std::string CsvField(std::string_view value);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_COMPARISON_CSV_H_
