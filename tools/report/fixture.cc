#include "tools/report/fixture.h"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rashomon {
namespace {

// An article and its sentences, built up sentence by sentence.
class Draft {
 public:
  Draft(std::string id, std::string outlet, std::string published) {
    article_.id = std::move(id);
    article_.outlet = std::move(outlet);
    article_.published = std::move(published);
    article_.language = "en";
    article_.provenance.format = "text";
    article_.provenance.encoding = "UTF-8";
  }

  Draft& Title(std::string_view title) {
    article_.title = title;
    AddSentence({Field::kTitle, 0, title.size()});
    return *this;
  }

  Draft& Paragraph(std::initializer_list<std::string_view> sentences) {
    StartParagraph();
    for (const std::string_view sentence : sentences) {
      if (!article_.text.empty() && article_.text.back() != '\n') {
        article_.text += ' ';
      }
      AddSentence(Append(sentence));
    }
    return *this;
  }

  Draft& ResidueParagraph(std::string_view text, std::string reason) {
    StartParagraph();
    article_.residue.push_back({Append(text), std::move(reason)});
    return *this;
  }

  // The first place where `quote` stands, and the sentence around it.
  Evidence Find(std::string_view quote) const {
    Evidence evidence;
    evidence.quote = quote;
    evidence.span = FindSpan(quote);
    for (std::size_t i = 0; i < annotation_.sentences.size(); ++i) {
      if (Contains(annotation_.sentences[i], evidence.span)) {
        evidence.sentence = static_cast<int>(i);
      }
    }
    return evidence;
  }

  Span FindSpan(std::string_view quote) const {
    const std::size_t in_text = article_.text.find(quote);
    if (in_text != std::string::npos) {
      return {Field::kText, in_text, in_text + quote.size()};
    }
    const std::size_t in_title = article_.title.find(quote);
    return {Field::kTitle, in_title, in_title + quote.size()};
  }

  Article& article() { return article_; }
  Annotation& annotation() { return annotation_; }

 private:
  void StartParagraph() {
    if (!article_.text.empty()) article_.text += "\n\n";
  }
  Span Append(std::string_view text) {
    const std::size_t begin = article_.text.size();
    article_.text += text;
    return {Field::kText, begin, article_.text.size()};
  }
  void AddSentence(const Span& span) {
    annotation_.sentences.push_back(span);
    annotation_.uncertain.push_back(0);
    annotation_.loaded.push_back(0);
  }

