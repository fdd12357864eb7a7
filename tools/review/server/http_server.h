// A small HTTP server that trusts nobody: cpp-httplib behind limits.
//
//   HttpOptions options;                        // 127.0.0.1, any free port
//   RASHOMON_ASSIGN_OR_RETURN(std::unique_ptr<HttpServer> server,
//                             HttpServer::Bind(options));
//   std::thread serving([&] { server->Serve(handler); });
//   ...
//   server->Stop();
//   serving.join();
//
// Takes GET without a body, and POST with a JSON body of known length that is
// neither compressed nor in pieces; all else is answered by 400 and the
// connection closed. What takes too long or is too large is closed.
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_HTTP_SERVER_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_HTTP_SERVER_H_

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "tools/review/server/http_message.h"

namespace rashomon {

struct HttpOptions {
  std::string host = "127.0.0.1";
  int port = 0;  // 0: any that is free
  // Connections served at once; each holds a thread. More than a browser
  // keeps open (6) for ten people.
  int threads = 64;
  std::size_t max_head_bytes = 16 * 1024;
  std::size_t max_body_bytes = 1024 * 1024;
  // For a whole request to come in, and for a whole answer to go out.
  std::chrono::milliseconds read_time{10'000};
  std::chrono::milliseconds write_time{60'000};
  // How long a connection may wait for its next request.
  std::chrono::milliseconds idle_time{5'000};
};

class HttpServer {
 public:
  using Handler = std::function<HttpResponse(const HttpRequest&)>;

  // Unavailable, naming host and port, where it cannot listen there.
  static absl::StatusOr<std::unique_ptr<HttpServer>> Bind(
      const HttpOptions& options);
  virtual ~HttpServer() = default;

  virtual int port() const = 0;

  // Answers until Stop. `handler` is called by many threads at once, and does
  // not throw.
  virtual void Serve(const Handler& handler) = 0;

  // May be called by any thread; requests under way are answered first.
  virtual void Stop() = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_HTTP_SERVER_H_
