#include "engine/lexicon/word_memory.h"

#include "engine/lexicon/commentary.h"

namespace rashomon {

void WordMemory::Renew(std::uint32_t generation) {
  if (generation == generation_) return;
  generation_ = generation;
  by_id_.clear();
  facts_.clear();
}

const WordFacts* WordMemory::LookUp(const Word& word, const PhraseTrie& trie) {
  if (word.id >= by_id_.size()) by_id_.resize(word.id + 1);
  facts_.push_back({trie.StartOf(word),
                    WordFormTable::Shipped().Find(word.normal),
                    CommentaryTable::Shipped().WeightOf(word.normal)});
  return by_id_[word.id] = &facts_.back();
}

void WordMemory::Recall(const std::vector<Word>& words, const PhraseTrie& trie,
                        std::vector<const WordFacts*>* facts) {
  std::vector<const PhraseTrie::WordStart*>& starts = trie_scratch_.starts;
  facts->resize(words.size());
  starts.resize(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t id = words[i].id;
    const WordFacts* of_word = id < by_id_.size() ? by_id_[id] : nullptr;
    if (of_word == nullptr) of_word = LookUp(words[i], trie);
    (*facts)[i] = of_word;
    starts[i] = &of_word->start;
  }
}

}  // namespace rashomon
