// Numbers for the stems of two reports, in the order of the stems, so that what
// compares them compares numbers.
//
//   WordBook book(&word_model);
//   const StemNumbers numbers({&left_annotation, &right_annotation}, &book);
//   numbers.words(1)[sentence][word].stem    // of the right one
#ifndef RASHOMON_ENGINE_EMBED_STEM_NUMBERS_H_
#define RASHOMON_ENGINE_EMBED_STEM_NUMBERS_H_

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "engine/claims/claim.h"
#include "engine/embed/word_book.h"
#include "engine/embed/word_counts.h"
#include "engine/lexicon/related_words.h"
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
  // `book` is not kept. O(words + stems log stems).
  StemNumbers(const std::vector<const Annotation*>& annotations,
              WordBook* book);

  int size() const { return static_cast<int>(stems_.size()); }
  // kNone for what is no stem of theirs. O(log stems).
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
  // Its number in the book, while the book remembers.
  int book_number(int number) const {
    return book_numbers_[static_cast<std::size_t>(number)];
  }
  // As WordRelationTable::Between. O(log of the stems that are related to one).
  WordRelation Between(int a, int b) const { return related_.Between(a, b); }
  const RelatedWords& related() const { return related_; }

 private:
  // A stem by its text, where that stays, and its number in the book.
  struct Entry {
    std::string_view text;
    int book_number = 0;
  };

  void Sort(std::vector<Entry> entries);

  std::deque<std::string> bases_;  // stems that no word has
  std::vector<std::string_view> stems_;
  std::vector<int> book_numbers_;
  std::vector<double> rarities_;
  RelatedWords related_;
  std::vector<Sentences> words_;
};

// -ln of a stem's share of all words, 0..~16; 0 for the most frequent ones
// (rarer than 1 in 150 counts).
double RarityOf(std::string_view stem, const WordCounts& counts);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_STEM_NUMBERS_H_
