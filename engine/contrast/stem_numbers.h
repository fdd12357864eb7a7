// Numbers for the stems of two reports, so that what compares them compares
// numbers.
//
//   const StemNumbers numbers({&left_annotation, &right_annotation}, counts);
//   numbers.words(1)[sentence][word].stem    // of the right one
#ifndef RASHOMON_ENGINE_CONTRAST_STEM_NUMBERS_H_
#define RASHOMON_ENGINE_CONTRAST_STEM_NUMBERS_H_

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/claims/claim.h"
#include "engine/embed/word_counts.h"
#include "engine/lexicon/word_relations.h"

namespace rashomon {

struct NumberedWord {
  int stem = 0;
  // The same but for an irregular verb or plural, where it is that of its base:
  // "lose" for "lost".
  int base = 0;
};

// Immutable after construction; thread-safe.
class StemNumbers {
 public:
  static constexpr int kNone = -1;
  using Sentences = std::vector<std::vector<NumberedWord>>;

  // Of the words of annotations, which outlive this, and of their bases.
  // Numbers are in the order of the stems. O(words + stems log stems).
  StemNumbers(const std::vector<const Annotation*>& annotations,
              const WordCounts& counts);

  int size() const { return static_cast<int>(stems_.size()); }
  // kNone for what is no stem of theirs.
  int Find(std::string_view stem) const;

  // Of each sentence and word of an annotation, by its place in the list given.
  const Sentences& words(std::size_t annotation) const {
    return words_[annotation];
  }

  std::string_view stem(int number) const {
    return stems_[static_cast<std::size_t>(number)];
  }
  // RarityOf the stem.
  double rarity(int number) const {
    return rarities_[static_cast<std::size_t>(number)];
  }
  // As WordRelationTable::Between. O(log of the stems that are related to one).
  WordRelation Between(int a, int b) const;

 private:
  using Numbers = absl::flat_hash_map<std::string_view, int>;
  struct Related {
    int other = 0;
    WordRelation relation = WordRelation::kNone;
  };

  int Add(std::string_view stem);
  void Sort();
  void Relate();

  std::deque<std::string> bases_;  // stems that no word has
  Numbers numbers_;
  std::vector<std::string_view> stems_;
  std::vector<double> rarities_;
  std::vector<std::size_t> related_begin_;  // of each stem's, and the end
  std::vector<Related> related_;            // by the other
  std::vector<Sentences> words_;
};

// -ln of a stem's share of all words, 0..~16; 0 for the most frequent ones
// (rarer than 1 in 150 counts).
double RarityOf(std::string_view stem, const WordCounts& counts);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_STEM_NUMBERS_H_
