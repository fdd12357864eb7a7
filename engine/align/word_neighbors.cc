#include "engine/align/word_neighbors.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/lexicon/related_words.h"
#include "engine/lexicon/word_relations.h"
#include "engine/search/top_k.h"

namespace rashomon {
namespace {

// How much of a word a related one stands for. Chosen on stsb_train among
// steps of 0.05 to 0.1; flat around these.
constexpr float kSynonym = 0.9f;
constexpr float kDerived = 0.85f;
constexpr float kNarrower = 0.6f;
// A meaning that more words of the vocabulary share relates none of them: it
// bounds the work for hostile text.
constexpr std::size_t kMostOfMeaning = 64;

// The words of one text that have a vector, n, and their vectors, n x d.
struct VectorSide {
  VectorSide(const std::vector<bool>& stands, const RowMatrix& all) {
    for (Eigen::Index i = 0; i < all.rows(); ++i) {
      if (stands[static_cast<std::size_t>(i)] && !all.row(i).isZero(0)) {
        words.push_back(static_cast<int>(i));
      }
    }
    vectors.resize(static_cast<Eigen::Index>(words.size()), all.cols());
    for (std::size_t k = 0; k < words.size(); ++k) {
      vectors.row(static_cast<Eigen::Index>(k)) = all.row(words[k]);
    }
  }

  std::vector<int> words;
  RowMatrix vectors;
};

void SortUnique(std::vector<int>* list) {
  std::sort(list->begin(), list->end());
  list->erase(std::unique(list->begin(), list->end()), list->end());
}

}  // namespace

WordNeighbors::WordNeighbors(const std::vector<std::string_view>& stems,
                             const WordSides& sides,
                             const SpellingNeighbors& spelling,
                             const RowMatrix& vectors)
    : sides_(sides), neighbors_(stems.size()), opposites_(stems.size()) {
  AddSpelling(spelling);
  AddRelations(stems);
  if (vectors.rows() == static_cast<Eigen::Index>(stems.size())) {
    AddVectors(vectors);
  }
  Settle();
}

void WordNeighbors::Add(int word, int other, float similarity) {
  if (word == other || !sides_.Meet(word, other)) return;
  neighbors_[static_cast<std::size_t>(word)].push_back({other, similarity});
}

void WordNeighbors::AddSpelling(const SpellingNeighbors& spelling) {
  for (int i = 0; i < static_cast<int>(neighbors_.size()); ++i) {
    for (const SpellingNeighbor& n : spelling.of(i)) {
      Add(i, n.stem, static_cast<float>(n.similarity));
    }
  }
}

void WordNeighbors::AddRelations(const std::vector<std::string_view>& stems) {
  std::vector<RelatedWord> words;
  words.reserve(stems.size());
  for (const std::string_view stem : stems) {
    words.push_back(WordRelationTable::Shipped().Find(stem));
  }
  const auto add = [this](int word, int other, WordRelation relation) {
    if (relation == WordRelation::kOpposite) {
      if (word == other || !sides_.Meet(word, other)) return;
      opposites_[static_cast<std::size_t>(word)].push_back(other);
      opposites_[static_cast<std::size_t>(other)].push_back(word);
      return;
    }
    const float similarity = relation == WordRelation::kSynonym   ? kSynonym
                             : relation == WordRelation::kDerived ? kDerived
                                                                  : kNarrower;
    Add(word, other, similarity);
    Add(other, word, similarity);
  };
  RelatedWords(std::move(words)).Visit(add, kMostOfMeaning);
}

void WordNeighbors::AddVectors(const RowMatrix& vectors) {
  const VectorSide left(sides_.left, vectors);
  const VectorSide right(sides_.right, vectors);
  TopKOptions options;
  options.least = kLeastVectorSimilarity;
  // One more: a word of both texts finds itself.
  const MutualTopK nearest = TopKBothWays(left.vectors, right.vectors,
                                          kVectorNeighbors + 1, options);
  const auto add = [this](const VectorSide& here, const VectorSide& there,
                          const std::vector<std::vector<Neighbor>>& lists) {
    for (std::size_t i = 0; i < lists.size(); ++i) {
      for (const Neighbor& n : lists[i]) {
        // Rounded: the order of the words must not show in the last bits.
        const float similarity = std::round(n.score * 1e4f) / 1e4f;
        Add(here.words[i], there.words[static_cast<std::size_t>(n.row)],
            std::min(similarity, 1.0f));
      }
    }
  };
  add(left, right, nearest.of_left);
  add(right, left, nearest.of_right);
}

// The best of each neighbour; opposites are left out.
void WordNeighbors::Settle() {
  for (std::size_t i = 0; i < neighbors_.size(); ++i) {
    std::vector<int>& opposites = opposites_[i];
    SortUnique(&opposites);
    std::vector<WordNeighbor>& list = neighbors_[i];
    std::sort(list.begin(), list.end(),
              [](const WordNeighbor& a, const WordNeighbor& b) {
                return a.word != b.word ? a.word < b.word
                                        : a.similarity > b.similarity;
              });
    list.erase(std::unique(list.begin(), list.end(),
                           [](const WordNeighbor& a, const WordNeighbor& b) {
                             return a.word == b.word;
                           }),
               list.end());
    std::erase_if(list, [&](const WordNeighbor& n) {
      return std::binary_search(opposites.begin(), opposites.end(), n.word);
    });
  }
}

}  // namespace rashomon
