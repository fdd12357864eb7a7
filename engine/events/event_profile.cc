#include "engine/events/event_profile.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "engine/base/prefix_order.h"

namespace rashomon {
namespace {

// A stem that is rare enough to count.
struct RareStem {
  PrefixedView stem;
  double rarity = 0;

  bool operator==(const RareStem& other) const { return stem == other.stem; }
  bool operator<(const RareStem& other) const { return stem < other.stem; }
};

// `rarity`: of words by their place.
template <typename RarityOf>
void AddRareStems(const std::vector<Word>& words, const RarityOf& rarity,
                  std::vector<RareStem>* stems) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& w = words[i];
    if (w.kind == WordKind::kPunctuation || w.stem.empty()) continue;
    const double value = rarity(i);
    if (value > kCommonStem) stems->push_back({w.stem, value});
  }
}

StemBag BagOf(std::vector<RareStem> stems) {
  std::sort(stems.begin(), stems.end());
  return BagOfSorted<std::string>(
      stems, [](const RareStem& s) { return s.stem.text(); },
      [](const RareStem& s) { return s.rarity; });
}

}  // namespace

StemBag MakeStemBag(const std::vector<std::vector<Word>>& sentences,
                    const WordCounts& counts) {
  std::vector<RareStem> stems;
  for (const auto& words : sentences) {
    AddRareStems(
        words, [&](std::size_t i) { return counts.Rarity(words[i].stem); },
        &stems);
  }
  return BagOf(std::move(stems));
}

StemBag MakeStemBag(std::span<const std::vector<Word>> sentences,
                    std::span<const std::vector<BookWord>> numbers,
                    const WordBook& book) {
  std::vector<RareStem> stems;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    AddRareStems(
        sentences[s],
        [&](std::size_t i) { return book.rarity(numbers[s][i].stem); },
        &stems);
  }
  return BagOf(std::move(stems));
}

}  // namespace rashomon
