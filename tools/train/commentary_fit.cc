#include "tools/train/commentary_fit.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_format.h"
#include "engine/base/span.h"

namespace rashomon {
namespace {

// Rarer words are names of one story.
constexpr std::uint64_t kLeastTexts = 8;
// Occurrences that each group is thought to have had as often as all text.
// 20, 50 and 100 were tried: .720, .708, .703 on wording/babe.tsv with the word
// list of loaded.tsv.
constexpr double kPrior = 20;
// A quotation that goes on for longer was left open.
constexpr std::size_t kLongestQuotation = 600;

std::optional<TextGroup> GroupFromName(std::string_view name) {
  if (name == "left") return TextGroup::kLeft;
  if (name == "right") return TextGroup::kRight;
  if (name == "news") return TextGroup::kNews;
  return std::nullopt;
}

// Past the closing mark of the quotation that opens at `at`; `at` itself where
// none opens or it stays open.
std::size_t QuotationEnd(std::string_view text, std::size_t at) {
  constexpr std::string_view kOpening = "\u201c", kClosing = "\u201d";
  const bool straight = text[at] == '"';
  if (!straight && !text.substr(at).starts_with(kOpening)) return at;
  const std::string_view mark = straight ? std::string_view("\"") : kClosing;
  const std::size_t from = at + (straight ? 1 : kOpening.size());
  const std::size_t close = text.substr(0, from + kLongestQuotation).find(
      mark, from);
  return close == std::string_view::npos ? at : close + mark.size();
}

// The text with its quotations blotted out.
std::string WithoutQuotations(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = QuotationEnd(text, i);
    if (end > i) std::fill(out.begin() + static_cast<std::ptrdiff_t>(i),
                           out.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    i = std::max(end, i + 1);
  }
  return out;
}

bool IsCounted(const Word& word) {
  return word.kind == WordKind::kWord || word.normal == "!" ||
         word.normal == "?";
}

}  // namespace

absl::StatusOr<OutletGroups> OutletGroups::Parse(std::string_view tsv,
                                                 std::string_view source) {
  OutletGroups groups;
  std::size_t number = 0;
  for (const std::string_view line : SplitOn(tsv, '\n')) {
    ++number;
    if (line.empty() || line.front() == '#' || line == "outlet\tgroup") {
      continue;
    }
    const std::size_t tab = line.find('\t');
    const auto group = tab == std::string_view::npos
                           ? std::nullopt
                           : GroupFromName(line.substr(tab + 1));
    if (!group) {
      return absl::InvalidArgumentError(
          StrCat(source, ":", number, ": '", line,
                 "' is no outlet and group (left, right, news)"));
    }
    groups.groups_.emplace(std::string(line.substr(0, tab)), *group);
  }
  return groups;
}

std::optional<TextGroup> OutletGroups::Of(std::string_view outlet) const {
  const auto at = groups_.find(outlet);
  if (at == groups_.end()) return std::nullopt;
  return at->second;
}

void CommentaryCounter::Add(TextGroup group, std::string_view text) {
  const std::string own = WithoutQuotations(text);
  const auto g = static_cast<std::size_t>(group);
  ++texts_;
  for (const Word& word :
       splitter_.Views(own, {Field::kText, 0, own.size()})) {
    if (!IsCounted(word)) continue;
    Counts& counts = counts_[std::string(word.normal)];
    ++counts.of_group[g];
    counts.texts += counts.last_text != texts_;
    counts.last_text = texts_;
    ++words_[g];
  }
}

// Log-odds with an informative prior (Monroe, Colaresi, Quinn 2008, "Fightin'
// words"), without the division by their deviation.
double CommentaryCounter::WeightOf(const Counts& counts) const {
  if (counts.texts < kLeastTexts) return 0;
  std::uint64_t all = 0, of_all = 0;
  for (std::size_t g = 0; g < kTextGroups; ++g) {
    all += words_[g];
    of_all += counts.of_group[g];
  }
  const double base =
      static_cast<double>(of_all) / static_cast<double>(all);
  const auto rate = [&](TextGroup group) {
    const auto g = static_cast<std::size_t>(group);
    return std::log(
        (static_cast<double>(counts.of_group[g]) + kPrior) /
        (static_cast<double>(words_[g]) + kPrior / base) / base);
  };
  const double left = rate(TextGroup::kLeft) - rate(TextGroup::kNews);
  const double right = rate(TextGroup::kRight) - rate(TextGroup::kNews);
  if (left > 0 && right > 0) return std::min(left, right);
  if (left < 0 && right < 0) return std::max(left, right);
  return 0;
}

double CommentaryCounter::WeightOf(std::string_view normal) const {
  const auto at = counts_.find(normal);
  return at == counts_.end() ? 0 : WeightOf(at->second);
}

std::string CommentaryCounter::Table(std::size_t most) const {
  std::vector<std::pair<std::string_view, double>> words;
  for (const auto& [word, counts] : counts_) {
    const double weight = WeightOf(counts);
    if (weight != 0) words.emplace_back(word, weight);
  }
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) {
    const double x = std::abs(a.second), y = std::abs(b.second);
    return x != y ? x > y : a.first < b.first;
  });
  if (words.size() > most) words.resize(most);
  std::sort(words.begin(), words.end());
  std::string table =
      "# ln of how many times as often commentary uses a word as news does.\n"
      "# Written by tools/train; see commentary.md.\nword\tweight\n";
  for (const auto& [word, weight] : words) {
    StrAppend(&table, word, "\t", absl::StrFormat("%.3f", weight), "\n");
  }
  return table;
}

}  // namespace rashomon
