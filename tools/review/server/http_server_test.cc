#include "tools/review/server/http_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <string_view>
#include <thread>

namespace rashomon {
namespace {

using std::chrono::milliseconds;

// A bare connection, to send what no client library would.
class Wire {
 public:
  explicit Wire(int port) : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    ::inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    timeval wait = {5, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof(wait));
    connected_ = ::connect(fd_, reinterpret_cast<sockaddr*>(&address),
                           sizeof(address)) == 0;
  }
  ~Wire() { ::close(fd_); }

  bool connected() const { return connected_; }
  void Send(std::string_view bytes) {
    ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }
  // Up to the end of the connection, or `until`.
  std::string Receive(std::string_view until = "") {
    std::string all;
    char buffer[4096];
    while (until.empty() || all.find(until) == std::string::npos) {
      const ssize_t got = ::recv(fd_, buffer, sizeof(buffer), 0);
      if (got <= 0) break;
      all.append(buffer, static_cast<std::size_t>(got));
    }
    return all;
  }

 private:
  int fd_;
  bool connected_ = false;
};

class HttpServerTest : public testing::Test {
 protected:
  void Start(const HttpOptions& options) {
    server_ = *HttpServer::Bind(options);
    serving_ = std::thread([this] {
      server_->Serve([](const HttpRequest& request) {
        HttpResponse response;
        response.body = request.method + " " + request.path + " [" +
                        request.body + "]";
        return response;
      });
    });
  }
  void TearDown() override {
    if (server_ == nullptr) return;
    server_->Stop();
    serving_.join();
  }

  std::string Exchange(std::string_view request, std::string_view until = "") {
    Wire wire(server_->port());
    wire.Send(request);
    return wire.Receive(until);
  }

  std::unique_ptr<HttpServer> server_;
  std::thread serving_;
};

constexpr std::string_view kJsonHead =
    "Host: h\r\nContent-Type: application/json\r\n";

TEST_F(HttpServerTest, AnswersGetAndPostOfJson) {
  Start({});
  EXPECT_NE(Exchange("GET /a%20b HTTP/1.1\r\nHost: h\r\n\r\n", "[]")
                .find("GET /a b []"), std::string::npos);
  const std::string post = "POST /x HTTP/1.1\r\n" + std::string(kJsonHead) +
                           "Content-Length: 2\r\n\r\n{}";
  EXPECT_NE(Exchange(post, "[{}]").find("POST /x [{}]"), std::string::npos);
}

TEST_F(HttpServerTest, OneConnectionTakesManyRequests) {
  Start({});
  Wire wire(server_->port());
  for (int i = 0; i < 40; ++i) {
    wire.Send("GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_NE(wire.Receive("[]").find("200 OK"), std::string::npos) << i;
  }
}

TEST_F(HttpServerTest, RefusesOtherMethodsAndForms) {
  Start({});
  const std::string head(kJsonHead);
  for (const std::string& request :
       {std::string("DELETE /x HTTP/1.1\r\nHost: h\r\n\r\n"),
        std::string("PUT /x HTTP/1.1\r\nHost: h\r\n\r\n"),
        std::string("GET /x HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"),
        "POST /x HTTP/1.1\r\n" + head + "\r\n",
        "POST /x HTTP/1.1\r\n" + head + "Content-Length: -1\r\n\r\n",
        "POST /x HTTP/1.1\r\n" + head +
            "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "POST /x HTTP/1.1\r\n" + head +
            "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "POST /x HTTP/1.1\r\n" + head +
            "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
        std::string("POST /x HTTP/1.1\r\nHost: h\r\nContent-Type: text/plain"
                    "\r\nContent-Length: 2\r\n\r\n{}")}) {
    const std::string answer = Exchange(request);
    EXPECT_NE(answer.find(" 40"), std::string::npos) << request << answer;
    EXPECT_EQ(answer.find("200 OK"), std::string::npos) << request << answer;
  }
}

TEST_F(HttpServerTest, ABodyThatIsNotTakenIsNoSecondRequest) {
  Start({});
  const std::string answer = Exchange(
      "GET /x HTTP/1.1\r\nHost: h\r\nContent-Length: 40\r\n\r\n"
      "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_EQ(answer.find("smuggled"), std::string::npos);
}

TEST_F(HttpServerTest, LargeHeadsAndBodiesAreCut) {
  HttpOptions options;
  options.max_head_bytes = 2000;
  options.max_body_bytes = 1000;
  Start(options);
  std::string many = "GET /x HTTP/1.1\r\nHost: h\r\n";
  for (int i = 0; i < 400; ++i) many += "A" + std::to_string(i) + ": b\r\n";
  ASSERT_GT(many.size(), options.max_head_bytes);
  EXPECT_EQ(Exchange(many + "\r\n").find("200 OK"), std::string::npos);
  const std::string body(1001, 'x');
  EXPECT_EQ(Exchange("POST /x HTTP/1.1\r\n" + std::string(kJsonHead) +
                     "Content-Length: 1001\r\n\r\n" + body).find("200 OK"),
            std::string::npos);
}

TEST_F(HttpServerTest, SlowRequestsAreClosed) {
  HttpOptions options;
  options.read_time = milliseconds(200);
  Start(options);
  Wire wire(server_->port());
  const auto begun = std::chrono::steady_clock::now();
  wire.Send("GET /x HTTP/1.1\r\n");
  for (int i = 0; i < 4; ++i) {
    std::this_thread::sleep_for(milliseconds(100));
    wire.Send("A");
  }
  EXPECT_EQ(wire.Receive().find("200 OK"), std::string::npos);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, milliseconds(3000));
}

TEST_F(HttpServerTest, IdleConnectionsAreClosedAndHoldNobodyUp) {
  HttpOptions options;
  options.threads = 2;
  options.idle_time = milliseconds(100);
  Start(options);
  const Wire idle(server_->port());
  const Wire idle_too(server_->port());
  EXPECT_NE(Exchange("GET /x HTTP/1.1\r\nHost: h\r\n\r\n", "[]")
                .find("200 OK"), std::string::npos);
}

TEST_F(HttpServerTest, APortInUseIsAnError) {
  Start({});
  HttpOptions options;
  options.port = server_->port();
  const auto second = HttpServer::Bind(options);
  ASSERT_FALSE(second.ok());
  EXPECT_NE(second.status().message().find("--port"), std::string::npos);
}

TEST_F(HttpServerTest, StopsWithConnectionsOpen) {
  Start({});
  const Wire idle(server_->port());
  const auto begun = std::chrono::steady_clock::now();
  server_->Stop();
  serving_.join();
  server_.reset();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, milliseconds(2000));
}

}  // namespace
}  // namespace rashomon
