// Small sets of words that are part of the program.
//
//   constexpr WordSet kPronouns({"he", "she", "они"});
//   kPronouns.Has("she");
//
// Most words asked for are in no set: one test of last byte and length sends
// them away.
#ifndef RASHOMON_ENGINE_BASE_WORD_SET_H_
#define RASHOMON_ENGINE_BASE_WORD_SET_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rashomon {

// `n` words, compared byte by byte. Has costs O(1) for most words that are
// not in the set, O(n) for the rest.
template <std::size_t n>
class WordSet {
 public:
  constexpr explicit WordSet(const std::string_view (&words)[n]) {
    for (std::size_t i = 0; i < n; ++i) {
      words_[i] = words[i];
      sizes_[KeyOf(words[i])] |= SizeBit(words[i]);
    }
  }

  constexpr bool Has(std::string_view word) const {
    if (word.empty() || (sizes_[KeyOf(word)] & SizeBit(word)) == 0) {
      return false;
    }
    return Search(word);
  }

 private:
  // Seldom called, so kept out of what asks: the test above is short enough to
  // stand there.
  [[gnu::noinline]] constexpr bool Search(std::string_view word) const {
    return std::any_of(words_.begin(), words_.end(), [&](std::string_view w) {
      // The last byte first: most words of this length differ in it.
      return w.size() == word.size() && w.back() == word.back() && w == word;
    });
  }

  // The last byte tells words of two-byte letters apart, the first does not.
  static constexpr std::size_t KeyOf(std::string_view word) {
    return static_cast<unsigned char>(word.back()) % 64;
  }
  static constexpr std::uint32_t SizeBit(std::string_view word) {
    return std::uint32_t{1} << std::min<std::size_t>(word.size(), 31);
  }

  std::array<std::string_view, n> words_ = {};
  std::array<std::uint32_t, 64> sizes_ = {};  // by key: a bit for each size
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_WORD_SET_H_
