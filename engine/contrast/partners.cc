#include "engine/contrast/partners.h"

#include <algorithm>

#include "Eigen/Core"
#include "engine/embed/matrix.h"
#include "engine/events/event_profile.h"

namespace rashomon {
namespace {

constexpr int kMaxSentences = 400;
// Below this two sentences of one story share a topic at most. Chosen by
// reading aligned and other pairs of data/divergences; not fitted.
constexpr double kSimilar = 0.2;
// The same for the cosine of their vectors.
constexpr double kSimilarMeaning = 0.6;

// Vectors of all sentences of a report: n x d.
RowMatrix MeaningsOf(const ReportIndex& report) {
  const int n = report.sentence_count();
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
    return Eigen::MatrixXf::Zero(left.sentence_count(),
                                 right.sentence_count());
  }
  return (l * r.transpose()).cwiseMax(0.0f).cwiseMin(1.0f);
}

bool AreTitles(const ReportIndex& left, int i, const ReportIndex& right,
               int j) {
  return left.is_title(i) && right.is_title(j);
}

void AddAligned(const Alignment& alignment, const ReportIndex& left,
                const ReportIndex& right, const Eigen::MatrixXf& meanings,
                PartnerLists* lists) {
  for (const AlignedGroup& group : alignment.groups) {
    for (int i : group.left) {
      for (int j : group.right) {
        const double cosine = Cosine(left.bag(i), right.bag(j));
        lists->of_left[i].push_back(
            {j, group.confidence, cosine, meanings(i, j)});
        lists->of_right[j].push_back(
            {i, group.confidence, cosine, meanings(i, j)});
      }
    }
  }
}

bool Has(const std::vector<Partner>& partners, int sentence) {
  return std::any_of(
      partners.begin(), partners.end(),
      [&](const Partner& p) { return p.sentence == sentence; });
}

void AddSimilar(const ReportIndex& left, const ReportIndex& right,
                const Eigen::MatrixXf& meanings, PartnerLists* lists) {
  const int n = std::min(left.sentence_count(), kMaxSentences);
  const int m = std::min(right.sentence_count(), kMaxSentences);
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < m; ++j) {
      const double cosine = Cosine(left.bag(i), right.bag(j));
      const bool alike = cosine >= kSimilar ||
                         meanings(i, j) >= kSimilarMeaning ||
                         AreTitles(left, i, right, j);
      if (!alike || Has(lists->of_left[i], j)) continue;
      lists->of_left[i].push_back({j, 0, cosine, meanings(i, j)});
      lists->of_right[j].push_back({i, 0, cosine, meanings(i, j)});
    }
  }
}

void KeepBest(Partners* partners) {
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
  const Eigen::MatrixXf meanings = CosinesOf(left, right);
  AddAligned(alignment, left, right, meanings, &lists);
  AddSimilar(left, right, meanings, &lists);
  KeepBest(&lists.of_left);
  KeepBest(&lists.of_right);
  return lists;
}

}  // namespace rashomon
