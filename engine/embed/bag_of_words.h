// Bags of words: a sentence as its weighted stems, sparse.
//
//   WordBook book(&word_model);
//   BagOfWords bags(&book);
//   Bag a = bags.Add(words_of_a);
//   Bag b = bags.Add(words_of_b);       // the same stem, the same column
//   double cosine = Dot(a, b);          // 0..1
//
// A stem counts once however often the sentence repeats it. Its entry is the
// root of its smooth-inverse-frequency weight (Arora, Liang, Ma 2017), so that
// before scaling the product of two bags is the weight of the words they
// share. Numbers are words here, punctuation is left out; stop words weigh
// little and are not dropped.
#ifndef RASHOMON_ENGINE_EMBED_BAG_OF_WORDS_H_
#define RASHOMON_ENGINE_EMBED_BAG_OF_WORDS_H_

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "engine/embed/word_book.h"
#include "engine/text/word.h"

namespace rashomon {

struct BagEntry {
  int column = 0;
  float weight = 0;
};

// By column, each once. Of unit length, or empty: no words.
using Bag = std::vector<BagEntry>;

// Cosine of two bags of one BagOfWords, 0..1. O(size of both).
double Dot(const Bag& left, const Bag& right);

// Gives columns to stems in the order they come. Not thread-safe. Memory: the
// book's stems.
class BagOfWords {
 public:
  // `book` outlives this, and is not renewed meanwhile.
  explicit BagOfWords(WordBook* book) : book_(book) {}

  Bag Add(const std::vector<Word>& sentence) {
    return BagOf(ColumnsOf(sentence, NumbersOf(sentence)));
  }

  // What has no column: a mark.
  static constexpr int kNone = -1;
  // The numbers of the words' stems in the book.
  std::vector<int> NumbersOf(const std::vector<Word>& sentence);
  // The column of each word's stem, or kNone. `numbers`: of each word.
  std::vector<int> ColumnsOf(const std::vector<Word>& sentence,
                             std::span<const int> numbers);
  // The bag of words of these columns; kNone counts for nothing.
  Bag BagOf(const std::vector<int>& columns) const;

  // The column of a stem by its number in the book, made where it is new.
  int ColumnOf(int number);
  int ColumnOf(std::string_view stem) { return ColumnOf(book_->Number(stem)); }
  // kNone where it has none.
  int FindColumn(int number) const {
    const auto at = static_cast<std::size_t>(number);
    return at < columns_.size() ? columns_[at] : kNone;
  }

  int columns() const { return static_cast<int>(numbers_.size()); }
  int number(int column) const {
    return numbers_[static_cast<std::size_t>(column)];
  }
  // Weight of the stem of a column, in (0, 1).
  double weight(int column) const {
    return weights_[static_cast<std::size_t>(column)];
  }
  const std::vector<double>& weights() const { return weights_; }
  std::string_view stem(int column) const {
    return book_->stem(number(column));
  }

 private:
  WordBook* book_;
  std::vector<int> columns_;     // by number in the book
  std::vector<int> numbers_;     // by column
  std::vector<double> weights_;  // by column
  std::vector<float> roots_;     // of the weights
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_BAG_OF_WORDS_H_
