#include "engine/align/word_neighbors.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/search/top_k.h"

namespace rashomon {
namespace {

// How much of a word a related one stands for. Chosen on stsb_train among
// steps of 0.05 to 0.1; flat around these.
constexpr float kSynonym = 0.9f;
constexpr float kDerived = 0.85f;
constexpr float kNarrower = 0.6f;

float SimilarityOf(WordRelation relation) {
  switch (relation) {
    case WordRelation::kSynonym: return kSynonym;
    case WordRelation::kDerived: return kDerived;
    case WordRelation::kNarrower: return kNarrower;
    case WordRelation::kOpposite:
    case WordRelation::kNone: break;
  }
  return 0;
}

}  // namespace

WordNeighbors::WordNeighbors(const WordSides& sides,
                             const SpellingNeighbors& spelling,
                             const std::vector<RelatedPair>& related,
                             const SideVectors& left,
                             const SideVectors& right)
    : sides_(sides), words_(static_cast<int>(sides.left.size())) {
  Found found;
  found.reserve(16 * sides.left.size());
  AddSpelling(spelling, &found);
  AddRelations(related, &found);
  AddVectors(left, right, &found);
  Settle(found);
}

void WordNeighbors::Add(int word, int other, float similarity,
                        Found* found) const {
  if (word == other || !sides_.Meet(word, other)) return;
  found->push_back({word, {other, similarity}});
}

void WordNeighbors::AddSpelling(const SpellingNeighbors& spelling,
                                Found* found) const {
  for (int i = 0; i < words_; ++i) {
    for (const SpellingNeighbor& n : spelling.of(i)) {
      Add(i, n.stem, static_cast<float>(n.similarity), found);
    }
  }
}

void WordNeighbors::AddRelations(const std::vector<RelatedPair>& related,
                                 Found* found) {
  std::vector<std::pair<int, int>> opposites;
  for (const RelatedPair& r : related) {
    if (r.relation != WordRelation::kOpposite) {
      Add(r.word, r.other, SimilarityOf(r.relation), found);
    } else if (r.word != r.other && sides_.Meet(r.word, r.other)) {
      opposites.push_back({r.word, r.other});
    }
  }
  std::sort(opposites.begin(), opposites.end());
  opposites_ =
      GroupedLists<int>::Of(static_cast<std::size_t>(words_), opposites);
}

void WordNeighbors::AddVectors(const SideVectors& left,
                               const SideVectors& right, Found* found) const {
  TopKOptions options;
  options.least = kLeastVectorSimilarity;
  // One more: a word of both texts finds itself.
  const MutualTopK nearest = TopKBothWays(left.vectors, right.vectors,
                                          kVectorNeighbors + 1, options);
  const auto add = [&](const SideVectors& here, const SideVectors& there,
                       const std::vector<std::vector<Neighbor>>& lists) {
    for (std::size_t i = 0; i < lists.size(); ++i) {
      for (const Neighbor& n : lists[i]) {
        // Rounded: the order of the words must not show in the last bits.
        const float similarity = std::round(n.score * 1e4f) / 1e4f;
        Add(here.words[i], there.words[static_cast<std::size_t>(n.row)],
            std::min(similarity, 1.0f), found);
      }
    }
  };
  add(left, right, nearest.of_left);
  add(right, left, nearest.of_right);
}

// The best of each neighbour; opposites are left out.
void WordNeighbors::Settle(const Found& found) {
  const auto all = GroupedLists<WordNeighbor>::Of(
      static_cast<std::size_t>(words_), found);
  std::vector<WordNeighbor> list;
  for (int word = 0; word < words_; ++word) {
    list.assign(all[word].begin(), all[word].end());
    std::sort(list.begin(), list.end(),
              [](const WordNeighbor& a, const WordNeighbor& b) {
                return a.word != b.word ? a.word < b.word
                                        : a.similarity > b.similarity;
              });
    const std::span<const int> opposites = opposites_[word];
    int last = -1;
    for (const WordNeighbor& n : list) {
      if (std::exchange(last, n.word) == n.word) continue;
      if (std::binary_search(opposites.begin(), opposites.end(), n.word)) {
        continue;
      }
      neighbors_.Add(n);
    }
    neighbors_.EndGroup();
  }
}

}  // namespace rashomon
