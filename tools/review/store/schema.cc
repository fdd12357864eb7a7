#include "tools/review/store/schema.h"

#include <array>
#include <cstddef>
#include <optional>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/review/store/schema_1.h"
#include "tools/review/store/schema_2.h"
#include "tools/review/store/schema_3.h"

namespace rashomon {
namespace {

using StepFunction = std::string_view (*)();
constexpr std::array<StepFunction, kSchemaVersion> kSteps = {
    SchemaStep1, SchemaStep2, SchemaStep3};

absl::StatusOr<std::int64_t> Pragma(std::string_view name, Database* db) {
  RASHOMON_ASSIGN_OR_RETURN(const std::optional<std::int64_t> value,
                            db->QueryInt(StrCat("PRAGMA ", name)));
  return value.value_or(0);
}

absl::StatusOr<bool> IsEmpty(Database* db) {
  RASHOMON_ASSIGN_OR_RETURN(const std::optional<std::int64_t> tables,
                            db->QueryInt("SELECT count(*) FROM sqlite_schema"));
  return tables.value_or(0) == 0;
}

}  // namespace

std::string_view SchemaStep(int version) {
  return kSteps[static_cast<std::size_t>(version) - 1]();
}

absl::StatusOr<int> SchemaVersionOf(Database* db) {
  RASHOMON_ASSIGN_OR_RETURN(const std::int64_t application,
                            Pragma("application_id", db));
  RASHOMON_ASSIGN_OR_RETURN(const std::int64_t version,
                            Pragma("user_version", db));
  RASHOMON_ASSIGN_OR_RETURN(const bool empty, IsEmpty(db));
  if (application == 0 && version == 0 && empty) return 0;
  if (application != kApplicationId || version < 1) {
    return absl::InvalidArgumentError(
        StrCat(db->path(), ": is no case: an SQLite file of another program; "
               "name another file"));
  }
  if (version > kSchemaVersion) {
    return absl::FailedPreconditionError(
        StrCat(db->path(), ": is a case of version ", version,
               ", and this program knows versions up to ", kSchemaVersion,
               "; use a newer rashomon"));
  }
  return static_cast<int>(version);
}

absl::Status MigrateTo(int version, Database* db) {
  RASHOMON_ASSIGN_OR_RETURN(const int found, SchemaVersionOf(db));
  if (found >= version) return absl::OkStatus();
  RASHOMON_ASSIGN_OR_RETURN(Transaction transaction, Transaction::Begin(db));
  // Again, now that nobody else can be at it.
  RASHOMON_ASSIGN_OR_RETURN(const int start, SchemaVersionOf(db));
  for (int next = start + 1; next <= version; ++next) {
    RASHOMON_RETURN_IF_ERROR(db->RunScript(SchemaStep(next)));
    RASHOMON_RETURN_IF_ERROR(
        db->RunScript(StrCat("PRAGMA user_version = ", next)));
  }
  RASHOMON_RETURN_IF_ERROR(
      db->RunScript(StrCat("PRAGMA application_id = ", kApplicationId)));
  return transaction.Commit();
}

}  // namespace rashomon
