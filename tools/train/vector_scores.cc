#include "tools/train/vector_scores.h"

#include <charconv>
#include <random>
#include <string_view>

#include "absl/status/status.h"
#include "engine/base/span.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/matrix.h"
#include "engine/embed/word_rows.h"
#include "engine/text/sentence.h"
#include "engine/text/word.h"
#include "tools/evaluate/gold_file.h"
#include "tools/evaluate/measures.h"

namespace rashomon {
namespace {

constexpr int kOthers = 200;

// Sums of rows, of unit length.
class Sums {
 public:
  Sums(const WordVectors& vectors, const WordCounts& counts)
      : vectors_(vectors), rows_(&vectors, &counts) {}

  Eigen::VectorXf Of(std::string_view text) {
    Eigen::VectorXf sum = Eigen::VectorXf::Zero(vectors_.dimensions());
    for (const Span& sentence : SplitSentences(text, Field::kText, {})) {
      const std::vector<Word>& words = splitter_.Views(text, sentence);
      rows_.Renew(splitter_.generation());
      for (const WeightedRow& row : rows_.Of(words)) {
        const Eigen::Map<const Eigen::Matrix<std::int8_t, Eigen::Dynamic, 1>>
            values(row.values, vectors_.dimensions());
        sum += row.factor * values.cast<float>();
      }
    }
    const float norm = sum.norm();
    if (norm > 0) sum /= norm;
    return sum;
  }

 private:
  const WordVectors& vectors_;
  WordSplitter splitter_;
  WordRows rows_;
};

}  // namespace

absl::StatusOr<std::vector<GradedPair>> ReadGradedPairs(
    const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(const GoldTable table, ReadGoldTsv(path));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t score, table.Column("score"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t left, table.Column("left"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t right, table.Column("right"));
  std::vector<GradedPair> pairs;
  for (const std::vector<std::string>& row : table.rows) {
    GradedPair& pair = pairs.emplace_back();
    const char* end = row[score].data() + row[score].size();
    if (std::from_chars(row[score].data(), end, pair.score).ptr != end) {
      return absl::InvalidArgumentError(
          StrCat(path, ": line ", pairs.size() + 1, ": score is no number"));
    }
    pair.left = row[left];
    pair.right = row[right];
  }
  return pairs;
}

absl::StatusOr<std::vector<EventReport>> ReadEventReports(
    const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<nlohmann::json> rows,
                            ReadGoldJsonl(path));
  std::vector<EventReport> reports;
  for (const nlohmann::json& row : rows) {
    for (const char* field : {"event", "title", "text"}) {
      if (!row.is_object() || !row.contains(field) || !row[field].is_string()) {
        return absl::InvalidArgumentError(StrCat(
            path, ": report ", reports.size() + 1, " has no ", field));
      }
    }
    reports.push_back({row["event"], row["title"], row["text"]});
  }
  return reports;
}

double SimilarityScore(const WordVectors& vectors, const WordCounts& counts,
                       const std::vector<GradedPair>& pairs) {
  Sums sums(vectors, counts);
  std::vector<double> cosines;
  std::vector<double> scores;
  for (const GradedPair& pair : pairs) {
    cosines.push_back(double{sums.Of(pair.left).dot(sums.Of(pair.right))});
    scores.push_back(pair.score);
  }
  return PearsonCorrelation(cosines, scores);
}

double RetrievalScore(const WordVectors& vectors, const WordCounts& counts,
                      const std::vector<EventReport>& reports) {
  const auto n = static_cast<Eigen::Index>(reports.size());
  RowMatrix titles(n, vectors.dimensions());
  RowMatrix texts(n, vectors.dimensions());
  Sums sums(vectors, counts);
  for (Eigen::Index i = 0; i < n; ++i) {
    const EventReport& report = reports[static_cast<std::size_t>(i)];
    titles.row(i) = sums.Of(report.title);
    texts.row(i) = sums.Of(report.text);
  }
  std::mt19937_64 random(1);
  int right = 0;
  int asked = 0;
  for (Eigen::Index i = 0; i + 1 < n; ++i) {
    const std::string& event = reports[static_cast<std::size_t>(i)].event;
    if (reports[static_cast<std::size_t>(i + 1)].event != event) continue;
    const float score = titles.row(i).dot(texts.row(i + 1));
    bool best = true;
    for (int k = 0; k < kOthers; ++k) {
      const auto other = static_cast<Eigen::Index>(
          random() % static_cast<std::uint64_t>(n));
      if (reports[static_cast<std::size_t>(other)].event == event) continue;
      best = best && titles.row(i).dot(texts.row(other)) < score;
    }
    right += best;
    ++asked;
  }
  return asked == 0 ? 0 : static_cast<double>(right) / asked;
}

}  // namespace rashomon
