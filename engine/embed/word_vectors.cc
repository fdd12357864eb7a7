#include "engine/embed/word_vectors.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "engine/base/mapped_file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/spelling.h"
#include "engine/embed/word_vectors_format.h"

namespace rashomon {
namespace {

namespace format = word_vectors_format;
using format::Sections;
using format::WordVectorsHeader;

// The part of an unknown word's unit length that its n-grams may decide at
// most: some is always left for its signature, or words with the same endings
// would be one.
constexpr float kMostForetold = 0.8f;

absl::Status ByteError(std::string_view source, std::uint64_t offset,
                       std::string_view problem) {
  return absl::InvalidArgumentError(
      StrCat(source, ": byte ", offset, ": ", problem));
}

#define RASHOMON_OFFSET_OF(member) offsetof(WordVectorsHeader, member)

absl::StatusOr<WordVectorsHeader> ReadHeader(std::string_view bytes,
                                             std::string_view source) {
  WordVectorsHeader h;
  const std::size_t magic = std::min(bytes.size(), sizeof(h.magic));
  if (bytes.empty() ||
      std::memcmp(bytes.data(), format::kMagic, magic) != 0) {
    return ByteError(source, 0, "not a word-vector file of this program");
  }
  if (bytes.size() < sizeof(h)) {
    return ByteError(source, bytes.size(), "the file ends within its header");
  }
  std::memcpy(&h, bytes.data(), sizeof(h));
  if (h.version != format::kVersion) {
    return ByteError(source, RASHOMON_OFFSET_OF(version),
                     StrCat("version ", h.version, " of the format; this "
                            "program reads version ", format::kVersion));
  }
  return h;
}

absl::Status CheckCount(std::string_view source, std::size_t offset,
                        std::string_view name, std::uint64_t value,
                        std::uint64_t least, std::uint64_t most) {
  if (value >= least && value <= most) return absl::OkStatus();
  return ByteError(source, offset,
                   StrCat(name, " is ", value, ", not ", least, " to ", most));
}

absl::Status CheckCounts(const WordVectorsHeader& h, std::string_view source) {
  RASHOMON_RETURN_IF_ERROR(CheckCount(source, RASHOMON_OFFSET_OF(key_form),
                                      "the form of keys", h.key_form, 0, 1));
  RASHOMON_RETURN_IF_ERROR(CheckCount(source, RASHOMON_OFFSET_OF(dimensions),
                                      "the number of dimensions", h.dimensions,
                                      1, format::kMaxDimensions));
  RASHOMON_RETURN_IF_ERROR(CheckCount(source, RASHOMON_OFFSET_OF(rows),
                                      "the number of words", h.rows, 1,
                                      format::kMaxRows));
  RASHOMON_RETURN_IF_ERROR(CheckCount(source, RASHOMON_OFFSET_OF(slots),
                                      "the size of the hash table", h.slots,
                                      h.rows + 1, format::kMaxSlots));
  if (!std::has_single_bit(h.slots)) {
    return ByteError(source, RASHOMON_OFFSET_OF(slots),
                     "the size of the hash table is no power of two");
  }
  RASHOMON_RETURN_IF_ERROR(CheckCount(source, RASHOMON_OFFSET_OF(key_bytes),
                                      "the size of the keys", h.key_bytes, 1,
                                      format::kMaxKeyBytes));
  RASHOMON_RETURN_IF_ERROR(CheckCount(source, RASHOMON_OFFSET_OF(grams),
                                      "the number of n-grams", h.grams, 0,
                                      format::kMaxGrams));
  RASHOMON_RETURN_IF_ERROR(CheckCount(source, RASHOMON_OFFSET_OF(rank),
                                      "the rank of n-grams", h.rank, 0,
                                      format::kMaxDimensions));
  if (!std::isfinite(h.unseen_weight) || h.unseen_weight <= 0) {
    return ByteError(source, RASHOMON_OFFSET_OF(unseen_weight),
                     "the weight of unknown words is not above 0");
  }
  return absl::OkStatus();
}

absl::Status CheckSize(std::string_view bytes, std::uint64_t header_says,
                       std::uint64_t counts_say, std::string_view source) {
  if (header_says != counts_say) {
    return ByteError(source, RASHOMON_OFFSET_OF(file_bytes),
                     StrCat("the header gives a size of ", header_says,
                            " bytes, its counts one of ", counts_say));
  }
  if (bytes.size() < header_says) {
    return ByteError(source, bytes.size(),
                     StrCat("the file is cut short: it should have ",
                            header_says, " bytes"));
  }
  if (bytes.size() > header_says) {
    return ByteError(source, header_says, "there are bytes after the end");
  }
  return absl::OkStatus();
}

absl::Status CheckChecksums(std::string_view bytes, const WordVectorsHeader& h,
                            const Sections& s, std::string_view source) {
  constexpr std::size_t kBegin = RASHOMON_OFFSET_OF(version);
  const std::uint64_t body = s.scales;
  if (XXH3_64bits(bytes.data() + kBegin, body - kBegin) != h.header_checksum) {
    return ByteError(source, RASHOMON_OFFSET_OF(header_checksum),
                     StrCat("the header is altered: bytes ", kBegin, " to ",
                            body, " do not fit their checksum"));
  }
  for (std::uint64_t block = 0; block < s.blocks; ++block) {
    std::uint64_t expected;
    std::memcpy(&expected, bytes.data() + s.checksums + 8 * block, 8);
    const std::uint64_t begin = body + block * format::kBlockBytes;
    const std::uint64_t end = std::min(begin + format::kBlockBytes, s.end);
    if (XXH3_64bits(bytes.data() + begin, end - begin) != expected) {
      return ByteError(source, begin,
                       StrCat("the file is altered: bytes ", begin, " to ",
                              end, " do not fit their checksum"));
    }
  }
  return absl::OkStatus();
}

// What checksums cannot promise of a file that was made to do harm: that
// numbers are finite and indices within their tables.
absl::Status CheckFloats(std::string_view bytes, std::uint64_t begin,
                         std::uint64_t count, float least,
                         std::string_view source) {
  for (std::uint64_t i = 0; i < count; ++i) {
    float value;
    std::memcpy(&value, bytes.data() + begin + 4 * i, 4);
    if (!std::isfinite(value) || value < least) {
      return ByteError(source, begin + 4 * i, "not a finite number in range");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckIndices(std::string_view bytes, const WordVectorsHeader& h,
                          const Sections& s, std::string_view source) {
  const auto at = [&bytes](std::uint64_t offset) {
    std::uint32_t value;
    std::memcpy(&value, bytes.data() + offset, 4);
    return value;
  };
  std::uint32_t last_end = 0;
  for (std::uint64_t i = 0; i < h.rows; ++i) {
    const std::uint32_t end = at(s.key_ends + 4 * i) & ~format::kNameBit;
    if (end <= last_end || end > h.key_bytes) {
      return ByteError(source, s.key_ends + 4 * i, "a key out of its place");
    }
    last_end = end;
  }
  std::uint32_t used = 0;
  for (std::uint64_t i = 0; i < h.slots; ++i) {
    const std::uint32_t row = at(s.slots + 4 * i) & 0xFFFFFF;
    used += row != 0;
    if (row > h.rows) {
      return ByteError(source, s.slots + 4 * i, "a row that is not there");
    }
  }
  if (used != h.rows) {
    return ByteError(source, s.slots, StrCat("the hash table holds ", used,
                                             " words of ", h.rows));
  }
  return absl::OkStatus();
}

#undef RASHOMON_OFFSET_OF

template <typename T>
const T* SectionAt(std::string_view bytes, std::uint64_t offset) {
  return reinterpret_cast<const T*>(bytes.data() + offset);
}

}  // namespace

absl::StatusOr<WordVectors> WordVectors::Load(std::string_view bytes,
                                              std::shared_ptr<const void> owner,
                                              std::string_view source) {
  RASHOMON_ASSIGN_OR_RETURN(const WordVectorsHeader h,
                            ReadHeader(bytes, source));
  RASHOMON_RETURN_IF_ERROR(CheckCounts(h, source));
  const Sections s = format::SectionsOf(h);
  RASHOMON_RETURN_IF_ERROR(CheckSize(bytes, h.file_bytes, s.end, source));
  RASHOMON_RETURN_IF_ERROR(CheckChecksums(bytes, h, s, source));
  RASHOMON_RETURN_IF_ERROR(CheckFloats(bytes, s.scales, h.rows, 0, source));
  RASHOMON_RETURN_IF_ERROR(CheckFloats(bytes, s.weights, h.rows, 0, source));
  RASHOMON_RETURN_IF_ERROR(
      CheckFloats(bytes, s.gram_scales, h.grams, 0, source));
  RASHOMON_RETURN_IF_ERROR(CheckFloats(bytes, s.basis,
                                       std::uint64_t{h.rank} * h.dimensions,
                                       -1e30f, source));
  RASHOMON_RETURN_IF_ERROR(CheckIndices(bytes, h, s, source));

  WordVectors v;
  v.owner_ = std::move(owner);
  v.dimensions_ = static_cast<int>(h.dimensions);
  v.rows_ = h.rows;
  v.slot_mask_ = h.slots - 1;
  v.grams_ = h.grams;
  v.rank_ = static_cast<int>(h.rank);
  v.key_form_ = static_cast<KeyForm>(h.key_form);
  v.unseen_weight_ = h.unseen_weight;
  v.scales_ = SectionAt<float>(bytes, s.scales);
  v.weights_ = SectionAt<float>(bytes, s.weights);
  v.key_ends_ = SectionAt<std::uint32_t>(bytes, s.key_ends);
  v.slots_ = SectionAt<std::uint32_t>(bytes, s.slots);
  v.gram_hashes_ = SectionAt<std::uint32_t>(bytes, s.gram_hashes);
  v.gram_scales_ = SectionAt<float>(bytes, s.gram_scales);
  v.gram_values_ = SectionAt<std::int8_t>(bytes, s.gram_values);
  v.basis_ = SectionAt<float>(bytes, s.basis);
  v.keys_ = SectionAt<char>(bytes, s.keys);
  v.values_ = SectionAt<std::int8_t>(bytes, s.values);
  v.version_ = absl::StrCat(absl::Hex(h.header_checksum, absl::kZeroPad16));
  return v;
}

absl::StatusOr<WordVectors> WordVectors::Open(const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(MappedFile mapped, MappedFile::Open(path));
  auto file = std::make_shared<const MappedFile>(std::move(mapped));
  const std::string_view bytes = file->bytes();
  return Load(bytes, std::move(file), path);
}

bool WordVectors::IsWordVectorFile(const std::string& path) {
  const absl::StatusOr<MappedFile> file = MappedFile::Open(path);
  constexpr std::string_view kMagic(format::kMagic, sizeof(format::kMagic));
  return file.ok() && file->bytes().starts_with(kMagic);
}

absl::StatusOr<WordVectors> WordVectors::FromBytes(std::string bytes,
                                                   std::string_view source) {
  auto kept = std::make_shared<const std::string>(std::move(bytes));
  const std::string_view view = *kept;
  return Load(view, std::move(kept), source);
}

absl::StatusOr<WordVectors> WordVectors::View(std::string_view bytes,
                                              std::string_view source) {
  return Load(bytes, nullptr, source);
}

WordVectors WordVectors::WithSubwords(
    std::shared_ptr<const WordTable> table) && {
  if (table->dimensions() == dimensions_) subwords_ = std::move(table);
  return std::move(*this);
}

std::string_view WordVectors::key(std::uint32_t id) const {
  const std::uint32_t begin =
      id == 0 ? 0 : key_ends_[id - 1] & ~format::kNameBit;
  const std::uint32_t end = key_ends_[id] & ~format::kNameBit;
  return {keys_ + begin, end - begin};
}

bool WordVectors::is_name(std::uint32_t id) const {
  return (key_ends_[id] & format::kNameBit) != 0;
}

std::uint32_t WordVectors::FindExactly(std::string_view word,
                                       bool name) const {
  const std::uint64_t hash = format::KeyHash(word, name);
  const std::uint32_t tag = format::SlotTag(hash);
  for (auto i = static_cast<std::uint32_t>(hash) & slot_mask_;;
       i = (i + 1) & slot_mask_) {
    const std::uint32_t slot = slots_[i];
    if (slot == 0) return kUnknown;
    if ((slot & 0xFF000000u) != tag) continue;
    const std::uint32_t id = (slot & 0xFFFFFF) - 1;
    if (id < rows_ && key(id) == word && is_name(id) == name) return id;
  }
}

std::uint32_t WordVectors::Find(std::string_view word,
                                WordCase word_case) const {
  if (word.empty()) return kUnknown;
  const bool name = word_case == WordCase::kName;
  const std::uint32_t id = FindExactly(word, name);
  if (id != kUnknown && word_case != WordCase::kEither) return id;
  const std::uint32_t other = FindExactly(word, !name);
  // Of two, the first: rows stand by falling frequency. kUnknown is largest.
  return std::min(id, other);
}

// The n-grams of known words were fitted to foretell vectors; the mean over
// those of the word, of length d.
Eigen::VectorXf WordVectors::ForetoldBySpelling(
    const std::vector<std::uint64_t>& grams) const {
  Eigen::VectorXf coordinates = Eigen::VectorXf::Zero(rank_);
  int known = 0;
  for (const std::uint64_t gram : grams) {
    const std::uint32_t hash = format::GramHash(gram);
    const std::uint32_t* end = gram_hashes_ + grams_;
    const std::uint32_t* found = std::lower_bound(gram_hashes_, end, hash);
    if (found == end || *found != hash) continue;
    const auto at = static_cast<std::size_t>(found - gram_hashes_);
    const Eigen::Map<const Eigen::Matrix<std::int8_t, Eigen::Dynamic, 1>>
        values(gram_values_ + at * static_cast<std::size_t>(rank_), rank_);
    coordinates += gram_scales_[at] * values.cast<float>();
    ++known;
  }
  if (known == 0) return Eigen::VectorXf::Zero(dimensions_);
  coordinates /= static_cast<float>(grams.size());
  const Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic,
                                       Eigen::RowMajor>>
      basis(basis_, rank_, dimensions_);
  return basis.transpose() * coordinates;
}

Eigen::VectorXf WordVectors::VectorOfUnknown(std::string_view word,
                                             WordCase word_case) const {
  const std::vector<std::uint64_t> grams = SpellingGrams(word);
  Eigen::VectorXf vector = Eigen::VectorXf::Zero(dimensions_);
  if (grams.empty()) return vector;
  if (subwords_ != nullptr && subwords_->Vector(word, &vector)) {
    const float length = vector.stableNorm();
    if (length > 0 && length < 1e30f) return vector / length;
    vector.setZero();
  }
  if (word_case == WordCase::kCommon && grams_ > 0) {
    vector = ForetoldBySpelling(grams);
  }
  float norm = vector.norm();
  if (!(norm < 1e30f)) {  // no file of ours; defined all the same
    vector.setZero();
    norm = 0;
  }
  if (norm > kMostForetold) vector *= kMostForetold / norm;
  norm = std::min(norm, kMostForetold);
  vector += std::sqrt(1 - norm * norm) * Signature(grams, dimensions_);
  const float length = vector.norm();
  if (length > 0) vector /= length;
  return vector;
}

Eigen::VectorXf WordVectors::VectorOf(std::string_view word,
                                      WordCase word_case) const {
  const std::uint32_t id = Find(word, word_case);
  if (id == kUnknown) return VectorOfUnknown(word, word_case);
  const WordRow r = row(id);
  const Eigen::Map<const Eigen::Matrix<std::int8_t, Eigen::Dynamic, 1>> values(
      r.values, dimensions_);
  return r.scale * values.cast<float>();
}

}  // namespace rashomon
