// What the capitals of a sentence say about each of its words: is it used as a
// name ("Turkey") or as a common word ("turkey")?
//
//   std::vector<WordCase> cases = CasesOf(splitter.Views(text, span));
//
// A capital tells nothing where any word has one: at the start of a sentence,
// after a colon or an opening quotation mark, in a headline of capitalised
// words. There the more frequent use is the better guess (kEither).
#ifndef RASHOMON_ENGINE_EMBED_WORD_CASE_H_
#define RASHOMON_ENGINE_EMBED_WORD_CASE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/text/word.h"

namespace rashomon {

enum class WordCase : std::uint8_t {
  kCommon,  // small letters
  kName,    // a capital where a common word would have none
  kEither,  // a capital that tells nothing
};

// Reads the capitals of one sentence, word by word.
class CaseReader {
 public:
  // `words` is the sentence. O(words).
  explicit CaseReader(const std::vector<Word>& words) {
    for (const Word& word : words) {
      if (word.kind == WordKind::kWord) Count(word.capitalized, word.normal);
    }
  }

  // The case of the next token; call once for each, in order. Of numbers and
  // punctuation it means nothing.
  WordCase Next(const Word& word) {
    return Next(word.kind, word.capitalized, word.normal);
  }

 private:
  void Count(bool capitalized, std::string_view normal);
  WordCase Next(WordKind kind, bool capitalized, std::string_view normal);
  bool CapitalsTellNothing() const;

  // Words of four letters or more after the first: shorter ones are small in
  // headlines too.
  int capitalized_ = 0;
  int small_ = 0;
  bool first_ = true;
  bool at_start_ = true;
};

// One for each token of the sentence.
inline std::vector<WordCase> CasesOf(const std::vector<Word>& words) {
  CaseReader reader(words);
  std::vector<WordCase> cases;
  cases.reserve(words.size());
  for (const Word& word : words) cases.push_back(reader.Next(word));
  return cases;
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_WORD_CASE_H_
