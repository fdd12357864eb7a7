// Which of some words WordNet relates, without looking at every two of them.
//
//   const RelatedWords related(words);
//   for (const Relative& r : related.of(3)) ... r.other ... r.relation ...
//   related.Between(3, 5)
#ifndef RASHOMON_ENGINE_LEXICON_RELATED_WORDS_H_
#define RASHOMON_ENGINE_LEXICON_RELATED_WORDS_H_

#include <span>
#include <vector>

#include "engine/base/grouped_lists.h"
#include "engine/lexicon/word_relations.h"

namespace rashomon {

struct Relative {
  int other = 0;
  WordRelation relation = WordRelation::kNone;
};

// Immutable; thread-safe. Memory: linear in the pairs that are related.
class RelatedWords {
 public:
  RelatedWords() = default;
  // Words by index, each once; null ones are related to none. A meaning has 30
  // words at most. O(meanings and related pairs).
  explicit RelatedWords(const std::vector<RelatedWord>& words);

  // By the other, each once, with the relation that WordRelationTable::Between
  // gives; a word that the table has is its own synonym. A word is in the list
  // of each that is in its own.
  std::span<const Relative> of(int word) const { return lists_[word]; }

  // As WordRelationTable::Between. O(log of the words related to `word`).
  WordRelation Between(int word, int other) const;

 private:
  GroupedLists<Relative> lists_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_LEXICON_RELATED_WORDS_H_
