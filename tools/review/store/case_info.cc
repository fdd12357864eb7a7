#include "tools/review/store/case_info.h"

#include <optional>
#include <string_view>
#include <utility>

#include "engine/base/status_macros.h"
#include "tools/review/store/case_flags.h"
#include "tools/review/store/case_json_parts.h"
#include "tools/review/store/schema.h"

namespace rashomon {
namespace {

absl::Status CountRows(std::string_view sql, std::int64_t* count,
                       CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(const std::optional<std::int64_t> value,
                            file->db()->QueryInt(sql));
  *count = value.value_or(0);
  return absl::OkStatus();
}

absl::Status CountTables(CaseInfo* info, CaseFile* file) {
  const std::pair<std::string_view, std::int64_t*> kCounts[] = {
      {"SELECT count(*) FROM articles", &info->articles},
      {"SELECT count(*) FROM sources", &info->sources},
      {"SELECT count(*) FROM pairs", &info->pairs},
      {"SELECT count(*) FROM comparisons", &info->runs},
      {"SELECT count(*) FROM verdicts", &info->history_rows},
  };
  for (const auto& [sql, count] : kCounts) {
    RASHOMON_RETURN_IF_ERROR(CountRows(sql, count, file));
  }
  return absl::OkStatus();
}

absl::Status CountFlags(CaseInfo* info, CaseFile* file) {
  FlagQuery all;
  all.states.clear();
  RASHOMON_ASSIGN_OR_RETURN(const FlagPage page, ListFlags(file, all));
  std::map<std::string, std::int64_t> by_reviewer;
  for (const CaseFlag& flag : page.flags) {
    for (const VerdictRow& row : flag.verdicts) ++by_reviewer[row.reviewer];
    if (flag.state == FlagState::kSuperseded) ++info->superseded;
    if (flag.state != FlagState::kCurrent) continue;
    ++info->flags;
    ++info->flags_by_kind[std::string(Name(flag.divergence.kind))];
    if (flag.reopens != 0) ++info->reopened;
    if (flag.added_by) ++info->added;
    if (!flag.verdicts.empty()) ++info->decided;
  }
  for (const auto& [reviewer, decided] : by_reviewer) {
    info->reviewers.push_back({reviewer, decided});
  }
  return absl::OkStatus();
}

absl::Status ReadVersions(CaseInfo* info, CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(
      Statement row, file->db()->Query("SELECT versions FROM comparisons ORDER "
                                       "BY comparison DESC LIMIT 1"));
  RASHOMON_ASSIGN_OR_RETURN(const bool found, row.Step());
  if (!found) return absl::OkStatus();
  RASHOMON_ASSIGN_OR_RETURN(info->versions, VersionsFromJson(row.Text(0)));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<CaseInfo> ReadCaseInfo(CaseFile* file) {
  CaseInfo info;
  info.schema_version = kSchemaVersion;
  RASHOMON_RETURN_IF_ERROR(CountTables(&info, file));
  RASHOMON_RETURN_IF_ERROR(CountFlags(&info, file));
  RASHOMON_RETURN_IF_ERROR(ReadVersions(&info, file));
  return info;
}

}  // namespace rashomon
