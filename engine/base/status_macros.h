// Early return for absl::Status and absl::StatusOr. Debian's Abseil (20220623)
// ships neither macro.
//
//   absl::StatusOr<Article> Read(std::string_view path) {
//     RASHOMON_ASSIGN_OR_RETURN(std::string bytes, ReadFile(path));
//     RASHOMON_RETURN_IF_ERROR(CheckSize(bytes));
//     ...
//   }
#ifndef RASHOMON_ENGINE_BASE_STATUS_MACROS_H_
#define RASHOMON_ENGINE_BASE_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

#define RASHOMON_RETURN_IF_ERROR(expr)                     \
  do {                                                     \
    if (absl::Status rashomon_status_ = (expr);            \
        !rashomon_status_.ok()) {                          \
      return rashomon_status_;                             \
    }                                                      \
  } while (false)

#define RASHOMON_CONCAT_INNER_(a, b) a##b
#define RASHOMON_CONCAT_(a, b) RASHOMON_CONCAT_INNER_(a, b)

#define RASHOMON_ASSIGN_OR_RETURN(lhs, expr) \
  RASHOMON_ASSIGN_OR_RETURN_IMPL_(           \
      RASHOMON_CONCAT_(rashomon_status_or_, __LINE__), lhs, expr)

#define RASHOMON_ASSIGN_OR_RETURN_IMPL_(result, lhs, expr) \
  auto result = (expr);                                    \
  if (!result.ok()) return std::move(result).status();     \
  lhs = *std::move(result)

#endif  // RASHOMON_ENGINE_BASE_STATUS_MACROS_H_
