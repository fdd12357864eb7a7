// rashomon: the command line. All it does is hand the process to Run().
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "tools/cli/environment.h"
#include "tools/cli/run.h"
#include "tools/review/server/utc_now.h"

namespace {

std::string Variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

int TerminalColumns() {
  winsize size = {};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  const int columns = std::atoi(Variable("COLUMNS").c_str());
  constexpr int kUsual = 80;
  return columns > 0 ? columns : kUsual;
}

std::string ConfigFolder() {
  const std::string config = Variable("XDG_CONFIG_HOME");
  // The XDG specification has relative paths ignored.
  if (config.starts_with("/")) return config + "/rashomon";
  const std::string home = Variable("HOME");
  return home.empty() ? "" : home + "/.config/rashomon";
}

double Seconds() {
  return std::chrono::duration<double>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  // A reader that has enough (head) ends the program without a word.
  std::signal(SIGPIPE, SIG_DFL);
  rashomon::Environment env;
  env.in = &std::cin;
  env.out = &std::cout;
  env.err = &std::cerr;
  env.out_is_terminal = ::isatty(STDOUT_FILENO) != 0;
  env.err_is_terminal = ::isatty(STDERR_FILENO) != 0;
  env.no_color = !Variable("NO_COLOR").empty();
  env.columns = TerminalColumns();
  env.config_folder = ConfigFolder();
  env.seconds = Seconds;
  env.now = rashomon::UtcNow;
  return rashomon::Run({argv + 1, argv + argc}, &env);
}
