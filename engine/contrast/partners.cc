#include "engine/contrast/partners.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "Eigen/Core"
#include "engine/base/strings.h"
#include "engine/embed/matrix.h"
#include "engine/events/event_profile.h"

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

// The bags of the first sentences of a report, with numbers for stems. Numbers
// are in the order of the stems, so that sums run as in Cosine(StemBag).
class NumberedBags {
 public:
  NumberedBags(const ReportIndex& report, int sentences,
               const StringMap<int>& numbers) {
    for (int i = 0; i < sentences; ++i) {
      bags_.emplace_back();
      for (const auto& [stem, weight] : report.bag(i).weights) {
        bags_.back().emplace_back(numbers.find(stem)->second, weight);
      }
      norms_.push_back(report.bag(i).norm);
    }
  }

  double CosineWith(int i, const NumberedBags& other, int j) const {
    const double norms = norms_[i] * other.norms_[j];
    if (norms == 0) return 0;
    double dot = 0;
    auto a = bags_[i].begin();
    auto b = other.bags_[j].begin();
    while (a != bags_[i].end() && b != other.bags_[j].end()) {
      if (a->first == b->first) {
        dot += a++->second * b++->second;
      } else if (a->first < b->first) {
        ++a;
      } else {
        ++b;
      }
    }
    return dot / norms;
  }

 private:
  std::vector<std::vector<std::pair<int, double>>> bags_;
  std::vector<double> norms_;
};

// Stems of the first sentences of both reports, numbered in their order.
StringMap<int> NumbersOf(const ReportIndex& left, int n,
                         const ReportIndex& right, int m) {
  std::vector<std::string_view> stems;
  const auto collect = [&stems](const ReportIndex& report, int sentences) {
    for (int i = 0; i < sentences; ++i) {
      for (const auto& [stem, weight] : report.bag(i).weights) {
        stems.push_back(stem);
      }
    }
  };
  collect(left, n);
  collect(right, m);
  std::sort(stems.begin(), stems.end());
  StringMap<int> numbers;
  for (const std::string_view stem : stems) {
    numbers.try_emplace(std::string(stem), static_cast<int>(numbers.size()));
  }
  return numbers;
}

// Cosines of the rare stems of all pairs.
void SetSimilarities(const ReportIndex& left, const ReportIndex& right,
                     Eigen::MatrixXf* similarity) {
  const auto n = static_cast<int>(similarity->rows());
  const auto m = static_cast<int>(similarity->cols());
  const StringMap<int> numbers = NumbersOf(left, n, right, m);
  const NumberedBags l(left, n, numbers), r(right, m, numbers);
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < m; ++j) {
      (*similarity)(i, j) = static_cast<float>(l.CosineWith(i, r, j));
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
