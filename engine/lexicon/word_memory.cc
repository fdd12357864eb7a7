#include "engine/lexicon/word_memory.h"

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

PhraseTrie::WordIds WordMemory::TrieIdsOf(const Word& word,
                                          const PhraseTrie& trie) {
  Remembered& r = Of(word);
  if (!r.has_trie_ids) {
    r.trie_ids = trie.IdsOf(word);
    r.has_trie_ids = true;
  }
  return r.trie_ids;
}

const WordForms& WordMemory::FormsOf(const Word& word) {
  Remembered& r = Of(word);
  if (!r.has_forms) {
    r.forms = WordFormTable::Shipped().Find(word.normal);
    r.has_forms = true;
  }
  return r.forms;
}

}  // namespace rashomon
