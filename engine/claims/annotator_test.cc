#include "engine/claims/annotator.h"

#include <string>
#include <vector>

#include "engine/base/strings.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

const Lexicons& Shipped() {
  static const Lexicons* const lexicons = new Lexicons(*Lexicons::Shipped());
  return *lexicons;
}

Article ArticleOf(const std::string& title, const std::string& text) {
  Article article;
  article.title = title;
  article.text = text;
  article.published = "2021-04-28";
  article.language = "en";
  return article;
}

std::vector<std::string> Quotes(const Article& article,
                                const std::vector<Span>& spans) {
  std::vector<std::string> out;
  for (const Span& span : spans) out.emplace_back(article.Quote(span));
  return out;
}

using Strings = std::vector<std::string>;

TEST(AnnotatorTest, EverySentenceHasAClaim) {
  const Article article = ArticleOf(
      "Northland rejects offer - Minister Arvid Holm",
      "Northland expelled 16 diplomats on Tuesday. \"We had no choice,\" "
      "Foreign Minister Arvid Holm said. \"It was their decision.\" He added "
      "that talks may resume. According to the ministry, more than 30 people "
      "left.");
  const Annotation a = Annotator(&Shipped()).Annotate(article);
  std::vector<int> claims(a.sentences.size(), 0);
  for (const Claim& claim : a.claims) ++claims[claim.sentence];
  for (const int n : claims) EXPECT_GE(n, 1);
  EXPECT_EQ(a.words.size(), a.sentences.size());
  EXPECT_EQ(a.uncertain.size(), a.sentences.size());
  EXPECT_EQ(a.loaded.size(), a.sentences.size());
}

TEST(AnnotatorTest, AQuotationHasItsSpeakerAndGoesOn) {
  const Article article = ArticleOf(
      "", "\"We had no choice,\" Foreign Minister Arvid Holm said. \"It was "
          "their decision.\" He added that talks may resume.");
  const Annotation a = Annotator(&Shipped()).Annotate(article);
  ASSERT_EQ(a.claims.size(), 3u);
  EXPECT_EQ(a.claims[0].mode, ClaimMode::kQuote);
  EXPECT_EQ(Quotes(article, a.claims[0].source),
            Strings{"Foreign Minister Arvid Holm"});
  EXPECT_EQ(a.claims[0].source_name, "Arvid Holm");
  EXPECT_EQ(a.claims[1].source_name, "Arvid Holm");
  EXPECT_EQ(a.claims[1].cue, a.claims[0].cue);
  EXPECT_EQ(a.claims[2].source_name, "Arvid Holm");
  EXPECT_EQ(a.claims[2].mode, ClaimMode::kIndirect);
  EXPECT_EQ(a.claims[2].certainty, Certainty::kHedged);
}

TEST(AnnotatorTest, FiguresAndTimesBelongToTheirClaim) {
  const Article article =
      ArticleOf("", "Northland expelled 16 entities and 20 diplomats on "
                    "Tuesday, the day after April 13.");
  const Annotation a = Annotator(&Shipped()).Annotate(article);
  ASSERT_EQ(a.claims.size(), 1u);
  ASSERT_EQ(a.claims[0].quantities.size(), 2u);
  EXPECT_EQ(a.claims[0].quantities[1].low, 20);
  EXPECT_EQ(a.claims[0].quantities[1].noun_group, "diplomats");
  ASSERT_GE(a.claims[0].times.size(), 2u);
  ASSERT_TRUE(a.claims[0].times[0].days.has_value());
  EXPECT_EQ(FormatIsoDate(a.claims[0].times[0].days->from), "2021-04-27");
}

TEST(AnnotatorTest, WhatNoAttributionCoversIsTheOutletsOwnClaim) {
  const Article article = ArticleOf(
      "", "Hitting more than 30 firms and traders, the measures follow the "
          "harbour case, which Northland says was ordered abroad.");
  const Annotation a = Annotator(&Shipped()).Annotate(article);
  ASSERT_EQ(a.claims.size(), 2u);
  EXPECT_EQ(a.claims[0].mode, ClaimMode::kIndirect);
  EXPECT_TRUE(a.claims[0].quantities.empty());
  EXPECT_EQ(a.claims[1].mode, ClaimMode::kVoice);
  ASSERT_EQ(a.claims[1].quantities.size(), 1u);
  EXPECT_EQ(a.claims[1].quantities[0].low, 30);
}

