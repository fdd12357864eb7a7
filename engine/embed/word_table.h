// Word vectors in memory, as floats: what the readers of other programs' files
// give (read_word_table.h).
//
//   RASHOMON_ASSIGN_OR_RETURN(WordTable table, ReadWordTable("glove.txt"));
//   Eigen::VectorXf v(table.dimensions());
//   if (table.Vector("sanctions", &v)) ...
//
// Words stand as in the file, in its order, which is that of falling frequency
// in every common format.
#ifndef RASHOMON_ENGINE_EMBED_WORD_TABLE_H_
#define RASHOMON_ENGINE_EMBED_WORD_TABLE_H_

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/base/strings.h"

namespace rashomon {

// How a table makes vectors of words that it has no row for.
enum class Subwords : std::uint8_t {
  kNone,
  kFastText,   // mean over hashed character n-grams
  kWordPiece,  // sum over the longest pieces that fit, "##" within a word
  kUnigram,    // the same, the first piece marked by U+2581
};

// fastText's n-grams of characters and their rows.
struct HashedGrams {
  int shortest = 0;  // characters
  int longest = 0;
  std::vector<float> rows;  // buckets x d

  // Rows of the n-grams of a word, in fastText's own order.
  std::vector<std::uint32_t> RowsOf(std::string_view word,
                                    std::uint32_t buckets) const;
};

// Immutable once it is read; then thread-safe. Moved, not copied.
class WordTable {
 public:
  static constexpr int kMaxDimensions = 4096;

  explicit WordTable(int dimensions, Subwords subwords = Subwords::kNone)
      : dimensions_(dimensions), subwords_(subwords) {}
  WordTable(WordTable&&) = default;
  WordTable& operator=(WordTable&&) = default;

  int dimensions() const { return dimensions_; }
  std::size_t size() const { return words_.size(); }
  Subwords subwords() const { return subwords_; }
  const std::string& word(std::size_t i) const { return words_[i]; }
  std::span<const float> row(std::size_t i) const {
    const auto d = static_cast<std::size_t>(dimensions_);
    return std::span(values_).subspan(i * d, d);
  }

  // The row of a word, -1 where it has none. O(1).
  std::int64_t Find(std::string_view word) const;

  // Writes the vector of any word to *vector (length d): its row, or what its
  // parts give. False, and zeros, where they give nothing.
  bool Vector(std::string_view word, Eigen::VectorXf* vector) const;

  // For readers. The row to be filled by the caller before the next call;
  // empty where the word stands in the table already.
  std::span<float> AddRow(std::string_view word);
  void RemoveLast();
  void Reserve(std::size_t words);
  void SetGrams(HashedGrams grams) { grams_ = std::move(grams); }

 private:
  bool FromGrams(std::string_view word, Eigen::VectorXf* vector) const;
  bool FromPieces(std::string_view word, Eigen::VectorXf* vector) const;

  int dimensions_;
  Subwords subwords_;
  std::deque<std::string> words_;  // by row; addresses stay
  // Keys are views of words_.
  absl::flat_hash_map<std::string_view, std::uint32_t, StringHash> ids_;
  std::vector<float> values_;
  HashedGrams grams_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_WORD_TABLE_H_
