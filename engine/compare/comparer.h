// Two articles in, their whole comparison out: runs the stages in order and
// adds notes on what the reader should know. No algorithm of its own.
//
//   RASHOMON_ASSIGN_OR_RETURN(Comparer comparer, Comparer::Make({}));
//   Comparison c = comparer.Compare(left, right);
//   if (c.same_event.verdict == SameEventVerdict::kNo) ...  // see c.notes
#ifndef RASHOMON_ENGINE_COMPARE_COMPARER_H_
#define RASHOMON_ENGINE_COMPARE_COMPARER_H_

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "corpus/article.h"
#include "engine/compare/comparison.h"
#include "engine/compare/story_comparison.h"

namespace rashomon {

class ConfidenceModel;
class Lexicons;
class WordModel;

struct CompareOptions {
  // Word lists; nullptr: the shipped ones. Outlives the comparer.
  const Lexicons* lexicons = nullptr;
  // Counts and vectors of words; nullptr: the shipped ones. Outlives the
  // comparer. Comparison::versions names both.
  const WordModel* words = nullptr;
  // Written into Comparison::versions as "program".
  std::string program_version;
  // How sure flags are; nullptr: the shipped weights. Copied.
  const ConfidenceModel* confidence = nullptr;
};

// Not thread-safe (it owns an annotator): one per thread. Making one loads the
// shipped tables, some milliseconds; comparing is linear in the articles' sizes
// but for the sentence matrix, n x m for n and m sentences.
class Comparer {
 public:
  // The error of a shipped or given table that does not load.
  static absl::StatusOr<Comparer> Make(CompareOptions options);

  Comparer(Comparer&&) noexcept;
  Comparer& operator=(Comparer&&) noexcept;
  ~Comparer();

  // Swapping the sides mirrors the result; an outlet's name changes nothing
  // in it but the article it stands in.
  Comparison Compare(const Article& left, const Article& right);

  // A story of more reports is refused: each two are compared.
  static constexpr std::size_t kMaxReports = 60;

  // All articles as reports of one story. `owners`: owner family of each
  // article's outlet, "" where unknown; outlets of one owner, and reprints of
  // one text, count once in what is said of omissions. `progress`, if any, is
  // called after each comparison with how many are done, and of how many.
  // InvalidArgument for fewer than two or more than kMaxReports articles.
  absl::StatusOr<StoryComparison> CompareStory(
      std::vector<Article> articles, std::vector<std::string> owners,
      const std::function<void(std::size_t, std::size_t)>& progress = {});

 private:
  class Impl;
  explicit Comparer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_COMPARE_COMPARER_H_
