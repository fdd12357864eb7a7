#include "tools/train/word_counter.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "engine/base/span.h"
#include "engine/embed/word_counts.h"

namespace rashomon {
namespace {

// Below this relative frequency four decimals leave less than two digits.
constexpr double kLeastExactFrequency = 0.001;

// Leads of the Cyrillic block, U+0400 to U+052F, in UTF-8.
bool StartsCyrillic(std::string_view utf8) {
  return !utf8.empty() && static_cast<unsigned char>(utf8[0]) >= 0xD0 &&
         static_cast<unsigned char>(utf8[0]) <= 0xD4;
}

struct ListEntry {
  std::string_view form;
  double frequency = 0;
};

bool ParseListLine(std::string_view line, ListEntry* entry) {
  const std::size_t space = line.find_last_of(" \t");
  if (space == std::string_view::npos || space == 0) return false;
  entry->form = line.substr(0, space);
  const std::string_view number = line.substr(space + 1);
  const auto [end, error] = std::from_chars(
      number.data(), number.data() + number.size(), entry->frequency);
  return error == std::errc() && end == number.data() + number.size() &&
         std::isfinite(entry->frequency) && entry->frequency >= 0;
}

// Carries Zipf's law on from the last entry that the list gives exactly.
class ZipfTail {
 public:
  double Frequency(double listed) {
    ++rank_;
    if (listed >= kLeastExactFrequency) {
      mass_ = listed * static_cast<double>(rank_);
      return listed;
    }
    return mass_ / static_cast<double>(rank_);
  }

 private:
  std::size_t rank_ = 0;
  double mass_ = 0;  // frequency x rank of the last exact entry
};

}  // namespace

void WordCounter::AddEnglish(std::string_view text) {
  for (const Word& word :
       splitter_.Split(text, Span{Field::kText, 0, text.size()})) {
    if (word.kind == WordKind::kPunctuation || word.stem.empty()) continue;
    if (StartsCyrillic(word.stem)) continue;
    ++english_[word.stem];
    ++english_words_;
  }
}

absl::Status WordCounter::AddRussianList(std::string_view list,
                                         std::string_view source) {
  ZipfTail tail;
  int line_number = 0;
  for (std::string_view line : SplitOn(list, '\n')) {
    ++line_number;
    if (StripAsciiSpace(line).empty()) continue;
    ListEntry entry;
    if (!ParseListLine(StripAsciiSpace(line), &entry)) {
      return absl::InvalidArgumentError(
          StrCat(source, ": line ", line_number, " is not \"form frequency\""));
    }
    const double frequency = tail.Frequency(entry.frequency);
    const std::vector<Word> words = splitter_.Split(
        entry.form, Span{Field::kText, 0, entry.form.size()});
    for (const Word& word : words) {
      if (!StartsCyrillic(word.stem)) continue;
      russian_[word.stem] += frequency;
      russian_total_ += frequency;
    }
  }
  return absl::OkStatus();
}

std::string WordCounter::Table(std::uint64_t min_count) const {
  std::map<std::string_view, int> codes;
  for (const auto& [stem, count] : english_) {
    if (count < min_count) continue;
    codes[stem] = WordCounts::Code(static_cast<double>(count) /
                                   static_cast<double>(english_words_));
  }
  for (const auto& [stem, frequency] : russian_) {
    codes[stem] = WordCounts::Code(frequency / russian_total_);
  }
  std::string table = StrCat(
      "# How often each stem occurs in news. code = -16 ln(share of all words "
      "of its language).\n"
      "# Written by tools/train; provenance and figures in word_counts.md.\n"
      "stem\tcode\n");
  for (const auto& [stem, code] : codes) {
    StrAppend(&table, stem, "\t", code, "\n");
  }
  return table;
}

}  // namespace rashomon
