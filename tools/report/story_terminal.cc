#include "tools/report/story_terminal.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/strings.h"
#include "tools/report/kind_style.h"
#include "tools/report/side_text.h"
#include "tools/report/story_text.h"
#include "tools/report/terminal_page.h"

namespace rashomon {
namespace {

constexpr std::size_t kFlagsOfPair = 3;
constexpr int kIndent = 3;
constexpr std::size_t kQuoteBytes = 400;

// Cut at a space where it is longer.
std::string Shortened(std::string_view text) {
  if (text.size() <= kQuoteBytes) return std::string(text);
  const std::size_t space = text.rfind(' ', kQuoteBytes);
  return StrCat(text.substr(0, space == std::string_view::npos ? kQuoteBytes
                                                               : space),
                " …");
}

std::string_view Mark(FactPlace place) {
  switch (place) {
    case FactPlace::kTitle: return "T";
    case FactPlace::kLead: return "L";
    case FactPlace::kBody: return "•";
    case FactPlace::kNone: return "·";
  }
  return "·";
}

class StoryWriter {
 public:
  StoryWriter(const StoryComparison& story, const TerminalOptions& options)
      : story_(story),
        page_(options.width, options.color),
        max_(options.max_flags),
        max_flags_(options.max_flags == kDefaultMaxFlags ? kFlagsOfPair
                                                         : max_) {}

  std::string Render() {
    Reports();
    Facts();
    LoneFactList();
    Labels();
    Quotes();
    Speakers();
    Pairs();
    page_.Line({{std::string(kStoryPromise), kDim}});
    return page_.Take();
  }

 private:
  int count() const { return static_cast<int>(story_.articles.size()); }

  std::string Number(int report) const {
    return StrCat(count() > 9 && report < 9 ? " " : "", report + 1);
  }

  void Heading(std::string_view title, std::string_view what) {
    page_.Line({{Upper(title), kBold}});
    if (!what.empty()) page_.Line({{std::string(what), kDim}});
  }

  // Says how many of a list are not shown.
  void Rest(std::size_t all) {
    if (all > max_) {
      page_.Line({{StrCat(all - max_, " more with --all"), kBold}}, kIndent);
    }
    page_.Blank();
  }

  void Reports() {
    page_.Rule();
    page_.Line({{StoryLine(story_), kBold}});
    for (int i = 0; i < count(); ++i) {
      const Article& a = story_.articles[static_cast<std::size_t>(i)];
      page_.Item({{StrCat(Number(i), " "), kBold}},
                 {{ReportName(story_, i), kBold},
                  {StrCat(" · ", HumanDate(a.published), " · "), kDim},
                  {a.title.empty() ? "(no title)" : a.title, kPlain}});
    }
    page_.Rule();
    for (const Note& note : story_.notes) {
      page_.Line({{"Note: ", kBold}, {note.message, kPlain}});
    }
    page_.Blank();
  }

  std::vector<StyledRun> Marks(const Fact& fact) const {
    std::string marks;
    for (int i = 0; i < count(); ++i) {
      StrAppend(&marks, Mark(PlaceOf(fact, i)), count() > 9 ? "  " : " ");
    }
    return {{marks, kBold}, {" ", kPlain}};
  }

  void Facts() {
    const std::vector<Fact> facts = SharedFacts(story_.story);
    Heading("Which fact stands where",
            "T title, L opens the text, • further down, · not found");
    if (facts.empty()) page_.Line({{"No fact was found twice.", kPlain}});
    std::string numbers;
    for (int i = 0; i < count(); ++i) StrAppend(&numbers, Number(i), " ");
    if (!facts.empty()) page_.Line({{numbers, kDim}});
    for (std::size_t i = 0; i < std::min(facts.size(), max_); ++i) {
      page_.Item(Marks(facts[i]),
                 {{Shortened(FactText(story_, facts[i])), kPlain}});
    }
    Rest(facts.size());
  }

