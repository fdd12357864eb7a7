#include "engine/align/spelling_neighbors.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

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

// How many trigrams each earlier stem shares with this one.
std::vector<std::pair<int, int>> SharedTrigrams(
    const std::vector<Trigram>& trigrams, const Postings& postings) {
  std::vector<int> hits;
  for (const Trigram trigram : trigrams) {
    const auto at = postings.find(trigram);
    if (at == postings.end() || at->second.size() > kMaxStemsOfTrigram) {
      continue;
    }
    hits.insert(hits.end(), at->second.begin(), at->second.end());
  }
  std::sort(hits.begin(), hits.end());
  std::vector<std::pair<int, int>> shared;
  for (const int stem : hits) {
    if (shared.empty() || shared.back().first != stem) shared.push_back({stem, 0});
    ++shared.back().second;
  }
  return shared;
}

}  // namespace

SpellingNeighbors::SpellingNeighbors(
    const std::vector<std::string_view>& stems)
    : neighbors_(stems.size()) {
  Postings postings;
  std::vector<double> sizes;
  for (const std::string_view stem : stems) {
    const int index = static_cast<int>(sizes.size());
    const std::vector<Trigram> trigrams = TrigramsOf(stem);
    sizes.push_back(static_cast<double>(trigrams.size()));
    for (const auto& [other, shared] : SharedTrigrams(trigrams, postings)) {
      const double similarity =
          shared / std::sqrt(sizes.back() *
                             sizes[static_cast<std::size_t>(other)]);
      if (similarity < kLeastSpellingSimilarity) continue;
      neighbors_[static_cast<std::size_t>(index)].push_back(
          {other, similarity});
      neighbors_[static_cast<std::size_t>(other)].push_back(
          {index, similarity});
    }
    for (const Trigram trigram : trigrams) {
      std::vector<int>& list = postings[trigram];
      if (list.size() <= kMaxStemsOfTrigram) list.push_back(index);
    }
  }
}

}  // namespace rashomon
