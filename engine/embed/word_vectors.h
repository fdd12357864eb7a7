// A table of word vectors, as the program ships it: 8-bit values, mapped into
// memory, ready without building anything.
//
//   RASHOMON_ASSIGN_OR_RETURN(WordVectors vectors, WordVectors::Shipped());
//   const std::uint32_t id = vectors.Find("sanction", WordCase::kCommon);
//   if (id != WordVectors::kUnknown) {
//     WordRow row = vectors.row(id);     // row.values[i] * row.scale
//     float weight = vectors.weight(id); // what it counts for in a sentence
//   }
//   Eigen::VectorXf v = vectors.VectorOf("zelenskyy", WordCase::kName);
//
// word_rows.h remembers these by word of a splitter, which is how sentences
// are embedded at speed. Where the table comes from stands in
// engine/embed/data/word_vectors.md; the layout in word_vectors_format.h.
//
// Words that are names in one use and common words in another have a row for
// each ("Turkey", "turkey"); all others have one, whatever their capitals.
// Numbers and punctuation are not looked up here at all.
//
// A word that is not in the table gets a vector from its spelling (spelling.h):
// what the n-grams of known words foretell of its meaning, in as far as they
// do (common words only; the letters of a name say nothing of what it names),
// and the rest of its unit length a signature of its n-grams. So an unknown
// word is like itself and like other spellings of it, in any script.
#ifndef RASHOMON_ENGINE_EMBED_WORD_VECTORS_H_
#define RASHOMON_ENGINE_EMBED_WORD_VECTORS_H_

#include <Eigen/Core>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/embed/word_case.h"
#include "engine/embed/word_table.h"

namespace rashomon {

// A vector of unit length: d values times one scale.
struct WordRow {
  const std::int8_t* values = nullptr;
  float scale = 0;
};

// Immutable; thread-safe. A copy is cheap: copies share the bytes.
class WordVectors {
 public:
  static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

  // What words are looked up by: Word::stem, or Word::normal for tables of
  // others that do not know the stems of this program.
  enum class KeyForm : std::uint8_t { kStem = 0, kNormal = 1 };

  // The table that is compiled in (link :shipped_word_vectors). Checks it, some
  // 2 ms for 12 MB: load it once.
  static absl::StatusOr<WordVectors> Shipped();

  // Maps a file. InvalidArgument names the file and the byte offset where it
  // is no word-vector file, is of another version, is cut short, or differs
  // from its checksums.
  static absl::StatusOr<WordVectors> Open(const std::string& path);

  // Whether the file begins as Open() wants it; false where it cannot be read.
  static bool IsWordVectorFile(const std::string& path);

  // The bytes of a file, kept here. `source` names them in errors.
  static absl::StatusOr<WordVectors> FromBytes(std::string bytes,
                                               std::string_view source);

  // The bytes of a file that outlive every copy of the table, at an address
  // that is a multiple of 8.
  static absl::StatusOr<WordVectors> View(std::string_view bytes,
                                          std::string_view source);

  // The same table, but vectors of unknown words are first asked of the
  // subwords of `table`, which has as many dimensions.
  WordVectors WithSubwords(std::shared_ptr<const WordTable> table) &&;

  int dimensions() const { return dimensions_; }
  std::uint32_t size() const { return rows_; }  // rows
  KeyForm key_form() const { return key_form_; }

  // The row of a word, < size(), or kUnknown. O(1), no allocation. A name
  // without a row of its own has that of the common word, and the reverse;
  // kEither gives the one that is more frequent.
  std::uint32_t Find(std::string_view key, WordCase word_case) const;

  // id < size().
  WordRow row(std::uint32_t id) const {
    return {values_ + std::size_t{id} * static_cast<std::size_t>(dimensions_),
            scales_[id]};
  }
  // What the word counts for in the sum that is a sentence's vector: above 0,
  // more for rare words. Its scale has no meaning.
  float weight(std::uint32_t id) const { return weights_[id]; }
  // The same for words without a row.
  float unseen_weight() const { return unseen_weight_; }

  // Key of a row, and whether it is the row of the name. For listing.
  std::string_view key(std::uint32_t id) const;
  bool is_name(std::uint32_t id) const;

  // The vector of any word, of length d: its row or, for an unknown word, what
  // its spelling gives. Unit length, finite; all zeros for the empty word.
  Eigen::VectorXf VectorOf(std::string_view key, WordCase word_case) const;
  // The second case alone; O(d x length of the word).
  Eigen::VectorXf VectorOfUnknown(std::string_view key,
                                  WordCase word_case) const;

  // Names the table's content, for Comparison::versions: 16 hex digits.
  const std::string& version() const { return version_; }

 private:
  WordVectors() = default;

  static absl::StatusOr<WordVectors> Load(std::string_view bytes,
                                          std::shared_ptr<const void> owner,
                                          std::string_view source);
  std::uint32_t FindExactly(std::string_view key, bool name) const;
  Eigen::VectorXf ForetoldBySpelling(
      const std::vector<std::uint64_t>& grams) const;

  std::shared_ptr<const void> owner_;  // of the bytes; null for View
  std::shared_ptr<const WordTable> subwords_;  // may be null
  int dimensions_ = 0;
  std::uint32_t rows_ = 0;
  std::uint32_t slot_mask_ = 0;
  std::uint32_t grams_ = 0;
  int rank_ = 0;
  KeyForm key_form_ = KeyForm::kStem;
  float unseen_weight_ = 0;
  const float* scales_ = nullptr;
  const float* weights_ = nullptr;
  const std::uint32_t* key_ends_ = nullptr;
  const std::uint32_t* slots_ = nullptr;
  const std::uint32_t* gram_hashes_ = nullptr;
  const float* gram_scales_ = nullptr;
  const std::int8_t* gram_values_ = nullptr;
  const float* basis_ = nullptr;
  const char* keys_ = nullptr;
  const std::int8_t* values_ = nullptr;
  std::string version_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_WORD_VECTORS_H_
