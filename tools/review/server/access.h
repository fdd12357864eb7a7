// Who may ask the review server for what.
//
//   const AccessPolicy policy = {{"127.0.0.1:8017"}, NewToken()};
//   if (std::optional<Refusal> no = CheckAccess(request, policy)) ...
//
// The page itself (its frame, script and style) holds nothing secret and is
// given to whoever names the right host. All under /api/ needs the token that
// the program printed. A site on the web that points its own name at this
// address (DNS rebinding) fails by the Host header, one that posts across
// sites by Origin and by the token, which it cannot know.
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_ACCESS_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_ACCESS_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/review/server/http_message.h"

namespace rashomon {

struct AccessPolicy {
  std::vector<std::string> hosts;  // as the Host header has them: "host:port"
  // Also any host that is an IP address with this port; 0 for none. Names are
  // what rebinding needs, so addresses are safe.
  int any_address_port = 0;
  std::string token;
};

struct Refusal {
  int status = 403;
  std::string message;
};

// Nothing where the request may be answered. Thread-safe; the time that the
// token takes does not depend on where it differs.
std::optional<Refusal> CheckAccess(const HttpRequest& request,
                                   const AccessPolicy& policy);

// 32 hexadecimal digits from the system's random source. Unavailable where it
// has none.
absl::StatusOr<std::string> NewToken();

// The header that carries the token.
inline constexpr std::string_view kTokenHeader = "x-rashomon-token";

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_ACCESS_H_
