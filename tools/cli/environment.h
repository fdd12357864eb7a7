// What the process gives a command: its streams, its terminal, its clock and
// the few settings of the user's environment. main.cc reads the real ones;
// tests make their own.
#ifndef RASHOMON_TOOLS_CLI_ENVIRONMENT_H_
#define RASHOMON_TOOLS_CLI_ENVIRONMENT_H_

#include <functional>
#include <istream>
#include <ostream>
#include <string>

namespace rashomon {

struct Environment {
  std::istream* in = nullptr;   // never null when a command runs
  std::ostream* out = nullptr;
  std::ostream* err = nullptr;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool no_color = false;       // NO_COLOR is set and not empty
  int columns = 80;            // of the terminal
  std::string config_folder;   // ".../rashomon"; "" where there is none
  std::function<double()> seconds;  // a clock that never goes back
  std::function<std::string()> now;  // "2026-03-07T10:15:00Z"
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_ENVIRONMENT_H_
