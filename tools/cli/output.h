// Where a command's result goes: standard output, or a file that appears whole.
//
//   RASHOMON_ASSIGN_OR_RETURN(Output output, Output::Open(arguments, env));
//   RASHOMON_RETURN_IF_ERROR(output.Write(line));
//   RASHOMON_RETURN_IF_ERROR(output.Finish());
#ifndef RASHOMON_TOOLS_CLI_OUTPUT_H_
#define RASHOMON_TOOLS_CLI_OUTPUT_H_

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/base/atomic_file.h"
#include "tools/cli/arguments.h"
#include "tools/cli/environment.h"

namespace rashomon {

// Destroyed without Finish, it leaves no file behind; what went to standard
// output stays there. Writes to a file are gathered in blocks; standard output
// is flushed line by line only where it is a terminal.
class Output {
 public:
  // The file of --output, or env's standard output for none and for "-".
  static absl::StatusOr<Output> Open(const Arguments& arguments,
                                     Environment* env);

  // An error names the file, or standard output (a full disk).
  absl::Status Write(std::string_view bytes);
  absl::Status Finish();

  bool is_standard_output() const { return !file_.has_value(); }

 private:
  Output() = default;
  absl::Status WriteBuffer();

  std::ostream* stream_ = nullptr;
  bool flush_each_write_ = false;
  std::optional<AtomicFile> file_;
  std::string buffer_;
};

// Writes all of `bytes` and finishes: for commands that write at the end.
absl::Status WriteResult(const Arguments& arguments, std::string_view bytes,
                         Environment* env);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_OUTPUT_H_
