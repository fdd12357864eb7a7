#include "tools/review/store/case_file.h"

#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/review/store/schema.h"
#include "tools/review/store/text_search.h"

namespace rashomon {
namespace {

DatabaseMode DatabaseModeOf(CaseMode mode) {
  switch (mode) {
    case CaseMode::kRead:
      return DatabaseMode::kRead;
    case CaseMode::kWrite:
      return DatabaseMode::kWrite;
    case CaseMode::kCreate:
      return DatabaseMode::kCreate;
  }
  return DatabaseMode::kRead;
}

absl::Status CheckNotEmpty(const std::string& path, CaseMode mode,
                           int version) {
  if (version > 0 || mode == CaseMode::kCreate) return absl::OkStatus();
  return absl::InvalidArgumentError(
      StrCat(path, ": is empty, no case yet; rashomon compare --case fills "
             "it"));
}

absl::StatusOr<Database> MigratedCopy(Database* old) {
  RASHOMON_ASSIGN_OR_RETURN(Database copy, Database::OpenInMemory());
  RASHOMON_RETURN_IF_ERROR(copy.CopyFrom(old));
  RASHOMON_RETURN_IF_ERROR(MigrateTo(kSchemaVersion, &copy));
  return copy;
}

}  // namespace

absl::StatusOr<CaseFile> CaseFile::Ready(Database db) {
  RASHOMON_RETURN_IF_ERROR(AddTextSearch(&db));
  return CaseFile(std::move(db));
}

absl::StatusOr<CaseFile> CaseFile::Open(const std::string& path,
                                        CaseMode mode) {
  RASHOMON_ASSIGN_OR_RETURN(Database db,
                            Database::Open(path, DatabaseModeOf(mode)));
  RASHOMON_ASSIGN_OR_RETURN(const int version, SchemaVersionOf(&db));
  RASHOMON_RETURN_IF_ERROR(CheckNotEmpty(path, mode, version));
  if (mode == CaseMode::kRead) {
    if (version == kSchemaVersion) return Ready(std::move(db));
    RASHOMON_ASSIGN_OR_RETURN(Database copy, MigratedCopy(&db));
    return Ready(std::move(copy));
  }
  // Readers go on while one writes, and a commit is one write to one file.
  RASHOMON_RETURN_IF_ERROR(db.RunScript("PRAGMA journal_mode = WAL"));
  RASHOMON_RETURN_IF_ERROR(MigrateTo(kSchemaVersion, &db));
  return Ready(std::move(db));
}

absl::StatusOr<CaseFile> CaseFile::InMemory() {
  RASHOMON_ASSIGN_OR_RETURN(Database db, Database::OpenInMemory());
  RASHOMON_RETURN_IF_ERROR(MigrateTo(kSchemaVersion, &db));
  return Ready(std::move(db));
}

}  // namespace rashomon
