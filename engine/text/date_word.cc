#include "engine/text/date_word.h"

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
        w.month = row[2].size() == 1 ? row[2][0] - '0' : 10 + (row[2][1] - '0');
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
      out.text[out.size++] = static_cast<char>(upper && high ? 0xD1 : 0xD0);
      out.text[out.size++] =
          static_cast<char>(upper ? (high ? d - 0x20 : d + 0x20) : d);
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

MonthFilter::MonthFilter() {
  for (const auto& [word, meaning] : DateWords()) {
    if (meaning.month != 0)
      sizes_[KeyOf(word)] |= std::uint32_t{1} << word.size();
  }
}

const MonthFilter& MonthFilter::Shipped() {
  static const MonthFilter filter;
  return filter;
}

}  // namespace rashomon
