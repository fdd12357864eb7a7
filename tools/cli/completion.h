// Completion for shells, from the table of commands.
#ifndef RASHOMON_TOOLS_CLI_COMPLETION_H_
#define RASHOMON_TOOLS_CLI_COMPLETION_H_

#include <string>

#include "tools/cli/command_table.h"

namespace rashomon {

// A script each that offers commands, the command's flags, the choices of a
// flag, and files elsewhere.
std::string BashCompletion(const ProgramSpec& program);
std::string ZshCompletion(const ProgramSpec& program);
std::string FishCompletion(const ProgramSpec& program);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_COMPLETION_H_
