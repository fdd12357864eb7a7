// The fields of a request, checked: of the query ("?pair=3&kind=label") and of
// a JSON body.
//
//   QueryFields fields(request);
//   const std::optional<std::int64_t> pair = fields.Number("pair");
//   RASHOMON_RETURN_IF_ERROR(fields.status());   // names field and value
//
// Internal to tools/review/server.
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_REQUEST_FIELDS_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_REQUEST_FIELDS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/base/span.h"
#include "tools/review/server/http_message.h"
#include "tools/review/store/case_flags.h"

namespace rashomon {

// Not thread-safe; the request outlives it. The first field that is not as it
// should be makes status() an InvalidArgument.
class QueryFields {
 public:
  explicit QueryFields(const HttpRequest& request) : request_(request) {}

  std::string Text(std::string_view name);  // "" where it is not given
  std::optional<std::int64_t> Number(std::string_view name);
  std::optional<double> Share(std::string_view name);
  bool Switch(std::string_view name);  // "1"
  // Parted by commas.
  std::vector<std::string> List(std::string_view name);
  std::vector<std::int64_t> Numbers(std::string_view name);

  const absl::Status& status() const { return status_; }

 private:
  void Fail(std::string_view name, std::string_view value,
            std::string_view wanted);

  const HttpRequest& request_;
  absl::Status status_;
};

// The filters and the order of a list of flags. `outlets` are written one a
// line, as a name may hold a comma.
absl::StatusOr<FlagQuery> FlagQueryOf(const HttpRequest& request);
// The same from a JSON object with the same fields as strings.
absl::StatusOr<FlagQuery> FlagQueryOf(const nlohmann::json& fields,
                                      const std::string& reviewer);

// The body as a JSON object. InvalidArgument where it is none.
absl::StatusOr<nlohmann::json> BodyOf(const HttpRequest& request);

// InvalidArgument, naming the field, where it has another type; "" or nothing
// where it is not there or null.
absl::StatusOr<std::string> TextOf(const nlohmann::json& object,
                                   std::string_view name);
absl::StatusOr<std::optional<std::int64_t>> NumberOf(
    const nlohmann::json& object, std::string_view name);
absl::StatusOr<std::optional<Span>> SpanOf(const nlohmann::json& object,
                                           std::string_view name);
absl::StatusOr<std::optional<DivergenceKind>> KindOf(
    const nlohmann::json& object, std::string_view name);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_REQUEST_FIELDS_H_
