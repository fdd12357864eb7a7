// Text as rows of words to be: what the word vectors are fitted on.
//
//   VectorCorpus corpus;
//   corpus.Add(title, text);            // each article
//   corpus.Finish({});                  // chooses the words
//   for (const CorpusArticle& a : corpus.articles()) ...
//   std::vector<int> rows = corpus.RowsOf("Lunda's port is closed");
//
// Words are stems (engine/text/word.h); numbers and punctuation are no words. A
// stem that is a name in one use and a common word in another is two words
// (engine/embed/word_case.h tells them apart).
#ifndef RASHOMON_TOOLS_TRAIN_VECTOR_CORPUS_H_
#define RASHOMON_TOOLS_TRAIN_VECTOR_CORPUS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/strings.h"
#include "engine/embed/word_case.h"
#include "engine/text/word.h"

namespace rashomon {

struct VectorCorpusOptions {
  std::uint64_t min_count = 5;  // rarer words have no row
  std::size_t max_words = 44'000;
  // A stem is two words where both uses are seen that often within sentences
  // and the rarer use is that share of both.
  double min_uses = 30;
  double min_share = 0.04;
};

struct CorpusArticle {
  std::size_t first = 0;  // sentences; the first is the title
  std::size_t last = 0;   // one past the end
};

// Not thread-safe. Memory: 4 bytes a word, and the distinct stems.
class VectorCorpus {
 public:
  void Add(std::string_view title, std::string_view text);

  // Call once, after the last Add. Afterwards the rest may be called.
  void Finish(const VectorCorpusOptions& options);

  // By falling frequency.
  const std::vector<std::string>& words() const { return words_; }
  const std::vector<bool>& names() const { return names_; }
  // Whether most of the word's uses within sentences have a capital.
  const std::vector<bool>& mostly_names() const { return mostly_names_; }
  // Share of all running words.
  const std::vector<double>& shares() const { return shares_; }
  std::size_t split_stems() const { return split_stems_; }
  std::uint64_t running_words() const { return running_words_; }

  const std::vector<CorpusArticle>& articles() const { return articles_; }
  std::size_t sentences() const { return ends_.size(); }
  // The rows of a sentence's words, those without a row left out.
  std::span<const std::int32_t> sentence(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::span(tokens_).subspan(begin, ends_[i] - begin);
  }

  // The same of any text, its sentences one after the other.
  std::vector<std::int32_t> RowsOf(std::string_view text);

 private:
  struct Stem {
    double total = 0;
    // Within sentences, where capitals tell:
    double common = 0;
    double name = 0;
    std::int32_t common_row = -1;
    std::int32_t name_row = -1;
    std::int32_t either_row = -1;
  };

  void AddSentence(std::string_view text, Span span);
  std::int32_t RowOf(const Stem& stem, WordCase word_case) const;
  bool IsTwoWords(const Stem& stem, const VectorCorpusOptions& options) const;

  WordSplitter splitter_;
  StringMap<std::int32_t> stem_ids_;
  std::vector<std::string> stem_names_;
  std::vector<Stem> stems_;
  // Before Finish: stem * 4 + case; afterwards: rows.
  std::vector<std::int32_t> tokens_;
  std::vector<std::size_t> ends_;  // of sentences, in tokens_
  std::vector<CorpusArticle> articles_;
  std::vector<std::string> words_;
  std::vector<bool> names_;
  std::vector<bool> mostly_names_;
  std::vector<double> shares_;
  std::size_t split_stems_ = 0;
  std::uint64_t running_words_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_VECTOR_CORPUS_H_
