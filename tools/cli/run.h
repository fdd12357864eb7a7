// The whole program but for main().
//
//   const int status = Run({"compare", "a.txt", "b.txt"}, &environment);
#ifndef RASHOMON_TOOLS_CLI_RUN_H_
#define RASHOMON_TOOLS_CLI_RUN_H_

#include <string>
#include <vector>

#include "tools/cli/environment.h"

namespace rashomon {

// Runs the command that `args` name (without the program's name) and gives the
// exit status: 0 done, 1 divergences found and --exit-code given, 2 bad usage
// or input. Errors go to env->err as one line each.
int Run(const std::vector<std::string>& args, Environment* env);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_RUN_H_
