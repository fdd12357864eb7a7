// The text of --help, from the table of commands.
//
//   std::cout << CommandHelp(*Program().FindCommand("compare"), 80);
#ifndef RASHOMON_TOOLS_CLI_HELP_H_
#define RASHOMON_TOOLS_CLI_HELP_H_

#include <string>
#include <string_view>

#include "tools/cli/command_table.h"

namespace rashomon {

// Lines are at most `columns` wide, where no single word is wider; columns
// below 40 count as 40.
std::string ProgramHelp(const ProgramSpec& program, int columns);
std::string CommandHelp(const CommandSpec& command, int columns);

// `text` in lines of at most `columns`, each after `indent` spaces.
std::string Wrapped(std::string_view text, int indent, int columns);

// "-o, --output FILE", or "--all".
std::string FlagUsage(const FlagSpec& flag);

// The flag's sentence, with its choices and default.
std::string FlagHelp(const FlagSpec& flag);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_HELP_H_
