#include "corpus/residue.h"

#include <gtest/gtest.h>

#include <string>

namespace rashomon {
namespace {

// "reason:text" of each find, joined by "|".
std::string Found(std::string_view text, std::string_view title = {}) {
  std::string found;
  for (const Residue& r : ResidueRules::Shipped().Find(text, title)) {
    if (!found.empty()) found += "|";
    found += r.reason + ":" + std::string(Slice(text, r.span));
  }
  return found;
}

TEST(ResidueRulesTest, EveryRuleFindsItsExample) {
  const ResidueRules& rules = ResidueRules::Shipped();
  ASSERT_GT(rules.rules().size(), 40u);
  for (const ResidueRule& rule : rules.rules()) {
    const auto found = rules.Find(rule.example);
    ASSERT_FALSE(found.empty()) << rule.reason << ": " << rule.example;
    EXPECT_EQ(found.front().reason, rule.reason) << rule.example;
  }
}

TEST(ResidueRulesTest, ReportsAndSubHeadingsStay) {
  for (const char* line :
       {"The minister's move", "Sanctions on the port", "No compromise",
        "More than 30 ships waited outside the harbour on Monday.",
        "He asked readers to follow us on the tour, the mayor said.",
        "Share prices fell after the announcement.",
        "Photo evidence shows that the ship was there, police said.",
        "By the end of the week, the port had reopened.",
        "Related charges were dropped in May.",
        "Source: the ministry declined to name one, but said it was certain "
        "of the account and would publish it soon, in full, on its own page "
        "for everybody to read, as the law has asked of it since last year, "
        "and as it has promised many times before this one to journalists.",
        "Подписал соглашение министр обороны.",
        "Видеозапись показали в суде.", "Ход министра",
        "Фотографии опубликовало министерство.",
        "The terms of service of the site were changed, the company said.",
        "Those who want to know why should read more, the minister said.",
        "The list of the ships was sent to the inbox of the ministry.",
        "The port was closed in January 2019, and in March 2019 again.",
        "He spoke to Reuters, and later to AP.",
        "Images from the harbour show little left of the quay.", "2020",
        "The clone may not be reproduced without a licence, he said."}) {
    EXPECT_EQ(Found(line), "") << line;
  }
}

TEST(ResidueRulesTest, CaptionsStandBesideCredits) {
  EXPECT_EQ(Found("The port reopened.\n\n  • Ships at the quay\n\n"
                  "  • © PICTURES / Jane Roe\n\nTrade resumed."),
            "caption:• Ships at the quay|credit:• © PICTURES / Jane Roe");
  // A sentence of the report before a credit is no caption.
  EXPECT_EQ(Found("One.\n\nThe port reopened.\n\nImage credits: AB"),
            "credit:Image credits: AB");
}

TEST(ResidueRulesTest, ListsUnderATeaserHeadingGo) {
  EXPECT_EQ(Found("It ended.\n\nRelated stories\n\nHarbour fee rises again\n\n"
                  "Ten days at sea\n\nThe council meets on Monday."),
            "teaser:Related stories|teaser:Harbour fee rises again|"
            "teaser:Ten days at sea");
}

TEST(ResidueRulesTest, RepeatedTitlesAreMarkedOnce) {
  EXPECT_EQ(Found("Port reopens\n\nPort reopens\n\nIt did on Monday."),
            "repeated title:Port reopens");
  EXPECT_EQ(Found("Port reopens\nIt did on Monday.", "Port reopens"),
            "repeated title:Port reopens");
}

TEST(ResidueRulesTest, LabelsGoFromTheFrontOfALine) {
  EXPECT_EQ(Found(" date 2021-04-28 GENEVA, April 28. Talks went on."),
            "scraper label:date 2021-04-28");
}

TEST(ResidueRulesTest, EditingCreditsGoFromTheEndOfALine) {
  EXPECT_EQ(Found("Talks went on. (Reporting by Jane Roe; Editing by J. Doe)"),
            "editing credit:(Reporting by Jane Roe; Editing by J. Doe)");
}

TEST(ResidueRulesTest, TeasersGluedToANameGoFromInsideALine) {
  EXPECT_EQ(Found("Sen. Jane HolmHarbour stays closed Ministers meet MORE "
                  "(I-Velmora) and Ada LundShips wait MORE, her aide, left."),
            "teaser:Harbour stays closed Ministers meet MORE|"
            "teaser:Ships wait MORE");
  EXPECT_EQ(Found("Ada McLund met LeRoy. They want MORE."), "");
  EXPECT_EQ(Found("Ada LundHarbour " + std::string(1000, 'x') + " MORE left."),
            "");
}

TEST(ResidueRulesTest, BadTablesNameTheLine) {
  const auto rules = ResidueRules::FromTsv(
      "scope\treason\tmax\tpattern\texample\nline\tx\n", "mine.tsv");
  EXPECT_NE(rules.status().ToString().find("mine.tsv:2"), std::string::npos);
  EXPECT_FALSE(ResidueRules::FromTsv(
                   "scope\treason\tmax\tpattern\texample\nline\tx\t9\t(\te\n",
                   "mine.tsv")
                   .ok());
}

TEST(IsDateLineTest, NeedsAFullDateAndNothingElse) {
  EXPECT_TRUE(IsDateLine("28 Apr, 2021 11:53"));
  EXPECT_TRUE(IsDateLine("Published: April 28, 2021, 11:53 GMT"));
  EXPECT_TRUE(IsDateLine("Обновлено: 28 апреля 2021 года, 11:53"));
  EXPECT_FALSE(IsDateLine("On April 28, 2021 talks went on"));
  EXPECT_FALSE(IsDateLine("April 28"));
  EXPECT_FALSE(IsDateLine("2021"));
}

}  // namespace
}  // namespace rashomon
