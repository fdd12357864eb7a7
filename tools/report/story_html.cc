#include "tools/report/story_html.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/base/strings.h"
#include "tools/report/assets.h"
#include "tools/report/excerpt.h"
#include "tools/report/html_escape.h"
#include "tools/report/html_flags.h"
#include "tools/report/html_frame.h"
#include "tools/report/side_text.h"
#include "tools/report/story_text.h"

namespace rashomon {
namespace {

std::string Text(std::string_view element, std::string_view attributes,
                 std::string_view text) {
  return StrCat("<", element, attributes.empty() ? "" : " ", attributes,
                " dir=\"auto\">", EscapeHtml(text), "</", element, ">");
}

std::string Section(std::string_view id, std::string_view heading,
                    std::string_view hint, std::string_view content) {
  return StrCat("<section id=\"", id, "\" aria-labelledby=\"h-", id,
                "\">\n<h2 id=\"h-", id, "\">", heading, "</h2>\n<p class=\"hint\">",
                hint, "</p>\n", content, "</section>\n");
}

struct PlaceText {
  std::string_view css;
  std::string_view text;
};

PlaceText TextOf(FactPlace place) {
  switch (place) {
    case FactPlace::kTitle: return {"title", "title"};
    case FactPlace::kLead: return {"lead", "opens the text"};
    case FactPlace::kBody: return {"body", "further down"};
    case FactPlace::kNone: return {"none", "not found"};
  }
  return {"none", "not found"};
}

class StoryPage {
 public:
  StoryPage(const StoryComparison& story, const HtmlOptions& options)
      : story_(story), max_flags_(options.max_flags) {}

  std::string Render() {
    FrameValues values;
    values["title"] = StrCat("A story in ", count(), " reports");
    values["heading"] = StoryLine(story_);
    values["shapes"] = std::string(assets::kShapesHtml);
    values["base"] = std::string(assets::kBaseCss);
    values["base_hash"] = std::string(assets::kBaseCssHash);
    values["style"] = std::string(assets::kStoryCss);
    values["style_hash"] = std::string(assets::kStoryCssHash);
    values["promise"] = std::string(kStoryPromise);
    values["nav"] =
        "<a href=\"#facts\">Facts</a> <a href=\"#labels\">Names</a> "
        "<a href=\"#quotes\">Quotations</a> <a href=\"#speakers\">Speakers</a> "
        "<a href=\"#pairs\">Divergences</a>";
    values["sections"] = StrCat(Reports(), RenderNotes(story_.notes), Facts(),
                                Labels(), Quotes(), Speakers(), Pairs());
    values["versions"] = VersionItems(story_.versions);
    return FillFrame(assets::kStoryHtml, values);
  }

 private:
  int count() const { return static_cast<int>(story_.articles.size()); }
  std::string Of(int report) const { return ReportName(story_, report); }

  std::string Reports() const {
    std::string out = "<ol class=\"reports\" aria-label=\"Reports\">\n";
    for (int i = 0; i < count(); ++i) {
      const Article& a = story_.articles[static_cast<std::size_t>(i)];
      StrAppend(&out, "<li><p class=\"name\"><span class=\"no\">", i + 1,
                "</span> ", Text("span", "", Of(i)), "</p>",
                Text("p", "class=\"title\"",
                     a.title.empty() ? "(no title)" : a.title),
                Text("p", "class=\"when\"", HumanDate(a.published)),
                "</li>\n");
    }
    return out + "</ol>\n";
  }

  // The first cell and one for each report.
  std::string TableHead(std::string_view css, std::string_view first) const {
    std::string out = StrCat("<div class=\"scroll\"><table class=\"", css,
                             "\">\n<thead><tr><th scope=\"col\">", first,
                             "</th>");
    for (int i = 0; i < count(); ++i) {
      StrAppend(&out, Text("th", "scope=\"col\"", Of(i)));
    }
    return out + "</tr></thead>\n<tbody>\n";
  }
  static std::string TableEnd() { return "</tbody></table></div>\n"; }

  // The sentence that stands for all; unfolded, each report's own.
  std::string FactCell(const Fact& fact) const {
    std::string out = StrCat(
        "<th scope=\"row\" class=\"fact\"><details><summary dir=\"auto\">",
        EscapeHtml(FactText(story_, fact)), "</summary><dl>");
    for (const FactTelling& telling : fact.tellings) {
      StrAppend(&out, Text("dt", "", Of(telling.report)));
      for (const int sentence : telling.sentences) {
        const auto report = static_cast<std::size_t>(telling.report);
        StrAppend(&out,
                  Text("dd", "",
                       story_.articles[report].Quote(
                           story_.annotations[report].sentences
                               [static_cast<std::size_t>(sentence)])));
      }
    }
    return out + "</dl></details></th>";
  }