TEST(AnnotatorTest, CircumstancesOfASayingAreNoClaim) {
  const Article article = ArticleOf(
      "", "Speaking to reporters in Almerin, Foreign Minister Arvid Holm said "
          "that talks may resume.");
  const Annotation a = Annotator(&Shipped()).Annotate(article);
  EXPECT_EQ(a.claims.size(), 1u);
}

TEST(AnnotatorTest, WhenAndToHowManyItWasSaidIsTheOutletsOwnClaim) {
  const Article article = ArticleOf(
      "", "Two officials told 30 reporters on Tuesday that talks may resume.");
  const Annotation a = Annotator(&Shipped()).Annotate(article);
  ASSERT_EQ(a.claims.size(), 2u);
  EXPECT_TRUE(a.claims[0].quantities.empty());
  EXPECT_TRUE(a.claims[0].times.empty());
  EXPECT_EQ(a.claims[1].mode, ClaimMode::kVoice);
  EXPECT_EQ(a.claims[1].certainty, Certainty::kAsserted);
  EXPECT_EQ(a.claims[1].quantities.size(), 2u);
  EXPECT_EQ(a.claims[1].times.size(), 1u);
}

TEST(AnnotatorTest, TheRestOfASentenceHasItsOwnPolarity) {
  const Article article = ArticleOf(
      "", "Holm said the port was open, but gave no dates or places for any of "
          "the talks. Holm said the port was not open, and handed the new plans "
          "of the harbour to the council on the spot.");
  const Annotation a = Annotator(&Shipped()).Annotate(article);
  ASSERT_EQ(a.claims.size(), 4u);
  EXPECT_EQ(a.claims[0].polarity, 1);
  EXPECT_EQ(a.claims[1].mode, ClaimMode::kVoice);
  EXPECT_EQ(a.claims[1].polarity, -1);
  EXPECT_EQ(a.claims[2].polarity, -1);
  EXPECT_EQ(a.claims[3].polarity, 1);
}

TEST(AnnotatorTest, AnInfinitiveIsTheActOfWhoSaysIt) {
  const Article article =
      ArticleOf("", "Foreign Minister Arvid Holm vowed to close the port.");
  const Annotation a = Annotator(&Shipped()).Annotate(article);
  ASSERT_GE(a.claims.size(), 1u);
  ASSERT_EQ(a.claims[0].acts.size(), 1u);
  ASSERT_TRUE(a.claims[0].acts[0].actor.has_value());
  EXPECT_EQ(Quotes(article, {*a.claims[0].acts[0].actor}),
            Strings{"Foreign Minister Arvid Holm"});
}

TEST(AnnotatorTest, CompetingNamesAreFound) {
  const Article article = ArticleOf(
      "", "The envoy of the regime said, \"The special operation is over.\" He "
          "governs a town.");
  const Annotation a = Annotator(&Shipped()).Annotate(article);
  ASSERT_EQ(a.names.size(), 2u);
  EXPECT_EQ(a.names[0].group, "power.body");
  EXPECT_TRUE(a.names[0].common);
  EXPECT_FALSE(a.names[0].in_quotation);
  EXPECT_EQ(a.names[1].name, "special military operation");
  EXPECT_TRUE(a.names[1].in_quotation);
}

// The verbs of a claim's acts that are told with an agent.
Strings VerbsWithAgent(const Article& article, const Claim& claim) {
  std::vector<Span> verbs;
  for (const Act& act : claim.acts) {
    if (act.voice == Voice::kPassiveAgent) verbs.push_back(act.verb);
  }
  return Quotes(article, verbs);
}

