// Word vectors as bytes: word2vec's binary form and fastText's models.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/byte_reader.h"
#include "engine/embed/read_word_table.h"

namespace rashomon {
namespace {

constexpr std::size_t kLongestWord = 64 * 1024;  // bytes
constexpr std::size_t kFloat = sizeof(float);

// The index of the first value that is not finite, or values.size().
std::size_t FirstNotFinite(std::span<const float> values) {
  std::size_t i = 0;
  while (i < values.size() && std::isfinite(values[i])) ++i;
  return i;
}

absl::Status CheckFinite(const ByteReader& in, std::size_t begin,
                         std::span<const float> values) {
  const std::size_t bad = FirstNotFinite(values);
  if (bad == values.size()) return absl::OkStatus();
  return in.ErrorAt(begin + bad * kFloat, "a number that is not finite");
}

absl::Status CheckDimensions(const ByteReader& in, std::size_t offset,
                             std::int64_t dimensions) {
  if (dimensions >= 1 && dimensions <= WordTable::kMaxDimensions) {
    return absl::OkStatus();
  }
  return in.ErrorAt(offset, StrCat(dimensions, " dimensions, not 1 to ",
                                   WordTable::kMaxDimensions));
}

// "words dimensions" of word2vec's first line.
bool ReadCounts(std::string_view line, std::int64_t* words,
                std::int64_t* dimensions) {
  const char* end = line.data() + line.size();
  const auto first = std::from_chars(line.data(), end, *words);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != ' ') {
    return false;
  }
  const auto second = std::from_chars(first.ptr + 1, end, *dimensions);
  return second.ec == std::errc() &&
         StripAsciiSpace({second.ptr, static_cast<std::size_t>(
                                          end - second.ptr)}).empty();
}

}  // namespace

absl::StatusOr<WordTable> ParseWord2VecBinary(std::string_view bytes,
                                              std::string_view source) {
  ByteReader in(bytes, source);
  std::string_view line;
  std::int64_t words = 0;
  std::int64_t dimensions = 0;
  if (!in.ReadUntil('\n', 64, &line) ||
      !ReadCounts(line, &words, &dimensions)) {
    return in.ErrorAt(0, "the first line is not \"words dimensions\"");
  }
  RASHOMON_RETURN_IF_ERROR(CheckDimensions(in, 0, dimensions));
  const auto d = static_cast<std::size_t>(dimensions);
  // A word takes a letter, a space and its numbers.
  if (words < 1 ||
      static_cast<std::uint64_t>(words) > in.left() / (d * kFloat + 2)) {
    return in.ErrorAt(0, StrCat(words, " words of ", d, " numbers do not fit a "
                                "file of ", bytes.size(), " bytes"));
  }
  WordTable table(static_cast<int>(dimensions));
  table.Reserve(static_cast<std::size_t>(words));
  for (std::int64_t i = 0; i < words; ++i) {
    const std::size_t begin = in.offset();
    std::string_view word;
    if (!in.ReadUntil(' ', kLongestWord, &word)) {
      return in.ErrorAt(begin, StrCat("word ", i + 1, " of ", words,
                                      " does not end"));
    }
    // The original ends each row with a line feed, others do not.
    word.remove_prefix(std::min(word.find_first_not_of('\n'), word.size()));
    if (word.empty()) return in.ErrorAt(begin, "an empty word");
    const std::span<float> values = table.AddRow(word);
    if (values.empty()) {
      return in.ErrorAt(begin, StrCat("the word \"", word, "\" stands twice"));
    }
    const std::size_t numbers = in.offset();
    if (!in.ReadTo(values.data(), d)) {
      return in.ErrorAt(bytes.size(),
                        StrCat("the file ends within word ", i + 1, " of ",
                               words));
    }
    RASHOMON_RETURN_IF_ERROR(CheckFinite(in, numbers, values));
  }
  const std::string_view rest = bytes.substr(in.offset());
  if (rest.find_first_not_of('\n') != std::string_view::npos) {
    return in.Error(StrCat("there are bytes after the last of ", words,
                           " words"));
  }
  return table;
}

