// Word vectors as text: word2vec, GloVe, fastText .vec.
#include <fast_float/fast_float.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <system_error>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/read_word_table.h"

namespace rashomon {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// What is left of a text, taken line by line.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  bool Next(std::string_view* line) {
    if (rest_.empty()) return false;
    ++number_;
    const std::size_t end = rest_.find('\n');
    *line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size()
                                                      : end + 1);
    while (!line->empty() && IsSpace(line->back())) line->remove_suffix(1);
    return true;
  }

  int number() const { return number_; }

 private:
  std::string_view rest_;
  int number_ = 0;
};

struct Header {
  std::uint64_t words = 0;
  std::uint64_t dimensions = 0;
};

bool ReadCount(std::string_view text, std::uint64_t* count) {
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, *count);
  // A count beyond 64 bits is a count all the same: the largest.
  if (error == std::errc::result_out_of_range && at == end) *count = ~0ull;
  return at == end && !text.empty() && error != std::errc::invalid_argument;
}

// "400000 300"; nothing where the line is a word and its numbers.
std::optional<Header> ReadHeader(std::string_view line) {
  const std::size_t space = line.find_first_of(" \t");
  if (space == std::string_view::npos) return std::nullopt;
  Header header;
  if (!ReadCount(line.substr(0, space), &header.words) ||
      !ReadCount(StripAsciiSpace(line.substr(space)), &header.dimensions)) {
    return std::nullopt;
  }
  return header;
}

std::size_t CountFields(std::string_view line) {
  std::size_t fields = 0;
  bool in_field = false;
  for (const char c : line) {
    if (!IsSpace(c) && !in_field) ++fields;
    in_field = !IsSpace(c);
  }
  return fields;
}

// Reads as many numbers as `values` has, parted by space, up to the end.
bool ReadNumbers(std::string_view text, std::span<float> values) {
  const char* at = text.data();
  const char* end = at + text.size();
  for (float& value : values) {
    while (at != end && IsSpace(*at)) ++at;
    if (at != end && *at == '+') ++at;
    const auto [next, error] = fast_float::from_chars(at, end, value);
    if (error != std::errc()) return false;
    at = next;
  }
  return at == end;
}

// Where the last `count` fields of the line begin; npos where there are fewer.
std::size_t BeginOfLast(std::string_view line, std::size_t count) {
  std::size_t at = line.size();
  for (; count > 0; --count) {
    while (at > 0 && IsSpace(line[at - 1])) --at;
    if (at == 0) return std::string_view::npos;
    while (at > 0 && !IsSpace(line[at - 1])) --at;
  }
  return at;
}

// Lines into a table.
class TextReader {
 public:
  TextReader(std::string_view bytes, std::string_view source)
      : bytes_(bytes), source_(source), lines_(bytes) {}

  absl::StatusOr<WordTable> Read() {
    std::string_view line;
    bool more = lines_.Next(&line);
    std::optional<Header> header;
    if (more) header = ReadHeader(line);
    if (header.has_value()) {
      RASHOMON_RETURN_IF_ERROR(CheckHeader(*header));
      more = lines_.Next(&line);
    }
    if (!more) return Error("there is no word");
    const std::size_t dimensions =
        header.has_value() ? header->dimensions : CountFields(line) - 1;
    if (line.empty() || dimensions == 0 ||
        dimensions > std::size_t{WordTable::kMaxDimensions}) {
      return Error(StrCat("not a word and 1 to ", WordTable::kMaxDimensions,
                          " numbers"));
    }
    WordTable table(static_cast<int>(dimensions));
    table.Reserve(header.has_value() ? header->words
                                     : bytes_.size() / line.size());
    for (; more; more = lines_.Next(&line)) {
      if (line.empty()) return Error("the line is empty");
      RASHOMON_RETURN_IF_ERROR(AddLine(line, &table));
    }
    if (header.has_value() && table.size() != header->words) {
      return Error(StrCat("the file ends after ", table.size(),
                          " words; its first line promises ", header->words));
    }
    return table;
  }

