#include "tools/cli/case_keeper.h"

#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/cli/config.h"
#include "tools/cli/source_bytes.h"
#include "tools/review/store/case_comparisons.h"

namespace rashomon {

namespace {

// Of each article.
absl::StatusOr<std::vector<std::string>> SourcesOf(
    const Arguments& arguments, const std::vector<Article>& articles) {
  return ReadSourceBytes(
      articles, ReadOptionsFrom(arguments, nullptr).limits.max_article_bytes);
}

}  // namespace

absl::StatusOr<CaseKeeper> CaseKeeper::InMemory(
    const Arguments& arguments, const std::vector<Article>& articles,
    const Environment& env) {
  RASHOMON_ASSIGN_OR_RETURN(std::vector<std::string> sources,
                            SourcesOf(arguments, articles));
  RASHOMON_ASSIGN_OR_RETURN(CaseFile file, CaseFile::InMemory());
  return CaseKeeper(std::move(file), std::move(sources), env.now());
}

absl::StatusOr<std::optional<CaseKeeper>> CaseKeeper::Open(
    const Arguments& arguments, const std::vector<Article>& articles,
    const Environment& env) {
  const std::string path = arguments.Value("case");
  if (path.empty()) return std::optional<CaseKeeper>();
  RASHOMON_ASSIGN_OR_RETURN(std::vector<std::string> sources,
                            SourcesOf(arguments, articles));
  RASHOMON_ASSIGN_OR_RETURN(CaseFile file,
                            CaseFile::Open(path, CaseMode::kCreate));
  return std::optional<CaseKeeper>(
      CaseKeeper(std::move(file), std::move(sources), env.now()));
}

absl::Status CaseKeeper::Keep(const Comparison& comparison, std::size_t left,
                              std::size_t right, Comparer* comparer) {
  NewComparison added;
  added.comparison = &comparison;
  added.left_source = sources_[left];
  added.right_source = sources_[right];
  added.time = time_;
  RASHOMON_ASSIGN_OR_RETURN(
      const bool mirrored,
      IsPairMirrored(added.left_source, added.right_source, &file_));
  std::optional<Comparison> exchanged;
  if (mirrored) {
    exchanged = comparer->Compare(comparison.right, comparison.left);
    added.comparison = &*exchanged;
    std::swap(added.left_source, added.right_source);
  }
  RASHOMON_ASSIGN_OR_RETURN(const AddedComparison result,
                            AddComparison(added, &file_));
  ++comparisons_;
  if (!result.changed) ++unchanged_;
  new_flags_ += result.new_flags;
  kept_ += result.kept_flags;
  reopened_ += static_cast<int>(result.reopened.size());
  superseded_ += result.superseded;
  return absl::OkStatus();
}

std::string CaseKeeper::Summary() const {
  std::string summary = StrCat(file_.path(), ": ");
  if (unchanged_ == comparisons_) {
    return StrCat(summary, "nothing changed (", kept_, " flags known)");
  }
  StrAppend(&summary, new_flags_, " new flags, ", kept_, " known, ",
            superseded_, " superseded");
  if (reopened_ > 0) {
    StrAppend(&summary, "; ", reopened_,
              " of the new ones reopen a flag whose evidence changed");
  }
  return summary;
}

}  // namespace rashomon
