// Rows of the small TSV tables that are compiled in.
//
//   for (const std::vector<std::string_view>& row : TsvRows(MonthsTsv()))
//     Add(row[0], row[1]);
//
// Lines that start with '#', empty lines and the header (the first line that
// is neither) are left out.
#ifndef RASHOMON_ENGINE_TEXT_TSV_H_
#define RASHOMON_ENGINE_TEXT_TSV_H_

#include <string_view>
#include <vector>

#include "engine/base/strings.h"

namespace rashomon {

// Views into `tsv`. Rows have as many cells as their line has, at least one.
inline std::vector<std::vector<std::string_view>> TsvRows(
    std::string_view tsv) {
  std::vector<std::vector<std::string_view>> rows;
  bool header_seen = false;
  for (std::string_view line : SplitOn(tsv, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    if (header_seen) rows.push_back(SplitOn(line, '\t'));
    header_seen = true;
  }
  return rows;
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_TSV_H_
