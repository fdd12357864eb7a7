#include "tools/review/server/http_server.h"

#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <thread>
#include <utility>

#include <httplib.h>

#include "engine/base/strings.h"
#include "tools/review/server/limited_socket.h"

namespace rashomon {
namespace {

constexpr std::string_view kRefused = "REFUSED";
constexpr std::string_view kJson = "application/json";

// cpp-httplib's stream over a limited socket.
class LimitedStream final : public httplib::Stream {
 public:
  explicit LimitedStream(LimitedSocket* socket) : socket_(socket) {}

  bool is_readable() const override { return socket_->HasTimeToRead(); }
  bool is_writable() const override { return socket_->HasTimeToWrite(); }
  ssize_t read(char* to, size_t size) override {
    return socket_->Read(to, size);
  }
  ssize_t write(const char* from, size_t size) override {
    return socket_->Write(from, size);
  }
  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  socket_t socket() const override { return socket_->fd(); }

 private:
  LimitedSocket* socket_;
};

// Whether the length is given, once, and small enough.
bool IsLengthFine(const httplib::Request& request, std::size_t max_bytes) {
  if (request.get_header_value_count("Content-Length") != 1) return false;
  const std::string length = request.get_header_value("Content-Length");
  constexpr std::size_t kMostDigits = 12;
  if (length.empty() || length.size() > kMostDigits) return false;
  if (!std::all_of(length.begin(), length.end(), [](unsigned char c) {
        return std::isdigit(c) != 0;
      })) {
    return false;
  }
  return std::stoull(length) <= max_bytes;
}

// What the library may read the body of. It would unpack a compressed body
// without a bound, and take form fields apart.
bool IsAcceptable(const httplib::Request& request, std::size_t max_bytes) {
  if (request.has_header("Transfer-Encoding") ||
      request.has_header("Content-Encoding") || request.has_header("Expect")) {
    return false;
  }
  if (request.method == "GET") {
    return !request.has_header("Content-Length") ||
           request.get_header_value("Content-Length") == "0";
  }
  return request.method == "POST" &&
         request.get_header_value("Content-Type").starts_with(kJson) &&
         IsLengthFine(request, max_bytes);
}

HttpRequest Plain(const httplib::Request& from) {
  HttpRequest request;
  request.method = from.method;
  request.path = from.path;
  request.body = from.body;
  for (const auto& [name, value] : from.params) request.query[name] = value;
  for (const auto& [name, value] : from.headers) {
    std::string lower = name;
    for (char& c : lower) {
      c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    // A header sent twice is not to be read in two ways.
    const auto [place, is_new] = request.headers.try_emplace(lower, value);
    if (!is_new) StrAppend(&place->second, ", ", value);
  }
  return request;
}

class HttplibServer final : public HttpServer, private httplib::Server {
 public:
  using HttpServer::Handler;

  explicit HttplibServer(const HttpOptions& options)
      : limits_{options.max_head_bytes, options.max_body_bytes,
                options.read_time, options.write_time, options.idle_time},
        stop_fd_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    new_task_queue = [threads = options.threads] {
      return new httplib::ThreadPool(static_cast<std::size_t>(threads));
    };
    set_tcp_nodelay(true);
    // The library's own choice, SO_REUSEPORT, would let another program listen
    // on the same port.
    set_socket_options([](socket_t fd) {
      const int on = 1;
      ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    });
    set_payload_max_length(options.max_body_bytes);
  }
  ~HttplibServer() override { ::close(stop_fd_); }

  bool Listen(const HttpOptions& options) {
    port_ = options.port;
    if (port_ == 0) {
      port_ = bind_to_any_port(options.host);
    } else if (!bind_to_port(options.host, port_)) {
      return false;
    }
    // The library lets 5 connections wait; of 50 that come at once the system
    // would drop some.
    return port_ > 0 && ::listen(svr_sock_, SOMAXCONN) == 0;
  }

  int port() const override { return port_; }

  void Serve(const Handler& handler) override {
    SetRoutes(handler);
    listen_after_bind();
    served_ = true;
  }

  void Stop() override {
    ::eventfd_write(stop_fd_, 1);
    // The library's stop does nothing before it listens.
    while (!is_running() && !served_) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    stop();
  }

 private:
  void SetRoutes(const Handler& handler) {
    const auto answer = [&handler](const httplib::Request& request,
                                   httplib::Response& response) {
      Fill(handler(Plain(request)), &response);
    };
    Get(".*", answer);
    Post(".*", answer);
    set_error_handler([](const httplib::Request&,
                         httplib::Response& response) {
      if (!response.body.empty()) return;
      response.set_content(
          R"({"error":"this server takes GET, and POST of JSON"})",
          std::string(kJson));
    });
  }

  static void Fill(HttpResponse from, httplib::Response* to) {
    to->status = from.status;
    for (const auto& [name, value] : from.headers) to->set_header(name, value);
    to->set_content(std::move(from.body), from.content_type);
  }

  // What the library is to see of a request whose head has been read.
  bool Admit(httplib::Request* request) const {
    // No part answers, and no packing: everything stays on this machine.
    request->ranges.clear();
    request->headers.erase("Accept-Encoding");
    if (IsAcceptable(*request, limits_.max_body_bytes)) return true;
    request->method = kRefused;
    return false;
  }

  bool process_and_close_socket(socket_t fd) override {
    LimitedSocket socket(fd, limits_, stop_fd_);
    LimitedStream stream(&socket);
    bool good = true;
    bool closed = false;
    while (good && !closed && socket.WaitForRequest()) {
      bool admitted = false;
      good = process_request(
          stream, /*close_connection=*/false, closed,
          [&](httplib::Request& request) { admitted = Admit(&request); });
      // A body that was not read would be taken for the next request.
      if (!admitted) break;
    }
    ::shutdown(fd, SHUT_RDWR);
    ::close(fd);
    return good;
  }

  SocketLimits limits_;
  int stop_fd_;
  int port_ = 0;
  std::atomic<bool> served_ = false;
};

}  // namespace

absl::StatusOr<std::unique_ptr<HttpServer>> HttpServer::Bind(
    const HttpOptions& options) {
  auto server = std::make_unique<HttplibServer>(options);
  if (!server->Listen(options)) {
    return absl::UnavailableError(
        options.port == 0
            ? StrCat("cannot listen on ", options.host,
                     "; give an address of this machine with --host")
            : StrCat("cannot listen on ", options.host, " port ", options.port,
                     "; another program may use it: give another --port"));
  }
  return std::unique_ptr<HttpServer>(std::move(server));
}

}  // namespace rashomon
