// Commands that read a table of sentence pairs and append columns to it, row
// by row: similarity, contrast.
//
//   PairTable table;
//   table.columns = {{"left", "right"}};
//   table.appended = {"similarity"};
//   table.row = [&](const std::string& a, const std::string& b) {
//     return std::vector<std::string>{Score(a, b)};
//   };
//   return RunPairTable(table, arguments, env);
#ifndef RASHOMON_TOOLS_CLI_PAIR_TABLE_H_
#define RASHOMON_TOOLS_CLI_PAIR_TABLE_H_

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/cli/arguments.h"
#include "tools/cli/environment.h"

namespace rashomon {

struct PairTable {
  // Names of the columns that hold a pair; the first two names of which the
  // table has the first one are taken.
  std::vector<std::pair<std::string, std::string>> columns;
  std::vector<std::string> appended;  // names of the new columns
  // As many fields as `appended`.
  std::function<std::vector<std::string>(const std::string&,
                                         const std::string&)>
      row;
  std::string done = "compared";  // "... 12 pairs", for progress
};

// Reads the first operand or standard input, writes header and rows in order.
// Memory is bounded by --max-bytes of a row. Errors name the file, and the line
// or the column that is missing or there already.
absl::StatusOr<int> RunPairTable(const PairTable& table,
                                 const Arguments& arguments, Environment* env);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_PAIR_TABLE_H_
