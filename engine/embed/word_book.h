// What the tables say of words, looked up once however many reports have them,
// by numbers of their stems.
//
//   WordBook book(&word_model);                      // one per thread
//   book.Renew();                                    // before two reports
//   const BookSentences left = book.Read(left_annotation);
//   book.rarity(left[sentence][word].stem)
#ifndef RASHOMON_ENGINE_EMBED_WORD_BOOK_H_
#define RASHOMON_ENGINE_EMBED_WORD_BOOK_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <Eigen/Core>

#include "absl/container/flat_hash_map.h"
#include "engine/base/strings.h"
#include "engine/claims/claim.h"
#include "engine/embed/letter_trigrams.h"
#include "engine/embed/word_case.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/word_relations.h"
#include "engine/text/word.h"

namespace rashomon {

struct BookWord {
  int stem = 0;
  // The same but for an irregular form of a verb or noun, where it is that of
  // its base: "lose" for "lost".
  int base = 0;
};
using BookSentences = std::vector<std::vector<BookWord>>;

// Not thread-safe: keep one per thread. Memory: some 300 bytes a stem, and d
// numbers for each that has no vector; at most some 40 MB.
class WordBook {
 public:
  static constexpr int kNone = -1;

  // `model` outlives this.
  explicit WordBook(const WordModel* model) : model_(model) {}
  WordBook(const WordBook&) = delete;
  WordBook& operator=(const WordBook&) = delete;

  const WordModel& model() const { return *model_; }

  // Forgets where it has grown large: numbers given before mean nothing then.
  void Renew();

  // Of the words of an annotation, by sentence. O(1) for a word that was met
  // before, of whatever splitter.
  BookSentences Read(const Annotation& annotation);
  // Of words of any splitters.
  std::vector<BookWord> Read(const std::vector<Word>& words);
  // Of one stem, made where it is new.
  int Number(std::string_view stem);
  // kNone for what was never met.
  int Find(std::string_view stem) const;

  // Numbers are dense from 0.
  int size() const { return static_cast<int>(stems_.size()); }
  std::string_view stem(int number) const { return At(number).stem; }
  // A hash of the stem, the same in every book.
  std::uint64_t hash(int number) const { return At(number).hash; }
  // As WordCounts says.
  double rarity(int number) const { return At(number).rarity; }
  double sif_weight(int number) const { return At(number).sif_weight; }
  RelatedWord related(int number) const { return At(number).related; }

  // As WordVectors::Find and VectorOfUnknown, of a table that is looked up by
  // stems.
  std::uint32_t RowOf(int number, WordCase word_case);
  const Eigen::VectorXf& VectorOfUnknown(int number, WordCase word_case);

  // For other texts, made where it is first asked for: making one is slow.
  WordSplitter& splitter() {
    return splitter_ ? *splitter_ : splitter_.emplace();
  }

  // Of all stems, by number.
  const LetterTrigrams& Trigrams();

 private:
  static constexpr std::size_t kCases = 3;

  struct Stem {
    std::string_view stem;
    std::uint64_t hash = 0;
    double rarity = 0;
    double sif_weight = 0;
    RelatedWord related = nullptr;
    std::array<std::optional<std::uint32_t>, kCases> rows;
    // Of a common word, and of others; null where nobody asked.
    std::array<const Eigen::VectorXf*, 2> unknown{};
  };

  const Stem& At(int number) const {
    return stems_[static_cast<std::size_t>(number)];
  }
  Stem& At(int number) { return stems_[static_cast<std::size_t>(number)]; }
  BookWord Look(const Word& word);
  BookWord LookById(const Word& word);
  int BaseOf(std::string_view normal, int stem);

  const WordModel* model_;
  std::deque<std::string> texts_;
  absl::flat_hash_map<std::string_view, int> numbers_;  // of texts_
  std::vector<Stem> stems_;
  StringMap<BookWord> by_normal_;  // irregular forms; others have their stem
  std::deque<Eigen::VectorXf> unknown_;
  LetterTrigrams trigrams_;  // of the first stems
  // Of words of the memory that was read last, by their ids.
  std::shared_ptr<const void> memory_;
  std::vector<BookWord> by_id_;
  std::optional<WordSplitter> splitter_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_WORD_BOOK_H_
