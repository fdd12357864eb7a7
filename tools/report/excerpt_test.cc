#include "tools/report/excerpt.h"

#include <string>

#include <gtest/gtest.h>

#include "tools/report/fixture.h"

namespace rashomon {
namespace {

// Evidence in angle brackets, triggers in square ones.
std::string Shown(const std::vector<ExcerptPart>& parts) {
  std::string shown;
  for (const ExcerptPart& part : parts) {
    if (part.role == ExcerptRole::kEvidence) shown += "<" + part.text + ">";
    if (part.role == ExcerptRole::kTrigger) shown += "[" + part.text + "]";
    if (part.role == ExcerptRole::kContext) shown += part.text;
  }
  return shown;
}

std::string ShownFlag(int flag, const ExcerptLimits& limits) {
  const Comparison c = FerryComparison();
  return Shown(ExcerptMaker().Make(c.left, c.left_annotation,
                                   *c.divergences[flag].left,
                                   c.divergences[flag].triggers, limits));
}

TEST(ExcerptTest, SentenceStandsAroundTheMarkedQuotation) {
  EXPECT_EQ(ShownFlag(6, {}),
            "The transport ministry said an inquiry would report <within >"
            "[six weeks].");
}

TEST(ExcerptTest, LongContextIsCutAtSpaces) {
  EXPECT_EQ(ShownFlag(3, {.context_bytes = 20, .quote_bytes = 100}),
            "… late on Monday, and <all >[118]< passengers> were taken ashore "
            "…");
}

TEST(ExcerptTest, LongQuotationLosesItsMiddle) {
  Article article;
  article.text = std::string(500, 'a') + " " + std::string(500, 'b');
  const Evidence evidence{{Field::kText, 0, 1001}, article.text, 0};
  const std::string shown = Shown(ExcerptMaker().Make(
      article, {}, evidence, {}, {.context_bytes = 10, .quote_bytes = 40}));
  EXPECT_EQ(shown, "<" + std::string(20, 'a') + "> … <" +
                       std::string(20, 'b') + ">");
}

TEST(ExcerptTest, TextWithoutSpacesIsCutBetweenCharacters) {
  Article article;
  article.text = "發言人星期一表示談判推遲";
  Annotation annotation;
  annotation.sentences = {{Field::kText, 0, article.text.size()}};
  const Evidence evidence{{Field::kText, 18, 24}, "表示", 0};
  EXPECT_EQ(Shown(ExcerptMaker().Make(article, annotation, evidence, {},
                                      {.context_bytes = 8,
                                       .quote_bytes = 100})),
            "… 期一<表示>談判 …");
}

TEST(ExcerptTest, EvidenceOutsideAnySentenceStandsAlone) {
  Article article;
  article.text = "Before. Here.";
  const Evidence evidence{{Field::kText, 8, 12}, "Here", 7};
  EXPECT_EQ(Shown(ExcerptMaker().Make(article, {}, evidence, {})), "<Here>");
}

TEST(FindTriggersTest, WholeWordsWithoutRegardToCase) {
  ExcerptMaker maker;
  const auto found = maker.FindTriggers("Mayors may. MAY!", {"may"});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].begin, 7u);
  EXPECT_EQ(found[1].begin, 12u);
}

TEST(FindTriggersTest, PhrasesAndOverlapsMerge) {
  ExcerptMaker maker;
  const auto found =
      maker.FindTriggers("more than 100 people", {"more than 100", "100 people"});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].begin, 0u);
  EXPECT_EQ(found[0].end, 20u);
}

TEST(FindTriggersTest, EmptyAndAbsentTriggersFindNothing) {
  ExcerptMaker maker;
  EXPECT_TRUE(maker.FindTriggers("some words", {"", " ", "other"}).empty());
  EXPECT_TRUE(maker.FindTriggers("", {"some"}).empty());
}

}  // namespace
}  // namespace rashomon
