// Bags of words: a sentence as its weighted stems, sparse.
//
//   BagOfWords bags(&word_counts);
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

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/strings.h"
#include "engine/embed/word_counts.h"
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
// distinct stems.
class BagOfWords {
 public:
  // `counts` outlives this.
  explicit BagOfWords(const WordCounts* counts) : counts_(counts) {}

  Bag Add(const std::vector<Word>& sentence) {
    return BagOf(ColumnsOf(sentence));
  }

  // What has no column: a mark.
  static constexpr int kNone = -1;
  // The column of each word's stem, or kNone.
  std::vector<int> ColumnsOf(const std::vector<Word>& sentence);
  // The bag of words of these columns; kNone counts for nothing.
  Bag BagOf(const std::vector<int>& columns) const;

  // The column of a stem, made where it is new.
  int ColumnOf(std::string_view stem);

  int columns() const { return static_cast<int>(weights_.size()); }
  // Weight of the stem of a column, in (0, 1).
  double weight(int column) const {
    return weights_[static_cast<std::size_t>(column)];
  }
  const std::vector<double>& weights() const { return weights_; }
  const std::string& stem(int column) const {
    return stems_[static_cast<std::size_t>(column)];
  }

 private:
  const WordCounts* counts_;
  StringMap<int> columns_;
  std::vector<double> weights_;     // by column
  std::vector<std::string> stems_;  // by column
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_BAG_OF_WORDS_H_
