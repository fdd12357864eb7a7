#include "engine/events/event_profile.h"

#include <algorithm>
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

void AddRareStems(const std::vector<Word>& words, const WordCounts& counts,
                  std::vector<RareStem>* stems) {
  for (const Word& w : words) {
    if (w.kind == WordKind::kPunctuation || w.stem.empty()) continue;
    const double rarity = counts.Rarity(w.stem);
    if (rarity > kCommonStem) stems->push_back({w.stem, rarity});
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
  for (const auto& words : sentences) AddRareStems(words, counts, &stems);
  return BagOf(std::move(stems));
}

StemBag MakeStemBag(const std::vector<Word>& words, const WordCounts& counts) {
  std::vector<RareStem> stems;
  AddRareStems(words, counts, &stems);
  return BagOf(std::move(stems));
}

}  // namespace rashomon
