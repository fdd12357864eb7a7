#include "engine/claims/number_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "engine/base/strings.h"
#include "engine/lexicon/shipped_data.h"
#include "engine/text/tsv.h"

namespace rashomon {
namespace {

// No word of the tables is longer; what is longer is not looked up.
constexpr std::size_t kMaxWordBytes = 48;
// Endings of Russian adjectives, in bytes: "летний", "летнего", "летними".
constexpr std::array<std::size_t, 2> kRussianEndings = {4, 6};

std::string_view ShippedTsv(std::string_view name) {
  for (const ShippedTable& table : ShippedTables()) {
    if (table.name == name) return table.tsv;
  }
  return "";
}

std::string_view WithoutSign(std::string_view phrase) {
  if (!phrase.empty() && phrase[0] == '=') phrase.remove_prefix(1);
  return phrase;
}

const StringMap<NumberWord>& NumberTable() {
  static const StringMap<NumberWord>* const table = [] {
    auto* map = new StringMap<NumberWord>;
    for (const auto& row : TsvRows(ShippedTsv("numbers"))) {
      if (row.size() < 5) continue;
      NumberWord word{NumberPartNamed(row[1]), 0};
      std::from_chars(row[4].data(), row[4].data() + row[4].size(),
                      word.value);
      map->emplace(std::string(WithoutSign(row[0])), word);
    }
    return map;
  }();
  return *table;
}

const StringMap<UnitWord>& UnitTable() {
  static const StringMap<UnitWord>* const table = [] {
    auto* map = new StringMap<UnitWord>;
    for (const auto& row : TsvRows(ShippedTsv("units"))) {
      if (row.size() < 5) continue;
      std::string phrase(WithoutSign(row[0]));
      std::replace(phrase.begin(), phrase.end(), ' ', '-');
      map->emplace(std::move(phrase), UnitOf(row[1], row[4]));
    }
    return map;
  }();
  return *table;
}

template <typename Value>
const Value* Find(const StringMap<Value>& table, std::string_view word) {
  const auto it = table.find(word);
  return it == table.end() ? nullptr : &it->second;
}

const UnitWord* FindOneUnit(std::string_view word) {
  if (word.empty() || word.size() > kMaxWordBytes) return nullptr;
  const StringMap<UnitWord>& table = UnitTable();
  if (const UnitWord* unit = Find(table, word)) return unit;
  if (word.back() == 's') return Find(table, word.substr(0, word.size() - 1));
  if (static_cast<unsigned char>(word[0]) < 0xD0) return nullptr;
  for (const std::size_t ending : kRussianEndings) {
    if (word.size() <= ending) break;
    if (const UnitWord* unit =
            Find(table, word.substr(0, word.size() - ending))) {
      return unit;
    }
  }
  return nullptr;
}

}  // namespace

NumberPart NumberPartNamed(std::string_view category) {
  static constexpr std::array<std::pair<std::string_view, NumberPart>, 8>
      kParts = {{{"cardinal", NumberPart::kCardinal},
                 {"multiplier", NumberPart::kMultiplier},
                 {"fraction", NumberPart::kFraction},
                 {"plural", NumberPart::kPlural},
                 {"ordinal", NumberPart::kOrdinal},
                 {"vague", NumberPart::kVague},
                 {"measure", NumberPart::kMeasure},
                 {"idiom", NumberPart::kIdiom}}};
  for (const auto& [name, part] : kParts) {
    if (name == category) return part;
  }
  return NumberPart::kNone;
}

const NumberWord* FindNumberWord(std::string_view normal) {
  if (normal.empty() || normal.size() > kMaxWordBytes) return nullptr;
  return Find(NumberTable(), normal);
}

UnitWord UnitOf(std::string_view category, std::string_view note) {
  UnitWord unit{std::string(category), 1, std::string(category)};
  const std::size_t space = note.find(' ');
  if (space == std::string_view::npos) return unit;
  std::from_chars(note.data(), note.data() + space, unit.factor);
  unit.dimension = note.substr(space + 1);
  return unit;
}

const UnitWord* FindUnitWord(std::string_view tail) {
  if (const UnitWord* unit = FindOneUnit(tail)) return unit;
  // "year-old": the unit is what stands before the last hyphens.
  for (std::size_t cut = tail.rfind('-');
       cut != std::string_view::npos && cut > 0 && tail.size() <= kMaxWordBytes;
       cut = tail.rfind('-', cut - 1)) {
    if (const UnitWord* unit = FindOneUnit(tail.substr(0, cut))) return unit;
  }
  return nullptr;
}

}  // namespace rashomon