namespace {

constexpr std::int32_t kFastTextMagic = 793712314;
constexpr std::int32_t kFastTextVersion = 12;
constexpr std::string_view kEndOfSentence = "</s>";

// In the order of the file.
struct FastTextArgs {
  std::int32_t dim, ws, epoch, min_count, neg, word_ngrams, loss, model, bucket,
      minn, maxn, lr_update_rate;
  double t;
};

// A model of fastText: arguments, dictionary, input matrix. What follows is not
// needed for vectors.
class FastTextReader {
 public:
  FastTextReader(std::string_view bytes, std::string_view source)
      : in_(bytes, source) {}

  absl::StatusOr<WordTable> Read() {
    RASHOMON_RETURN_IF_ERROR(ReadArgs());
    RASHOMON_RETURN_IF_ERROR(ReadDictionary());
    RASHOMON_RETURN_IF_ERROR(ReadMatrixHead());
    return ReadMatrix();
  }

 private:
  absl::Status CutShort() const { return in_.Error("the file is cut short"); }

  absl::Status ReadArgs() {
    std::int32_t magic = 0;
    std::int32_t version = 0;
    if (!in_.Read(&magic) || magic != kFastTextMagic) {
      return in_.ErrorAt(0, "not a fastText model");
    }
    if (!in_.Read(&version)) return CutShort();
    if (version > kFastTextVersion || version < 11) {
      return in_.ErrorAt(4, StrCat("version ", version,
                                   " of fastText's format, not 11 or 12"));
    }
    const std::size_t begin = in_.offset();
    if (!in_.Read(&args_.dim) || !in_.Read(&args_.ws) ||
        !in_.Read(&args_.epoch) || !in_.Read(&args_.min_count) ||
        !in_.Read(&args_.neg) || !in_.Read(&args_.word_ngrams) ||
        !in_.Read(&args_.loss) || !in_.Read(&args_.model) ||
        !in_.Read(&args_.bucket) || !in_.Read(&args_.minn) ||
        !in_.Read(&args_.maxn) || !in_.Read(&args_.lr_update_rate) ||
        !in_.Read(&args_.t)) {
      return CutShort();
    }
    constexpr std::int32_t kSupervised = 3;
    if (version == 11 && args_.model == kSupervised) args_.maxn = 0;
    RASHOMON_RETURN_IF_ERROR(CheckDimensions(in_, begin, args_.dim));
    if (args_.bucket < 0) {
      return in_.ErrorAt(begin + 32, "a negative number of n-gram rows");
    }
    if (args_.maxn < 0 || args_.maxn > 64 || args_.minn < 0) {
      return in_.ErrorAt(begin + 36, "absurd lengths of n-grams");
    }
    return absl::OkStatus();
  }

  absl::Status ReadDictionary() {
    const std::size_t begin = in_.offset();
    std::int32_t size = 0;
    std::int32_t labels = 0;
    std::int64_t tokens = 0;
    std::int64_t pruned = 0;
    if (!in_.Read(&size) || !in_.Read(&words_) || !in_.Read(&labels) ||
        !in_.Read(&tokens) || !in_.Read(&pruned)) {
      return CutShort();
    }
    // An entry takes a letter, its zero, a count and a type.
    if (words_ < 1 || labels < 0 ||
        std::int64_t{words_} + labels != std::int64_t{size} ||
        static_cast<std::uint64_t>(size) > in_.left() / 10) {
      return in_.ErrorAt(begin, StrCat("a dictionary of ", size, " entries, ",
                                       words_, " words and ", labels,
                                       " labels"));
    }
    if (pruned > 0) {
      return in_.ErrorAt(begin + 20, "a pruned dictionary: quantised models "
                                     "(.ftz) are not read");
    }
    for (std::int32_t i = 0; i < size; ++i) {
      const std::size_t at = in_.offset();
      std::string_view word;
      std::int64_t count = 0;
      std::int8_t type = 0;
      if (!in_.ReadUntil('\0', kLongestWord, &word) || !in_.Read(&count) ||
          !in_.Read(&type)) {
        return CutShort();
      }
      if (word.empty() || (type != 0 && type != 1) || (type == 0) != (i < words_)) {
        return in_.ErrorAt(at, "not an entry of a dictionary");
      }
      if (type == 0) dictionary_.push_back({word, at});
    }
    return absl::OkStatus();
  }

