// The form of a case file, and how older forms become the present one.
//
//   RASHOMON_RETURN_IF_ERROR(MigrateTo(kSchemaVersion, &db));
//
// A case is an SQLite file with kApplicationId in its head and the version of
// its schema as user_version. Step n (schema/n.sql) makes version n of version
// n - 1; 0 is an empty file. Internal to tools/review.
#ifndef RASHOMON_TOOLS_REVIEW_STORE_SCHEMA_H_
#define RASHOMON_TOOLS_REVIEW_STORE_SCHEMA_H_

#include <cstdint>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "tools/review/store/database.h"

namespace rashomon {

// "Rash" in ASCII.
inline constexpr std::int64_t kApplicationId = 0x52617368;

// What this program reads and writes.
inline constexpr int kSchemaVersion = 3;

// The statements of step `version`, 1..kSchemaVersion.
std::string_view SchemaStep(int version);

// The version of the case in `db`; 0 where it is empty. InvalidArgument where
// it is no case; FailedPrecondition where it is of a newer version than this
// program's, with both versions.
absl::StatusOr<int> SchemaVersionOf(Database* db);

// Brings `db` to `version` (at most kSchemaVersion) in one transaction; nothing
// where it is there already. Processes that migrate at once wait for each
// other.
absl::Status MigrateTo(int version, Database* db);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_SCHEMA_H_
