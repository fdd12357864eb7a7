// What a command tells the user on standard error, besides its errors.
//
//   Messages messages(arguments, env);
//   messages.Warn("a.txt: no date found; use --left-date");
//   messages.Progress("12,000 articles");
#ifndef RASHOMON_TOOLS_CLI_MESSAGES_H_
#define RASHOMON_TOOLS_CLI_MESSAGES_H_

#include <string>
#include <string_view>

#include "tools/cli/arguments.h"
#include "tools/cli/environment.h"

namespace rashomon {

// Says nothing under --quiet. Not thread-safe.
class Messages {
 public:
  Messages(const Arguments& arguments, Environment* env);
  ~Messages();
  Messages(const Messages&) = delete;
  Messages& operator=(const Messages&) = delete;

  // A line of its own: "rashomon: warning: ...". The same warning twice in a
  // row is given once; after the first 20 they are only counted.
  void Warn(std::string_view warning);
  // A line that is no warning: "rashomon: ...".
  void Say(std::string_view text);

  // How far the work is. Nothing in the first second; then on a terminal one
  // line that changes, at most ten times a second; elsewhere (a log) a line
  // after 1, 2, 4, 8 ... seconds.
  void Progress(std::string_view state);

 private:
  void ClearLine();

  Environment* env_;
  bool quiet_;
  double started_;
  double next_progress_;  // seconds after started_
  bool line_shown_ = false;
  std::string last_warning_;
  int warnings_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_MESSAGES_H_
