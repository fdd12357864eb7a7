#include "engine/lexicon/word_memory.h"

#include <algorithm>

#include "engine/lexicon/commentary.h"

namespace rashomon {

void WordMemory::Renew(std::uint32_t generation) {
  if (generation == generation_) return;
  generation_ = generation;
  by_id_.clear();
}

WordMemory::Remembered& WordMemory::Of(const Word& word) {
  if (word.id >= by_id_.size()) by_id_.resize(word.id + 1);
  return by_id_[word.id];
}

void WordMemory::FindStarts(const std::vector<Word>& words,
                            const PhraseTrie& trie,
                            std::vector<const PhraseTrie::WordStart*>* starts) {
  // Once as many as needed, so that the pointers hold.
  std::uint32_t most = 0;
  for (const Word& word : words) most = std::max(most, word.id);
  if (most >= by_id_.size()) by_id_.resize(most + 1);
  starts->clear();
  for (const Word& word : words) {
    Remembered& r = by_id_[word.id];
    if (!r.has_start) {
      r.start = trie.StartOf(word);
      r.has_start = true;
    }
    starts->push_back(&r.start);
  }
}

const WordForms& WordMemory::FormsOf(const Word& word) {
  Remembered& r = Of(word);
  if (!r.has_forms) {
    r.forms = WordFormTable::Shipped().Find(word.normal);
    r.has_forms = true;
  }
  return r.forms;
}

float WordMemory::CommentaryOf(const Word& word) {
  Remembered& r = Of(word);
  if (!r.has_commentary) {
    r.commentary = CommentaryTable::Shipped().WeightOf(word.normal);
    r.has_commentary = true;
  }
  return r.commentary;
}

}  // namespace rashomon
