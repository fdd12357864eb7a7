#include "engine/events/word_sequences.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "engine/base/stable_hash.h"
#include "engine/events/event_profile.h"

namespace rashomon {
namespace {

struct Stem {
  std::string_view text;
  double rarity = 0;
};

std::vector<Stem> StemsOf(const std::vector<Word>& words,
                          const WordCounts& counts) {
  std::vector<Stem> stems;
  for (const Word& w : words) {
    if (w.kind == WordKind::kPunctuation) continue;
    stems.push_back({w.stem, counts.Rarity(w.stem)});
  }
  return stems;
}

}  // namespace

std::vector<std::uint64_t> RareSequences(
    const std::vector<std::vector<Word>>& sentences,
    const WordCounts& counts) {
  std::vector<std::uint64_t> sequences;
  for (const auto& words : sentences) {
    const std::vector<Stem> stems = StemsOf(words, counts);
    for (std::size_t i = 0; i + kSequenceWords <= stems.size(); ++i) {
      double rarity = 0;
      StableHash hash;
      for (std::size_t k = i; k < i + kSequenceWords; ++k) {
        rarity += stems[k].rarity;
        hash.Add(stems[k].text);
      }
      if (rarity > kRareSequence) sequences.push_back(hash.Value());
    }
  }
  std::sort(sequences.begin(), sequences.end());
  sequences.erase(std::unique(sequences.begin(), sequences.end()),
                  sequences.end());
  return sequences;
}

double SharedWording(const std::vector<std::uint64_t>& a,
                     const std::vector<std::uint64_t>& b) {
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    const std::uint64_t x = *i, y = *j;
    shared += x == y;
    i += x <= y;
    j += y <= x;
  }
  // One more, so that a single sequence of a short text is no full share.
  return static_cast<double>(shared) /
         (1.0 + static_cast<double>(std::min(a.size(), b.size())));
}

}  // namespace rashomon
