#include "engine/embed/word_vectors_writer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/word_vectors_format.h"

namespace rashomon {
namespace {

namespace format = word_vectors_format;
using format::Sections;
using format::WordVectorsHeader;

constexpr float kLargestCode = 127;

absl::Status Refuse(std::string_view problem) {
  return absl::InvalidArgumentError(StrCat("word vectors: ", problem));
}

absl::Status CheckSizes(const WordVectorsInput& input) {
  const std::size_t n = input.words.size();
  if (n == 0) return Refuse("there is no word");
  if (n > format::kMaxRows) return Refuse(StrCat(n, " words are too many"));
  if (input.names.size() != n || input.weights.size() != n ||
      static_cast<std::size_t>(input.vectors.rows()) != n) {
    return Refuse("words, names, weights and vectors differ in number");
  }
  if (input.vectors.cols() < 1 ||
      input.vectors.cols() > format::kMaxDimensions) {
    return Refuse(StrCat(input.vectors.cols(), " dimensions"));
  }
  const SpellingModel& s = input.spelling;
  if (s.grams.size() > format::kMaxGrams ||
      static_cast<std::size_t>(s.coordinates.rows()) != s.grams.size() ||
      s.coordinates.cols() != s.basis.rows() ||
      (s.basis.rows() > 0 && s.basis.cols() != input.vectors.cols()) ||
      !std::is_sorted(s.grams.begin(), s.grams.end())) {
    return Refuse("the spelling model does not fit together");
  }
  if (!s.coordinates.allFinite() || !s.basis.allFinite()) {
    return Refuse("the spelling model holds a number that is not finite");
  }
  if (!(input.unseen_weight > 0) || !std::isfinite(input.unseen_weight)) {
    return Refuse("the weight of unknown words is not above 0");
  }
  return absl::OkStatus();
}

absl::Status CheckWords(const WordVectorsInput& input) {
  for (std::size_t i = 0; i < input.words.size(); ++i) {
    const std::string& word = input.words[i];
    if (word.empty()) return Refuse(StrCat("word ", i, " is empty"));
    if (!input.vectors.row(static_cast<Eigen::Index>(i)).allFinite()) {
      return Refuse(StrCat("\"", word, "\" has a number that is not finite"));
    }
    if (!(input.weights[i] > 0) || !std::isfinite(input.weights[i])) {
      return Refuse(StrCat("\"", word, "\" has a weight that is not above 0"));
    }
  }
  return absl::OkStatus();
}

// The file, filled section by section.
class Encoder {
 public:
  explicit Encoder(const WordVectorsInput& input) : input_(input) {
    FillCounts();
    sections_ = format::SectionsOf(header_);
    header_.file_bytes = sections_.end;
    bytes_.assign(sections_.end, '\0');
  }

  absl::StatusOr<std::string> Encode() {
    PutRows();
    PutKeys();
    RASHOMON_RETURN_IF_ERROR(PutSlots());
    PutSpelling();
    PutChecksums();
    return std::move(bytes_);
  }

 private:
  void FillCounts() {
    std::memcpy(header_.magic, format::kMagic, sizeof(header_.magic));
    header_.version = format::kVersion;
    header_.key_form = static_cast<std::uint32_t>(input_.key_form);
    header_.dimensions = static_cast<std::uint32_t>(input_.vectors.cols());
    header_.rows = static_cast<std::uint32_t>(input_.words.size());
    // At most three quarters full, so that misses end soon.
    header_.slots = std::bit_ceil(header_.rows + header_.rows / 3 + 2);
    for (const std::string& word : input_.words) {
      header_.key_bytes += static_cast<std::uint32_t>(word.size());
    }
    header_.grams = static_cast<std::uint32_t>(input_.spelling.grams.size());
    header_.rank = static_cast<std::uint32_t>(input_.spelling.basis.rows());
    header_.unseen_weight = input_.unseen_weight;
  }

  template <typename T>
  void Put(std::uint64_t section, std::size_t index, T value) {
    std::memcpy(bytes_.data() + section + index * sizeof(T), &value, sizeof(T));
  }

