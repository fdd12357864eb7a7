#include "tools/evaluate/gold_file.h"

#include <algorithm>

#include "engine/base/file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

// Gold files of the project are under 100 MB; a larger one is a mistake.
constexpr std::size_t kMaxGoldBytes = std::size_t{256} << 20;

std::vector<std::string_view> Lines(std::string_view bytes) {
  std::vector<std::string_view> lines = SplitOn(bytes, '\n');
  for (std::string_view& line : lines) {
    if (line.ends_with('\r')) line.remove_suffix(1);
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::vector<std::string> Fields(std::string_view line) {
  const std::vector<std::string_view> parts = SplitOn(line, '\t');
  return std::vector<std::string>(parts.begin(), parts.end());
}

}  // namespace

absl::StatusOr<std::size_t> GoldTable::Column(std::string_view name) const {
  const auto found = std::find(header.begin(), header.end(), name);
  if (found == header.end()) {
    return absl::InvalidArgumentError(
        StrCat(path, ": no column \"", name, "\" in the header"));
  }
  return static_cast<std::size_t>(found - header.begin());
}

absl::StatusOr<GoldTable> ReadGoldTsv(const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(const std::string bytes,
                            ReadFile(path, kMaxGoldBytes));
  const std::vector<std::string_view> lines = Lines(bytes);
  if (lines.empty()) {
    return absl::InvalidArgumentError(StrCat(path, " is empty"));
  }
  GoldTable table{path, Fields(lines[0]), {}};
  for (std::size_t i = 1; i < lines.size(); ++i) {
    std::vector<std::string> row = Fields(lines[i]);
    if (row.size() != table.header.size()) {
      return absl::InvalidArgumentError(
          StrCat(path, ":", i + 1, ": ", row.size(), " fields, the header has ",
                 table.header.size()));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

absl::StatusOr<std::vector<nlohmann::json>> ReadGoldJsonl(
    const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(const std::string bytes,
                            ReadFile(path, kMaxGoldBytes));
  std::vector<nlohmann::json> rows;
  int line_number = 0;
  for (std::string_view line : Lines(bytes)) {
    ++line_number;
    if (StripAsciiSpace(line).empty()) continue;
    rows.push_back(nlohmann::json::parse(line, nullptr, false));
    if (rows.back().is_discarded()) {
      return absl::InvalidArgumentError(
          StrCat(path, ":", line_number, ": not a JSON value"));
    }
  }
  return rows;
}

}  // namespace rashomon