TEST(AnnotatorTest, WhoActsIsNoAct) {
  const Article article = ArticleOf(
      "", "Police met the attackers of the harbour. Police met the attack on "
          "the harbour.");
  const Annotation a = Annotator(&Shipped()).Annotate(article);
  ASSERT_EQ(a.claims.size(), 2u);
  const auto nouns = [&](const Claim& claim) {
    std::vector<Span> verbs;
    for (const Act& act : claim.acts) {
      if (act.voice == Voice::kNominal) verbs.push_back(act.verb);
    }
    return Quotes(article, verbs);
  };
  EXPECT_EQ(nouns(a.claims[0]), Strings{});
  EXPECT_EQ(nouns(a.claims[1]), Strings{"attack"});
}

TEST(AnnotatorTest, AParticipleWithItsAgentIsAnAct) {
  const Article article = ArticleOf(
      "",
      "They found miners killed by the army. Holm said the streets were "
      "littered with bodies of miners shot by the army. Prices dropped and "
      "sales slipped by 5 percent.");
  const Annotation a = Annotator(&Shipped()).Annotate(article);
  ASSERT_EQ(a.claims.size(), 3u);
  EXPECT_EQ(VerbsWithAgent(article, a.claims[0]), Strings{"killed"});
  EXPECT_EQ(VerbsWithAgent(article, a.claims[1]), Strings{"shot"});
  EXPECT_EQ(VerbsWithAgent(article, a.claims[2]), Strings{});
}

std::string Show(const Annotation& a) {
  std::string out;
  const auto add = [&](const std::vector<Span>& spans) {
    for (const Span& s : spans) StrAppend(&out, s.begin, "-", s.end, " ");
  };
  for (const Claim& c : a.claims) {
    StrAppend(&out, c.sentence, Name(c.mode), Name(c.certainty), c.polarity);
    StrAppend(&out, Name(c.cue_class), c.source_name, Name(c.source_kind), " ");
    add(c.source);
    add(c.cue);
    add(c.content);
    add(c.quoted);
    for (const Quantity& q : c.quantities) StrAppend(&out, q.low, q.noun, " ");
    for (const TimeExpression& t : c.times) add({t.span});
    for (const Act& act : c.acts) add({act.verb});
    for (const Cause& cause : c.causes) add({cause.trigger, cause.clause});
    out += '\n';
  }
  for (const Mention& m : a.mentions) StrAppend(&out, m.entity, " ");
  for (const WordingFlag& w : a.wording) add({w.span});
  for (const HedgeFlag& h : a.hedges) add({h.span});
  for (const double x : a.uncertain) StrAppend(&out, x, " ");
  for (const double x : a.loaded) StrAppend(&out, x, " ");
  return out;
}

// An annotator keeps its memory, and nothing of what it read before.
TEST(AnnotatorTest, ArticlesLeaveNothingBehind) {
  const std::vector<Article> articles = {
      ArticleOf("Northland rejects offer - Minister Arvid Holm",
                "OSLO, May 3. /AGENCY/. Northland may have expelled 16 envoys "
                "on Tuesday because of spying. \"We had no choice,\" Foreign "
                "Minister Arvid Holm said. He did not say when talks in May "
                "2021 would resume, though the reckless third man left."),
      ArticleOf("", "He left."),
      ArticleOf("Rain", "It rained. It was the second day. \"So what?\""),
      ArticleOf("", ""),
      ArticleOf("", "According to the ministry, no more than 30 people left on "
                    "5 May after the vote, which the army denied."),
  };
  Annotator kept(&Shipped());
  for (int round = 0; round < 2; ++round) {
    for (const Article& article : articles) {
      EXPECT_EQ(Show(kept.Annotate(article)),
                Show(Annotator(&Shipped()).Annotate(article)));
    }
  }
}

TEST(AnnotatorTest, AnEmptyArticleHasNothing) {
  const Annotation a = Annotator(&Shipped()).Annotate(Article{});
  EXPECT_TRUE(a.sentences.empty());
  EXPECT_TRUE(a.claims.empty());
}

}  // namespace
}  // namespace rashomon
