// Counts stems, and writes the table that engine/embed/word_counts.h reads.
//
//   WordCounter counter;
//   counter.AddEnglish(article_text);
//   RASHOMON_RETURN_IF_ERROR(counter.AddRussianList(list, "ru.txt"));
//   std::string tsv = counter.Table(/*min_count=*/10);
#ifndef RASHOMON_TOOLS_TRAIN_WORD_COUNTER_H_
#define RASHOMON_TOOLS_TRAIN_WORD_COUNTER_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "engine/base/strings.h"
#include "engine/text/word.h"

namespace rashomon {

// Not thread-safe. Memory: some 50 bytes a distinct stem.
class WordCounter {
 public:
  // Counts the words and numbers of a text; those that start with a Cyrillic
  // letter are left out, so that the two parts of the table stay apart.
  void AddEnglish(std::string_view text);

  // Adds a published list: lines of "form frequency", most frequent first,
  // frequency relative to the first. Forms are stemmed and summed. Below the
  // list's resolution (four decimals) Zipf's law carries on: frequency falls
  // as 1 / rank. InvalidArgument names `source` and the line.
  absl::Status AddRussianList(std::string_view list, std::string_view source);

  // The table: head comments, a header line, then stem and code, by stem in
  // byte order. English stems seen fewer than min_count times are left out
  // (they weigh as unseen words do).
  std::string Table(std::uint64_t min_count) const;

  std::uint64_t english_words() const { return english_words_; }
  std::size_t english_stems() const { return english_.size(); }
  std::size_t russian_stems() const { return russian_.size(); }

 private:
  WordSplitter splitter_;
  StringMap<std::uint64_t> english_;
  std::uint64_t english_words_ = 0;
  StringMap<double> russian_;  // relative frequencies
  double russian_total_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_WORD_COUNTER_H_
