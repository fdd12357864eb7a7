#include "engine/events/story_index.h"

#include <algorithm>

namespace rashomon {

void StoryIndex::Add(const TermVector& head) {
  const auto report = static_cast<std::uint32_t>(cosines_.size());
  cosines_.push_back(0);
  for (const WeightedTerm& t : head) {
    auto& postings = postings_[t.term];
    // Old ones go by the thousand, not one by one.
    if (postings.size() == 2 * kNewest) {
      postings.erase(postings.begin(), postings.begin() + kNewest);
    }
    postings.push_back({report, t.weight});
  }
}

std::vector<std::uint32_t> StoryIndex::Candidates(const TermVector& head,
                                                  std::size_t most) {
  std::vector<std::uint32_t> met;
  for (const WeightedTerm& t : head) {
    const auto it = postings_.find(t.term);
    if (it == postings_.end()) continue;
    const auto& postings = it->second;
    const std::size_t first =
        postings.size() - std::min(postings.size(), kNewest);
    for (std::size_t i = first; i < postings.size(); ++i) {
      float& cosine = cosines_[postings[i].report];
      if (cosine == 0) met.push_back(postings[i].report);
      cosine += t.weight * postings[i].weight;
    }
  }
  std::vector<Posting> found;
  for (const std::uint32_t report : met) {
    if (cosines_[report] >= kLeastCosine) {
      found.push_back({report, cosines_[report]});
    }
    cosines_[report] = 0;
  }
  const std::size_t keep = std::min(most, found.size());
  std::partial_sort(found.begin(), found.begin() + keep, found.end(),
                    [](const Posting& a, const Posting& b) {
                      if (a.weight != b.weight) return a.weight > b.weight;
                      return a.report < b.report;
                    });
  std::vector<std::uint32_t> reports;
  for (std::size_t i = 0; i < keep; ++i) reports.push_back(found[i].report);
  return reports;
}

}  // namespace rashomon
