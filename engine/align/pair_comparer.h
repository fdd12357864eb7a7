// Compares one sentence with many others.
//
//   PairComparer comparer(&space);        // after space.Finish()
//   comparer.Take(a);
//   for (const SentenceProfile& b : others) {
//     const PairFeatures f = comparer.Compare(b);
//     const LocalMatch m = comparer.MatchLocally(weights);   // of a and b
//   }
#ifndef RASHOMON_ENGINE_ALIGN_PAIR_COMPARER_H_
#define RASHOMON_ENGINE_ALIGN_PAIR_COMPARER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/align/pair_features.h"
#include "engine/align/word_matcher.h"

namespace rashomon {

// Weights of the caller's.
struct LocalWeights {
  std::vector<double> of_columns;
  std::vector<double> of_sentences;  // by their number: as WeightOf says
};

// Of the words and anchors of a sentence, added up in their order.
double WeightOf(const SentenceProfile& sentence,
                const std::vector<double>& of_columns);

// What two sentences find in each other by weights of the caller's.
struct LocalMatch {
  // Which share of the weight of a sentence its words and anchors find in the
  // other, words through their best counterparts; 0..1.
  double of_here = 0;
  double of_there = 0;
  double shared = 0;  // weight of the shared words
};

// Which features are asked for.
class PairFeatureSet {
 public:
  static PairFeatureSet All() {
    PairFeatureSet set;
    set.has_.fill(true);
    return set;
  }
  void Add(PairFeature f) { has_[static_cast<std::size_t>(f)] = true; }
  bool Has(PairFeature f) const { return has_[static_cast<std::size_t>(f)]; }

 private:
  std::array<bool, kPairFeatureCount> has_{};
};

// Not thread-safe: one for each thread. Memory: linear in the words of the
// space.
class PairComparer {
 public:
  // `space` is finished, and outlives this. Features that are not asked for are
  // zeros, or what they are.
  explicit PairComparer(const PairSpace* space,
                        const PairFeatureSet& asked = PairFeatureSet::All());

  // The sentence that others are compared with. It and they were added to the
  // space, and live until the next. O(words and what they are tied
  // to).
  void Take(const SentenceProfile& here);

  // O(words).
  PairFeatures Compare(const SentenceProfile& there);

  // Of the sentences that were compared last. `weights`: of both and of every
  // column. O(words that stand in both or are tied, and anchors).
  LocalMatch MatchLocally(const LocalWeights& weights) const;

 private:
  // What one side's own words find on the other side.
  struct Found {
    double soft = 0;       // weight through the nearest spellings
    double weight = 0;     // through the best counterparts
    double opposite = 0;   // of those with an antonym alone
  };
  // What both share.
  struct Shared {
    double weight = 0;
    double words = 0;
  };
  // A side's words without a counterpart, or the others where those are fewer.
  struct Rest {
    std::vector<int> words;
    std::vector<int> others;
  };

  Shared FindShared() const;
  double SharedBigramWeight() const;
  Found Find(const SentenceProfile& side,
             const std::vector<WordMatch>& matches) const;
  RowSum SumOfRest(const SentenceProfile& side,
                   const std::vector<WordMatch>& matches, Rest* rest);
  double RestCosine();
  void CompareWeights(double shared, PairFeatures* f) const;
  void CompareNumbers(PairFeatures* f) const;

  const PairSpace& space_;
  PairFeatureSet asked_;
  WordMatcher matcher_;
  const SentenceProfile* here_ = nullptr;
  const SentenceProfile* there_ = nullptr;
  std::vector<int> taken_;         // bigrams of `here`
  std::vector<bool> is_taken_;     // of each bigram
  Rest here_rest_;
  Rest there_rest_;
  // Of all words of the first sentences of the space, where it was asked for.
  std::vector<std::vector<std::int32_t>> totals_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_PAIR_COMPARER_H_
