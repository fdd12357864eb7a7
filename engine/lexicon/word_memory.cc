#include "engine/lexicon/word_memory.h"

#include "engine/lexicon/commentary.h"

namespace rashomon {

void WordMemory::Renew(std::uint32_t generation) {
  if (generation == generation_) return;
  generation_ = generation;
  blocks_.clear();
}

WordFacts WordMemory::LookUp(const Word& word, const PhraseTrie& trie) {
  return {trie.StartOf(word), WordFormTable::Shipped().Find(word.normal),
          CommentaryTable::Shipped().WeightOf(word.normal)};
}

const WordFacts& WordMemory::FactsOf(const Word& word, const PhraseTrie& trie) {
  const std::size_t block = word.id / kBlock;
  while (block >= blocks_.size()) {
    blocks_.push_back(std::make_unique<Remembered[]>(kBlock));
  }
  Remembered& r = blocks_[block][word.id % kBlock];
  if (!r.known) r = {LookUp(word, trie), true};
  return r.facts;
}

void WordMemory::Recall(const std::vector<Word>& words, const PhraseTrie& trie,
                        std::vector<const WordFacts*>* facts) {
  std::vector<const PhraseTrie::WordStart*>& starts = trie_scratch_.starts;
  facts->resize(words.size());
  starts.resize(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordFacts& of_word = FactsOf(words[i], trie);
    (*facts)[i] = &of_word;
    starts[i] = &of_word.start;
  }
}

}  // namespace rashomon
