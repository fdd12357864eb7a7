// What two sentences have in common, as numbers that a model weighs.
//
//   WordBook book(&word_model);
//   PairSpace space(&book);
//   const SentenceProfile a = space.AddLeft(words_of_a);
//   const SentenceProfile b = space.AddRight(words_of_b);
//   space.Finish();                       // after the last Add
//   PairComparer comparer(&space);        // pair_comparer.h
//   comparer.Take(a);
//   comparer.Compare(b)[PairFeature::kSoftCosine]
#ifndef RASHOMON_ENGINE_ALIGN_PAIR_FEATURES_H_
#define RASHOMON_ENGINE_ALIGN_PAIR_FEATURES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <Eigen/Core>

#include "absl/container/flat_hash_map.h"
#include "engine/align/fixed_rows.h"
#include "engine/align/word_ties.h"
#include "engine/base/strings.h"
#include "engine/claims/names_across_scripts.h"
#include "engine/embed/bag_of_words.h"
#include "engine/embed/matrix.h"
#include "engine/embed/stem_numbers.h"
#include "engine/embed/word_book.h"
#include "engine/embed/word_case.h"
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

// Two neighbouring words. Weighs as they do, halved.
struct Bigram {
  int id = 0;  // one for each two columns in their order, from 0
  double weight = 0;
};

// One sentence, read once. All lists are sorted, each element once.
struct SentenceProfile {
  int number = 0;               // of the space's sentences, from 0
  Bag bag;                      // of unit length
  std::vector<int> words;       // columns
  double weight = 0;            // of the words, summed
  std::vector<Bigram> bigrams;  // by their columns; where they are asked for
  double bigram_weight = 0;
  std::vector<int> anchors;     // columns
  std::vector<int> numbers;     // "16000", numbered from 0
  Eigen::VectorXf vector;       // of the sentence; empty where there are none
  float norm = 0;               // of the vector
};

// The words of sentences of two sides, usually two articles. Names count
// as one in Cyrillic and Latin letters, with and without the patronymic
// (names_across_scripts.h, patronymic.h). Not thread-safe until Finish(), then
// const calls are.
class PairSpace {
 public:
  // `book` outlives this, and is not renewed meanwhile. `names`: of all
  // sentences that will be added. `numbers`: of their stems, or null where
  // nobody has them; outlives Finish(). `bigrams`: whether anyone asks for
  // them.
  explicit PairSpace(WordBook* book, NamesAcrossScripts names = {},
                     const StemNumbers* numbers = nullptr, bool bigrams = true)
      : book_(book),
        names_across_scripts_(std::move(names)),
        numbers_(numbers),
        asks_bigrams_(bigrams),
        words_(book) {}

  // A sentence of either side: those of one are compared with those of the
  // other. `anchors`: what else names the same thing in both
  // (engine/align/aligner.h). `stems`: of each word, its number in the book;
  // empty where they are to be looked up.
  SentenceProfile AddLeft(const std::vector<Word>& sentence,
                          const std::vector<std::string>& anchors = {},
                          std::span<const int> stems = {}) {
    return Add(sentence, anchors, stems, &left_columns_);
  }
  SentenceProfile AddRight(const std::vector<Word>& sentence,
                           const std::vector<std::string>& anchors = {},
                           std::span<const int> stems = {}) {
    return Add(sentence, anchors, stems, &right_columns_);
  }

  // Finds words that can stand for one another. Call once, after the last
  // sentence.
  void Finish();

  // The words and anchors of a sentence as a bag of unit length.
  Bag BagWithAnchors(const SentenceProfile& profile) const;

  // Whether the sentences are of two scripts, so that words alone tie few.
  bool mixes_scripts() const { return names_across_scripts_.mixed(); }
  int columns() const { return words_.columns(); }
  double weight(int column) const { return words_.weight(column); }
  const std::vector<double>& weights() const { return words_.weights(); }
  int sentences() const { return sentences_; }
  int bigrams() const { return static_cast<int>(bigram_ids_.size()); }

  // After Finish(): how words stand for one another, and their weighted
  // vectors; of columns, zeros for what is no word.
  const WordTies& ties() const { return *ties_; }
  const FixedRows& vectors() const { return vectors_; }

 private:
  // How the word of a column is looked up among the vectors: as seen so far,
  // whatever the order of the sentences.
  struct VectorKey {
    WordCase word_case = WordCase::kEither;
    std::string normal;  // empty where stems are looked up
  };

  SentenceProfile Add(const std::vector<Word>& sentence,
                      const std::vector<std::string>& anchors,
                      std::span<const int> stems, std::vector<bool>* side);
  SentenceProfile AddAsCounted(const std::vector<Word>& sentence,
                               const std::vector<std::string>& anchors,
                               std::span<const int> stems);
  int BigramOf(int first, int second);
  void AddBigrams(const std::vector<int>& columns, SentenceProfile* profile);
  void NoteKey(int column, const Word& word, WordCase word_case);
  std::uint32_t RowOf(int column, std::string_view key, WordCase word_case);
  Eigen::VectorXf VectorOf(const std::vector<Word>& sentence,
                           const std::vector<int>& columns);
  void ReadColumnVector(int column, float* out);
  std::array<SideVectors, 2> ReadColumnVectors();
  const Eigen::VectorXf& UnknownVector(int column, std::string_view key,
                                       WordCase word_case);
  SpellingNeighbors SpellingOfColumns(const WordSides& sides) const;
  std::vector<RelatedPair> RelatedColumns() const;

  const WordVectors* table() const { return book_->model().vectors(); }
  bool by_stem() const {
    return table()->key_form() == WordVectors::KeyForm::kStem;
  }

  WordBook* book_;
  NamesAcrossScripts names_across_scripts_;
  const StemNumbers* numbers_;
  bool asks_bigrams_;
  BagOfWords words_;
  int sentences_ = 0;
  std::vector<bool> left_columns_;   // which have a word of the left side
  std::vector<bool> right_columns_;
  absl::flat_hash_map<std::uint64_t, int> bigram_ids_;  // by both columns
  StringMap<int> number_ids_;
  std::vector<std::optional<VectorKey>> keys_;  // of columns
  // What spelling gives to words that a table of forms does not know: where they
  // are common, and else.
  StringMap<Eigen::VectorXf> unknown_common_;
  StringMap<Eigen::VectorXf> unknown_others_;
  std::optional<WordTies> ties_;
  FixedRows vectors_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_PAIR_FEATURES_H_
