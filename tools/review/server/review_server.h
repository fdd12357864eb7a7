// The review page of a case, served.
//
//   ReviewServerOptions options;
//   options.case_path = "strike.db";
//   options.api.now = [] { return ...; };
//   RASHOMON_ASSIGN_OR_RETURN(std::unique_ptr<ReviewServer> server,
//                             ReviewServer::Start(options));
//   server->url();          // "http://127.0.0.1:40321/#token=..."
//   ...
//   server.reset();         // ends it
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_REVIEW_SERVER_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_REVIEW_SERVER_H_

#include <memory>
#include <string>
#include <thread>

#include "absl/status/statusor.h"
#include "tools/review/server/access.h"
#include "tools/review/server/api.h"
#include "tools/review/server/http_server.h"

namespace rashomon {

struct ReviewServerOptions {
  std::string case_path;  // required; the case is there
  ApiOptions api;
  HttpOptions http;
  std::string token;  // "" for a new one
};

// Whether `host` can only be reached from this machine.
bool IsLoopback(const std::string& host);

// Serves from its own threads until it is destroyed.
class ReviewServer {
 public:
  // Errors are those of CaseFile::Open and HttpServer::Bind.
  static absl::StatusOr<std::unique_ptr<ReviewServer>> Start(
      const ReviewServerOptions& options);
  ~ReviewServer();
  ReviewServer(const ReviewServer&) = delete;
  ReviewServer& operator=(const ReviewServer&) = delete;

  // What to open in a browser; the token stands behind the '#', which a browser
  // does not send.
  std::string url() const;
  const std::string& token() const { return policy_.token; }

 private:
  ReviewServer(const ReviewServerOptions& options,
               std::unique_ptr<HttpServer> http);
  HttpResponse Answer(const HttpRequest& request);

  std::string host_;  // as a URL has it
  AccessPolicy policy_;
  ReviewApi api_;
  std::unique_ptr<HttpServer> http_;
  std::thread serving_;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_REVIEW_SERVER_H_
