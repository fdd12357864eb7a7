#include "tools/report/terminal_report.h"

#include <algorithm>
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
#include "tools/report/terminal_page.h"

namespace rashomon {
namespace {

constexpr int kIndent = 3;
constexpr int kHang = 2;

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
        page_(options.width, options.color),
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
      page_.Line({{StrCat(count - shown, " more with --all"), kBold}});
      page_.Blank();
    }
    if (shown > 0 && !page_.color()) {
      page_.Line(
          {{"[ ] evidence, * * the words that set the flag off", kDim}});
    }
    page_.Line({{std::string(kPromise), kDim}});
    return page_.Take();
  }

 private:
  static StyledText Text(const std::vector<StyledRun>& runs) {
    return TerminalPage::Text(runs);
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
    page_.Rule();
    if (page_.side_by_side()) {
      page_.Columns(Head(Side::kLeft), Head(Side::kRight), 0);
    } else {
      page_.Stack(Head(Side::kLeft), 0, 0);
      page_.Blank();
      page_.Stack(Head(Side::kRight), 0, 0);
    }
    page_.Rule();
  }

  void Verdict() {
    const SameEvent& same = comparison_.same_event;
    page_.Line({{"Same event: ", kPlain},
          {Upper(VerdictLabel(same.verdict)), kBold},
          {StrCat(" (", Percent(same.confidence), " sure). "), kDim},
          {std::string(VerdictSentence(same.verdict)), kPlain}});
    for (const std::string& reason : same.reasons) {
      page_.Line({{reason, kDim}}, kIndent);
    }
  }

  void Notes() {
    for (const Note& note : comparison_.notes) {
      page_.Line({{"Note: ", kBold}, {note.message, kPlain}});
    }
    page_.Blank();
  }

  void Tally() {
    if (comparison_.divergences.empty()) {
      page_.Line({{"No divergences.", kBold}});
      page_.Blank();
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
    page_.Line(runs);
    page_.Blank();
  }

  static TextStyle ShapeStyle(DivergenceKind kind) {
    return {.bold = true, .color = StyleOf(kind).terminal_color};
  }

  void Flag(std::size_t index) {
    const Divergence& flag = comparison_.divergences[index];
    FlagHead(flag, index + 1);
    page_.Line({{flag.explanation, kBold}}, kIndent);
    const std::vector<StyledText> left = Quotation(flag, Side::kLeft);
    const std::vector<StyledText> right = Quotation(flag, Side::kRight);
    if (page_.side_by_side()) {
      page_.Columns(left, right, kIndent);
    } else {
      page_.Stack(left, kIndent, kHang);
      page_.Stack(right, kIndent, kHang);
    }
    page_.Blank();
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
    std::vector<StyledLine> lines = Wrap(Text(runs), page_.width());
    StyledLine& last = lines.back();
    const std::vector<StyledLine> rule =
        Wrap(Text({{flag.rule, kDim}}), page_.width());
    const int gap = page_.width() - last.width - rule.front().width;
    if (rule.size() == 1 && gap >= 2) {
      last.runs.push_back({std::string(static_cast<std::size_t>(gap), ' '),
                           kPlain});
      last.runs.push_back({rule.front().runs.empty()
                               ? StyledRun{}
                               : rule.front().runs.front()});
    }
    for (const StyledLine& line : lines) page_.Put(0, line);
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
      if (!page_.color() && evidence != inside) {
        text.Append(evidence ? "[" : "]");
      }
      inside = evidence;
      if (part.role == ExcerptRole::kTrigger && !page_.color()) {
        text.Append(StrCat("*", part.text, "*"));
      } else {
        text.Append(part.text, part.role == ExcerptRole::kTrigger ? trigger
                               : evidence                         ? kPlain
                                                                  : kDim);
      }
    }
    if (!page_.color() && inside) text.Append("]");
    return text;
  }

  const Comparison& comparison_;
  TerminalPage page_;
  const std::size_t max_flags_;
  ExcerptMaker excerpts_;
};

}  // namespace

std::string RenderTerminal(const Comparison& comparison,
                           const TerminalOptions& options) {
  return TerminalWriter(comparison, options).Render();
}

}  // namespace rashomon
