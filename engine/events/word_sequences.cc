#include "engine/events/word_sequences.h"

#include <algorithm>
#include <cstddef>

namespace rashomon {
namespace {

// Of a polynomial in it over the hashes of the stems.
constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u;

struct SequenceWord {
  double rarity = 0;
  std::uint64_t hash = 0;  // of its stem
};

// Of the words that are no marks.
void SetWords(const std::vector<Word>& words,
              const std::vector<BookWord>& numbers, const WordBook& book,
              std::vector<SequenceWord>* list) {
  list->clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind == WordKind::kPunctuation) continue;
    const int stem = numbers[i].stem;
    list->push_back({book.rarity(stem), book.hash(stem)});
  }
}

}  // namespace

std::vector<std::uint64_t> RareSequences(
    const std::vector<std::vector<Word>>& sentences,
    const BookSentences& numbers, const WordBook& book) {
  std::vector<std::uint64_t> sequences;
  std::vector<SequenceWord> words;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    SetWords(sentences[s], numbers[s], book, &words);
    for (std::size_t i = 0; i + kSequenceWords <= words.size(); ++i) {
      double rarity = 0;
      std::uint64_t hash = 0;
      for (std::size_t k = i; k < i + kSequenceWords; ++k) {
        rarity += words[k].rarity;
        hash = (hash + words[k].hash) * kMultiplier;
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
