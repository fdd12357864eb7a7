#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

#include <memory>
#include <string>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/cli/commands.h"
#include "tools/cli/messages.h"
#include "tools/review/server/review_server.h"

extern char** environ;

namespace rashomon {
namespace {

// The signals that end the program, held back from all threads so that they
// wait for Wait().
class EndSignals {
 public:
  EndSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGHUP);
    ::pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  }
  ~EndSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;

  void Wait() const {
    int signal = 0;
    ::sigwait(&signals_, &signal);
  }
  const sigset_t& before() const { return before_; }

 private:
  sigset_t signals_;
  sigset_t before_;
};

// Starts xdg-open; no shell reads the address. False where there is none.
bool OpenBrowser(const std::string& url, const sigset_t& signals) {
  posix_spawn_file_actions_t files;
  ::posix_spawn_file_actions_init(&files);
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    ::posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0);
  }
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  ::posix_spawnattr_setsigmask(&attributes, &signals);
  std::string program = "xdg-open";
  std::string address = url;
  char* const arguments[] = {program.data(), address.data(), nullptr};
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, program.c_str(), &files, &attributes,
                                   arguments, environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
  return error == 0;
}

absl::StatusOr<HttpOptions> HttpOptionsFrom(const Arguments& arguments) {
  HttpOptions options;
  constexpr std::size_t kLastPort = 65535;
  const std::size_t port = arguments.Count("port", 0);
  if (port > kLastPort) {
    return absl::InvalidArgumentError(
        StrCat("--port ", port, ": ports end at ", kLastPort));
  }
  options.port = static_cast<int>(port);
  options.host = arguments.Value("host");
  if (!IsLoopback(options.host) && !arguments.Has("allow-remote")) {
    return absl::InvalidArgumentError(
        StrCat("--host ", options.host,
               ": others on the network could reach the case; add "
               "--allow-remote if that is meant"));
  }
  return options;
}

}  // namespace

absl::StatusOr<int> RunReview(const Arguments& arguments, Environment* env) {
  ReviewServerOptions options;
  options.case_path = arguments.operands[0];
  RASHOMON_ASSIGN_OR_RETURN(options.http, HttpOptionsFrom(arguments));
  options.api.now = env->now;
  options.api.reviewer = arguments.Value("reviewer");
  options.api.blind = arguments.Has("blind");
  options.api.hides_others = arguments.Has("hide-verdicts");
  const EndSignals signals;
  RASHOMON_ASSIGN_OR_RETURN(const std::unique_ptr<ReviewServer> server,
                            ReviewServer::Start(options));
  Messages messages(arguments, env);
  if (!IsLoopback(options.http.host)) {
    messages.Warn(StrCat(
        "others on the network can reach this page, unencrypted; whoever has "
        "the token ", server->token(), " can read and decide"));
  }
  *env->out << server->url() << std::endl;
  if (!arguments.Has("no-browser") &&
      !OpenBrowser(server->url(), signals.before())) {
    messages.Say("no xdg-open here; open the address above in a browser");
  }
  messages.Say("Ctrl-C ends the review; every verdict is kept as it is given");
  signals.Wait();
  return 0;
}

}  // namespace rashomon
