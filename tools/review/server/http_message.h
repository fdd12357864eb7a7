// A request and its answer as plain values, whatever library carries them.
//
//   HttpResponse r = Respond(request);        // a handler
//   r.status; r.content_type; r.body;
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_HTTP_MESSAGE_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_HTTP_MESSAGE_H_

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rashomon {

struct HttpRequest {
  std::string method;  // "GET", "POST"
  std::string path;    // decoded, without the query: "/api/flags"
  std::map<std::string, std::string, std::less<>> query;    // decoded
  std::map<std::string, std::string, std::less<>> headers;  // names in lower
                                                            // case
  std::string body;

  // "" where it was not sent.
  std::string_view Header(std::string_view name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view() : found->second;
  }
};

struct HttpResponse {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_HTTP_MESSAGE_H_
