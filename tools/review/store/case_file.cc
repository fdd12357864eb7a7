#include "tools/review/store/case_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
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

// An error of writing `path` by way of another connection names `path`.
absl::Status NamedFile(const absl::Status& status, const std::string& wrong,
                       const std::string& path) {
  std::string message(StdView(status.message()));
  if (message.starts_with(wrong)) message.replace(0, wrong.size(), path);
  return absl::Status(status.code(), message);
}

absl::Status MoveIntoPlace(const std::string& from, const std::string& to) {
  const int fd = ::open(from.c_str(), O_RDONLY | O_CLOEXEC);
  const bool flushed = fd >= 0 && ::fsync(fd) == 0;
  if (fd >= 0) ::close(fd);
  // link, unlike rename, never overwrites what another process put there.
  const bool moved =
      flushed && ::link(from.c_str(), to.c_str()) == 0;
  const int error = errno;
  ::unlink(from.c_str());
  if (moved) return absl::OkStatus();
  return absl::ErrnoToStatus(error, StrCat("cannot write ", to));
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

absl::Status CaseFile::SaveAs(const std::string& path) {
  if (::access(path.c_str(), F_OK) == 0) {
    return absl::AlreadyExistsError(
        StrCat(path, ": is there already, and is not overwritten; name a new "
               "file"));
  }
  const std::string temporary = StrCat(path, ".part");
  ::unlink(temporary.c_str());  // of a run that was killed
  const absl::Status written = db_.Run("VACUUM INTO ?", temporary);
  if (!written.ok()) {
    ::unlink(temporary.c_str());
    return NamedFile(written, db_.path(), path);
  }
  return MoveIntoPlace(temporary, path);
}

absl::StatusOr<CaseFile> CaseFile::InMemory() {
  RASHOMON_ASSIGN_OR_RETURN(Database db, Database::OpenInMemory());
  RASHOMON_RETURN_IF_ERROR(MigrateTo(kSchemaVersion, &db));
  return Ready(std::move(db));
}

}  // namespace rashomon
