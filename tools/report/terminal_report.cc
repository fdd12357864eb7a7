#include "tools/report/terminal_report.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/strings.h"
#include "tools/report/excerpt.h"
#include "tools/report/kind_style.h"
#include "tools/report/side_text.h"
#include "tools/report/styled_text.h"

namespace rashomon {
namespace {

constexpr int kMinWidth = 24;
// Two columns of 78: longer lines are hard to read.
constexpr int kMaxWidth = 160;
constexpr int kSideBySideWidth = 80;
constexpr int kIndent = 3;
constexpr int kHang = 2;
constexpr std::string_view kDivider = " │ ";
constexpr int kDividerWidth = 3;
constexpr TextStyle kPlain = {};
constexpr TextStyle kDim = {.dim = true};
constexpr TextStyle kBold = {.bold = true};

std::string Upper(std::string_view ascii) {
  std::string upper(ascii);
  for (char& c : upper) c = static_cast<char>(std::toupper(c));
  return upper;
}

std::size_t SharedSentences(const Comparison& c, Side side) {
  std::set<int> shared;
  for (const AlignedGroup& group : c.alignment.groups) {
    const std::vector<int>& mine =
        side == Side::kLeft ? group.left : group.right;
    shared.insert(mine.begin(), mine.end());
  }
  return shared.size();
}

class TerminalWriter {
 public:
  TerminalWriter(const Comparison& comparison, const TerminalOptions& options)
      : comparison_(comparison),
        color_(options.color),
        width_(std::clamp(options.width, kMinWidth, kMaxWidth)),
        max_flags_(options.max_flags) {}

  std::string Render() {
    Heads();
    Verdict();
    Notes();
    Tally();
    const std::size_t count = comparison_.divergences.size();
    const std::size_t shown = std::min(count, max_flags_);
    for (std::size_t i = 0; i < shown; ++i) Flag(i);
    if (shown < count) {
      Line({{StrCat(count - shown, " more with --all"), kBold}});
      out_ += '\n';
    }
    if (shown > 0 && !color_) {
      Line({{"[ ] evidence, * * the words that set the flag off", kDim}});
    }
    Line({{std::string(kPromise), kDim}});
    return std::move(out_);
  }

 private:
  bool side_by_side() const { return width_ >= kSideBySideWidth; }

  static StyledText Text(const std::vector<StyledRun>& runs) {
    StyledText text;
    for (const StyledRun& run : runs) text.Append(run.text, run.style);
    return text;
  }

  // Wrapped to the width, each line indented.
  void Line(const std::vector<StyledRun>& runs, int indent = 0) {
    for (const StyledLine& line : Wrap(Text(runs), width_ - indent)) {
      Put(indent, line);
    }
  }

  void Put(int indent, const StyledLine& line) {
    out_.append(static_cast<std::size_t>(line.runs.empty() ? 0 : indent), ' ');
    out_ += line.Render(color_);
    out_ += '\n';
  }

  void Columns(const std::vector<StyledText>& left,
               const std::vector<StyledText>& right, int indent) {
    const int column = (width_ - indent - kDividerWidth) / 2;
    const std::vector<StyledLine> left_lines = WrapAll(left, column);
    const std::vector<StyledLine> right_lines = WrapAll(right, column);
    const StyledLine empty;
    for (std::size_t i = 0;
         i < std::max(left_lines.size(), right_lines.size()); ++i) {
      Pair(i < left_lines.size() ? left_lines[i] : empty,
           i < right_lines.size() ? right_lines[i] : empty, indent, column);
    }
  }

  // One under the other; all but the first indented by `hang` more.
  void Stack(const std::vector<StyledText>& texts, int indent, int hang) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const int by = i == 0 ? indent : indent + hang;
      for (const StyledLine& line : Wrap(texts[i], width_ - by)) Put(by, line);
    }
  }

