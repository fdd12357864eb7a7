// The man page, from the table of commands.
#ifndef RASHOMON_TOOLS_CLI_MAN_PAGE_H_
#define RASHOMON_TOOLS_CLI_MAN_PAGE_H_

#include <string>

#include "tools/cli/command_table.h"

namespace rashomon {

// Section 1, in man(7) macros; every command with its flags and examples.
std::string ManPage(const ProgramSpec& program);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_MAN_PAGE_H_
