#include "engine/embed/spelling.h"

#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <string>

namespace rashomon {
namespace {

constexpr std::size_t kShortest = 3;  // characters
constexpr std::size_t kLongest = 5;
constexpr std::size_t kMostCharacters = 64;

bool StartsCharacter(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

// Byte offsets of the first characters of `text`, and the end of the last.
std::vector<std::size_t> Starts(std::string_view text) {
  std::vector<std::size_t> starts;
  std::size_t i = 0;
  for (; i < text.size() && starts.size() <= kMostCharacters; ++i) {
    if (StartsCharacter(text[i])) starts.push_back(i);
  }
  if (i == text.size()) starts.push_back(i);
  return starts;
}

// splitmix64 (Steele, Lea, Flood 2014).
std::uint64_t NextRandom(std::uint64_t* state) {
  std::uint64_t z = *state += 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

}  // namespace

std::vector<std::uint64_t> SpellingGrams(std::string_view word) {
  std::vector<std::uint64_t> grams;
  if (word.empty()) return grams;
  std::string marked;
  marked.reserve(word.size() + 2);
  marked.append("<").append(word).append(">");
  const std::vector<std::size_t> starts = Starts(marked);
  for (std::size_t first = 0; first < starts.size(); ++first) {
    for (std::size_t n = kShortest; n <= kLongest; ++n) {
      if (first + n >= starts.size()) break;
      const std::size_t begin = starts[first];
      grams.push_back(
          XXH3_64bits(marked.data() + begin, starts[first + n] - begin));
    }
  }
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

Eigen::VectorXf Signature(const std::vector<std::uint64_t>& grams, int d) {
  Eigen::VectorXf sum = Eigen::VectorXf::Zero(d);
  for (const std::uint64_t gram : grams) {
    std::uint64_t state = gram;
    std::uint64_t bits = 0;
    for (int i = 0; i < d; ++i) {
      if (i % 64 == 0) bits = NextRandom(&state);
      sum[i] += (bits & 1) != 0 ? 1.0f : -1.0f;
      bits >>= 1;
    }
  }
  const float norm = sum.norm();
  if (norm > 0) sum /= norm;
  return sum;
}

}  // namespace rashomon
