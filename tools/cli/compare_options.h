// What the flags of compare say of the flags to list, and of the terminal.
#ifndef RASHOMON_TOOLS_CLI_COMPARE_OPTIONS_H_
#define RASHOMON_TOOLS_CLI_COMPARE_OPTIONS_H_

#include <cstddef>

#include "engine/compare/comparison.h"
#include "tools/cli/arguments.h"
#include "tools/cli/environment.h"
#include "tools/report/filter.h"
#include "tools/report/terminal_report.h"

namespace rashomon {

// --kind, --min-confidence, --min-weight.
DivergenceFilter FilterFrom(const Arguments& arguments);

// How many flags are listed: all with --all.
std::size_t MaxFlags(const Arguments& arguments);

// Forms for machines hold what is asked for and no more; a note says what was
// left out.
void KeepFirst(std::size_t max_flags, Comparison* comparison);

// --width, --color, --all; colour on a terminal alone.
TerminalOptions TerminalOptionsFrom(const Arguments& arguments,
                                    const Environment& env);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_COMPARE_OPTIONS_H_
