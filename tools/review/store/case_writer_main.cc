// For the test of crashes: writes verdicts into a case, one transaction each,
// and prints the id of each row once the store has said that it is kept.
//   case_writer CASE.db REVIEWER
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <string>

#include "tools/report/fixture.h"
#include "tools/review/store/case_comparisons.h"
#include "tools/review/store/case_file.h"
#include "tools/review/store/case_verdicts.h"

namespace rashomon {
namespace {

constexpr char kTime[] = "2026-03-07T10:15:00Z";
constexpr std::int64_t kFlags = 8;  // of the ferry

absl::Status AddFerry(CaseFile* file) {
  const Comparison ferry = FerryComparison();
  NewComparison added;
  added.comparison = &ferry;
  added.left_source = "left";
  added.right_source = "right";
  added.time = kTime;
  return AddComparison(added, file).status();
}

absl::Status Write(const std::string& path, const std::string& reviewer) {
  absl::StatusOr<CaseFile> file = CaseFile::Open(path, CaseMode::kCreate);
  if (!file.ok()) return file.status();
  if (absl::Status added = AddFerry(&*file); !added.ok()) return added;
  for (std::int64_t n = 0;; ++n) {
    Decision decision;
    decision.flag = 1 + n % kFlags;
    const auto rows = AddVerdicts(reviewer, kTime, {decision}, &*file);
    if (!rows.ok()) return rows.status();
    std::printf("%lld\n", static_cast<long long>(rows->at(0).id));
    std::fflush(stdout);
  }
}

}  // namespace
}  // namespace rashomon

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const absl::Status status = rashomon::Write(argv[1], argv[2]);
  std::fprintf(stderr, "%s\n", std::string(status.message()).c_str());
  return 1;
}