  static std::vector<StyledLine> WrapAll(const std::vector<StyledText>& texts,
                                         int width) {
    std::vector<StyledLine> lines;
    for (const StyledText& text : texts) {
      for (StyledLine& line : Wrap(text, width)) {
        lines.push_back(std::move(line));
      }
    }
    return lines;
  }

  void Pair(const StyledLine& left, const StyledLine& right, int indent,
            int column) {
    out_.append(static_cast<std::size_t>(indent), ' ');
    out_ += left.Render(color_);
    out_.append(static_cast<std::size_t>(std::max(column - left.width, 0)),
                ' ');
    const StyledLine divider{{{std::string(kDivider), kDim}}, kDividerWidth};
    out_ += divider.Render(color_);
    out_ += right.Render(color_);
    while (out_.back() == ' ') out_.pop_back();
    out_ += '\n';
  }

  void Rule() {
    std::string rule;
    for (int i = 0; i < width_; ++i) rule += "─";
    out_ += StyledLine{{{rule, kDim}}, width_}.Render(color_) + "\n";
  }

  std::vector<StyledText> Head(Side side) const {
    const Article& article = ArticleOf(comparison_, side);
    std::string when = HumanDate(article.published);
    if (!article.place.empty()) StrAppend(&when, " · ", article.place);
    if (!article.byline.empty()) StrAppend(&when, " · ", article.byline);
    const std::string told = StrCat(
        SharedSentences(comparison_, side), " of ",
        AnnotationOf(comparison_, side).sentences.size(), " sentences shared");
    std::vector<StyledText> head = {
        Text({{SideName(comparison_, side), kBold}}), Text({{when, kDim}}),
        Text({{article.title.empty() ? "(no title)" : article.title, kPlain}}),
        Text({{told, kDim}})};
    return head;
  }

  void Heads() {
    Rule();
    if (side_by_side()) {
      Columns(Head(Side::kLeft), Head(Side::kRight), 0);
    } else {
      Stack(Head(Side::kLeft), 0, 0);
      out_ += '\n';
      Stack(Head(Side::kRight), 0, 0);
    }
    Rule();
  }

  void Verdict() {
    const SameEvent& same = comparison_.same_event;
    Line({{"Same event: ", kPlain},
          {Upper(VerdictLabel(same.verdict)), kBold},
          {StrCat(" (", Percent(same.confidence), " sure). "), kDim},
          {std::string(VerdictSentence(same.verdict)), kPlain}});
    for (const std::string& reason : same.reasons) {
      Line({{reason, kDim}}, kIndent);
    }
  }

  void Notes() {
    for (const Note& note : comparison_.notes) {
      Line({{"Note: ", kBold}, {note.message, kPlain}});
    }
    out_ += '\n';
  }

  void Tally() {
    if (comparison_.divergences.empty()) {
      Line({{"No divergences.", kBold}});
      out_ += '\n';
      return;
    }
    std::map<DivergenceKind, int> counts;
    for (const Divergence& d : comparison_.divergences) ++counts[d.kind];
    const std::size_t total = comparison_.divergences.size();
    std::vector<StyledRun> runs = {
        {StrCat(total, total == 1 ? " divergence:" : " divergences:"), kBold}};
    for (const auto& [kind, count] : counts) {
      const KindStyle& style = StyleOf(kind);
      runs.push_back({StrCat(" ", style.shape, "\u00a0"), ShapeStyle(kind)});
      runs.push_back({StrCat(count, "\u00a0", Name(kind)), kPlain});
    }
    Line(runs);
    out_ += '\n';
  }

  static TextStyle ShapeStyle(DivergenceKind kind) {
    return {.bold = true, .color = StyleOf(kind).terminal_color};
  }

