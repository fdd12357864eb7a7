// Gold files: TSV with a header line, and JSONL.
//
//   RASHOMON_ASSIGN_OR_RETURN(GoldTable table, ReadGoldTsv(path));
//   RASHOMON_ASSIGN_OR_RETURN(std::size_t left, table.Column("left"));
//   for (const auto& row : table.rows) Score(row[left]);
//
//   RASHOMON_ASSIGN_OR_RETURN(std::vector<nlohmann::json> rows,
//                             ReadGoldJsonl(path));
#ifndef RASHOMON_TOOLS_EVALUATE_GOLD_FILE_H_
#define RASHOMON_TOOLS_EVALUATE_GOLD_FILE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "absl/status/statusor.h"

namespace rashomon {

struct GoldTable {
  std::string path;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;  // each as long as the header

  // The index of the column. InvalidArgument names the file.
  absl::StatusOr<std::size_t> Column(std::string_view name) const;
};

// Fields are parted by tabs and hold no escapes. InvalidArgument names the
// file and the line that has another number of fields than the header.
absl::StatusOr<GoldTable> ReadGoldTsv(const std::string& path);

// One JSON value a line; empty lines are passed over. InvalidArgument names
// the file and the line that does not parse.
absl::StatusOr<std::vector<nlohmann::json>> ReadGoldJsonl(
    const std::string& path);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_GOLD_FILE_H_
