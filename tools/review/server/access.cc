#include "tools/review/server/access.h"

#include <arpa/inet.h>
#include <sys/random.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/base/strings.h"

namespace rashomon {
namespace {

bool IsAddress(const std::string& host) {
  in6_addr address;
  if (host.starts_with("[") && host.ends_with("]")) {
    return ::inet_pton(AF_INET6, host.substr(1, host.size() - 2).c_str(),
                       &address) == 1;
  }
  return ::inet_pton(AF_INET, host.c_str(), &address) == 1;
}

bool IsKnownHost(std::string_view host, const AccessPolicy& policy) {
  if (std::find(policy.hosts.begin(), policy.hosts.end(), host) !=
      policy.hosts.end()) {
    return true;
  }
  const std::string port = StrCat(":", policy.any_address_port);
  return policy.any_address_port != 0 && host.ends_with(port) &&
         IsAddress(std::string(host.substr(0, host.size() - port.size())));
}

bool IsSameToken(std::string_view given, std::string_view token) {
  if (given.size() != token.size() || token.empty()) return false;
  unsigned char differs = 0;
  for (std::size_t i = 0; i < token.size(); ++i) {
    differs |= static_cast<unsigned char>(given[i] ^ token[i]);
  }
  return differs == 0;
}

// What a browser says of where a request comes from; programs say nothing.
bool IsFromElsewhere(const HttpRequest& request) {
  const std::string_view site = request.Header("sec-fetch-site");
  return site == "cross-site" || site == "same-site";
}

}  // namespace

std::optional<Refusal> CheckAccess(const HttpRequest& request,
                                   const AccessPolicy& policy) {
  const std::string_view host = request.Header("host");
  if (!IsKnownHost(host, policy)) {
    return Refusal{421, StrCat("this server is not \"", host, "\"; open the "
                               "address that rashomon review printed")};
  }
  const std::string_view origin = request.Header("origin");
  const bool writes = request.method != "GET";
  if ((writes || !origin.empty()) && origin != StrCat("http://", host)) {
    return Refusal{403, writes && origin.empty()
                            ? "a write needs an Origin header"
                            : "requests of other sites are not answered"};
  }
  if (!request.path.starts_with("/api/")) return std::nullopt;
  if (IsFromElsewhere(request)) {
    return Refusal{403, "requests of other sites are not answered"};
  }
  if (!IsSameToken(request.Header(kTokenHeader), policy.token)) {
    return Refusal{401, "the token is missing or of another run; open the "
                        "address that rashomon review printed"};
  }
  return std::nullopt;
}

absl::StatusOr<std::string> NewToken() {
  std::array<unsigned char, 16> random;
  if (::getrandom(random.data(), random.size(), 0) !=
      static_cast<ssize_t>(random.size())) {
    return absl::UnavailableError(
        "the system gives no random bytes for the page's token");
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string token;
  for (const unsigned char byte : random) {
    token += kDigits[byte >> 4];
    token += kDigits[byte & 15];
  }
  return token;
}

}  // namespace rashomon