  void Flag(std::size_t index) {
    const Divergence& flag = comparison_.divergences[index];
    FlagHead(flag, index + 1);
    Line({{flag.explanation, kBold}}, kIndent);
    const std::vector<StyledText> left = Quotation(flag, Side::kLeft);
    const std::vector<StyledText> right = Quotation(flag, Side::kRight);
    if (side_by_side()) {
      Columns(left, right, kIndent);
    } else {
      Stack(left, kIndent, kHang);
      Stack(right, kIndent, kHang);
    }
    out_ += '\n';
  }

  // " 1 ◆ CERTAINTY ●●● 83% sure            certainty.hedge-dropped"
  void FlagHead(const Divergence& flag, std::size_t number) {
    std::string pips;
    for (int i = 1; i <= 3; ++i) pips += i <= flag.weight ? "●" : "○";
    const std::vector<StyledRun> runs = {
        {StrCat(number < 10 ? "\u00a0" : "", number, " "), kDim},
        {StrCat(StyleOf(flag.kind).shape, " ", Upper(StyleOf(flag.kind).label)),
         ShapeStyle(flag.kind)},
        {StrCat("  ", pips), kPlain},
        {StrCat(" ", Percent(flag.confidence), " sure"), kDim}};
    std::vector<StyledLine> lines = Wrap(Text(runs), width_);
    StyledLine& last = lines.back();
    const std::vector<StyledLine> rule = Wrap(Text({{flag.rule, kDim}}), width_);
    const int gap = width_ - last.width - rule.front().width;
    if (rule.size() == 1 && gap >= 2) {
      last.runs.push_back({std::string(static_cast<std::size_t>(gap), ' '),
                           kPlain});
      last.runs.push_back({rule.front().runs.empty()
                               ? StyledRun{}
                               : rule.front().runs.front()});
    }
    for (const StyledLine& line : lines) Put(0, line);
  }

  // The outlet's name, then the quotation in its sentence.
  std::vector<StyledText> Quotation(const Divergence& flag, Side side) {
    std::vector<StyledText> texts = {
        Text({{SideName(comparison_, side), kDim}})};
    if (const auto& evidence = EvidenceOf(flag, side)) {
      texts.push_back(Marked(
          excerpts_.Make(ArticleOf(comparison_, side),
                         AnnotationOf(comparison_, side), *evidence,
                         flag.triggers),
          flag.kind));
    } else if (flag.nearest && flag.nearest->side == side) {
      texts.push_back(Text(
          {{StrCat("not found; nearest (", Percent(flag.nearest->score),
                   " alike):"), kPlain}}));
      texts.push_back(Text({{flag.nearest->quote, kDim}}));
    } else {
      texts.push_back(Text({{flag.kind == DivergenceKind::kOmission
                                 ? "not found"
                                 : "nothing to set beside it", kDim}}));
    }
    return texts;
  }

  StyledText Marked(const std::vector<ExcerptPart>& parts,
                    DivergenceKind kind) const {
    const TextStyle trigger = {.bold = true, .underline = true,
                               .color = StyleOf(kind).terminal_color};
    StyledText text;
    bool inside = false;
    for (const ExcerptPart& part : parts) {
      const bool evidence = part.role != ExcerptRole::kContext;
      if (!color_ && evidence != inside) text.Append(evidence ? "[" : "]");
      inside = evidence;
      if (part.role == ExcerptRole::kTrigger && !color_) {
        text.Append(StrCat("*", part.text, "*"));
      } else {
        text.Append(part.text, part.role == ExcerptRole::kTrigger ? trigger
                               : evidence                         ? kPlain
                                                                  : kDim);
      }
    }
    if (!color_ && inside) text.Append("]");
    return text;
  }

  const Comparison& comparison_;
  const bool color_;
  const int width_;
  const std::size_t max_flags_;
  ExcerptMaker excerpts_;
  std::string out_;
};

}  // namespace

std::string RenderTerminal(const Comparison& comparison,
                           const TerminalOptions& options) {
  return TerminalWriter(comparison, options).Render();
}

}  // namespace rashomon
