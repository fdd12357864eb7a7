#include "engine/lexicon/related_words.h"

#include <bit>
#include <utility>

namespace rashomon {

RelatedWords::RelatedWords(std::vector<RelatedWord> words)
    : words_(std::move(words)), owned_(kBits / 64, 0) {
  const WordRelationTable& table = WordRelationTable::Shipped();
  std::size_t meanings = 0;
  for (const RelatedWord word : words_) {
    if (word != nullptr) meanings += table.MeaningsOf(word).own.size();
  }
  slots_.resize(std::bit_ceil(2 * meanings + 2));
  owners_.reserve(meanings);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_[i] == nullptr) continue;
    for (const std::uint32_t synset : table.MeaningsOf(words_[i]).own) {
      const std::size_t bit = synset % kBits;
      owned_[bit / 64] |= std::uint64_t{1} << (bit % 64);
      Slot& slot = slots_[SlotOf(synset)];
      owners_.push_back({static_cast<int>(i), slot.first});
      slot.synset = synset;
      slot.first = static_cast<int>(owners_.size()) - 1;
      ++slot.owners;
    }
  }
}

}  // namespace rashomon
