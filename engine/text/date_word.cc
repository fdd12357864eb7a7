#include "engine/text/date_word.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/strings.h"
#include "engine/text/date_words_tsv.h"
#include "engine/text/tsv.h"

namespace rashomon {
namespace {

const StringMap<DateWord>& DateWords() {
  static const StringMap<DateWord>* words = [] {
    auto* map = new StringMap<DateWord>;
    for (const std::vector<std::string_view>& row : TsvRows(DateWordsTsv())) {
      DateWord& w = (*map)[std::string(row[0])];
      const std::string_view kind = row[1];
      if (kind == "month" || kind == "proper") {
        w.month = row[2].size() == 1 ? row[2][0] - '0'
                                     : 10 + (row[2][1] - '0');
      }
      w.proper |= kind == "proper";
      w.unit |= kind == "unit";
      w.event |= kind == "event";
      w.in |= kind == "in";
      w.of |= kind == "of";
      w.year |= kind == "year";
      w.follow |= kind == "follow";
      w.time |= kind == "time";
      w.before |= kind == "before";
      w.trust |= kind == "trust";
      w.link |= kind == "link";
    }
    return map;
  }();
  return *words;
}

// The longest word of the table has 24 bytes.
constexpr std::size_t kLongestDateWord = 28;

// Which words can be months, by their first and last letter and their size:
// most words of a text are told apart without a look-up.
class MonthFilter {
 public:
  explicit MonthFilter(const StringMap<DateWord>& words) {
    for (const auto& [word, meaning] : words) {
      if (meaning.month != 0) {
        sizes_[KeyOf(word)] |= std::uint32_t{1} << word.size();
      }
    }
  }

  // `word`, not empty, as it stands in the text.
  bool Passes(std::string_view word) const {
    return word.size() <= kLongestDateWord &&
           (sizes_[KeyOf(word)] >> word.size() & 1) != 0;
  }

 private:
  // Letters without their case, and whether the first has two bytes.
  static std::size_t KeyOf(std::string_view word) {
    const bool wide = static_cast<unsigned char>(word[0]) >= 0x80;
    const char first = word[wide && word.size() > 1 ? 1 : 0];
    return (wide ? 0x400 : 0) | LetterOf(first) << 5 | LetterOf(word.back());
  }

  // Of a letter's last byte, in which the upper cases of letters of one or two
  // bytes are 0x20 or 0x60 away from the lower.
  static std::size_t LetterOf(char byte) {
    return static_cast<unsigned char>(byte) & 0x1F;
  }

  std::array<std::uint32_t, 0x800> sizes_ = {};  // by key: a bit for each size
};

// Lower case of ASCII and basic Cyrillic; the month names need no more.
struct Lowered {
  char text[32];
  std::size_t size = 0;
};

void LowerInto(std::string_view word, Lowered& out) {
  for (std::size_t i = 0; i < word.size();) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (c == 0xD0 && i + 1 < word.size()) {
      const auto d = static_cast<unsigned char>(word[i + 1]);
      const bool upper = d >= 0x90 && d <= 0xAF;
      // А..П are D0 90..9F, Р..Я are D0 A0..AF; а..п D0 B0.., р..я D1 80..
      const bool high = d >= 0xA0;
      out.text[out.size++] =
          static_cast<char>(upper && high ? 0xD1 : 0xD0);
      out.text[out.size++] = static_cast<char>(
          upper ? (high ? d - 0x20 : d + 0x20) : d);
      i += 2;
      continue;
    }
    const bool upper = c >= 'A' && c <= 'Z';
    out.text[out.size++] = static_cast<char>(upper ? c + 32 : c);
    ++i;
  }
}

}  // namespace

const DateWord* FindDateWord(std::string_view word) {
  if (word.size() > kLongestDateWord) return nullptr;
  Lowered lowered;
  LowerInto(word, lowered);
  const auto it =
      DateWords().find(std::string_view(lowered.text, lowered.size));
  return it == DateWords().end() ? nullptr : &it->second;
}

bool MayBeMonth(std::string_view word) {
  static const MonthFilter filter(DateWords());
  return filter.Passes(word);
}

}  // namespace rashomon
