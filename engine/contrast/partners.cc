#include "engine/contrast/partners.h"

#include <algorithm>

#include "engine/events/event_profile.h"

namespace rashomon {
namespace {

constexpr int kMaxSentences = 400;
// Below this two sentences of one story share a topic at most. Chosen by
// reading aligned and other pairs of data/divergences; not fitted.
constexpr double kSimilar = 0.2;

void AddAligned(const Alignment& alignment, const ReportIndex& left,
                const ReportIndex& right, PartnerLists* lists) {
  for (const AlignedGroup& group : alignment.groups) {
    for (int i : group.left) {
      for (int j : group.right) {
        const double cosine = Cosine(left.bag(i), right.bag(j));
        lists->of_left[i].push_back({j, group.confidence, cosine});
        lists->of_right[j].push_back({i, group.confidence, cosine});
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
                PartnerLists* lists) {
  const int n = std::min(left.sentence_count(), kMaxSentences);
  const int m = std::min(right.sentence_count(), kMaxSentences);
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < m; ++j) {
      const double cosine = Cosine(left.bag(i), right.bag(j));
      if (cosine < kSimilar || Has(lists->of_left[i], j)) continue;
      lists->of_left[i].push_back({j, 0, cosine});
      lists->of_right[j].push_back({i, 0, cosine});
    }
  }
}

void KeepBest(Partners* partners) {
  for (std::vector<Partner>& list : *partners) {
    std::sort(list.begin(), list.end(), [](const Partner& a, const Partner& b) {
      if (a.confidence != b.confidence) return a.confidence > b.confidence;
      if (a.similarity != b.similarity) return a.similarity > b.similarity;
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
  AddAligned(alignment, left, right, &lists);
  AddSimilar(left, right, &lists);
  KeepBest(&lists.of_left);
  KeepBest(&lists.of_right);
  return lists;
}

}  // namespace rashomon
