#include "corpus/text_reader.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/dateline.h"
#include "corpus/residue.h"
#include "corpus/text_line.h"
#include "engine/base/strings.h"
#include "engine/text/date_expression.h"

namespace rashomon {
namespace {

// A headline is rarely longer than this; the longest of the five articles this
// was written on has 127 bytes.
constexpr std::size_t kMaxTitleBytes = 300;
// A line that ends in the middle of a sentence joins with so many others at
// most, and a quotation left open reaches over so many paragraphs.
constexpr std::size_t kMaxJoinedLines = 12;
constexpr std::size_t kMaxQuotationLines = 12;
// A bracket that is not closed within so many bytes was never meant to be.
constexpr std::size_t kMaxBracketBytes = 300;
// Text wrapped by hand or by a mail program: lines of at most so many bytes,
// and nearly all of them at least half as long as the longest.
constexpr std::size_t kMaxWrappedBytes = 160;

std::string CollapseSpace(std::string_view text) {
  std::string collapsed;
  collapsed.reserve(text.size());
  for (char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\f' || c == '\v' ||
                       c == '\n' || c == '\r';
    if (!space) {
      collapsed.push_back(c);
    } else if (!collapsed.empty() && collapsed.back() != ' ') {
      collapsed.push_back(' ');
    }
  }
  while (collapsed.ends_with(' ')) collapsed.pop_back();
  return collapsed;
}

bool MatchesAny(std::string_view text, const RE2& pattern) {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

std::size_t Count(std::string_view text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos;
       at = text.find(what, at + what.size())) {
    ++count;
  }
  return count;
}

// True where the last "(" of the text has no ")" after it.
bool LeavesBracketOpen(std::string_view text) {
  const std::size_t tail =
      text.size() > kMaxBracketBytes ? text.size() - kMaxBracketBytes : 0;
  const std::size_t open = text.rfind('(');
  return open != std::string_view::npos && open >= tail &&
         text.find(')', open) == std::string_view::npos;
}

// True where nothing can end after `line`: a comma, an opening bracket, a
// hyphen after a word, an article or a preposition.
bool EndsInMidSentence(std::string_view line) {
  static const RE2* const kOpenEnd = new RE2(
      "(?:[,(\\[«“„;]|[\\p{L}\\d,.]\\s*[-–—]|\\b(?i:the|a|an|of|to|in|on|at|by|"
      "for|with|from|and|or|but|that|which|who|whose|is|are|was|were|has|have|"
      "had|its|their|his|her)|(?:^|\\s)(?i:и|в|во|на|с|со|к|ко|по|от|из|о|об|"
      "за|для|при|что|а|но|не|как|у|до|под|над))$");
  return MatchesAny(line, *kOpenEnd);
}

// True where nothing can start with `line`: a small letter, or punctuation
// that closes or goes on.
bool StartsInMidSentence(std::string_view line) {
  static const RE2* const kOpenStart =
      new RE2("^(?:\\p{Ll}|[),.;:!?\\]»”…]|[-–—] \\p{Ll})");
  return MatchesAny(line, *kOpenStart);
}

// A list item or verse, or a line after a colon, starts anew whatever its
// case.
bool JoinsLines(std::string_view above, std::string_view below) {
  if (LeavesBracketOpen(above)) return true;
  if (EndsSentence(above) || above.ends_with(':')) {
    return below.starts_with(')') || below.starts_with(',');
  }
  return EndsInMidSentence(above) || StartsInMidSentence(below);
}

void AppendJoined(std::string_view below, std::string* above) {
  constexpr std::array<std::string_view, 10> kNoSpaceBefore = {
      ")", ",", ".", ";", ":", "!", "?", "]", "»", "”"};
  const bool tight =
      std::any_of(kNoSpaceBefore.begin(), kNoSpaceBefore.end(),
                  [&](std::string_view mark) {
                    return below.starts_with(mark);
                  }) ||
      above->ends_with("(") || above->ends_with("[") || above->ends_with("«");
  StrAppend(above, tight ? "" : " ", below);
}

struct QuotationMarks {
  std::string_view open, close;
};
constexpr std::array<QuotationMarks, 3> kQuotationMarks = {
    {{"“", "”"}, {"«", "»"}, {"„", "“"}}};

// The mark that closes what the line opens and leaves open at its end, or "".
// A straight mark may close a curly one: machine translation mixes them.
std::string_view OpenQuotation(std::string_view line) {
  for (const QuotationMarks& marks : kQuotationMarks) {
    if (!line.starts_with(marks.open)) continue;
    const std::size_t opened = Count(line, marks.open);
    const std::size_t closed =
        marks.open == "„" ? Count(line, "“") + Count(line, "”")
                          : Count(line, marks.close);
    if (opened > closed && Count(line, "\"") % 2 == 0) return marks.close;
  }
  return {};
}

bool ClosesQuotation(std::string_view line, std::string_view close) {
  const std::string_view open = close == "”" ? "“" : close == "»" ? "«" : "„";
  return Count(line, close) > Count(line, open) || Count(line, "\"") % 2 == 1;
}

bool StartsQuotation(std::string_view line) {
  constexpr std::array<std::string_view, 4> kOpeners = {"“", "«", "„", "\""};
  return std::any_of(kOpeners.begin(), kOpeners.end(),
                     [&](std::string_view o) { return line.starts_with(o); });
}

// The index after the paragraph that closes the quotation which paragraph
// `first` leaves open, or first + 1. A paragraph that opens with a mark of its
// own is the next paragraph of a long quotation, which newspapers write so.
std::size_t QuotationEnd(const std::vector<std::string>& paragraphs,
                         std::size_t first) {
  const std::string_view close = OpenQuotation(paragraphs[first]);
  if (close.empty()) return first + 1;
  const std::size_t limit =
      std::min(paragraphs.size(), first + 1 + kMaxQuotationLines);
  for (std::size_t i = first + 1; i < limit; ++i) {
    if (StartsQuotation(paragraphs[i])) break;
    if (ClosesQuotation(paragraphs[i], close)) return i + 1;
  }
  return first + 1;
}

std::vector<std::string> JoinSentences(const std::vector<std::string>& lines) {
  std::vector<std::string> joined;
  std::size_t parts = 0;
  for (const std::string& line : lines) {
    if (!joined.empty() && parts < kMaxJoinedLines &&
        JoinsLines(joined.back(), line)) {
      AppendJoined(line, &joined.back());
      ++parts;
      continue;
    }
    joined.push_back(line);
    parts = 1;
  }
  return joined;
}

std::vector<std::string> JoinQuotations(
    const std::vector<std::string>& paragraphs) {
  std::vector<std::string> joined;
  for (std::size_t i = 0; i < paragraphs.size();) {
    const std::size_t end = QuotationEnd(paragraphs, i);
    std::string paragraph = paragraphs[i];
    for (++i; i < end; ++i) AppendJoined(paragraphs[i], &paragraph);
    joined.push_back(std::move(paragraph));
  }
  return joined;
}

// A line of the source with the residue cut out of it.
struct KeptLine {
  std::string words;
  bool after_blank;
};

// Lines between two empty ones.
using Block = std::vector<std::string>;

bool IsWrapped(const Block& block) {
  if (block.size() < 2) return false;
  std::size_t longest = 0;
  for (const std::string& line : block) {
    longest = std::max(longest, line.size());
  }
  if (longest > kMaxWrappedBytes || longest < 30) return false;
  std::size_t short_lines = 0;
  std::size_t full_stops = 0;
  for (std::size_t i = 0; i + 1 < block.size(); ++i) {
    if (block[i].size() * 2 < longest) ++short_lines;
    if (EndsSentence(block[i])) ++full_stops;
  }
  return short_lines == 0 && full_stops * 2 < block.size();
}

// One string per line, or per block where its lines were wrapped to a width.
std::vector<std::string> Unwrap(const std::vector<KeptLine>& lines) {
  std::vector<std::string> unwrapped;
  Block block;
  const auto flush = [&] {
    if (IsWrapped(block)) {
      std::string all;
      for (const std::string& line : block) {
        StrAppend(&all, all.empty() ? "" : " ", line);
      }
      block = {std::move(all)};
    }
    std::move(block.begin(), block.end(), std::back_inserter(unwrapped));
    block.clear();
  };
  for (const KeptLine& line : lines) {
    if (line.after_blank) flush();
    block.push_back(line.words);
  }
  flush();
  return unwrapped;
}

// What is left of each line, in order; lines of nothing but residue go.
std::vector<KeptLine> CutResidue(std::string_view text,
                                 const std::vector<Residue>& residue) {
  std::vector<KeptLine> kept;
  auto next = residue.begin();
  bool blank = true;
  for (const TextLine& line : SplitLines(text)) {
    std::string words;
    std::size_t at = line.begin;
    while (next != residue.end() && next->span.begin < line.end) {
      StrAppend(&words, text.substr(at, next->span.begin - at), " ");
      at = next->span.end;
      ++next;
    }
    StrAppend(&words, text.substr(at, line.end - at));
    words = CollapseSpace(TrimSpace(words));
    blank = blank || line.after_blank;
    if (words.empty()) continue;
    kept.push_back({std::move(words), blank});
    blank = false;
  }
  return kept;
}

std::vector<RemovedText> Removed(std::string_view text,
                                 const std::vector<Residue>& residue) {
  std::vector<RemovedText> removed;
  for (const Residue& r : residue) {
    removed.push_back({std::string(Slice(text, r.span)), r.reason,
                       r.span.begin});
  }
  return removed;
}

// A headline stands alone at the head, is short, has no full stop, is no
// dateline, and a text of full sentences follows it.
bool IsTitle(const std::vector<KeptLine>& lines) {
  if (lines.size() < 2) return false;
  const std::string& first = lines[0].words;
  if (first.size() > kMaxTitleBytes || FindDateline(first).found()) return false;
  if (first.ends_with(".") || first.ends_with(",") || first.ends_with(":")) {
    return false;
  }
  if (StartsInMidSentence(first) || JoinsLines(first, lines[1].words)) {
    return false;
  }
  // Wrapped text: the first line's sentence goes on in the second.
  if (!lines[1].after_blank && !EndsSentence(first) &&
      lines[1].words.size() <= first.size() * 3 / 2) {
    return false;
  }
  return std::any_of(lines.begin() + 1, lines.end(), [](const KeptLine& line) {
    return EndsSentence(line.words);
  });
}

void Set(std::string_view name, std::string value, std::string* field,
         Article* article) {
  if (!field->empty() || value.empty()) return;
  *field = std::move(value);
  article->provenance.found_in[std::string(name)] = "text";
}

std::string TwoDigits(int value) {
  return StrCat(value < 10 ? "0" : "", value);
}

// "2021-04-28" or "2021-04-28T11:53".
std::string IsoOf(const DateExpression& date) {
  const std::optional<Date> day = date.day_if_complete();
  if (!day) return "";
  std::string iso = FormatIsoDate(*day);
  if (date.minute_of_day) {
    StrAppend(&iso, "T", TwoDigits(*date.minute_of_day / 60), ":",
              TwoDigits(*date.minute_of_day % 60));
  }
  return iso;
}

std::string FirstFullDate(std::string_view text) {
  const Span whole{Field::kText, 0, text.size()};
  for (const DateExpression& date : FindDates(text, whole)) {
    if (std::string iso = IsoOf(date); !iso.empty()) return iso;
  }
  return "";
}

// The outlet that a line of its own furniture names by domain ("Also on
// example.com ...") or after a copyright year ("© 2021 Example News").
const Outlet* OutletNamedBy(const RemovedText& residue,
                            const OutletRegistry& registry) {
  if (residue.reason == "credit" || residue.reason == "caption") return nullptr;
  static const RE2* const kDomain =
      new RE2("(?i)\\b((?:[a-z0-9\\-]+\\.)+[a-z]{2,})\\b");
  std::string domain;
  re2::StringPiece rest(residue.text);
  while (RE2::FindAndConsume(&rest, *kDomain, &domain)) {
    if (const Outlet* outlet = registry.FindByDomain(domain)) return outlet;
  }
  static const RE2* const kCopyright = new RE2(
      "(?i)(?:©|\\(c\\)|copyright)[\\s©]*(?:\\(c\\) *)?\\d{4}(?:[\\-–]\\d{2,4})?"
      ",? +([^.,;|]{2,60})");
  std::string name;
  if (residue.reason == "copyright" &&
      RE2::PartialMatch(residue.text, *kCopyright, &name)) {
    return registry.FindByName(name);
  }
  return nullptr;
}

std::string BylineOf(std::string_view line) {
  static const RE2* const kBy =
      new RE2("^(?:(?:By|BY|by) |(?:Автор|Авторы|Корреспондент)\\s*:\\s*)(.+)$");
  std::string name;
  const re2::StringPiece piece(line.data(), line.size());
  return RE2::FullMatch(piece, *kBy, &name) ? name : "";
}

// The first line of the text, behind what is marked as residue before it.
std::string_view FirstReportLine(const Article& article) {
  std::size_t begin = 0;
  const std::string_view text = article.text;
  for (const Residue& residue : article.residue) {
    if (residue.span.field != Field::kText) continue;
    const std::string_view before =
        text.substr(begin, residue.span.begin - begin);
    if (!TrimSpace(before).empty()) break;
    begin = residue.span.end;
  }
  const std::string_view rest = TrimSpace(text.substr(begin));
  return rest.substr(0, rest.find('\n'));
}

// A dateline gives day and month; the year is that of a date found elsewhere,
// so it adds nothing to a full date. A dateline with a year stands for itself.
void FillFromDateline(const OutletRegistry& registry, Article* article) {
  const Dateline dateline = FindDateline(FirstReportLine(*article));
  if (!dateline.found()) return;
  Set("place", std::string(dateline.place), &article->place, article);
  Set("published", FirstFullDate(dateline.date), &article->published, article);
  if (const Outlet* outlet = registry.FindByName(dateline.agency)) {
    Set("outlet", outlet->name, &article->outlet, article);
  }
}

}  // namespace

std::vector<std::string> JoinBrokenLines(
    const std::vector<std::string>& lines) {
  return JoinQuotations(JoinSentences(lines));
}

void FillFromText(const std::vector<RemovedText>& residue,
                  const OutletRegistry& registry, Article* article) {
  for (const RemovedText& removed : residue) {
    if (removed.reason == "date line" || removed.reason == "scraper label") {
      Set("published", FirstFullDate(removed.text), &article->published,
          article);
    } else if (removed.reason == "byline") {
      Set("byline", BylineOf(removed.text), &article->byline, article);
    }
  }
  FillFromDateline(registry, article);
  for (const RemovedText& removed : residue) {
    if (!article->outlet.empty()) return;
    if (const Outlet* outlet = OutletNamedBy(removed, registry)) {
      Set("outlet", outlet->name, &article->outlet, article);
    }
  }
}

Article ReadScrapedText(std::string_view utf8,
                        const OutletRegistry& registry) {
  Article article;
  const std::vector<Residue> residue = ResidueRules::Shipped().Find(utf8);
  article.provenance.removed = Removed(utf8, residue);
  std::vector<KeptLine> lines = CutResidue(utf8, residue);
  if (IsTitle(lines)) {
    Set("title", lines.front().words, &article.title, &article);
    lines.erase(lines.begin());
  }
  for (const std::string& paragraph : JoinBrokenLines(Unwrap(lines))) {
    StrAppend(&article.text, article.text.empty() ? "" : "\n\n", paragraph);
  }
  FillFromText(article.provenance.removed, registry, &article);
  return article;
}

}  // namespace rashomon
