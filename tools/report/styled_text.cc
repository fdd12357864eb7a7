#include "tools/report/styled_text.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "engine/base/strings.h"
#include "tools/report/utf8.h"

namespace rashomon {
namespace {

constexpr std::uint32_t kEmojiSelector = 0xFE0F;

int CodePointWidth(std::uint32_t value) {
  const UChar32 c = static_cast<UChar32>(value);
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  const bool wide =
      east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ||
      u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION);
  return wide ? 2 : 1;
}

int ClusterWidth(std::string_view cluster) {
  int width = 0;
  for (std::size_t at = 0; at < cluster.size();) {
    const std::uint32_t c = NextCodePoint(cluster, &at).value;
    width = std::max(width, c == kEmojiSelector ? 2 : CodePointWidth(c));
  }
  return width;
}

enum class Boundary { kCluster, kLine };

// The boundaries of `text` as byte offsets: ascending, the end among them, 0
// not. Where ICU refuses, only the end.
std::vector<std::size_t> Boundaries(std::string_view text, Boundary kind) {
  std::vector<std::size_t> found;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale& root = icu::Locale::getRoot();
  const std::unique_ptr<icu::BreakIterator> iterator(
      kind == Boundary::kLine
          ? icu::BreakIterator::createLineInstance(root, status)
          : icu::BreakIterator::createCharacterInstance(root, status));
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()),
                 &status);
  if (U_SUCCESS(status)) {
    iterator->setText(&utext, status);
    iterator->first();
    for (int at = iterator->next(); at != icu::BreakIterator::DONE;
         at = iterator->next()) {
      found.push_back(static_cast<std::size_t>(at));
    }
  }
  utext_close(&utext);
  if (found.empty() && !text.empty()) found.push_back(text.size());
  return found;
}

struct Cluster {
  std::size_t begin = 0;  // bytes of the joined text
  std::size_t end = 0;
  int width = 0;
  bool space = false;
  bool may_end_line = false;  // a line may break behind it
};

std::vector<Cluster> Clusters(std::string_view text) {
  const std::vector<std::size_t> breaks = Boundaries(text, Boundary::kLine);
  std::vector<Cluster> clusters;
  std::size_t begin = 0;
  auto line_break = breaks.begin();
  for (const std::size_t end : Boundaries(text, Boundary::kCluster)) {
    Cluster cluster;
    cluster.begin = begin;
    cluster.end = end;
    const std::string_view bytes = text.substr(begin, end - begin);
    cluster.space = bytes == " ";
    cluster.width = ClusterWidth(bytes);
    while (line_break != breaks.end() && *line_break < end) ++line_break;
    cluster.may_end_line = line_break != breaks.end() && *line_break == end;
    clusters.push_back(cluster);
    begin = end;
  }
  return clusters;
}

// Half-open range of clusters.
struct LineRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Greedy: each line takes as much as fits.
std::vector<LineRange> BreakLines(const std::vector<Cluster>& clusters,
                                  int width) {
  std::vector<LineRange> lines;
  std::size_t begin = 0;
  while (begin < clusters.size()) {
    int used = 0;
    std::size_t end = begin;
    std::size_t last_break = begin;
    // Spaces may hang over the edge: they are cut off.
    while (end < clusters.size() &&
           (clusters[end].space || used + clusters[end].width <= width)) {
      used += clusters[end].width;
      if (clusters[end].may_end_line) last_break = end + 1;
      ++end;
    }
    if (end < clusters.size() && last_break > begin) end = last_break;
    if (end == begin) ++end;
    lines.push_back({begin, end});
    begin = end;
  }
  return lines;
}

LineRange Trimmed(const std::vector<Cluster>& clusters, LineRange line) {
  while (line.begin < line.end && clusters[line.begin].space) ++line.begin;
  while (line.begin < line.end && clusters[line.end - 1].space) --line.end;
  return line;
}

// The runs of bytes [begin, end) of the joined text.
std::vector<StyledRun> CutRuns(const std::vector<StyledRun>& runs,
                               std::size_t begin, std::size_t end,
                               std::size_t* first_run,
                               std::size_t* first_offset) {
  std::vector<StyledRun> cut;
  std::size_t offset = *first_offset;
  for (std::size_t i = *first_run; i < runs.size() && offset < end; ++i) {
    const std::size_t run_end = offset + runs[i].text.size();
    if (run_end <= begin) {
      *first_run = i + 1;
      *first_offset = run_end;
    } else {
      const std::size_t from = std::max(begin, offset) - offset;
      const std::size_t to = std::min(end, run_end) - offset;
      cut.push_back({runs[i].text.substr(from, to - from), runs[i].style});
    }
    offset = run_end;
  }
  return cut;
}

std::string EscapeSequence(const TextStyle& style) {
  std::string codes;
  if (style.bold) codes += ";1";
  if (style.dim) codes += ";2";
  if (style.underline) codes += ";4";
  if (style.color >= 0) StrAppend(&codes, ";38;5;", style.color);
  return codes.empty() ? "" : StrCat("\x1b[", codes.substr(1), "m");
}

std::string SafeText(std::string_view text) {
  std::string safe;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = NextCodePoint(text, &at);
    if (!c.valid) {
      safe += "\uFFFD";
    } else if (IsHiddenControl(c.value)) {
      StrAppend(&safe, "<", ControlName(c.value), ">");
    } else if (u_isUWhiteSpace(static_cast<UChar32>(c.value)) &&
               c.value != 0xA0) {
      if (safe.empty() || safe.back() != ' ') safe += ' ';
    } else {
      safe += c.bytes;
    }
  }
  return safe;
}

}  // namespace

void StyledText::Append(std::string_view text, const TextStyle& style) {
  std::string safe = SafeText(text);
  if (safe.empty()) return;
  if (!runs_.empty() && runs_.back().style == style) {
    runs_.back().text += safe;
  } else {
    runs_.push_back({std::move(safe), style});
  }
}

std::string StyledLine::Render(bool color) const {
  std::string out;
  for (const StyledRun& run : runs) {
    const std::string codes = color ? EscapeSequence(run.style) : "";
    StrAppend(&out, codes, run.text, codes.empty() ? "" : "\x1b[0m");
  }
  return out;
}

int DisplayWidth(std::string_view text) {
  int width = 0;
  std::size_t begin = 0;
  for (const std::size_t end : Boundaries(text, Boundary::kCluster)) {
    width += ClusterWidth(text.substr(begin, end - begin));
    begin = end;
  }
  return width;
}

std::vector<StyledLine> Wrap(const StyledText& text, int width) {
  std::string joined;
  for (const StyledRun& run : text.runs()) joined += run.text;
  const std::vector<Cluster> clusters = Clusters(joined);
  std::vector<StyledLine> lines;
  std::size_t run = 0;
  std::size_t offset = 0;
  for (const LineRange& whole : BreakLines(clusters, std::max(width, 2))) {
    const LineRange range = Trimmed(clusters, whole);
    StyledLine line;
    if (range.begin < range.end) {
      line.runs = CutRuns(text.runs(), clusters[range.begin].begin,
                          clusters[range.end - 1].end, &run, &offset);
    }
    for (std::size_t i = range.begin; i < range.end; ++i) {
      line.width += clusters[i].width;
    }
    lines.push_back(std::move(line));
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

}  // namespace rashomon
