#include "tools/report/terminal_page.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <utility>

namespace rashomon {
namespace {

constexpr int kMinWidth = 24;
constexpr int kMaxWidth = 160;
constexpr int kSideBySideWidth = 80;
constexpr std::string_view kDivider = " │ ";
constexpr int kDividerWidth = 3;

std::vector<StyledLine> WrapAll(const std::vector<StyledText>& texts,
                                int width) {
  std::vector<StyledLine> lines;
  for (const StyledText& text : texts) {
    for (StyledLine& line : Wrap(text, width)) {
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

}  // namespace

TerminalPage::TerminalPage(int width, bool color)
    : width_(std::clamp(width, kMinWidth, kMaxWidth)), color_(color) {}

bool TerminalPage::side_by_side() const { return width_ >= kSideBySideWidth; }

StyledText TerminalPage::Text(const std::vector<StyledRun>& runs) {
  StyledText text;
  for (const StyledRun& run : runs) text.Append(run.text, run.style);
  return text;
}

void TerminalPage::Line(const std::vector<StyledRun>& runs, int indent) {
  for (const StyledLine& line : Wrap(Text(runs), width_ - indent)) {
    Put(indent, line);
  }
}

void TerminalPage::Item(const std::vector<StyledRun>& head,
                        const std::vector<StyledRun>& runs, int indent) {
  StyledLine first;
  for (const StyledRun& run : head) {
    first.width += DisplayWidth(run.text);
    first.runs.push_back(run);
  }
  const int hang = indent + first.width;
  const std::vector<StyledLine> lines =
      Wrap(Text(runs), std::max(width_ - hang, kMinWidth / 2));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) {
      Put(hang, lines[i]);
      continue;
    }
    StyledLine line = first;
    line.runs.insert(line.runs.end(), lines[0].runs.begin(),
                     lines[0].runs.end());
    Put(indent, line);
  }
}

void TerminalPage::Put(int indent, const StyledLine& line) {
  out_.append(static_cast<std::size_t>(line.runs.empty() ? 0 : indent), ' ');
  out_ += line.Render(color_);
  out_ += '\n';
}

void TerminalPage::Rule() {
  std::string rule;
  for (int i = 0; i < width_; ++i) rule += "─";
  out_ += StyledLine{{{rule, kDim}}, width_}.Render(color_) + "\n";
}

void TerminalPage::Columns(const std::vector<StyledText>& left,
                           const std::vector<StyledText>& right, int indent) {
  const int column = (width_ - indent - kDividerWidth) / 2;
  const std::vector<StyledLine> left_lines = WrapAll(left, column);
  const std::vector<StyledLine> right_lines = WrapAll(right, column);
  const StyledLine empty;
  for (std::size_t i = 0; i < std::max(left_lines.size(), right_lines.size());
       ++i) {
    Pair(i < left_lines.size() ? left_lines[i] : empty,
         i < right_lines.size() ? right_lines[i] : empty, indent, column);
  }
}

void TerminalPage::Stack(const std::vector<StyledText>& texts, int indent,
                         int hang) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const int by = i == 0 ? indent : indent + hang;
    for (const StyledLine& line : Wrap(texts[i], width_ - by)) Put(by, line);
  }
}

void TerminalPage::Pair(const StyledLine& left, const StyledLine& right,
                        int indent, int column) {
  out_.append(static_cast<std::size_t>(indent), ' ');
  out_ += left.Render(color_);
  out_.append(static_cast<std::size_t>(std::max(column - left.width, 0)), ' ');
  const StyledLine divider{{{std::string(kDivider), kDim}}, kDividerWidth};
  out_ += divider.Render(color_);
  out_ += right.Render(color_);
  while (out_.back() == ' ') out_.pop_back();
  out_ += '\n';
}

std::string Upper(std::string_view ascii) {
  std::string upper(ascii);
  for (char& c : upper) {
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return upper;
}

}  // namespace rashomon
