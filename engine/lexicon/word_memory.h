// What the word lists and WordNet say of each word of one splitter, looked up
// once a word instead of once an occurrence.
//
//   WordMemory memory;                        // beside its WordSplitter
//   memory.Renew(splitter.generation());      // before each article
//   const WordForms& forms = memory.FormsOf(word);
#ifndef RASHOMON_ENGINE_LEXICON_WORD_MEMORY_H_
#define RASHOMON_ENGINE_LEXICON_WORD_MEMORY_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/lexicon/phrase_trie.h"
#include "engine/lexicon/word_forms.h"
#include "engine/text/word.h"

namespace rashomon {

// Not thread-safe. As large as the splitter's own memory of words allows.
class WordMemory {
 public:
  // Forgets all where `generation` is another than last time: word ids mean
  // other words then.
  void Renew(std::uint32_t generation);

  std::uint32_t generation() const { return generation_; }

  // What begins with each word, good until the next call of any function.
  // `trie` is the same at every call.
  void FindStarts(const std::vector<Word>& words, const PhraseTrie& trie,
                  std::vector<const PhraseTrie::WordStart*>* starts);

  // Of the matching of one sentence, for the next one.
  PhraseTrie::Scratch& trie_scratch() { return trie_scratch_; }

  // Good until the next call.
  const WordForms& FormsOf(const Word& word);

  // As CommentaryTable::WeightOf.
  float CommentaryOf(const Word& word);

 private:
  struct Remembered {
    PhraseTrie::WordStart start;
    WordForms forms;
    float commentary = 0;
    bool has_start = false;
    bool has_forms = false;
    bool has_commentary = false;
  };

  Remembered& Of(const Word& word);

  std::uint32_t generation_ = 0;
  std::vector<Remembered> by_id_;
  PhraseTrie::Scratch trie_scratch_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_LEXICON_WORD_MEMORY_H_