 private:
  absl::Status Error(std::string_view problem) const {
    return absl::InvalidArgumentError(
        StrCat(source_, ": line ", lines_.number(), ": ", problem));
  }

  // A word and its numbers take two bytes each at the least.
  absl::Status CheckHeader(const Header& header) const {
    const std::uint64_t most = bytes_.size() / 2;
    if (header.dimensions == 0 ||
        header.dimensions > std::uint64_t{WordTable::kMaxDimensions}) {
      return Error(StrCat(header.dimensions, " dimensions; the most are ",
                          WordTable::kMaxDimensions));
    }
    if (header.words == 0) return Error("there is no word");
    if (header.words > most / (header.dimensions + 1) + 1) {
      return Error(StrCat(header.words, " words of ", header.dimensions,
                          " numbers are more than a file of ", bytes_.size(),
                          " bytes holds"));
    }
    return absl::OkStatus();
  }

  absl::Status AddLine(std::string_view line, WordTable* table) const {
    const auto d = static_cast<std::size_t>(table->dimensions());
    // A line may start with a space where the word is one (U+00A0 and others
    // were trimmed by those who wrote the file): such words are refused.
    std::size_t end = line.find_first_of(" \t");
    if (end == 0 || end == std::string_view::npos) {
      return Error("not a word and its numbers");
    }
    std::span<float> values = table->AddRow(line.substr(0, end));
    if (values.empty() || !ReadNumbers(line.substr(end), values)) {
      return AddOddLine(line, !values.empty(), d, table);
    }
    return CheckValues(values);
  }

  // Some files hold words with spaces in them; what is not that is an error.
  absl::Status AddOddLine(std::string_view line, bool added, std::size_t d,
                          WordTable* table) const {
    const std::size_t fields = CountFields(line);
    const std::size_t first_space = line.find_first_of(" \t");
    if (fields <= d + 1) {
      if (fields != d + 1) {
        return Error(StrCat(fields - 1, " numbers, not ", d));
      }
      if (!added) {
        return Error(StrCat("the word \"", line.substr(0, first_space),
                            "\" stands twice"));
      }
      return Error("a number cannot be read");
    }
    if (added) table->RemoveLast();
    const std::size_t begin = BeginOfLast(line, d);
    const std::string_view word =
        StripAsciiSpace(line.substr(0, begin));
    std::vector<float> numbers(d);
    if (!ReadNumbers(line.substr(begin), numbers)) {
      return Error(StrCat(fields - 1, " fields after the word, not ", d,
                          " numbers"));
    }
    const bool number_in_word = ReadsAsNumber(word.substr(
        std::min(word.size(), word.find_last_of(" \t") + 1)));
    if (number_in_word) {
      return Error(StrCat(fields - 1, " numbers, not ", d));
    }
    const std::span<float> values = table->AddRow(word);
    if (values.empty()) {
      return Error(StrCat("the word \"", word, "\" stands twice"));
    }
    std::copy(numbers.begin(), numbers.end(), values.begin());
    return CheckValues(values);
  }

  static bool ReadsAsNumber(std::string_view text) {
    float value = 0;
    const auto [at, error] =
        fast_float::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && at == text.data() + text.size();
  }

  absl::Status CheckValues(std::span<const float> values) const {
    float sum = 0;  // finite numbers times 0 are 0, others are NaN
    for (const float value : values) sum += value * 0;
    if (sum == 0) return absl::OkStatus();
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!std::isfinite(values[i])) {
        return Error(StrCat("number ", i + 1, " is not finite"));
      }
    }
    return absl::OkStatus();
  }

  std::string_view bytes_;
  std::string_view source_;
  Lines lines_;
};

}  // namespace

absl::StatusOr<WordTable> ParseTextVectors(std::string_view bytes,
                                           std::string_view source) {
  return TextReader(bytes, source).Read();
}

}  // namespace rashomon
