#include "tools/report/html_flags.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "engine/base/strings.h"
#include "tools/report/html_article.h"
#include "tools/report/html_escape.h"
#include "tools/report/kind_style.h"
#include "tools/report/side_text.h"

namespace rashomon {
namespace {

std::string Verdict(const SameEvent& same_event) {
  std::string out = StrCat(
      "<section class=\"verdict v-", Name(same_event.verdict),
      "\" aria-label=\"Same event\">\n<p class=\"answer\"><span class=\"ask\">",
      "Same event?</span> <strong>", VerdictLabel(same_event.verdict),
      "</strong> <span class=\"sure\">", Percent(same_event.confidence),
      " sure</span></p>\n<p>", VerdictSentence(same_event.verdict), "</p>\n");
  if (!same_event.reasons.empty()) {
    out += "<details><summary>What decided</summary><ul>\n";
    for (const std::string& reason : same_event.reasons) {
      StrAppend(&out, "<li dir=\"auto\">", EscapeHtml(reason), "</li>\n");
    }
    out += "</ul></details>\n";
  }
  return out + "</section>\n";
}

std::map<DivergenceKind, std::size_t> CountKinds(
    const std::vector<Divergence>& divergences) {
  std::map<DivergenceKind, std::size_t> counts;
  for (const Divergence& divergence : divergences) ++counts[divergence.kind];
  return counts;
}

// Check boxes that the style sheet alone acts on.
std::string KindFilter(const std::vector<Divergence>& divergences) {
  std::string out =
      "<fieldset class=\"kinds\"><legend>Kinds shown</legend>\n";
  for (const auto& [kind, count] : CountKinds(divergences)) {
    StrAppend(&out, "<label class=\"chip k-", Name(kind), "\" title=\"",
              StyleOf(kind).meaning, "\"><input type=\"checkbox\" id=\"show-",
              Name(kind), "\" checked>", KindShape(kind), "<span>",
              StyleOf(kind).label, "</span> <span class=\"count\">", count,
              "</span></label>\n");
  }
  return out + "</fieldset>\n";
}

std::string Weight(int weight) {
  const int full = std::clamp(weight, 1, 3);
  constexpr std::string_view kNames[] = {"slight", "clear", "leading"};
  std::string out = StrCat("<span class=\"weight\" title=\"weight ", full,
                           " of 3: ", kNames[full - 1],
                           "\"><span class=\"vh\">weight ", full,
                           " of 3</span><span aria-hidden=\"true\">");
  for (int i = 0; i < 3; ++i) out += i < full ? "●" : "○";
  return out + "</span></span>";
}

std::string Parts(const std::vector<ExcerptPart>& parts) {
  std::string out;
  for (const ExcerptPart& part : parts) {
    const std::string text = EscapeHtml(part.text);
    switch (part.role) {
      case ExcerptRole::kContext:
        StrAppend(&out, "<span class=\"cx\">", text, "</span>");
        break;
      case ExcerptRole::kEvidence:
        StrAppend(&out, "<mark>", text, "</mark>");
        break;
      case ExcerptRole::kTrigger:
        StrAppend(&out, "<mark><b>", text, "</b></mark>");
        break;
    }
  }
  return out;
}

// Whether cards link to the evidence in the articles.
enum class Links { kToArticles, kNone };

// Renders the cards of one comparison.
class CardWriter {
 public:
  CardWriter(const Comparison& comparison, ExcerptMaker* excerpts, Links links)
      : comparison_(comparison), excerpts_(excerpts), links_(links) {}

  std::string Card(std::size_t index) {
    const Divergence& flag = comparison_.divergences[index];
    const std::size_t number = index + 1;
    const KindStyle& style = StyleOf(flag.kind);
    return StrCat(
        "<li class=\"flag k-", Name(flag.kind), "\"", Id(number),
        ">\n<p class=\"over\">",
        "<span class=\"no\">", number, "</span>", KindShape(flag.kind),
        "<span class=\"kind\" title=\"", style.meaning, "\">", style.label,
        "</span>", Weight(flag.weight), "<span class=\"sure\">",
        Percent(flag.confidence), " sure</span></p>\n",
        "<h3 class=\"why\" dir=\"auto\">", EscapeHtml(flag.explanation),
        "</h3>\n<div class=\"quotes\">\n", Quote(flag, number, Side::kLeft),
        Quote(flag, number, Side::kRight), "</div>\n<p class=\"rule\">",
        EscapeHtml(flag.rule), "</p>\n</li>\n");
  }

 private:
  std::string Id(std::size_t number) const {
    if (links_ == Links::kNone) return "";
    return StrCat(" id=\"flag-", number, "\" data-flag=\"", number,
                  "\" tabindex=\"-1\"");
  }

