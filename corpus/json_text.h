// JSON as nlohmann::json reads it, without exceptions, with the byte offset of
// a fault, and with a bound on depth.
//
//   RASHOMON_ASSIGN_OR_RETURN(nlohmann::json value, ParseJson(bytes));
//   std::string line = JsonLine(value);
#ifndef RASHOMON_CORPUS_JSON_TEXT_H_
#define RASHOMON_CORPUS_JSON_TEXT_H_

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace rashomon {

// Arrays and objects within one another; deeper input is refused, because the
// library writes values recursively.
inline constexpr int kMaxJsonDepth = 100;

// InvalidArgument "broken JSON near byte N" for what is no JSON, nested deeper
// than kMaxJsonDepth, or not UTF-8. Linear time.
absl::StatusOr<nlohmann::json> ParseJson(std::string_view bytes);

// The value on one line, UTF-8 as it is, no line break.
std::string JsonLine(const nlohmann::json& value);

// The string member, or "" where it is absent or no string.
std::string_view StringMember(const nlohmann::json& object, const char* name);

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_JSON_TEXT_H_
