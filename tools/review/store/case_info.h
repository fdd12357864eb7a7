// What a case holds, in numbers.
//
//   RASHOMON_ASSIGN_OR_RETURN(CaseInfo info, ReadCaseInfo(&file));
//   info.decided; info.flags;          // how far the work is
#ifndef RASHOMON_TOOLS_REVIEW_STORE_CASE_INFO_H_
#define RASHOMON_TOOLS_REVIEW_STORE_CASE_INFO_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/review/store/case_file.h"

namespace rashomon {

struct ReviewerCount {
  std::string reviewer;
  std::int64_t decided = 0;  // flags with a decision of theirs that stands
};

struct CaseInfo {
  int schema_version = 0;
  std::int64_t articles = 0;  // readings; a source read twice counts twice
                              // where the readings differ
  std::int64_t sources = 0;
  std::int64_t pairs = 0;
  std::int64_t runs = 0;
  std::int64_t flags = 0;       // current
  std::int64_t superseded = 0;
  std::int64_t reopened = 0;    // current ones that stand for an earlier one
  std::int64_t added = 0;       // by reviewers
  std::int64_t decided = 0;     // current ones with a decision that stands
  std::int64_t history_rows = 0;
  std::map<std::string, std::int64_t> flags_by_kind;  // current
  std::vector<ReviewerCount> reviewers;
  std::map<std::string, std::string> versions;  // of the last run
};

// O(flags).
absl::StatusOr<CaseInfo> ReadCaseInfo(CaseFile* file);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_CASE_INFO_H_
