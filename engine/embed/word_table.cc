#include "engine/embed/word_table.h"

#include <algorithm>

namespace rashomon {
namespace {

constexpr std::string_view kWordPiecePrefix = "##";
constexpr std::string_view kUnigramStart = "\xE2\x96\x81";  // U+2581
// Longer words are no words of a language, and pieces are tried in quadratic
// time.
constexpr std::size_t kLongestWord = 256;  // bytes

bool ContinuesCharacter(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// FNV-1a of 32 bits over signed bytes, as fastText has it.
std::uint32_t FastTextHash(std::string_view gram) {
  std::uint32_t hash = 2166136261u;
  for (const char c : gram) {
    hash ^= static_cast<std::uint32_t>(static_cast<std::int8_t>(c));
    hash *= 16777619u;
  }
  return hash;
}

}  // namespace

std::vector<std::uint32_t> HashedGrams::RowsOf(std::string_view word,
                                               std::uint32_t buckets) const {
  std::vector<std::uint32_t> rows;
  if (buckets == 0) return rows;
  const std::string marked = StrCat("<", word.substr(0, kLongestWord), ">");
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (ContinuesCharacter(marked[i])) continue;
    std::size_t end = i;
    for (int n = 1; end < marked.size() && n <= longest; ++n) {
      ++end;
      while (end < marked.size() && ContinuesCharacter(marked[end])) ++end;
      const bool bare_mark = n == 1 && (i == 0 || end == marked.size());
      if (n < shortest || bare_mark) continue;
      rows.push_back(
          FastTextHash(std::string_view(marked).substr(i, end - i)) % buckets);
    }
  }
  return rows;
}

std::int64_t WordTable::Find(std::string_view word) const {
  const auto found = ids_.find(word);
  return found == ids_.end() ? -1 : static_cast<std::int64_t>(found->second);
}

std::span<float> WordTable::AddRow(std::string_view word) {
  if (ids_.contains(word)) return {};
  words_.emplace_back(word);
  ids_.emplace(words_.back(), static_cast<std::uint32_t>(words_.size() - 1));
  const auto d = static_cast<std::size_t>(dimensions_);
  values_.resize(values_.size() + d);
  return std::span(values_).last(d);
}

void WordTable::RemoveLast() {
  ids_.erase(words_.back());
  words_.pop_back();
  values_.resize(values_.size() - static_cast<std::size_t>(dimensions_));
}

void WordTable::Reserve(std::size_t words) {
  ids_.reserve(words);
  values_.reserve(words * static_cast<std::size_t>(dimensions_));
}

bool WordTable::Vector(std::string_view word, Eigen::VectorXf* vector) const {
  const std::int64_t id = Find(word);
  if (id >= 0) {
    *vector = Eigen::Map<const Eigen::VectorXf>(
        row(static_cast<std::size_t>(id)).data(), dimensions_);
    return true;
  }
  vector->setZero(dimensions_);
  switch (subwords_) {
    case Subwords::kNone:
      return false;
    case Subwords::kFastText:
      return FromGrams(word, vector);
    case Subwords::kWordPiece:
    case Subwords::kUnigram:
      return FromPieces(word, vector);
  }
  return false;
}

bool WordTable::FromGrams(std::string_view word,
                          Eigen::VectorXf* vector) const {
  const auto d = static_cast<std::size_t>(dimensions_);
  const auto buckets = static_cast<std::uint32_t>(grams_.rows.size() / d);
  const std::vector<std::uint32_t> rows = grams_.RowsOf(word, buckets);
  if (rows.empty()) return false;
  for (const std::uint32_t row : rows) {
    *vector += Eigen::Map<const Eigen::VectorXf>(grams_.rows.data() + row * d,
                                                 dimensions_);
  }
  *vector /= static_cast<float>(rows.size());
  return true;
}

// The longest piece first, then the longest that fits the rest. A rest that no
// piece fits leaves the word without a vector.
bool WordTable::FromPieces(std::string_view word,
                           Eigen::VectorXf* vector) const {
  if (word.size() > kLongestWord) return false;
  const bool unigram = subwords_ == Subwords::kUnigram;
  std::string piece;
  for (std::size_t begin = 0; begin < word.size();) {
    const bool first = begin == 0;
    const std::string_view prefix = unigram ? (first ? kUnigramStart : "")
                                            : (first ? "" : kWordPiecePrefix);
    std::int64_t id = -1;
    std::size_t end = word.size();
    for (; end > begin && id < 0; --end) {
      if (end < word.size() && ContinuesCharacter(word[end])) continue;
      piece.assign(prefix).append(word.substr(begin, end - begin));
      id = Find(piece);
      if (id >= 0) break;
    }
    if (id < 0) {
      vector->setZero();
      return false;
    }
    *vector += Eigen::Map<const Eigen::VectorXf>(
        row(static_cast<std::size_t>(id)).data(), dimensions_);
    begin = end;
  }
  return !word.empty();
}

}  // namespace rashomon
