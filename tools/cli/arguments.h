// The command line, parsed by the table of commands.
//
//   RASHOMON_ASSIGN_OR_RETURN(
//       Arguments a, ParseArguments({"compare", "--format=json", "A", "B"}));
//   a.command->name == "compare"; a.Value("format") == "json";
//   a.operands == {"A", "B"};
//
// Flags may stand anywhere after the command: --flag VALUE, --flag=VALUE, -o
// VALUE, -oVALUE. "--" ends them; "-" is an operand (standard input).
#ifndef RASHOMON_TOOLS_CLI_ARGUMENTS_H_
#define RASHOMON_TOOLS_CLI_ARGUMENTS_H_

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/cli/command_table.h"

namespace rashomon {

struct Arguments {
  const CommandSpec* command = nullptr;
  std::map<std::string, std::vector<std::string>, std::less<>> flags;
  std::vector<std::string> operands;
  bool help = false;
  bool version = false;

  bool Has(std::string_view flag) const { return flags.contains(flag); }
  // The last value given, else the table's default, else "".
  std::string Value(std::string_view flag) const;
  std::vector<std::string> Values(std::string_view flag) const;
  // The value of a kShare, kCount or kSize flag, else `otherwise`.
  double Share(std::string_view flag, double otherwise) const;
  std::size_t Count(std::string_view flag, std::size_t otherwise) const;
  std::size_t Size(std::string_view flag, std::size_t otherwise) const;
};

// InvalidArgument names the flag or operand, the value and the fix. Every value
// has been checked by its kind. `help` and `version` are set before operands
// are counted; `command` is nullptr where only those are given.
absl::StatusOr<Arguments> ParseArguments(const std::vector<std::string>& args);

// "16M" is 16777216. InvalidArgument where it is no size, or too large.
absl::StatusOr<std::size_t> ParseSize(std::string_view text);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_ARGUMENTS_H_