  Article article_;
  Annotation annotation_;
};

struct Flag {
  DivergenceKind kind;
  int weight;
  double confidence;
  std::string rule;
  std::string left;   // the quotation; "" for none
  std::string right;
  std::vector<std::string> triggers;
  std::string explanation;
};

Divergence MakeDivergence(const Flag& flag, const Draft& left,
                          const Draft& right, int number) {
  Divergence d;
  d.kind = flag.kind;
  d.weight = flag.weight;
  d.confidence = flag.confidence;
  d.rule = flag.rule;
  if (!flag.left.empty()) d.left = left.Find(flag.left);
  if (!flag.right.empty()) d.right = right.Find(flag.right);
  d.triggers = flag.triggers;
  d.explanation = flag.explanation;
  d.fingerprint = "00000000000000f" + std::to_string(number);
  d.anchor = "00000000000000a" + std::to_string(number);
  return d;
}

Draft FerryLeft() {
  Draft draft("ferry-left", "Fenmark Courier", "2026-03-03T07:40:00Z");
  draft.Title(
      "Ferry runs aground off Quillhaven; 118 passengers taken ashore");
  draft.article().byline = "Odile Marsh";
  draft.article().place = "Fenmark";
  draft.article().url = "https://courier.example/ferry-aground";
  draft.article().provenance.source = "fenmark-courier_2026-03-03.html";
  draft.article().provenance.format = "html";
  draft.article().provenance.found_in = {{"outlet", "meta"},
                                         {"published", "json-ld"}};
  draft.article().provenance.removed = {
      {"Home  News  Weather  Tides", "menu", 0},
      {"Sign up for the Courier's morning letter", "teaser", 912},
      {"Photo: the Aurelia at her berth (archive)", "caption", 1480}};
  draft.Paragraph(
      {"The ferry Aurelia ran aground on a sandbank off Quillhaven late on "
       "Monday, and all 118 passengers were taken ashore by lifeboat.",
       "No one was injured, the coastguard said."});
  draft.Paragraph(
      {"The ship may have lost power to its steering shortly before the "
       "grounding, according to a preliminary statement by the operator, "
       "Brightwater Lines."});
  draft.Paragraph(
      {"“We are cooperating fully with the inquiry,” said Ines Calder, the "
       "company’s managing director.",
       "She declined to say how old the steering gear was."});
  draft.Paragraph(
      {"Harbour master Tomas Veil said the vessel left port twenty minutes "
       "late after a fault in its bow doors was reported."});
  draft.Paragraph(
      {"The transport ministry said an inquiry would report within six "
       "weeks."});
  draft.Paragraph({"Residents lined the quay with blankets and hot drinks."});
  return draft;
}

Draft FerryRight() {
  Draft draft("ferry-right", "Quillhaven Wire", "2026-03-03");
  draft.Title(
      "Steering failure drives Aurelia onto sandbank, terrifying over 100");
  draft.article().place = "Quillhaven";
  draft.article().provenance.source = "quillhaven-wire.jsonl";
  draft.article().provenance.line = 4;
  draft.article().provenance.format = "jsonl";
  draft.article().provenance.found_in = {{"outlet", "article json"},
                                         {"published", "article json"}};
  draft.article().unknown_fields = R"({"desk":"coast"})";
  draft.Paragraph(
      {"A steering failure drove the ageing ferry Aurelia onto the sandbank "
       "off Quillhaven on Monday night, terrifying more than 100 people "
       "aboard.",
       "Lifeboats brought everyone to shore unhurt."});
  draft.Paragraph(
      {"“We are cooperating,” the company’s chief, Ines Calder, insisted."});
  draft.ResidueParagraph("Also read: five harbours to visit this spring",
                         "teaser");
  draft.Paragraph(
      {"Unions have warned for years that Brightwater’s reckless "
       "cost-cutting would end in disaster."});
  draft.Paragraph(
      {"A ministry official admitted that the inquiry could take months."});
  draft.Paragraph(
      {"Islanders greeted the shaken passengers with blankets and tea."});
  draft.Paragraph({"The Aurelia entered service in 1989."});
  return draft;
}

std::vector<Flag> FerryFlags() {
  return {
      {DivergenceKind::kCertainty, 3, 0.834, "certainty.hedge-dropped",
       "may have lost power to its steering", "A steering failure drove",
       {"may", "failure"},
       "Fenmark Courier hedges (“may”) what Quillhaven Wire states as a "
       "fact."},
      {DivergenceKind::kOmission, 3, 0.71, "omission.lead-fact",
       "left port twenty minutes late after a fault in its bow doors was "
       "reported",
       "",
       {},
       "Not found in Quillhaven Wire: the late departure after a fault in the "
       "bow doors."},
      {DivergenceKind::kLoaded, 2, 0.8812, "loaded.emotive", "ran aground",
       "terrifying more than 100 people", {"terrifying"},
       "Quillhaven Wire uses an emotive word (“terrifying”) where Fenmark "
       "Courier is neutral."},
      {DivergenceKind::kQuantity, 2, 0.81, "quantity.precision",
       "all 118 passengers", "more than 100 people aboard",
       {"118", "more than 100"},
       "An exact figure (118) on one side, a lower bound (more than 100) on "
       "the other; the two agree."},
      {DivergenceKind::kQuotation, 2, 0.66, "quotation.cut",
       "“We are cooperating fully with the inquiry,”",
       "“We are cooperating,”", {"fully with the inquiry"},
       "Quillhaven Wire cuts “fully with the inquiry” from Ines Calder’s "
       "words."},
      {DivergenceKind::kAttribution, 2, 0.6, "attribution.cue",
       "The transport ministry said", "A ministry official admitted",
       {"said", "admitted"},
       "The ministry “said” on the left; an unnamed official “admitted” on "
       "the right."},
      {DivergenceKind::kQuantity, 2, 0.55, "quantity.duration",
       "within six weeks", "could take months", {"six weeks", "months"},
       "Two durations for one inquiry: six weeks and months."},
      {DivergenceKind::kLabel, 1, 0.5, "label.modifier", "The ferry Aurelia",
       "the ageing ferry Aurelia", {"ageing"},
       "Quillhaven Wire adds “ageing” to the ship’s name."},
  };
}

Comparison Finish(Draft left, Draft right) {
  Comparison c;
  c.left = std::move(left.article());
  c.right = std::move(right.article());
  c.left_annotation = std::move(left.annotation());
  c.right_annotation = std::move(right.annotation());
  c.versions = {{"lexicons", "1"},
                {"program", "0.1.0"},
                {"word_vectors", "16330f735acbc13c"}};
  return c;
}

NearestMiss FerryNearestMiss(const Draft& right) {
  NearestMiss nearest;
  nearest.side = Side::kRight;
  nearest.quote = "The Aurelia entered service in 1989.";
  nearest.span = right.FindSpan(nearest.quote);
  nearest.score = 0.2234567;
  return nearest;
}

}  // namespace

