#include "engine/embed/letter_trigrams.h"

#include <algorithm>

namespace rashomon {
namespace {

// A longer "stem" is no word.
constexpr std::size_t kMaxLetters = 64;

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

}  // namespace

void LetterTrigrams::Add(std::string_view stem) {
  if (stem.empty() || (stem[0] >= '0' && stem[0] <= '9')) {
    lists_.EndGroup();
    return;
  }
  const std::vector<std::uint32_t> letters = Letters(stem);
  std::vector<int> trigrams;
  for (std::size_t i = 0; i + 2 < letters.size(); ++i) {
    // Three letters of 21 bits each.
    const std::uint64_t trigram = std::uint64_t{letters[i]} << 42 |
                                  std::uint64_t{letters[i + 1]} << 21 |
                                  letters[i + 2];
    trigrams.push_back(
        numbers_.try_emplace(trigram, static_cast<int>(numbers_.size()))
            .first->second);
  }
  std::sort(trigrams.begin(), trigrams.end());
  trigrams.erase(std::unique(trigrams.begin(), trigrams.end()),
                 trigrams.end());
  for (const int trigram : trigrams) lists_.Add(trigram);
  lists_.EndGroup();
}

}  // namespace rashomon
