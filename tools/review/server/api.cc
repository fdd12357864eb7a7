#include "tools/review/server/api.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/review/server/api_handlers.h"
#include "tools/review/server/export_api.h"
#include "tools/review/server/request_fields.h"

namespace rashomon {
namespace {

// As many as a machine's few cores can use at once.
constexpr std::size_t kFilesOpen = 8;

struct Route {
  std::string_view method;
  std::string_view path;
  ApiHandler handler;
};

constexpr std::array<Route, 14> kRoutes = {{
    {"GET", "/api/case", GetCase},
    {"GET", "/api/pairs", GetPairs},
    {"GET", "/api/list", GetList},
    {"GET", "/api/flags", GetFlags},
    {"GET", "/api/flag", GetFlag},
    {"GET", "/api/changes", GetChanges},
    {"GET", "/api/comparison", GetComparison},
    {"GET", "/api/source", GetSource},
    {"GET", "/api/agreement", GetAgreement},
    {"POST", "/api/decide", PostDecide},
    {"POST", "/api/decide-all", PostDecideAll},
    {"POST", "/api/undo", PostUndo},
    {"POST", "/api/settle", PostSettle},
    {"POST", "/api/add", PostAdd},
}};

int StatusOf(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kInvalidArgument:
      return 400;
    case absl::StatusCode::kPermissionDenied:
      return 403;
    case absl::StatusCode::kNotFound:
      return 404;
    case absl::StatusCode::kFailedPrecondition:
    case absl::StatusCode::kAborted:
      return 409;
    case absl::StatusCode::kUnavailable:
      return 503;
    case absl::StatusCode::kResourceExhausted:
      return 507;
    default:
      return 500;
  }
}

HttpResponse Failed(int status, std::string_view message) {
  HttpResponse response;
  response.status = status;
  response.body = DumpJson({{"error", message}}, -1);
  return response;
}

HttpResponse Failed(const absl::Status& status) {
  return Failed(StatusOf(status), StdView(status.message()));
}

const Route* FindRoute(const HttpRequest& request) {
  for (const Route& route : kRoutes) {
    if (route.path == request.path && route.method == request.method) {
      return &route;
    }
  }
  return nullptr;
}

// Who asks: of the query, or of the body where something is posted.
absl::StatusOr<std::string> ReviewerOf(const HttpRequest& http) {
  if (http.method == "GET") return QueryFields(http).Text("reviewer");
  RASHOMON_ASSIGN_OR_RETURN(const nlohmann::json body, BodyOf(http));
  return TextOf(body, "reviewer");
}

absl::StatusOr<OutletMask> MaskOf(ReviewApi* api, CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(const CaseIndex::View view,
                            api->index().Read(file));
  std::vector<std::string> outlets;
  for (const ArticleHead& head : view->articles) {
    outlets.push_back(head.outlet);
  }
  return OutletMask(outlets);
}

// Calls `handler` with the case, its viewer and what they may not see.
template <typename Answer>
absl::StatusOr<Answer> Handle(
    ReviewApi* api, const HttpRequest& http,
    absl::StatusOr<Answer> (*handler)(const ApiRequest&)) {
  ApiRequest request;
  request.api = api;
  request.http = &http;
  RASHOMON_ASSIGN_OR_RETURN(request.viewer.reviewer, ReviewerOf(http));
  request.viewer.hides_others = api->options().hides_others;
  RASHOMON_ASSIGN_OR_RETURN(
      CasePool::Lease lease,
      http.method == "GET" ? api->pool().ToRead() : api->pool().ToWrite());
  request.file = lease.file();
  std::optional<OutletMask> mask;
  if (api->options().blind || QueryFields(http).Switch("blind")) {
    RASHOMON_ASSIGN_OR_RETURN(mask, MaskOf(api, request.file));
    request.viewer.mask = &*mask;
  }
  return handler(request);
}

absl::StatusOr<ExportedFile> GetExport(const ApiRequest& request) {
  return ExportCase(QueryFields(*request.http).Text("form"), request);
}

HttpResponse AnswerExport(ReviewApi* api, const HttpRequest& http) {
  absl::StatusOr<ExportedFile> file = Handle(api, http, GetExport);
  if (!file.ok()) return Failed(file.status());
  HttpResponse response;
  response.content_type = std::move(file->content_type);
  response.body = std::move(file->bytes);
  response.headers = {
      {"Content-Disposition",
       StrCat("attachment; filename=\"", file->name, "\"")}};
  return response;
}

}  // namespace

ReviewApi::ReviewApi(std::string case_path, ApiOptions options)
    : case_path_(std::move(case_path)),
      options_(std::move(options)),
      pool_(case_path_, CaseMode::kWrite, kFilesOpen) {}

HttpResponse ReviewApi::Answer(const HttpRequest& request) {
  if (request.method == "GET" && request.path == "/api/export") {
    return AnswerExport(this, request);
  }
  const Route* route = FindRoute(request);
  if (route == nullptr) {
    return Failed(404, StrCat(request.method, " ", request.path,
                              " is nothing that this server has"));
  }
  const absl::StatusOr<OrderedJson> json =
      Handle(this, request, route->handler);
  if (!json.ok()) return Failed(json.status());
  HttpResponse response;
  response.body = DumpJson(*json, -1);
  return response;
}

}  // namespace rashomon