  absl::Status ReadMatrixHead() {
    const std::size_t begin = in_.offset();
    std::uint8_t quantised = 0;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    if (!in_.Read(&quantised)) return CutShort();
    if (quantised != 0) {
      return in_.ErrorAt(begin, "quantised models (.ftz) are not read");
    }
    if (!in_.Read(&rows) || !in_.Read(&columns)) return CutShort();
    if (columns != args_.dim) {
      return in_.ErrorAt(begin + 9, StrCat("rows of ", columns,
                                           " numbers, dimensions ", args_.dim));
    }
    if (rows != std::int64_t{words_} + args_.bucket &&
        !(args_.maxn == 0 && rows == words_)) {
      return in_.ErrorAt(begin + 1, StrCat(rows, " rows for ", words_,
                                           " words and ", args_.bucket,
                                           " n-grams"));
    }
    const auto d = static_cast<std::uint64_t>(args_.dim);
    if (static_cast<std::uint64_t>(rows) > in_.left() / (d * kFloat)) {
      return in_.ErrorAt(begin + 1, StrCat(rows, " rows of ", d,
                                           " numbers are more than is left"));
    }
    gram_rows_ = args_.maxn > 0 ? static_cast<std::size_t>(rows - words_) : 0;
    return absl::OkStatus();
  }

  // A word's vector is the mean of its own row and those of its n-grams.
  absl::StatusOr<WordTable> ReadMatrix() {
    const auto d = static_cast<std::size_t>(args_.dim);
    const std::size_t begin = in_.offset();
    std::vector<float> own(static_cast<std::size_t>(words_) * d);
    HashedGrams grams;
    grams.shortest = args_.minn;
    grams.longest = args_.maxn;
    grams.rows.resize(gram_rows_ * d);
    if (!in_.ReadTo(own.data(), own.size()) ||
        !in_.ReadTo(grams.rows.data(), grams.rows.size())) {
      return CutShort();
    }
    RASHOMON_RETURN_IF_ERROR(CheckFinite(in_, begin, own));
    RASHOMON_RETURN_IF_ERROR(
        CheckFinite(in_, begin + own.size() * kFloat, grams.rows));
    WordTable table(args_.dim,
                    gram_rows_ > 0 ? Subwords::kFastText : Subwords::kNone);
    table.Reserve(dictionary_.size());
    for (std::size_t i = 0; i < dictionary_.size(); ++i) {
      const auto& [word, offset] = dictionary_[i];
      const std::span<float> values = table.AddRow(word);
      if (values.empty()) {
        return in_.ErrorAt(offset,
                           StrCat("the word \"", word, "\" stands twice"));
      }
      std::vector<std::uint32_t> rows;
      if (word != kEndOfSentence) {
        rows = grams.RowsOf(word, static_cast<std::uint32_t>(gram_rows_));
      }
      std::copy_n(own.begin() + static_cast<std::ptrdiff_t>(i * d), d,
                  values.begin());
      for (const std::uint32_t row : rows) {
        for (std::size_t k = 0; k < d; ++k) {
          values[k] += grams.rows[row * d + k];
        }
      }
      const auto parts = static_cast<float>(rows.size() + 1);
      for (float& value : values) value /= parts;
    }
    table.SetGrams(std::move(grams));
    return table;
  }

  struct Entry {
    std::string_view word;
    std::size_t offset = 0;
  };

  ByteReader in_;
  FastTextArgs args_{};
  std::int32_t words_ = 0;
  std::size_t gram_rows_ = 0;
  std::vector<Entry> dictionary_;
};

}  // namespace

absl::StatusOr<WordTable> ParseFastText(std::string_view bytes,
                                        std::string_view source) {
  return FastTextReader(bytes, source).Read();
}

}  // namespace rashomon
