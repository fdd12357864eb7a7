// What two sentences have in common, as numbers that a model weighs.
//
//   PairSpace space(&word_counts);
//   const SentenceProfile a = space.Add(words_of_a);
//   const SentenceProfile b = space.Add(words_of_b);
//   space.Finish();                       // after the last Add
//   const PairFeatures f = space.Compare(a, b);
//   f[PairFeature::kSoftCosine]
#ifndef RASHOMON_ENGINE_ALIGN_PAIR_FEATURES_H_
#define RASHOMON_ENGINE_ALIGN_PAIR_FEATURES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/align/spelling_neighbors.h"
#include "engine/embed/bag_of_words.h"
#include "engine/embed/word_counts.h"
#include "engine/text/word.h"

namespace rashomon {

enum class PairFeature : std::uint8_t {
  kCosine,          // weight of shared words / root of both weights, 0..1
  kSoftCosine,      // words spelt alike count in part, 0..1
  kSoftSquared,     // its square
  kPlainCosine,     // every word weighs 1
  kBigramCosine,    // pairs of neighbouring words, in order
  kSharedWeight,    // ln(1 + weight of shared words)
  kUnsharedWeight,  // ln(1 + weight of the words of one side only)
  kLesserWeight,    // ln(1 + weight of the lighter sentence)
  kWeightRatio,     // lighter by heavier, 0..1
  kNameCosine,      // as kCosine, over names and anchors
  kSharedNames,     // ln(1 + weight of shared names)
  kNumberShared,    // 1: a number stands in both
  kNumberConflict,  // 1: both have numbers, none in common
  kNumberOneSided,  // 1: one side alone has numbers
  kCount,
};
inline constexpr std::size_t kPairFeatureCount =
    static_cast<std::size_t>(PairFeature::kCount);

// "cosine", "soft_cosine" ...: the names in model files.
std::string_view Name(PairFeature feature);

// All finite; symmetric in the two sentences.
class PairFeatures {
 public:
  double& operator[](PairFeature f) {
    return values_[static_cast<std::size_t>(f)];
  }
  double operator[](PairFeature f) const {
    return values_[static_cast<std::size_t>(f)];
  }
  const std::array<double, kPairFeatureCount>& values() const {
    return values_;
  }

 private:
  std::array<double, kPairFeatureCount> values_{};
};

// One sentence, read once. All lists are sorted, each element once.
struct SentenceProfile {
  Bag bag;                     // of unit length
  std::vector<int> words;      // columns
  double weight = 0;           // of the words, summed
  std::vector<std::pair<int, int>> bigrams;  // columns of neighbours
  double bigram_weight = 0;    // a bigram weighs as its two words, halved
  std::vector<int> names;      // columns of capitalised words and anchors
  double name_weight = 0;
  std::vector<std::string> numbers;  // "16000"
};

// The words of a set of sentences, usually those of two articles. Not
// thread-safe until Finish(), then const calls are.
class PairSpace {
 public:
  // `counts` outlives this.
  explicit PairSpace(const WordCounts* counts) : words_(counts) {}

  // `anchors`: what else names the same thing in both (engine/align/aligner.h).
  SentenceProfile Add(const std::vector<Word>& sentence,
                      const std::vector<std::string>& anchors = {});

  // Finds words that are spelt alike. Call once, after the last Add.
  void Finish();

  // Both were added here, before Finish(). O(words).
  PairFeatures Compare(const SentenceProfile& left,
                       const SentenceProfile& right) const;

  int columns() const { return words_.columns(); }
  double weight(int column) const { return words_.weight(column); }

 private:
  double SoftWeight(const std::vector<int>& only_here,
                    const std::vector<int>& only_there) const;

  BagOfWords words_;
  std::optional<SpellingNeighbors> neighbors_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_PAIR_FEATURES_H_