  void LoneFactList() {
    const std::vector<Fact> facts = LoneFacts(story_.story);
    if (facts.empty()) return;
    Heading("Titles and first sentences that no other report tells", "");
    for (const Fact& fact : facts) {
      page_.Item({{StrCat(Number(fact.report), " "), kBold}},
                 {{Shortened(FactText(story_, fact)), kPlain}});
    }
    page_.Blank();
  }

  void Labels() {
    const std::vector<LabelRow>& rows = story_.story.labels;
    if (rows.empty()) return;
    Heading("What each calls it", "the surest first");
    for (std::size_t i = 0; i < std::min(rows.size(), max_); ++i) {
      std::vector<StyledRun> runs;
      for (const LabelUse& use : rows[i].uses) {
        runs.push_back({StrCat(runs.empty() ? "" : " · ", use.report + 1,
                               "\u00a0"), kBold});
        runs.push_back({StrCat("“", use.text, "”"), kPlain});
      }
      page_.Item({{StrCat(Percent(rows[i].confidence), " "), kDim}}, runs);
    }
    Rest(rows.size());
  }

  void Quotes() {
    const std::vector<QuoteLineage>& quotes = story_.story.quotes;
    if (quotes.empty()) return;
    Heading("One utterance, several versions", "the longest first");
    for (std::size_t i = 0; i < std::min(quotes.size(), max_); ++i) {
      page_.Line({{quotes[i].speaker.empty() ? "Speaker not found"
                                             : quotes[i].speaker,
                   kBold}});
      for (std::size_t t = 0; t < quotes[i].tellings.size(); ++t) {
        const QuoteTelling& telling = quotes[i].tellings[t];
        page_.Item({{StrCat(Number(telling.report), " "), kBold}},
                   {{StrCat(TellingLabel(quotes[i], t), ": "), kDim},
                    {StrCat("“", Shortened(TellingText(story_, telling)), "”"),
                     kPlain}},
                   kIndent);
      }
    }
    Rest(quotes.size());
  }

  void Speakers() {
    const std::vector<SpeakerRow>& rows = story_.story.speakers;
    if (rows.empty()) return;
    Heading("Who is quoted, and how much",
            "share of each report's words: in quotation marks + told");
    for (std::size_t i = 0; i < std::min(rows.size(), max_); ++i) {
      std::vector<StyledRun> runs = {{rows[i].name, kBold}};
      for (const SpeakerShare& s : rows[i].reports) {
        runs.push_back({StrCat(" · ", s.report + 1, "\u00a0"), kBold});
        runs.push_back({StrCat(Percent(s.share), "\u00a0(", s.quoted_words,
                               "\u00a0+\u00a0", s.told_words, ")"),
                        kPlain});
      }
      page_.Item({{"  ", kPlain}}, runs);
    }
    Rest(rows.size());
  }

  void Pairs() {
    Heading("Divergences of each two",
            StrCat(FlagCount(story_), " in all; compare two for the evidence"));
    for (const StoryPair& pair : story_.pairs) {
      const Comparison& c = pair.comparison;
      page_.Line({{StrCat(pair.left + 1, "–", pair.right + 1, "  ",
                          ReportName(story_, pair.left), " / ",
                          ReportName(story_, pair.right)), kBold},
                  {StrCat("  same event: ", Name(c.same_event.verdict), ", ",
                          c.divergences.size(), " flags"), kDim}});
      const std::size_t shown = std::min(c.divergences.size(), max_flags_);
      for (std::size_t i = 0; i < shown; ++i) Flag(c.divergences[i]);
    }
    page_.Blank();
  }

  void Flag(const Divergence& flag) {
    const KindStyle& style = StyleOf(flag.kind);
    page_.Item({{StrCat(style.shape, " "),
                 {.bold = true, .color = style.terminal_color}}},
               {{StrCat(style.label, ", ", Percent(flag.confidence),
                        " sure: "), kDim},
                {flag.explanation, kPlain}},
               kIndent);
  }

  const StoryComparison& story_;
  TerminalPage page_;
  const std::size_t max_;
  const std::size_t max_flags_;
};

}  // namespace

std::string RenderStoryTerminal(const StoryComparison& story,
                                const TerminalOptions& options) {
  return StoryWriter(story, options).Render();
}

}  // namespace rashomon
