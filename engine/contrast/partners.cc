#include "engine/contrast/partners.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "Eigen/Core"
#include "engine/embed/matrix.h"
#include "engine/events/bag_places.h"

namespace rashomon {
namespace {

constexpr int kMaxSentences = 400;
// Below this two sentences of one story share a topic at most. Chosen by
// reading aligned and other pairs of data/divergences; not fitted.
constexpr double kSimilar = 0.2;
// The same for the cosine of their vectors.
constexpr double kSimilarMeaning = 0.45;
// The same for the aligner's probability.
constexpr double kMinConfidence = 0.02;
// Partners kept of a sentence for its own sake.
constexpr int kBestOfSentence = 4;

// Vectors of all sentences of a report: n x d.
RowMatrix MeaningsOf(const ReportIndex& report) {
  const int n = std::min(report.sentence_count(), kMaxSentences);
  RowMatrix rows;
  for (int i = 0; i < n; ++i) {
    const Eigen::VectorXf v =
        report.Meaning(i, {0, report.words(i).size()});
    if (i == 0) rows.resize(n, v.size());
    rows.row(i) = v.transpose();
  }
  return rows;
}

// Cosines of all pairs: n x m.
Eigen::MatrixXf CosinesOf(const ReportIndex& left, const ReportIndex& right) {
  const RowMatrix l = MeaningsOf(left), r = MeaningsOf(right);
  if (l.rows() == 0 || r.rows() == 0 || l.cols() == 0) {
    return Eigen::MatrixXf::Zero(
        std::min(left.sentence_count(), kMaxSentences),
        std::min(right.sentence_count(), kMaxSentences));
  }
  return (l * r.transpose()).cwiseMax(0.0f).cwiseMin(1.0f);
}

// Cosines of the rare stems of all pairs.
void SetSimilarities(const ReportIndex& left, const ReportIndex& right,
                     Eigen::MatrixXf* similarity) {
  const BagPlaces<int> stems(std::span(right.bags())
                                 .first(static_cast<std::size_t>(
                                     similarity->cols())));
  for (int i = 0; i < static_cast<int>(similarity->rows()); ++i) {
    const std::vector<double> cosines = stems.CosinesWith(left.bag(i));
    for (std::size_t j = 0; j < cosines.size(); ++j) {
      (*similarity)(i, static_cast<Eigen::Index>(j)) =
          static_cast<float>(cosines[j]);
    }
  }
}

bool AreTitles(const ReportIndex& left, int i, const ReportIndex& right,
               int j) {
  return left.is_title(i) && right.is_title(j);
}

// All that is known of the pairs of two reports.
struct PairTable {
  Eigen::MatrixXf confidence, similarity, meaning;  // n x m
};

PairTable TableOf(const ReportIndex& left, const ReportIndex& right,
                  const Alignment& alignment) {
  const int n = std::min(left.sentence_count(), kMaxSentences);
  const int m = std::min(right.sentence_count(), kMaxSentences);
  PairTable t{Eigen::MatrixXf::Zero(n, m), Eigen::MatrixXf::Zero(n, m),
              CosinesOf(left, right)};
  auto set = [&](int i, int j, double confidence) {
    if (i >= n || j >= m) return;
    t.confidence(i, j) =
        std::max(t.confidence(i, j), static_cast<float>(confidence));
  };
  for (const ScoredPair& p : alignment.pairs) {
    set(p.left, p.right, p.probability);
  }
  for (const AlignedGroup& group : alignment.groups) {
    for (int i : group.left) {
      for (int j : group.right) set(i, j, group.confidence);
    }
  }
  SetSimilarities(left, right, &t.similarity);
  return t;
}

double Rank(const PairTable& t, int i, int j) {
  return t.confidence(i, j) + 0.01 * (t.similarity(i, j) + t.meaning(i, j));
}

bool MayTellTheSame(const PairTable& t, int i, int j) {
  return t.confidence(i, j) >= kMinConfidence ||
         t.similarity(i, j) >= kSimilar || t.meaning(i, j) >= kSimilarMeaning;
}

// Marks the kBestOfSentence best of each row, or of each column.
void MarkBest(const PairTable& t, bool rows,
              Eigen::Matrix<bool, Eigen::Dynamic, Eigen::Dynamic>* marked) {
  const auto n = static_cast<int>(t.confidence.rows());
  const auto m = static_cast<int>(t.confidence.cols());
  const int lines = rows ? n : m, across = rows ? m : n;
  std::vector<std::pair<double, int>> order;
  for (int line = 0; line < lines; ++line) {
    order.clear();
    for (int k = 0; k < across; ++k) {
      const int i = rows ? line : k, j = rows ? k : line;
      if (MayTellTheSame(t, i, j)) order.emplace_back(-Rank(t, i, j), k);
    }
    std::sort(order.begin(), order.end());
    for (int k = 0; k < std::min<int>(kBestOfSentence, order.size()); ++k) {
      const int i = rows ? line : order[k].second;
      const int j = rows ? order[k].second : line;
      (*marked)(i, j) = true;
    }
  }
}

void SortBestFirst(Partners* partners) {
  for (std::vector<Partner>& list : *partners) {
    std::sort(list.begin(), list.end(), [](const Partner& a, const Partner& b) {
      if (a.confidence != b.confidence) return a.confidence > b.confidence;
      const double x = a.similarity + a.meaning;
      const double y = b.similarity + b.meaning;
      if (x != y) return x > y;
      return a.sentence < b.sentence;
    });
    if (list.size() > kMaxPartners) list.resize(kMaxPartners);
  }
}

}  // namespace

PartnerLists FindPartners(const ReportIndex& left, const ReportIndex& right,
                          const Alignment& alignment) {
  PartnerLists lists;
  lists.of_left.resize(left.sentence_count());
  lists.of_right.resize(right.sentence_count());
  const PairTable table = TableOf(left, right, alignment);
  const auto n = static_cast<int>(table.confidence.rows());
  const auto m = static_cast<int>(table.confidence.cols());
  Eigen::Matrix<bool, Eigen::Dynamic, Eigen::Dynamic> marked =
      Eigen::Matrix<bool, Eigen::Dynamic, Eigen::Dynamic>::Zero(n, m);
  MarkBest(table, true, &marked);
  MarkBest(table, false, &marked);
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < m; ++j) {
      if (!marked(i, j) && !AreTitles(left, i, right, j)) continue;
      const double confidence = table.confidence(i, j);
      const double similarity = table.similarity(i, j);
      const double meaning = table.meaning(i, j);
      lists.of_left[i].push_back({j, confidence, similarity, meaning});
      lists.of_right[j].push_back({i, confidence, similarity, meaning});
    }
  }
  SortBestFirst(&lists.of_left);
  SortBestFirst(&lists.of_right);
  return lists;
}

}  // namespace rashomon
