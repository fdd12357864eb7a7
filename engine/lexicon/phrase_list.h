// One word list: phrases with a category, found in running text by their
// stems.
//
//   PhraseList hedges;
//   hedges.AddTsv("phrase\tcategory\nit is said\tevidential\n", "mine.tsv");
//   for (const PhraseMatch& m : hedges.Match(words)) ...
//
// How a phrase in the file matches:
//   sanction          by stem: "sanctions", "sanctioned"
//   =may              the normal form exactly: "may", "May", not "mays"
//   Turkey            a capital in the file must stand in the text as well
//   US                so must a word in capitals
#ifndef RASHOMON_ENGINE_LEXICON_PHRASE_LIST_H_
#define RASHOMON_ENGINE_LEXICON_PHRASE_LIST_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "engine/lexicon/phrase_trie.h"
#include "engine/text/word.h"

namespace rashomon {

struct LexiconEntry {
  std::string phrase;    // as in the file: "according to"
  std::string category;  // second column: "neutral", "intensifier" ...
  double strength = 1;   // third column, 0..1; 1 where absent
  std::string language;  // "en", "ru"
  std::string note;      // further columns, tab-separated, as they are
};

struct PhraseMatch {
  std::size_t first = 0;  // index of the first word
  std::size_t last = 0;   // one past the last word
  const LexiconEntry* entry = nullptr;  // valid until the list is added to
};

// Immutable after loading; then thread-safe.
class PhraseList {
 public:
  // Longest matches, left to right, not overlapping. O(words), two hash
  // look-ups a word.
  std::vector<PhraseMatch> Match(const std::vector<Word>& words) const;

  // Whether one word stands in the list as an entry of its own.
  const LexiconEntry* Find(const Word& word) const;

  const std::vector<LexiconEntry>& entries() const { return entries_; }

  // Adds the rows of a TSV table: phrase, category, strength, language, note.
  // The first line that is no '#' comment is the header. A later row for the
  // same phrase replaces the earlier. InvalidArgument names `source` and line.
  absl::Status AddTsv(std::string_view tsv, std::string_view source);

  // The trie patterns of entry `index`, for Lexicons' merged trie.
  const std::vector<TrieKey>& keys(std::size_t index) const {
    return keys_[index];
  }

 private:
  absl::Status AddRow(std::string_view row, std::string_view where,
                      WordSplitter& splitter);

  std::vector<LexiconEntry> entries_;
  std::vector<std::vector<TrieKey>> keys_;  // parallel to entries_
  PhraseTrie trie_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_LEXICON_PHRASE_LIST_H_
