#include "tools/cli/messages.h"

#include <algorithm>

namespace rashomon {
namespace {

// Work shorter than this needs no progress.
constexpr double kFirstProgressSeconds = 1;
constexpr double kTerminalStepSeconds = 0.1;
// A corpus without dates would fill the screen.
constexpr int kMaxWarnings = 20;

}  // namespace

Messages::Messages(const Arguments& arguments, Environment* env)
    : env_(env),
      quiet_(arguments.Has("quiet")),
      started_(env->seconds()),
      next_progress_(kFirstProgressSeconds) {}

Messages::~Messages() {
  ClearLine();
  if (warnings_ > kMaxWarnings) {
    *env_->err << "rashomon: " << warnings_ - kMaxWarnings
               << " more warnings were not shown\n";
  }
}

void Messages::Warn(std::string_view warning) {
  if (quiet_ || warning == last_warning_) return;
  last_warning_ = warning;
  if (++warnings_ > kMaxWarnings) return;
  ClearLine();
  *env_->err << "rashomon: warning: " << warning << '\n';
}

void Messages::Say(std::string_view text) {
  if (quiet_) return;
  ClearLine();
  *env_->err << "rashomon: " << text << '\n';
}

void Messages::Progress(std::string_view state) {
  if (quiet_) return;
  const double elapsed = env_->seconds() - started_;
  if (elapsed < next_progress_) return;
  if (env_->err_is_terminal) {
    // Back to the start of the line, and clear what stood there.
    *env_->err << "\r\x1b[Krashomon: " << state << std::flush;
    line_shown_ = true;
    next_progress_ = elapsed + kTerminalStepSeconds;
  } else {
    *env_->err << "rashomon: " << state << std::endl;
    next_progress_ = std::max(2 * next_progress_, elapsed);
  }
}

void Messages::ClearLine() {
  if (line_shown_) *env_->err << "\r\x1b[K" << std::flush;
  line_shown_ = false;
}

}  // namespace rashomon
