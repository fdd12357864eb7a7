// Draws word vectors together or apart so that texts which belong together have
// alike sums: the contrastive step of the word-vector recipe.
//
//   TextPairs pairs;
//   pairs.Add(rows_of_title, rows_of_lead);
//   FitContrastive(pairs, {}, &vectors);         // words x d
//
// A text's vector is the sum of its words' vectors, of any length: a word's
// length is what it counts for. For each pair of a batch the other pairs'
// partners are the wrong answers; the loss is that of choosing the right one
// by cosine, both ways (InfoNCE: van den Oord, Li, Vinyals 2018).
#ifndef RASHOMON_TOOLS_TRAIN_CONTRASTIVE_H_
#define RASHOMON_TOOLS_TRAIN_CONTRASTIVE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/embed/matrix.h"

namespace rashomon {

// Texts as rows of words, in pairs.
class TextPairs {
 public:
  void Add(std::span<const std::int32_t> left,
           std::span<const std::int32_t> right);

  std::size_t size() const { return pairs_.size(); }
  std::span<const std::int32_t> left(std::size_t i) const {
    return Text(pairs_[i].begin, pairs_[i].middle);
  }
  std::span<const std::int32_t> right(std::size_t i) const {
    return Text(pairs_[i].middle, pairs_[i].end);
  }

 private:
  struct Pair {
    std::size_t begin = 0;
    std::size_t middle = 0;
    std::size_t end = 0;
  };
  std::span<const std::int32_t> Text(std::size_t begin, std::size_t end) const {
    return std::span(rows_).subspan(begin, end - begin);
  }

  std::vector<std::int32_t> rows_;
  std::vector<Pair> pairs_;
};

struct ContrastiveOptions {
  int epochs = 4;
  int batch = 1024;
  float temperature = 0.05f;
  // Step of Adam (Kingma, Ba 2015), as a share of the root mean square of the
  // vectors' numbers; falls to 0 in a straight line.
  float learning_rate = 0.015f;
  // The share of words left out of each text at random, which keeps pairs from
  // being told by one rare word.
  double dropout = 0.2;
  std::uint64_t seed = 7;
  // Called some twenty times with the share done and the mean loss since.
  std::function<void(double, double)> progress;
};

// `vectors` is words x d. One thread; deterministic. Time is O(pairs x batch x
// d); memory, twice the vectors beside them.
void FitContrastive(const TextPairs& pairs, const ContrastiveOptions& options,
                    RowMatrix* vectors);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_CONTRASTIVE_H_