  // `content` as a link to mark `mark` ("e" evidence, "n" nearest miss).
  std::string Linked(char mark, std::size_t number, Side side,
                     std::string_view content) const {
    if (links_ == Links::kNone) {
      return StrCat("<span class=\"quote\" dir=\"auto\">", content, "</span>");
    }
    return StrCat("<a href=\"#", std::string(1, mark), number, "-",
                  Name(side), "\" dir=\"auto\">", content, "</a>");
  }

  std::string Cite(Side side) const {
    return StrCat("<cite dir=\"auto\">",
                  EscapeHtml(SideName(comparison_, side)), "</cite>");
  }

  std::string Quote(const Divergence& flag, std::size_t number, Side side) {
    const std::optional<Evidence>& evidence = EvidenceOf(flag, side);
    if (!evidence) return NoQuote(flag, number, side);
    return StrCat(
        "<blockquote>", Cite(side),
        Linked('e', number, side,
               Parts(excerpts_->Make(ArticleOf(comparison_, side),
                                     AnnotationOf(comparison_, side),
                                     *evidence, flag.triggers))),
        "</blockquote>\n");
  }

  std::string NoQuote(const Divergence& flag, std::size_t number, Side side) {
    std::string out = StrCat("<blockquote class=\"none\">", Cite(side));
    if (flag.nearest && flag.nearest->side == side) {
      StrAppend(&out, "<span class=\"miss\">not found; nearest (",
                Percent(flag.nearest->score), " alike)</span>",
                Linked('n', number, side,
                       StrCat("<span class=\"cx\">",
                              EscapeHtml(flag.nearest->quote), "</span>")));
    } else {
      out += flag.kind == DivergenceKind::kOmission
                 ? "<span class=\"miss\">not found</span>"
                 : "<span class=\"miss\">nothing to set beside it</span>";
    }
    return out + "</blockquote>\n";
  }

  const Comparison& comparison_;
  ExcerptMaker* excerpts_;
  Links links_;
};

std::string Cards(const Comparison& comparison, std::size_t begin,
                  std::size_t end, ExcerptMaker* excerpts,
                  Links links = Links::kToArticles) {
  CardWriter writer(comparison, excerpts, links);
  std::string out =
      StrCat("<ol class=\"cards\" start=\"", begin + 1, "\">\n");
  for (std::size_t i = begin; i < end; ++i) out += writer.Card(i);
  return out + "</ol>\n";
}

std::string FlagCount(std::size_t count) {
  if (count == 0) return "No divergences";
  return StrCat(count, count == 1 ? " divergence" : " divergences");
}

}  // namespace

std::string RenderNotes(const std::vector<Note>& notes) {
  if (notes.empty()) return "";
  std::string out = "<ul class=\"notes\" aria-label=\"Notes\">\n";
  for (const Note& note : notes) {
    StrAppend(&out, "<li data-code=\"", EscapeAttribute(note.code),
              "\" dir=\"auto\">", EscapeHtml(note.message), "</li>\n");
  }
  return out + "</ul>\n";
}

std::string RenderLooseCards(const Comparison& comparison,
                             std::size_t max_flags, ExcerptMaker* excerpts) {
  return Cards(comparison, 0,
               std::min(comparison.divergences.size(), max_flags), excerpts,
               Links::kNone);
}

std::string RenderFlags(const Comparison& comparison, std::size_t max_flags,
                        ExcerptMaker* excerpts) {
  const std::size_t count = comparison.divergences.size();
  const std::size_t shown = std::min(count, max_flags);
  std::string out = StrCat(
      "<section class=\"pane rail\" id=\"flags\" tabindex=\"0\" ",
      "aria-label=\"Divergences\">\n", Verdict(comparison.same_event),
      RenderNotes(comparison.notes), "<h2 class=\"tally\">", FlagCount(count),
      "</h2>\n");
  if (count == 0) return out + "</section>\n";
  out += KindFilter(comparison.divergences);
  out +=
      "<p class=\"tools\"><label><input type=\"checkbox\" id=\"fade-shared\"> "
      "Fade what both tell</label> <span class=\"keys\" hidden><kbd>j</kbd> "
      "<kbd>k</kbd> step through, <kbd>Esc</kbd> clears</span></p>\n";
  out += Cards(comparison, 0, shown, excerpts);
  if (shown < count) {
    StrAppend(&out, "<details id=\"more\"><summary>", count - shown,
              " more of lower rank</summary>\n",
              Cards(comparison, shown, count, excerpts), "</details>\n");
  }
  return out + "</section>\n";
}

}  // namespace rashomon
