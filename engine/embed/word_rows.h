// The row of each word of a sentence, looked up once a word instead of once an
// occurrence: what a sentence's vector is summed from.
//
//   WordRows rows(&vectors, &counts);            // beside its WordSplitter
//   const auto& words = splitter.Views(text, span);
//   rows.Renew(splitter.generation());
//   for (const WeightedRow& r : rows.Of(words)) {
//     for (int i = 0; i < d; ++i) sum[i] += r.factor * r.values[i];
//   }
#ifndef RASHOMON_ENGINE_EMBED_WORD_ROWS_H_
#define RASHOMON_ENGINE_EMBED_WORD_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "engine/embed/word_case.h"
#include "engine/embed/word_counts.h"
#include "engine/embed/word_vectors.h"
#include "engine/text/word.h"

namespace rashomon {

struct WeightedRow {
  const std::int8_t* values = nullptr;  // d of them
  float factor = 0;                     // scale x weight of the word
  float weight = 0;                     // the weight alone
  // Row of the table, or WordVectors::kUnknown.
  std::uint32_t id = WordVectors::kUnknown;
};

// Not thread-safe. As large as the splitter's memory of words, plus d bytes for
// each unknown word.
class WordRows {
 public:
  // Both outlive this. `counts` says what a word without a row weighs: less
  // than the table's weight of unknown words in as far as it is frequent all
  // the same, as all words of another language than the table's are unknown.
  // May be null: all weigh alike then.
  WordRows(const WordVectors* vectors, const WordCounts* counts)
      : vectors_(vectors), counts_(counts) {}

  // Forgets all where `generation` is another than last time: word ids mean
  // other words then, and what Of() gave is gone.
  void Renew(std::uint32_t generation);

  // The rows of the sentence's words, in order, repeated words repeated;
  // numbers and punctuation have none. `words`: Word or WordView of one
  // splitter. The vector holds until the next call, what it points to until
  // Renew() forgets. O(words) once the words are known.
  template <typename WordType>
  const std::vector<WeightedRow>& Of(const std::vector<WordType>& words) {
    row_list_.clear();
    CaseReader cases(words);
    for (const WordType& word : words) {
      const WordCase word_case = cases.Next(word);
      if (word.kind != WordKind::kWord || word.stem.empty()) continue;
      row_list_.push_back(Row(word.id, word.stem, word.normal, word_case));
    }
    return row_list_;
  }

 private:
  static constexpr std::size_t kCases = 3;

  const WeightedRow& Row(std::uint32_t word_id, std::string_view stem,
                         std::string_view normal, WordCase word_case);
  WeightedRow Find(std::string_view stem, std::string_view normal,
                   WordCase word_case);

  const WordVectors* vectors_;
  const WordCounts* counts_;
  std::uint32_t generation_ = 0;
  std::vector<WeightedRow> by_id_;  // kCases for each word id
  std::deque<std::vector<std::int8_t>> unknown_;  // addresses stay
  std::vector<WeightedRow> row_list_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_WORD_ROWS_H_
