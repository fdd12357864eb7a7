#include "engine/events/word_sequences.h"

#include <algorithm>
#include <cstddef>

namespace rashomon {
namespace {

// Of a polynomial in it over the hashes of the stems.
constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u;

// The numbers of the words that are no marks.
void SetStems(const std::vector<Word>& words,
              const std::vector<BookWord>& numbers, std::vector<int>* stems) {
  stems->clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind == WordKind::kPunctuation) continue;
    stems->push_back(numbers[i].stem);
  }
}

}  // namespace

std::vector<std::uint64_t> RareSequences(
    const std::vector<std::vector<Word>>& sentences,
    const BookSentences& numbers, const WordBook& book) {
  std::vector<std::uint64_t> sequences;
  std::vector<int> stems;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    SetStems(sentences[s], numbers[s], &stems);
    for (std::size_t i = 0; i + kSequenceWords <= stems.size(); ++i) {
      double rarity = 0;
      std::uint64_t hash = 0;
      for (std::size_t k = i; k < i + kSequenceWords; ++k) {
        rarity += book.rarity(stems[k]);
        hash = (hash + book.hash(stems[k])) * kMultiplier;
      }
      if (rarity > kRareSequence) sequences.push_back(hash);
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