  std::string FactRows(const std::vector<Fact>& facts) const {
    std::string out = TableHead("grid", "Fact");
    for (const Fact& fact : facts) {
      StrAppend(&out, "<tr>", FactCell(fact));
      for (int i = 0; i < count(); ++i) {
        const PlaceText place = TextOf(PlaceOf(fact, i));
        StrAppend(&out, "<td><span class=\"place ", place.css,
                  "\"><span class=\"dot\" aria-hidden=\"true\"></span>",
                  place.text, "</span></td>");
      }
      out += "</tr>\n";
    }
    return out + TableEnd();
  }

  std::string Facts() const {
    const std::vector<Fact> shared = SharedFacts(story_.story);
    const std::vector<Fact> lone = LoneFacts(story_.story);
    std::string content =
        shared.empty() ? "<p>No fact was found twice.</p>\n" : FactRows(shared);
    if (!lone.empty()) {
      StrAppend(&content, "<details><summary>", lone.size(),
                " titles and first sentences that one report alone tells",
                "</summary>\n", FactRows(lone), "</details>\n");
    }
    return Section("facts", "Which fact stands where",
                   "Sentences that tell the same, those that most voices tell "
                   "first. Unfold one for each report’s own words.",
                   content);
  }

  std::string Labels() const {
    std::string content = TableHead("board", "Sure");
    for (const LabelRow& row : story_.story.labels) {
      StrAppend(&content, "<tr><th scope=\"row\" class=\"no\">",
                Percent(row.confidence), "</th>");
      for (int i = 0; i < count(); ++i) {
        content += "<td>";
        for (const LabelUse& use : row.uses) {
          if (use.report == i) content += Text("q", "", use.text);
        }
        content += "</td>";
      }
      content += "</tr>\n";
    }
    content += TableEnd();
    if (story_.story.labels.empty()) content = "<p>None found.</p>\n";
    return Section("labels", "What each calls it",
                   "One referent a row, as the reports name or describe it.",
                   content);
  }

  std::string Quotes() const {
    std::string content;
    for (const QuoteLineage& quote : story_.story.quotes) {
      StrAppend(&content, "<div class=\"quotation\">",
                Text("h3", "", quote.speaker.empty() ? "Speaker not found"
                                                     : quote.speaker),
                "<ol>\n");
      for (std::size_t t = 0; t < quote.tellings.size(); ++t) {
        const QuoteTelling& telling = quote.tellings[t];
        StrAppend(&content, "<li>",
                  Text("span", "class=\"from\"",
                       StrCat(Of(telling.report), ", ",
                              TellingLabel(quote, t))),
                  Text("q", "", TellingText(story_, telling)), "</li>\n");
      }
      content += "</ol></div>\n";
    }
    if (content.empty()) content = "<p>No utterance was found twice.</p>\n";
    return Section("quotes", "One utterance, several versions",
                   "The longest version first, then what others keep of it.",
                   content);
  }

  std::string ShareCell(const SpeakerRow& row, int report) const {
    const std::optional<SpeakerShare> share = ShareIn(row, report);
    if (!share) return "<td></td>";
    const int percent = static_cast<int>(std::lround(share->share * 100));
    return StrCat(
        "<td>", Percent(share->share),
        "<span class=\"bar\" aria-hidden=\"true\"><svg viewBox=\"0 0 100 1\" "
        "preserveAspectRatio=\"none\"><rect width=\"", percent,
        "\" height=\"1\"/></svg></span><span class=\"words\">",
        share->quoted_words, " quoted, ", share->told_words,
        " told</span></td>");
  }

  std::string Speakers() const {
    std::string content = TableHead("grid", "Speaker");
    for (const SpeakerRow& row : story_.story.speakers) {
      StrAppend(&content, "<tr>", Text("th", "scope=\"row\"", row.name));
      for (int i = 0; i < count(); ++i) content += ShareCell(row, i);
      content += "</tr>\n";
    }
    content += TableEnd();
    if (story_.story.speakers.empty()) content = "<p>None found.</p>\n";
    return Section("speakers", "Who is quoted, and how much",
                   "Share of each report’s words; words in quotation marks "
                   "and words told.",
                   content);
  }

  std::string Pairs() {
    std::string content;
    for (const StoryPair& pair : story_.pairs) {
      const Comparison& c = pair.comparison;
      const std::size_t all = c.divergences.size();
      StrAppend(&content, "<details class=\"two\"><summary>",
                Text("span", "", Of(pair.left)), " beside ",
                Text("span", "", Of(pair.right)), " <span class=\"sure\">",
                "same event: ", Name(c.same_event.verdict), "; ", all,
                all == 1 ? " divergence" : " divergences");
      if (all > max_flags_) {
        StrAppend(&content, ", the first ", max_flags_, " shown");
      }
      StrAppend(&content, "</span></summary>\n", RenderNotes(c.notes),
                RenderLooseCards(c, max_flags_, &excerpts_), "</details>\n");
    }
    return Section("pairs", "Divergences of each two",
                   "Compare two reports by themselves for their full texts.",
                   content);
  }

  const StoryComparison& story_;
  const std::size_t max_flags_;
  ExcerptMaker excerpts_;
};

}  // namespace

std::string RenderStoryHtml(const StoryComparison& story,
                            const HtmlOptions& options) {
  return StoryPage(story, options).Render();
}

}  // namespace rashomon