Comparison FerryComparison() {
  Draft left = FerryLeft();
  Draft right = FerryRight();
  std::vector<Divergence> divergences;
  for (const Flag& flag : FerryFlags()) {
    divergences.push_back(MakeDivergence(
        flag, left, right, static_cast<int>(divergences.size()) + 1));
  }
  divergences[1].nearest = FerryNearestMiss(right);
  divergences[2].strength = 0.8;
  Comparison c = Finish(std::move(left), std::move(right));
  c.divergences = std::move(divergences);
  c.same_event.verdict = SameEventVerdict::kYes;
  c.same_event.confidence = 0.97;
  c.same_event.reasons = {"shared rare names: Aurelia, Brightwater, Calder",
                          "same day: 2026-03-02"};
  c.alignment.groups = {{{0, 1}, {0, 1}, 0.94}, {{2}, {2}, 0.81},
                        {{3}, {1}, 0.62},       {{4}, {3}, 0.9},
                        {{7}, {5}, 0.77},       {{8}, {6}, 0.7}};
  c.alignment.unmatched_left = {{5, 3, 0.18}, {6, 7, 0.2234567}};
  c.alignment.unmatched_right = {{4, 5, 0.12}, {7, 6, 0.2234567}};
  c.notes = {{"residue-kept",
              "One passage of Quillhaven Wire is no part of the report and "
              "was left out of the comparison."}};
  return c;
}

Comparison UnrelatedComparison() {
  Draft left("unrelated-left", "Fenmark Courier", "2026-03-03");
  left.Title("Ferry runs aground off Quillhaven")
      .Paragraph({"The ferry Aurelia ran aground late on Monday."});
  Draft right("unrelated-right", "Quillhaven Wire", "2019-11-20");
  right.Title("Council votes on harbour wall")
      .Paragraph({"The council of Quillhaven voted for a new harbour wall."});
  Comparison c = Finish(std::move(left), std::move(right));
  c.same_event.verdict = SameEventVerdict::kNo;
  c.same_event.confidence = 0.99;
  c.same_event.reasons = {"2,295 days apart", "no shared rare name"};
  c.alignment.unmatched_left = {{0, 1, 0.11}, {1, 0, 0.08}};
  c.alignment.unmatched_right = {{0, 1, 0.05}, {1, 0, 0.11}};
  c.notes = {{"different-events",
              "The two articles report different events, so no divergences "
              "are listed."}};
  return c;
}

Comparison HostileComparison() {
  Draft left("<id>\"'&", "<img src=x onerror=alert(1)>", "");
  left.article().language = "ru";
  left.article().byline = "</h2><script>alert('byline')</script>";
  left.article().url = "javascript:alert(1)";
  left.article().provenance.source = "\x1b]0;owned\x07<b>.txt";
  left.article().provenance.removed = {
      {"</pre><svg onload=alert(2)>", "</li><i>menu", 0}};
  left.Title("Министр «опроверг» \u202eтекст\u202c <script>alert(3)</script>");
  left.Paragraph(
      {"Представитель министерства заявил, что переговоры отложены на "
       "неопределённый срок.",
       "\x1b[31mКрасный\x1b[0m текст \x9b\xff\xfe и </span></mark> теги."});
  Draft right("right", "", "");
  right.article().language = "zh";
  right.Title("部長的發言人說談判已經推遲");
  right.Paragraph(
      {"發言人星期一表示，談判將無限期推遲，雙方都沒有說明理由。",
       "قال المتحدث إن المحادثات تأجلت."});
  right.Paragraph({"e\u0301\u0301\u0301 👩‍👩‍👧‍👦 <!-- ]]> "
                   "<a href=\"javascript:alert(4)\" onclick='alert(5)'>x</a>"});
  const Flag flag{DivergenceKind::kCertainty, 2, 0.7, "<rule>",
                  "\x1b[31mКрасный\x1b[0m текст \x9b\xff\xfe и </span></mark>",
                  "談判將無限期推遲", {"текст", "<b>", ""},
                  "<script>alert(6)</script> \u2066isolated\u2069"};
  Divergence divergence = MakeDivergence(flag, left, right, 1);
  Comparison c = Finish(std::move(left), std::move(right));
  c.divergences = {std::move(divergence)};
  c.same_event.verdict = SameEventVerdict::kPartly;
  c.same_event.confidence = 0.5;
  c.same_event.reasons = {"<svg/onload=alert(7)>"};
  c.alignment.groups = {{{0, 1}, {0, 1}, 0.8}};
  c.alignment.unmatched_left = {{2, -1, 0}};
  c.alignment.unmatched_right = {{2, -1, 0}, {3, 0, 0.01}};
  c.notes = {{"different-languages", "<style>*{display:none}</style>"}};
  c.versions = {{"<k>", "\"><script>alert(8)</script>"},
                {"program", "\"><script>alert(9)</script>"},
                {"word_vectors", "'><script>alert(10)</script>"}};
  return c;
}

