#include "engine/align/spelling_neighbors.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "absl/container/flat_hash_map.h"

namespace rashomon {
namespace {

constexpr std::size_t kMaxStemsOfTrigram = 400;
// A longer "stem" is no word.
constexpr std::size_t kMaxLetters = 64;

// Three letters of 21 bits each.
using Trigram = std::uint64_t;

// Code points of well-formed UTF-8; a malformed byte is one letter.
std::vector<std::uint32_t> Letters(std::string_view utf8) {
  std::vector<std::uint32_t> letters = {'^'};
  for (std::size_t i = 0; i < utf8.size() && letters.size() < kMaxLetters;) {
    const auto lead = static_cast<unsigned char>(utf8[i++]);
    std::uint32_t letter = lead < 0xC0 ? lead : lead & (lead < 0xE0 ? 0x1F : 0xF);
    while (lead >= 0xC0 && i < utf8.size() &&
           (static_cast<unsigned char>(utf8[i]) & 0xC0) == 0x80) {
      letter = (letter << 6 | (static_cast<unsigned char>(utf8[i++]) & 0x3F)) &
               0x1FFFFF;
    }
    letters.push_back(letter);
  }
  letters.push_back('$');
  return letters;
}

// Sorted, each once.
std::vector<Trigram> TrigramsOf(std::string_view stem) {
  std::vector<Trigram> trigrams;
  if (stem.empty() || (stem[0] >= '0' && stem[0] <= '9')) return trigrams;
  const std::vector<std::uint32_t> letters = Letters(stem);
  for (std::size_t i = 0; i + 2 < letters.size(); ++i) {
    trigrams.push_back(static_cast<Trigram>(letters[i]) << 42 |
                       static_cast<Trigram>(letters[i + 1]) << 21 |
                       letters[i + 2]);
  }
  std::sort(trigrams.begin(), trigrams.end());
  trigrams.erase(std::unique(trigrams.begin(), trigrams.end()),
                 trigrams.end());
  return trigrams;
}

using Postings = absl::flat_hash_map<Trigram, std::vector<int>>;

// Counts the trigrams that earlier stems share with one stem.
class Counter {
 public:
  explicit Counter(std::size_t stems) : shared_(stems, 0) {}

  // Calls visit(stem, shared) for each that shares any, in no order.
  template <typename Visit>
  void Count(const std::vector<Trigram>& trigrams, const Postings& postings,
             const Visit& visit) {
    hits_.clear();
    for (const Trigram trigram : trigrams) {
      const auto at = postings.find(trigram);
      if (at == postings.end() || at->second.size() > kMaxStemsOfTrigram) {
        continue;
      }
      for (const int stem : at->second) {
        if (shared_[static_cast<std::size_t>(stem)]++ == 0) {
          hits_.push_back(stem);
        }
      }
    }
    for (const int stem : hits_) {
      visit(stem, std::exchange(shared_[static_cast<std::size_t>(stem)], 0));
    }
  }

 private:
  std::vector<int> shared_;  // by stem
  std::vector<int> hits_;
};

}  // namespace

SpellingNeighbors::SpellingNeighbors(
    const std::vector<std::string_view>& stems)
    : neighbors_(stems.size()) {
  // Of what is less alike, most need no square root.
  constexpr double kLeastSquare =
      0.99 * kLeastSpellingSimilarity * kLeastSpellingSimilarity;
  Postings postings;
  Counter counter(stems.size());
  std::vector<double> sizes;
  std::vector<SpellingNeighbor> found;
  for (const std::string_view stem : stems) {
    const int index = static_cast<int>(sizes.size());
    const std::vector<Trigram> trigrams = TrigramsOf(stem);
    sizes.push_back(static_cast<double>(trigrams.size()));
    found.clear();
    counter.Count(trigrams, postings, [&](int other, int shared) {
      const double product =
          sizes.back() * sizes[static_cast<std::size_t>(other)];
      if (static_cast<double>(shared) * shared < kLeastSquare * product) return;
      const double similarity = shared / std::sqrt(product);
      if (similarity >= kLeastSpellingSimilarity) {
        found.push_back({other, similarity});
      }
    });
    std::sort(found.begin(), found.end(),
              [](const SpellingNeighbor& a, const SpellingNeighbor& b) {
                return a.stem < b.stem;
              });
    for (const SpellingNeighbor& n : found) {
      neighbors_[static_cast<std::size_t>(index)].push_back(n);
      neighbors_[static_cast<std::size_t>(n.stem)].push_back(
          {index, n.similarity});
    }
    for (const Trigram trigram : trigrams) {
      std::vector<int>& list = postings[trigram];
      if (list.size() <= kMaxStemsOfTrigram) list.push_back(index);
    }
  }
}

}  // namespace rashomon
