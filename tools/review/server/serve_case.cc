// serve_case CASE.db [--port=N] [--hide-verdicts] [--blind] [--reviewer=NAME]
// Serves a case without the engine, so that it links in seconds: for work on the
// page. The first line of its output is the address; --token=TOKEN keeps the
// address from one start to the next.
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "tools/review/server/review_server.h"
#include "tools/review/server/utc_now.h"

namespace {

bool TakeValue(std::string_view argument, std::string_view name,
               std::string* value) {
  if (!argument.starts_with(name)) return false;
  *value = argument.substr(name.size());
  return true;
}

rashomon::ReviewServerOptions OptionsFrom(int argc, char** argv) {
  rashomon::ReviewServerOptions options;
  options.api.now = rashomon::UtcNow;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    std::string port;
    if (TakeValue(argument, "--port=", &port)) {
      options.http.port = std::atoi(port.c_str());
    } else if (argument == "--hide-verdicts") {
      options.api.hides_others = true;
    } else if (argument == "--blind") {
      options.api.blind = true;
    } else if (!TakeValue(argument, "--reviewer=", &options.api.reviewer) &&
               !TakeValue(argument, "--token=", &options.token)) {
      options.case_path = argument;
    }
  }
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  const auto server =
      rashomon::ReviewServer::Start(OptionsFrom(argc, argv));
  if (!server.ok()) {
    std::cerr << server.status().ToString() << '\n';
    return 2;
  }
  std::cout << (*server)->url() << std::endl;
  int signal = 0;
  sigwait(&ending, &signal);
  return 0;
}
