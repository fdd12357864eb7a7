#include "engine/embed/word_counts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <utility>

#include "absl/hash/hash.h"
#include "absl/status/status.h"
#include "engine/base/stable_hash.h"
#include "engine/base/strings.h"

// The shipped table (shipped_word_counts.S).
extern "C" const char rashomon_word_counts_begin[];
extern "C" const char rashomon_word_counts_end[];

namespace rashomon {
namespace {

constexpr double kCodesPerUnit = 16;
// a of a / (a + p): the best of 1e-4 .. 1e-2 on stsb_train, by the cosine of
// bags whose squared length is the sum of these weights (Pearson 0.771; 1e-3
// gives 0.761); within the flat optimum of Arora, Liang, Ma (2017).
constexpr double kSifA = 3e-4;
// A stem that is not in the table is rarer than the rarest that is: half.
constexpr double kUnseenFactor = 0.5;

std::size_t HashOf(std::string_view stem) {
  return absl::Hash<absl::string_view>{}(AbslView(stem));
}

absl::Status LineError(std::string_view source, int line,
                       std::string_view problem) {
  return absl::InvalidArgumentError(
      StrCat(source, ": line ", line, ": ", problem));
}

struct Row {
  std::string_view stem;
  int code = 0;
};

// Reads "stem<TAB>code"; false where it is not that.
bool ParseRow(std::string_view line, Row* row) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos || tab == 0) return false;
  row->stem = line.substr(0, tab);
  const std::string_view code = line.substr(tab + 1);
  const auto [end, error] =
      std::from_chars(code.data(), code.data() + code.size(), row->code);
  return error == std::errc() && end == code.data() + code.size() &&
         row->code >= 0 && row->code <= WordCounts::kMaxCode;
}

}  // namespace

// Open addressing over the text of the table itself: a slot points at a stem
// there, so that loading copies no strings.
struct WordCounts::Table {
  struct Slot {
    std::uint32_t tag = 0;  // high half of the hash
    std::uint32_t begin = 0;
    std::uint16_t size = 0;  // 0: free
    std::uint16_t code = 0;
  };

  std::string text;
  std::string version;
  std::vector<Slot> slots;  // a power of two
  std::size_t size = 0;
  int unseen_code = 0;
  std::array<double, kMaxCode + 64> probability;
  std::array<double, kMaxCode + 64> rarity;

  const Slot& Find(std::string_view stem) const {
    const std::size_t hash = HashOf(stem);
    const std::size_t mask = slots.size() - 1;
    std::size_t at = hash & mask;
    while (slots[at].size != 0 && !Holds(slots[at], hash, stem)) {
      at = (at + 1) & mask;
    }
    return slots[at];
  }
  bool Holds(const Slot& slot, std::size_t hash, std::string_view stem) const {
    return slot.tag == static_cast<std::uint32_t>(hash >> 32) &&
           std::string_view(text).substr(slot.begin, slot.size) == stem;
  }
  bool Insert(const Row& row) {
    Slot& slot = const_cast<Slot&>(Find(row.stem));
    if (slot.size != 0) return false;
    slot.tag = static_cast<std::uint32_t>(HashOf(row.stem) >> 32);
    slot.begin = static_cast<std::uint32_t>(row.stem.data() - text.data());
    slot.size = static_cast<std::uint16_t>(row.stem.size());
    slot.code = static_cast<std::uint16_t>(row.code);
    ++size;
    return true;
  }
};

WordCounts::WordCounts(std::shared_ptr<const Table> table)
    : table_(std::move(table)) {}

int WordCounts::Code(double share) {
  if (!(share > 0)) return kMaxCode;
  const double code = std::round(-kCodesPerUnit * std::log(share));
  return static_cast<int>(std::clamp(code, 0.0, double{kMaxCode}));
}

absl::StatusOr<WordCounts> WordCounts::Shipped() {
  return Parse(std::string(rashomon_word_counts_begin,
                           rashomon_word_counts_end),
               "the shipped word counts");
}

absl::StatusOr<WordCounts> WordCounts::Parse(std::string text,
                                             std::string_view source) {
  constexpr std::size_t kMaxBytes = 1u << 30;
  if (text.size() > kMaxBytes) {
    return absl::InvalidArgumentError(StrCat(source, ": larger than 1 GB"));
  }
  auto table = std::make_shared<Table>();
  table->text = std::move(text);
  table->version = StableHash().Add(table->text).Hex();
  const auto lines = static_cast<std::size_t>(
      std::count(table->text.begin(), table->text.end(), '\n'));
  table->slots.resize(std::bit_ceil(2 * lines + 8));
  int line_number = 0;
  int max_code = 0;
  bool header = false;
  for (std::string_view line : SplitOn(table->text, '\n')) {
    ++line_number;
    if (line.empty() || line[0] == '#') continue;
    if (!header) {
      if (line != "stem\tcode") {
        return LineError(source, line_number, "header is not stem, code");
      }
      header = true;
      continue;
    }
    Row row;
    if (!ParseRow(line, &row) || row.stem.size() > 0xFFFF) {
      return LineError(source, line_number, "not a stem and a code 0..400");
    }
    if (!table->Insert(row)) {
      return LineError(source, line_number, "stem stands twice");
    }
    max_code = std::max(max_code, row.code);
  }
  if (table->size == 0) {
    return absl::InvalidArgumentError(StrCat(source, ": no stem in the table"));
  }
  table->unseen_code =
      max_code +
      static_cast<int>(std::lround(-kCodesPerUnit * std::log(kUnseenFactor)));
  for (std::size_t code = 0; code < table->probability.size(); ++code) {
    table->probability[code] =
        std::exp(-static_cast<double>(code) / kCodesPerUnit);
    table->rarity[code] = -std::log(table->probability[code]);
  }
  return WordCounts(std::move(table));
}

int WordCounts::CodeOf(std::string_view stem) const {
  const Table::Slot& slot = table_->Find(stem);
  return slot.size == 0 ? table_->unseen_code : slot.code;
}

double WordCounts::Probability(std::string_view stem) const {
  return table_->probability[static_cast<std::size_t>(CodeOf(stem))];
}

double WordCounts::Rarity(std::string_view stem) const {
  return table_->rarity[static_cast<std::size_t>(CodeOf(stem))];
}

double WordCounts::unseen_probability() const {
  return table_->probability[static_cast<std::size_t>(table_->unseen_code)];
}

double WordCounts::SifWeight(std::string_view stem) const {
  return kSifA / (kSifA + Probability(stem));
}

double WordCounts::IdfWeight(std::string_view stem) const {
  return static_cast<double>(CodeOf(stem)) / table_->unseen_code;
}

bool WordCounts::Contains(std::string_view stem) const {
  return table_->Find(stem).size != 0;
}

std::size_t WordCounts::size() const { return table_->size; }

const std::string& WordCounts::version() const { return table_->version; }

}  // namespace rashomon
