// A TSV table with a header line, read row by row in bounded memory.
//
//   RASHOMON_ASSIGN_OR_RETURN(TsvStream table,
//                             TsvStream::Open("pairs.tsv", options, env));
//   RASHOMON_ASSIGN_OR_RETURN(std::size_t left, table.Column("left"));
//   while (true) {
//     RASHOMON_ASSIGN_OR_RETURN(std::optional<TsvRow> row, table.Next());
//     if (!row) break;
//     (*row)[left] ...
//   }
#ifndef RASHOMON_TOOLS_CLI_TSV_STREAM_H_
#define RASHOMON_TOOLS_CLI_TSV_STREAM_H_

#include <cstddef>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/cli/environment.h"

namespace rashomon {

using TsvRow = std::vector<std::string>;

struct TsvOptions {
  std::size_t max_line_bytes = 16u << 20;
  bool skip_bad = false;  // bad rows are counted instead of ending the stream
};

// Fields are parted by tabs and hold no escapes; lines end in LF or CR LF; a
// byte order mark is passed over. Not thread-safe.
class TsvStream {
 public:
  // A file, or "-" for env's standard input, which outlives the stream. An
  // error names the file: missing, a folder, empty, binary.
  static absl::StatusOr<TsvStream> Open(const std::string& path,
                                        const TsvOptions& options,
                                        const Environment& env);

  const TsvRow& header() const { return header_; }

  // The index of the column; InvalidArgument names the file and what it has.
  absl::StatusOr<std::size_t> Column(std::string_view name) const;

  // The next row, as long as the header, or nothing at the end. An error names
  // file and line: another number of fields, bytes that are not UTF-8, a line
  // over the limit. Empty lines are passed over.
  absl::StatusOr<std::optional<TsvRow>> Next();

  int skipped() const { return skipped_; }

 private:
  TsvStream() = default;
  // One line without its end; nothing at the end of the file.
  absl::StatusOr<std::optional<std::string>> ReadLine();
  void DropRestOfLine();
  std::string Place() const;
  absl::StatusOr<TsvRow> Checked(const std::string& line) const;

  std::string path_;
  TsvOptions options_;
  std::unique_ptr<std::istream> file_;
  std::istream* in_ = nullptr;
  TsvRow header_;
  int line_ = 0;
  int skipped_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_TSV_STREAM_H_
