// One function for each path of the review page's interface (api.h). Internal
// to tools/review/server. All are thread-safe; errors become answers in api.cc.
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_API_HANDLERS_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_API_HANDLERS_H_

#include <memory>

#include "absl/status/statusor.h"
#include "tools/report/json_values.h"
#include "tools/review/server/api.h"
#include "tools/review/server/viewer.h"

namespace rashomon {

// A case and its index for the time of one request.
struct ApiRequest {
  ReviewApi* api = nullptr;
  const HttpRequest* http = nullptr;
  CaseFile* file = nullptr;
  Viewer viewer;
};

using ApiHandler = absl::StatusOr<OrderedJson> (*)(const ApiRequest& request);

// case_api.cc
absl::StatusOr<OrderedJson> GetCase(const ApiRequest& request);
absl::StatusOr<OrderedJson> GetPairs(const ApiRequest& request);
// flag_api.cc
absl::StatusOr<OrderedJson> GetList(const ApiRequest& request);
absl::StatusOr<OrderedJson> GetFlags(const ApiRequest& request);
absl::StatusOr<OrderedJson> GetChanges(const ApiRequest& request);
absl::StatusOr<OrderedJson> GetFlag(const ApiRequest& request);
// reading_api.cc
absl::StatusOr<OrderedJson> GetComparison(const ApiRequest& request);
absl::StatusOr<OrderedJson> GetSource(const ApiRequest& request);
// agreement_api.cc
absl::StatusOr<OrderedJson> GetAgreement(const ApiRequest& request);
// verdict_api.cc
absl::StatusOr<OrderedJson> PostDecide(const ApiRequest& request);
absl::StatusOr<OrderedJson> PostDecideAll(const ApiRequest& request);
absl::StatusOr<OrderedJson> PostUndo(const ApiRequest& request);
absl::StatusOr<OrderedJson> PostSettle(const ApiRequest& request);
absl::StatusOr<OrderedJson> PostAdd(const ApiRequest& request);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_API_HANDLERS_H_
