#include <string>
#include <vector>

#include "engine/base/strings.h"
#include "engine/claims/sentence_reading.h"
#include "engine/claims/table_check.h"
#include "engine/claims/tagger.h"
#include "engine/lexicon/lexicons.h"
#include "engine/text/word.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

class TagReader {
 public:
  TagReader() : lexicons_(*Lexicons::Shipped()) {}

  // "word=tag" for each word that `expected` names.
  std::string Read(const std::string& sentence, const std::string& expected) {
    const Span all{Field::kText, 0, sentence.size()};
    const std::vector<Word> words = splitter_.Split(sentence, all);
    std::size_t next_quotation = 0;
    SentenceReading s;
    ReadSentence(lexicons_, sentence, all, words, {}, &next_quotation,
                 &memory_, &s);
    tagger_.TagWords(&s, &memory_);
    std::string out;
    for (const std::string_view pair : SplitOn(expected, ' ')) {
      const std::string_view word = pair.substr(0, pair.find('='));
      StrAppend(&out, out.empty() ? "" : " ", word, "=",
                TagOf(word, sentence, s));
    }
    return out;
  }

 private:
  static std::string_view TagOf(std::string_view word,
                                const std::string& sentence,
                                const SentenceReading& s) {
    for (std::size_t i = 0; i < s.size(); ++i) {
      if (Slice(sentence, s.word(i).span) == word) return Name(s.tags[i]);
    }
    return "absent";
  }

  Lexicons lexicons_;
  WordSplitter splitter_;
  WordMemory memory_;
  Tagger tagger_;
};

TEST(TagTableTest, PartsOfSpeech) {
  TagReader reader;
  CheckTable(
      "tags.tsv", 78, [](const TableRow& row) { return row[1]; },
      [&](const TableRow& row) { return reader.Read(row[0], row[1]); });
}

}  // namespace
}  // namespace rashomon
