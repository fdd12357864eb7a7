#include "tools/review/exports/case_contents.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "engine/base/status_macros.h"
#include "tools/review/store/case_articles.h"
#include "tools/review/store/case_comparisons.h"
#include "tools/review/store/case_flags.h"

namespace rashomon {
namespace {

auto Place(const CaseFlag& flag) {
  const int rank =
      flag.rank == 0 ? std::numeric_limits<int>::max() : flag.rank;
  return std::tuple(flag.pair, rank, flag.id);
}

}  // namespace

absl::StatusOr<CaseContents> ReadContents(CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(Transaction moment,
                            Transaction::BeginRead(file->db()));
  CaseContents contents;
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<ArticleHead> heads,
                            ListArticles(file));
  for (const ArticleHead& head : heads) {
    RASHOMON_ASSIGN_OR_RETURN(contents.articles[head.id],
                              ReadCaseArticle(file, head.id));
  }
  RASHOMON_ASSIGN_OR_RETURN(std::vector<CaseComparison> comparisons,
                            ListComparisons(file, /*all_runs=*/true));
  for (CaseComparison& comparison : comparisons) {
    const std::int64_t id = comparison.id;
    contents.comparisons[id] = std::move(comparison);
  }
  FlagQuery all;
  all.states.clear();
  RASHOMON_ASSIGN_OR_RETURN(FlagPage page, ListFlags(file, all));
  contents.flags = std::move(page.flags);
  std::sort(contents.flags.begin(), contents.flags.end(),
            [](const CaseFlag& a, const CaseFlag& b) {
              return Place(a) < Place(b);
            });
  return contents;
}

}  // namespace rashomon