Comparison ManyFlagsComparison() {
  Comparison c = FerryComparison();
  const std::vector<Divergence> once = c.divergences;
  for (int i = 0; i < 2; ++i) {
    c.divergences.insert(c.divergences.end(), once.begin(), once.end());
  }
  return c;
}

Comparison AnnotatedComparison() {
  Comparison c = FerryComparison();
  Draft left = FerryLeft();
  Annotation& a = c.left_annotation;
  a.uncertain[3] = 0.71239;
  Claim claim;
  claim.sentence = 3;
  claim.mode = ClaimMode::kIndirect;
  claim.source = {left.FindSpan("the operator, Brightwater Lines")};
  claim.source_name = "Brightwater Lines";
  claim.source_kind = SourceKind::kInstitutional;
  claim.cue = {left.FindSpan("according to")};
  claim.cue_class = CueClass::kNeutral;
  claim.content = {left.FindSpan(
      "The ship may have lost power to its steering shortly before the "
      "grounding")};
  claim.certainty = Certainty::kHedged;
  Act lost;
  lost.verb = left.FindSpan("lost");
  lost.actor = left.FindSpan("The ship");
  lost.undergoer = left.FindSpan("power");
  lost.lemma = "lost";
  claim.acts = {lost};
  claim.causes = {{left.FindSpan("before"), left.FindSpan("the grounding"),
                   CauseType::kCircumstance, 0.4}};
  a.claims.push_back(claim);
  Claim voice;
  voice.sentence = 1;
  voice.content = {a.sentences[1]};
  Quantity exact;
  exact.span = left.FindSpan("118 passengers");
  exact.number = left.FindSpan("118");
  exact.low = exact.high = 118;
  exact.noun = "passeng";
  Quantity bound;
  bound.span = bound.number = exact.span;
  bound.low = 99.123456;
  bound.low_open = bound.unbounded_above = bound.approximate = true;
  voice.quantities = {exact, bound};
  TimeExpression monday;
  monday.span = left.FindSpan("Monday");
  monday.days = DateInterval{Date(2026, 3, 2), Date(2026, 3, 2)};
  TimeExpression refused;
  refused.span = left.FindSpan("late");
  voice.times = {monday, refused};
  a.claims.insert(a.claims.begin(), voice);
  a.mentions = {{left.FindSpan("Ines Calder"), MentionType::kPerson,
                 "ines calder"}};
  a.wording = {{left.FindSpan("hot"), "evaluative", 0.25, false},
               {left.FindSpan("fully"), "intensifier", 0.5, true}};
  return c;
}

StoryComparison FerryStory() {
  const Comparison ferry = FerryComparison();
  const Comparison hostile = HostileComparison();
  StoryComparison s;
  s.articles = {ferry.left, ferry.right, hostile.right};
  s.annotations = {ferry.left_annotation, ferry.right_annotation,
                   hostile.right_annotation};
  s.pairs.push_back({0, 1, ferry});
  for (int i = 0; i < 2; ++i) {
    Comparison other;
    other.left = s.articles[static_cast<std::size_t>(i)];
    other.left_annotation = s.annotations[static_cast<std::size_t>(i)];
    other.right = hostile.right;
    other.right_annotation = hostile.right_annotation;
    other.same_event.verdict = SameEventVerdict::kNo;
    s.pairs.push_back({i, 2, other});
  }
  s.story.voice_of = {0, 1, 2};
  s.story.voices = 3;
  s.story.facts = {
      {{{0, {0, 1}, true, true}, {1, {1}, false, true}}, 0, 1, 2, 0.8},
      {{{2, {0}, true, false}}, 2, 0, 1, 1}};
  s.story.labels = {{{{0, "the <b>ferry</b>", {{Field::kText, 0, 3}}},
                      {1, "the vessel", {{Field::kText, 4, 9}}}},
                     0.35}};
  s.story.quotes = {{"Ada <script>alert(3)</script>",
                     {{0, {{Field::kText, 0, 20}}, "Ada", 1, 0},
                      {1, {{Field::kText, 0, 10}}, "", 0.5, 0}}}};
  s.story.speakers = {{"Ada \x1b[31m", SourceKind::kNamed,
                       {{0, 2, 20, 5, 0.2}, {2, 1, 0, 4, 0.05}}}};
  s.notes = {{"other-event", "Report 3 reports another event than all others."}};
  s.versions = ferry.versions;
  return s;
}

}  // namespace rashomon
