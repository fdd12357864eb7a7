// What two sentences have in common, as numbers that a model weighs.
//
//   PairSpace space(&word_model);
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

#include <Eigen/Core>

#include "engine/align/spelling_neighbors.h"
#include "engine/align/word_neighbors.h"
#include "engine/claims/names_across_scripts.h"
#include "engine/embed/bag_of_words.h"
#include "engine/embed/matrix.h"
#include "engine/embed/word_case.h"
#include "engine/embed/word_model.h"
#include "engine/text/word.h"

namespace rashomon {

enum class PairFeature : std::uint8_t {
  kCosine,          // weight of shared words / root of both weights, 0..1
  kSoftCosine,      // words spelt alike count in part, 0..1
  kPlainCosine,     // every word weighs 1
  kBigramCosine,    // pairs of neighbouring words, in order
  kSharedWeight,    // ln(1 + weight of shared words)
  kUnsharedWeight,  // ln(1 + weight of the words of one side only)
  kLesserWeight,    // ln(1 + weight of the lighter sentence)
  kWeightRatio,     // lighter by heavier, 0..1
  kNumberShared,    // 1: a number stands in both
  kNumberConflict,  // 1: both have numbers, none in common
  kNumberOneSided,  // 1: one side alone has numbers
  kVectorCosine,    // of the sentences' vectors, -1..1
  kWordMatch,       // weight of words through their best counterparts, 0..1:
                    // harmonic mean of both sides' shares
  kRestCosine,      // of the words that have no counterpart, -1..1
  kOpposites,       // weight of words that have an antonym alone
  kLength,          // ln(1 + words of both)
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
  std::vector<int> anchors;    // columns
  std::vector<std::string> numbers;  // "16000"
  Eigen::VectorXf vector;      // of the sentence; empty where there are none
};

// The words of a set of sentences, usually those of two articles. Names count
// as one in Cyrillic and Latin letters, with and without the patronymic
// (names_across_scripts.h, patronymic.h). Not thread-safe until Finish(), then
// const calls are.
class PairSpace {
 public:
  // `model` outlives this. `names`: of all sentences that will be added.
  explicit PairSpace(const WordModel* model, NamesAcrossScripts names = {})
      : model_(model),
        names_across_scripts_(std::move(names)),
        words_(&model->counts()) {}

  // `anchors`: what else names the same thing in both (engine/align/aligner.h).
  SentenceProfile Add(const std::vector<Word>& sentence,
                      const std::vector<std::string>& anchors = {});

  // Finds words that can stand for one another. Call once, after the last Add.
  void Finish();

  // Both were added here, before Finish(). O(words).
  PairFeatures Compare(const SentenceProfile& left,
                       const SentenceProfile& right) const;

  // Which share of the weight of `here` its words and anchors find in `there`,
  // words through their best counterparts; 0..1. `weights`: of every column.
  double ShareFound(const SentenceProfile& here, const SentenceProfile& there,
                    const std::vector<double>& weights) const;

  // The words and anchors of a sentence as a bag of unit length.
  Bag BagWithAnchors(const SentenceProfile& profile) const;

  // Whether the sentences are of two scripts, so that words alone tie few.
  bool mixes_scripts() const { return names_across_scripts_.mixed(); }
  int columns() const { return words_.columns(); }
  double weight(int column) const { return words_.weight(column); }

 private:
  // How the word of a column is looked up among the vectors: as seen so far,
  // whatever the order of the sentences.
  struct VectorKey {
    WordCase word_case = WordCase::kEither;
    std::string normal;  // empty where stems are looked up
  };

  using FixedVector = Eigen::Matrix<std::int32_t, Eigen::Dynamic, 1>;
  using FixedMatrix = Eigen::Matrix<std::int32_t, Eigen::Dynamic,
                                    Eigen::Dynamic, Eigen::RowMajor>;

  // What one side's own words find on the other side.
  struct Matches {
    double weight = 0;     // of the words through their best counterparts
    double opposite = 0;   // weight of those with an antonym alone
    FixedVector rest;      // weighted sum of the vectors of those without one
  };

  double SoftWeight(const std::vector<int>& only_here,
                    const std::vector<int>& only_there) const;
  float BestCounterpart(int word, const std::vector<int>& there) const;
  Matches MatchWords(const std::vector<int>& only_here,
                     const std::vector<int>& there) const;
  void CompareByMeaning(const SentenceProfile& left,
                        const SentenceProfile& right, double shared,
                        PairFeatures* f) const;
  SentenceProfile AddAsCounted(const std::vector<Word>& sentence,
                               const std::vector<std::string>& anchors);
  void NoteKey(int column, const Word& word, WordCase word_case);
  Eigen::VectorXf VectorOf(const std::vector<Word>& sentence);

  const WordModel* model_;
  NamesAcrossScripts names_across_scripts_;
  BagOfWords words_;
  std::vector<std::optional<VectorKey>> keys_;  // of columns
  std::optional<SpellingNeighbors> spelling_;
  std::optional<WordNeighbors> neighbors_;
  FixedMatrix fixed_;  // weighted vectors of columns; zeros for what is no word
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_PAIR_FEATURES_H_
