#include "tools/review/server/review_server.h"

#include <optional>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/report/json_values.h"
#include "tools/review/page/page_files.h"
#include "tools/review/store/case_file.h"

namespace rashomon {
namespace {

// An address of IPv6 stands in brackets in a URL.
std::string UrlHost(const std::string& host) {
  return host.find(':') == std::string::npos ? host : StrCat("[", host, "]");
}

// What this machine's own browser calls it.
std::string LocalHost(const std::string& host) {
  if (host == "0.0.0.0") return "127.0.0.1";
  return host == "::" ? "::1" : host;
}

bool IsAnyAddress(const std::string& host) {
  return host == "0.0.0.0" || host == "::";
}

AccessPolicy PolicyOf(const std::string& host, int port) {
  AccessPolicy policy;
  policy.hosts = {StrCat(UrlHost(host), ":", port)};
  if (IsLoopback(host)) policy.hosts.push_back(StrCat("localhost:", port));
  if (IsAnyAddress(host)) policy.any_address_port = port;
  return policy;
}

void AddSafetyHeaders(HttpResponse* response) {
  response->headers.insert(
      response->headers.end(),
      {{"Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; "
        "connect-src 'self'; img-src 'self'; frame-ancestors 'none'; "
        "base-uri 'none'; form-action 'none'"},
       {"X-Content-Type-Options", "nosniff"},
       {"X-Frame-Options", "DENY"},
       {"Referrer-Policy", "no-referrer"},
       {"Cross-Origin-Opener-Policy", "same-origin"},
       {"Cross-Origin-Resource-Policy", "same-origin"},
       {"Cache-Control", "no-store"}});
}

HttpResponse Error(int status, std::string_view message) {
  HttpResponse response;
  response.status = status;
  response.body = DumpJson({{"error", message}}, -1);
  return response;
}

HttpResponse PageFile(const HttpRequest& request) {
  const std::optional<PageFileView> file = FindPageFile(request.path);
  if (!file || request.method != "GET") {
    return Error(404, StrCat(request.path, " is nothing that this server has"));
  }
  HttpResponse response;
  response.content_type = std::string(file->content_type);
  response.body = std::string(file->bytes);
  return response;
}

}  // namespace

bool IsLoopback(const std::string& host) {
  return host == "127.0.0.1" || host == "::1" || host == "localhost";
}

absl::StatusOr<std::unique_ptr<ReviewServer>> ReviewServer::Start(
    const ReviewServerOptions& options) {
  // What is wrong with the case is said before anything is served. Opening it
  // also brings it to the present version, once.
  RASHOMON_RETURN_IF_ERROR(
      CaseFile::Open(options.case_path, CaseMode::kWrite).status());
  std::string token = options.token;
  if (token.empty()) {
    RASHOMON_ASSIGN_OR_RETURN(token, NewToken());
  }
  RASHOMON_ASSIGN_OR_RETURN(std::unique_ptr<HttpServer> http,
                            HttpServer::Bind(options.http));
  std::unique_ptr<ReviewServer> server(
      new ReviewServer(options, std::move(http)));
  server->policy_.token = token;
  server->serving_ = std::thread([raw = server.get()] {
    raw->http_->Serve(
        [raw](const HttpRequest& request) { return raw->Answer(request); });
  });
  return server;
}

ReviewServer::ReviewServer(const ReviewServerOptions& options,
                           std::unique_ptr<HttpServer> http)
    : host_(UrlHost(LocalHost(options.http.host))),
      policy_(PolicyOf(options.http.host, http->port())),
      api_(options.case_path, options.api),
      http_(std::move(http)) {}

ReviewServer::~ReviewServer() {
  if (!serving_.joinable()) return;
  http_->Stop();
  serving_.join();
}

std::string ReviewServer::url() const {
  return StrCat("http://", host_, ":", http_->port(), "/#token=", token());
}

HttpResponse ReviewServer::Answer(const HttpRequest& request) {
  HttpResponse response;
  if (const std::optional<Refusal> no = CheckAccess(request, policy_)) {
    response = Error(no->status, no->message);
  } else if (request.path.starts_with("/api/")) {
    response = api_.Answer(request);
  } else {
    response = PageFile(request);
  }
  AddSafetyHeaders(&response);
  return response;
}

}  // namespace rashomon
