// A case: one SQLite file with articles, comparisons, flags and verdicts.
//
//   RASHOMON_ASSIGN_OR_RETURN(
//       CaseFile file, CaseFile::Open("strike.db", CaseMode::kCreate));
//   AddComparison(...);                         // case_comparisons.h
//   ListFlags(&file, query);                    // case_flags.h
//   AddVerdicts(&file, decisions);              // case_verdicts.h
//
// Other headers of this folder read and write it, one for each concept. What
// they wrote is on the disk when they return, and all of a call is written or
// nothing. A case of an older version is brought to the present one when it is
// opened to be written; opened to be read, a copy in memory is.
#ifndef RASHOMON_TOOLS_REVIEW_STORE_CASE_FILE_H_
#define RASHOMON_TOOLS_REVIEW_STORE_CASE_FILE_H_

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "tools/review/store/database.h"

namespace rashomon {

enum class CaseMode {
  kRead,    // the case is there, and is not changed
  kWrite,   // the case is there
  kCreate,  // made where it is not there, or where the file is empty
};

// Not thread-safe: one per thread. Any number of them, of several processes
// too, may have one case open; a writer waits for another up to 10 seconds.
class CaseFile {
 public:
  // Errors name the file: NotFound; InvalidArgument for what is no case;
  // FailedPrecondition for a newer version or a lock that does not end;
  // PermissionDenied where it cannot be written to.
  static absl::StatusOr<CaseFile> Open(const std::string& path, CaseMode mode);

  // A new one in memory, for tests.
  static absl::StatusOr<CaseFile> InMemory();

  // Writes all of it as a new case, which appears whole or not at all.
  // AlreadyExists where there is a file of that name; else errors of the file.
  absl::Status SaveAs(const std::string& path);

  const std::string& path() const { return db_.path(); }

  // For the other files of tools/review.
  Database* db() { return &db_; }

 private:
  explicit CaseFile(Database db) : db_(std::move(db)) {}
  static absl::StatusOr<CaseFile> Ready(Database db);
  Database db_;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_CASE_FILE_H_
