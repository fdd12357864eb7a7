// The word lists: hedges, reporting cues, loaded words, places and the like.
// Each list is a TSV file in engine/lexicon/data with its linguistic source in
// the head comment; all are compiled in, and users add their own.
//
//   RASHOMON_ASSIGN_OR_RETURN(Lexicons lexicons, Lexicons::Shipped());
//   const PhraseList& hedges = lexicons.list("hedges");
//   for (const PhraseMatch& m : hedges.Match(words)) ...
#ifndef RASHOMON_ENGINE_LEXICON_LEXICONS_H_
#define RASHOMON_ENGINE_LEXICON_LEXICONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/base/strings.h"
#include "engine/text/word.h"

namespace rashomon {

struct LexiconEntry {
  std::string phrase;    // as in the file: "according to"
  std::string category;  // second column: "neutral", "intensifier" ...
  double strength = 1;   // third column, 0..1; 1 where absent
  std::string language;  // "en", "ru"
  std::string note;      // further columns, as they are
};

struct PhraseMatch {
  std::size_t first = 0;  // index of the first word
  std::size_t last = 0;   // one past the last word
  const LexiconEntry* entry = nullptr;
};

// One list. Immutable after loading; then thread-safe.
class PhraseList {
 public:
  // Longest matches, left to right, not overlapping. An entry matches by
  // stems, unless it is written with a leading '=' (exact normal form).
  // O(words) with a hash look-up per word.
  std::vector<PhraseMatch> Match(const std::vector<Word>& words) const;

  // Whether one word stands in the list as an entry of its own.
  const LexiconEntry* Find(const Word& word) const;

  const std::vector<LexiconEntry>& entries() const { return entries_; }

  // Adds the rows of a TSV table: phrase, category, strength, language.
  // InvalidArgument names `source` and the line.
  absl::Status AddTsv(std::string_view tsv, std::string_view source);

 private:
  struct Pattern {
    std::vector<std::string> keys;  // stem, or '=' + normal form, of each word
    std::size_t entry = 0;
  };
  std::vector<LexiconEntry> entries_;
  std::vector<Pattern> patterns_;
  StringMap<std::vector<std::size_t>> by_first_key_;
};

// All lists by name ("hedges", "cues", "loaded", "places" ...).
class Lexicons {
 public:
  static absl::StatusOr<Lexicons> Shipped();

  // Adds a user's rows to the list of that name, or makes a new list.
  absl::Status AddTsv(std::string_view list, std::string_view tsv,
                      std::string_view source);

  // The list of that name; an empty one where there is none.
  const PhraseList& list(std::string_view name) const;

  // Hash of all entries, for Comparison::versions.
  std::string version() const;

 private:
  StringMap<PhraseList> lists_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_LEXICON_LEXICONS_H_
