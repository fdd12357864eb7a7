// What the word lists and WordNet say of each word of one splitter, looked up
// once a word instead of once an occurrence.
//
//   WordMemory memory;                        // beside its WordSplitter
//   memory.Renew(splitter.generation());      // before each article
//   std::vector<const WordFacts*> facts;
//   memory.Recall(words, trie, &facts);
//   facts[0]->forms.noun
#ifndef RASHOMON_ENGINE_LEXICON_WORD_MEMORY_H_
#define RASHOMON_ENGINE_LEXICON_WORD_MEMORY_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "engine/lexicon/phrase_trie.h"
#include "engine/lexicon/word_forms.h"
#include "engine/text/word.h"

namespace rashomon {

struct WordFacts {
  PhraseTrie::WordStart start;
  WordForms forms;
  float commentary = 0;  // as CommentaryTable::WeightOf
};

// Not thread-safe. As large as the splitter's own memory of words allows.
class WordMemory {
 public:
  // Forgets all where `generation` is another than last time: word ids mean
  // other words then.
  void Renew(std::uint32_t generation);

  std::uint32_t generation() const { return generation_; }

  // Those of each word, good until Renew forgets them. `trie` is the same at
  // every call; trie_scratch().starts is set, too.
  void Recall(const std::vector<Word>& words, const PhraseTrie& trie,
              std::vector<const WordFacts*>* facts);

  // Of the matching of one sentence, for the next one.
  PhraseTrie::Scratch& trie_scratch() { return trie_scratch_; }

 private:
  const WordFacts* LookUp(const Word& word, const PhraseTrie& trie);

  std::uint32_t generation_ = 0;
  std::deque<WordFacts> facts_;          // stay where they are
  std::vector<const WordFacts*> by_id_;  // into facts_; null: not looked up yet
  PhraseTrie::Scratch trie_scratch_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_LEXICON_WORD_MEMORY_H_
