#include "tools/review/server/access.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

const AccessPolicy& Policy() {
  static const auto* const policy = new AccessPolicy{
      {"127.0.0.1:8017", "localhost:8017"}, 0, "0123456789abcdef"};
  return *policy;
}

HttpRequest Get(const std::string& path, const std::string& host) {
  HttpRequest request;
  request.method = "GET";
  request.path = path;
  request.headers["host"] = host;
  return request;
}

HttpRequest Write() {
  HttpRequest request = Get("/api/decide", "127.0.0.1:8017");
  request.method = "POST";
  request.headers["origin"] = "http://127.0.0.1:8017";
  request.headers["x-rashomon-token"] = "0123456789abcdef";
  return request;
}

int StatusOf(const HttpRequest& request) {
  const std::optional<Refusal> refusal = CheckAccess(request, Policy());
  return refusal ? refusal->status : 200;
}

TEST(AccessTest, TheFrameNeedsNoToken) {
  EXPECT_EQ(StatusOf(Get("/", "127.0.0.1:8017")), 200);
  EXPECT_EQ(StatusOf(Get("/assets/main.js", "localhost:8017")), 200);
}

TEST(AccessTest, OtherHostsAreRefused) {
  for (const char* host :
       {"", "evil.example", "evil.example:8017", "127.0.0.1", "127.0.0.1:80",
        "127.0.0.1:8017.evil.example", "127.0.0.1:8017, evil.example"}) {
    EXPECT_EQ(StatusOf(Get("/", host)), 421) << host;
  }
}

TEST(AccessTest, ReadingTheCaseNeedsTheToken) {
  HttpRequest request = Get("/api/case", "127.0.0.1:8017");
  EXPECT_EQ(StatusOf(request), 401);
  for (const char* token : {"", "0", "0123456789abcdeF", "0123456789abcdef0"}) {
    request.headers["x-rashomon-token"] = token;
    EXPECT_EQ(StatusOf(request), 401) << token;
  }
  request.headers["x-rashomon-token"] = "0123456789abcdef";
  EXPECT_EQ(StatusOf(request), 200);
}

TEST(AccessTest, AnEmptyTokenOpensNothing) {
  AccessPolicy policy = Policy();
  policy.token = "";
  EXPECT_TRUE(CheckAccess(Get("/api/case", "127.0.0.1:8017"), policy));
}

TEST(AccessTest, AWriteNeedsTheSameOrigin) {
  EXPECT_EQ(StatusOf(Write()), 200);
  for (const char* origin :
       {"", "null", "http://evil.example", "https://127.0.0.1:8017",
        "http://localhost:8017", "http://127.0.0.1:8018"}) {
    HttpRequest request = Write();
    request.headers["origin"] = origin;
    EXPECT_EQ(StatusOf(request), 403) << origin;
  }
}

TEST(AccessTest, OtherSitesDoNotRead) {
  HttpRequest request = Get("/api/case", "127.0.0.1:8017");
  request.headers["x-rashomon-token"] = "0123456789abcdef";
  request.headers["origin"] = "http://evil.example";
  EXPECT_EQ(StatusOf(request), 403);
  request.headers.erase("origin");
  request.headers["sec-fetch-site"] = "cross-site";
  EXPECT_EQ(StatusOf(request), 403);
  request.headers["sec-fetch-site"] = "same-origin";
  EXPECT_EQ(StatusOf(request), 200);
}

TEST(AccessTest, OnAllAddressesTheHostMayBeAnyAddressButNoName) {
  AccessPolicy policy = Policy();
  policy.any_address_port = 8017;
  EXPECT_FALSE(CheckAccess(Get("/", "192.0.2.7:8017"), policy));
  EXPECT_FALSE(CheckAccess(Get("/", "[2001:db8::7]:8017"), policy));
  EXPECT_TRUE(CheckAccess(Get("/", "192.0.2.7:80"), policy));
  EXPECT_TRUE(CheckAccess(Get("/", "evil.example:8017"), policy));
  EXPECT_TRUE(CheckAccess(Get("/", "192.0.2.7.evil:8017"), policy));
}

TEST(AccessTest, TokensAreLongAndDiffer) {
  const absl::StatusOr<std::string> one = NewToken();
  const absl::StatusOr<std::string> other = NewToken();
  ASSERT_TRUE(one.ok() && other.ok());
  EXPECT_EQ(one->size(), 32u);
  EXPECT_NE(*one, *other);
}

}  // namespace
}  // namespace rashomon
