// One function for each command of the table (one file each). All give the
// exit status, or the error that the user is to read.
#ifndef RASHOMON_TOOLS_CLI_COMMANDS_H_
#define RASHOMON_TOOLS_CLI_COMMANDS_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "tools/cli/arguments.h"
#include "tools/cli/environment.h"

namespace rashomon {

using CommandFunction = absl::StatusOr<int> (*)(const Arguments& arguments,
                                                Environment* env);

absl::StatusOr<int> RunCompare(const Arguments& arguments, Environment* env);
absl::StatusOr<int> RunReview(const Arguments& arguments, Environment* env);
absl::StatusOr<int> RunCase(const Arguments& arguments, Environment* env);
absl::StatusOr<int> RunCaseCalibrate(const Arguments& arguments,
                                     Environment* env);
absl::StatusOr<int> RunCaseInfo(const Arguments& arguments, Environment* env);
absl::StatusOr<int> RunExtract(const Arguments& arguments, Environment* env);
absl::StatusOr<int> RunAnnotate(const Arguments& arguments, Environment* env);
absl::StatusOr<int> RunAlign(const Arguments& arguments, Environment* env);
absl::StatusOr<int> RunSimilarity(const Arguments& arguments,
                                  Environment* env);
absl::StatusOr<int> RunContrast(const Arguments& arguments, Environment* env);
absl::StatusOr<int> RunEvents(const Arguments& arguments, Environment* env);
absl::StatusOr<int> RunEvaluate(const Arguments& arguments, Environment* env);
absl::StatusOr<int> RunGenerate(const Arguments& arguments, Environment* env);
absl::StatusOr<int> RunHelp(const Arguments& arguments, Environment* env);

// nullptr where the table has no such command.
CommandFunction FindCommandFunction(std::string_view name);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_COMMANDS_H_