  // Rounds `row` to 8 bits at values + index * row.size(); the scale.
  float PutCodes(std::uint64_t values, std::size_t index,
                 const Eigen::VectorXf& row) {
    const float largest = row.size() > 0 ? row.cwiseAbs().maxCoeff() : 0;
    if (!(largest > 0)) return 0;
    const auto n = static_cast<std::size_t>(row.size());
    for (std::size_t i = 0; i < n; ++i) {
      const float code =
          std::round(row[static_cast<Eigen::Index>(i)] / largest * kLargestCode);
      Put(values, index * n + i, static_cast<std::int8_t>(code));
    }
    return largest / kLargestCode;
  }

  void PutRows() {
    for (std::size_t i = 0; i < input_.words.size(); ++i) {
      Eigen::VectorXf row = input_.vectors.row(static_cast<Eigen::Index>(i));
      const float norm = row.stableNorm();
      if (norm > 0) row /= norm;
      Put(sections_.scales, i, PutCodes(sections_.values, i, row));
      Put(sections_.weights, i, input_.weights[i]);
    }
  }

  void PutKeys() {
    std::size_t end = 0;
    for (std::size_t i = 0; i < input_.words.size(); ++i) {
      const std::string& word = input_.words[i];
      std::copy(word.begin(), word.end(),
                bytes_.begin() + static_cast<std::ptrdiff_t>(sections_.keys +
                                                             end));
      end += word.size();
      Put(sections_.key_ends, i,
          static_cast<std::uint32_t>(end) |
              (input_.names[i] ? format::kNameBit : 0));
    }
  }

  absl::Status PutSlots() {
    std::vector<std::uint32_t> slots(header_.slots);
    for (std::size_t id = 0; id < input_.words.size(); ++id) {
      const std::string& word = input_.words[id];
      const std::uint64_t hash = format::KeyHash(word, input_.names[id]);
      std::size_t i = hash & (header_.slots - 1);
      for (; slots[i] != 0; i = (i + 1) & (header_.slots - 1)) {
        const std::size_t other = (slots[i] & 0xFFFFFF) - 1;
        if (input_.words[other] == word &&
            input_.names[other] == input_.names[id]) {
          return Refuse(StrCat("\"", word, "\" stands twice"));
        }
      }
      slots[i] = format::SlotTag(hash) | static_cast<std::uint32_t>(id + 1);
    }
    std::memcpy(bytes_.data() + sections_.slots, slots.data(),
                slots.size() * sizeof(slots[0]));
    return absl::OkStatus();
  }

  void PutSpelling() {
    const SpellingModel& s = input_.spelling;
    for (std::size_t i = 0; i < s.grams.size(); ++i) {
      Put(sections_.gram_hashes, i, s.grams[i]);
      Put(sections_.gram_scales, i,
          PutCodes(sections_.gram_values, i,
                   s.coordinates.row(static_cast<Eigen::Index>(i))));
    }
    for (Eigen::Index i = 0; i < s.basis.size(); ++i) {
      Put(sections_.basis, static_cast<std::size_t>(i), s.basis.data()[i]);
    }
  }

  void PutChecksums() {
    const std::uint64_t body = sections_.scales;
    for (std::uint64_t block = 0; block < sections_.blocks; ++block) {
      const std::uint64_t begin = body + block * format::kBlockBytes;
      const std::uint64_t end =
          std::min(begin + format::kBlockBytes, sections_.end);
      Put<std::uint64_t>(sections_.checksums, block,
                         XXH3_64bits(bytes_.data() + begin, end - begin));
    }
    std::memcpy(bytes_.data(), &header_, sizeof(header_));
    constexpr std::size_t kBegin = offsetof(WordVectorsHeader, version);
    header_.header_checksum =
        XXH3_64bits(bytes_.data() + kBegin, body - kBegin);
    std::memcpy(bytes_.data(), &header_, sizeof(header_));
  }

  const WordVectorsInput& input_;
  WordVectorsHeader header_{};
  Sections sections_;
  std::string bytes_;
};

}  // namespace

absl::StatusOr<std::string> EncodeWordVectors(const WordVectorsInput& input) {
  RASHOMON_RETURN_IF_ERROR(CheckSizes(input));
  RASHOMON_RETURN_IF_ERROR(CheckWords(input));
  return Encoder(input).Encode();
}

}  // namespace rashomon
