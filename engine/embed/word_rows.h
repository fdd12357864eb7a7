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
  // numbers and punctuation have none. `words` are those of one
  // splitter. The vector holds until the next call, what it points to until
  // Renew() forgets. O(words) once the words are known.
  const std::vector<WeightedRow>& Of(const std::vector<Word>& words) {
    row_list_.clear();
    for (const Word& word : words) Prefetch(word.id);
    CaseReader cases(words);
    for (const Word& word : words) {
      const WordCase word_case = cases.Next(word);
      if (word.kind != WordKind::kWord || word.stem.empty()) continue;
      const WeightedRow& row =
          Row(word.id, word.stem, word.normal, word_case);
      PrefetchValues(row);
      row_list_.push_back(row);
    }
    return row_list_;
  }

 private:
  static constexpr std::size_t kCases = 3;
  static constexpr std::size_t kCacheLine = 64;

  // Words of a large vocabulary are far apart in memory: what is read for one
  // is asked for while others are looked at.
  void Prefetch(std::uint32_t word_id) const {
    const std::size_t at = std::size_t{word_id} * kCases;
    if (at >= by_id_.size()) return;
    const auto* begin = reinterpret_cast<const char*>(&by_id_[at]);
    __builtin_prefetch(begin);
    __builtin_prefetch(begin + kCases * sizeof(WeightedRow) - 1);
  }
  void PrefetchValues(const WeightedRow& row) const {
    const auto d = static_cast<std::size_t>(vectors_->dimensions());
    for (std::size_t i = 0; i < d; i += kCacheLine) {
      __builtin_prefetch(row.values + i);
    }
  }

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
