#include "tools/report/html_report.h"

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "tools/report/fixture.h"

namespace rashomon {
namespace {

std::size_t Count(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

TEST(HtmlReportTest, FlagsAndEvidenceLinkBothWays) {
  const std::string page = RenderHtml(FerryComparison());
  EXPECT_EQ(Count(page, "href=\"#e1-left\""), 1u);
  EXPECT_EQ(Count(page, "href=\"#e1-right\""), 1u);
  EXPECT_EQ(Count(page, "id=\"e1-left\" href=\"#flag-1\""), 1u);
  EXPECT_EQ(Count(page, "id=\"e1-right\" href=\"#flag-1\""), 1u);
}

TEST(HtmlReportTest, OmissionLinksToItsNearestMiss) {
  const std::string page = RenderHtml(FerryComparison());
  EXPECT_EQ(Count(page, "href=\"#n2-right\""), 1u);
  EXPECT_EQ(Count(page, "id=\"n2-right\" href=\"#flag-2\""), 1u);
  EXPECT_EQ(Count(page, "id=\"e2-right\""), 0u);
}

TEST(HtmlReportTest, OverlappingEvidenceIsCutWhereItChanges) {
  const std::string page = RenderHtml(FerryComparison());
  // Flag 3 is "terrifying more than 100 people", flag 4 "more than 100 people
  // aboard": three stretches, and the better flag colours the shared one.
  EXPECT_NE(page.find("k-loaded\" data-flag=\"3\"><b>terrifying</b> </mark>"),
            std::string::npos);
  EXPECT_NE(page.find("k-loaded\" data-flag=\"3 4\"><b>more than 100</b> "
                      "people</mark>"),
            std::string::npos);
  EXPECT_NE(page.find("k-quantity\" data-flag=\"4\"> aboard</mark>"),
            std::string::npos);
}

TEST(HtmlReportTest, AlignedPassagesAreNumberedOnBothSides) {
  const std::string page = RenderHtml(FerryComparison());
  for (const char* id : {"p1", "p2", "p3", "p4", "p5", "p6"}) {
    EXPECT_EQ(Count(page, std::string("id=\"") + id + "-left\""), 1u) << id;
    EXPECT_EQ(Count(page, std::string("id=\"") + id + "-right\""), 1u) << id;
  }
}

TEST(HtmlReportTest, ResidueInTheTextIsDimmedAndListed) {
  const std::string page = RenderHtml(FerryComparison());
  EXPECT_NE(page.find("<span class=\"residue\" title=\"teaser\">Also read: "
                      "five harbours to visit this spring</span>"),
            std::string::npos);
  EXPECT_NE(page.find("What was taken out (3)"), std::string::npos);
  EXPECT_NE(page.find("Photo: the Aurelia at her berth (archive)"),
            std::string::npos);
}

TEST(HtmlReportTest, FlagsBeyondTheLimitAreFoldedAway) {
  const std::string page = RenderHtml(FerryComparison(), {.max_flags = 3});
  const std::size_t fold = page.find("<details id=\"more\">");
  ASSERT_NE(fold, std::string::npos);
  EXPECT_NE(page.find("5 more of lower rank"), std::string::npos);
  EXPECT_LT(page.find("id=\"flag-3\""), fold);
  EXPECT_GT(page.find("id=\"flag-4\""), fold);
  EXPECT_EQ(Count(RenderHtml(FerryComparison()), "id=\"more\""), 0u);
}

TEST(HtmlReportTest, FoldedFlagsLeaveNoHoleInWhatIsShown) {
  Comparison c = FerryComparison();
  std::swap(c.divergences[2], c.divergences[3]);
  // Now flag 3 is "more than 100 people aboard", and flag 4, folded away,
  // overlaps it and has triggers of its own.
  c.divergences[3].triggers = {"terrifying", "people"};
  const std::string page = RenderHtml(c, {.max_flags = 3});
  EXPECT_NE(page.find("k-quantity\" data-flag=\"3 4\"><b>more than 100</b> "
                      "people</mark>"),
            std::string::npos);
  EXPECT_NE(page.find("k-loaded minor\" data-flag=\"4\"><b>terrifying</b>"),
            std::string::npos);
}

TEST(HtmlReportTest, DifferentEventsSayWhyNothingIsListed) {
  const std::string page = RenderHtml(UnrelatedComparison());
  EXPECT_NE(page.find("different events, so no divergences are listed"),
            std::string::npos);
  EXPECT_NE(page.find("No divergences</h2>"), std::string::npos);
  EXPECT_EQ(Count(page, "class=\"flag "), 0u);
}

TEST(HtmlReportTest, PromiseAndVersionsStandOnThePage) {
  const std::string page = RenderHtml(FerryComparison());
  EXPECT_NE(page.find("It does not say who is right."), std::string::npos);
  EXPECT_NE(page.find("<li>program 0.1.0</li>"), std::string::npos);
}

TEST(HtmlReportTest, FrameNamesInArticlesAreNotFilledIn) {
  Comparison c = FerryComparison();
  c.left.byline = "{{script}}";
  EXPECT_EQ(Count(RenderHtml(c), "{{script}}"), 1u);
}

TEST(HtmlReportTest, SpansOutsideTheTextDoNoHarm) {
  Comparison c = FerryComparison();
  c.divergences[0].left->span = {Field::kText, 5, 1u << 30};
  c.divergences[1].nearest->span = {Field::kTitle, 90000, 90001};
  c.left_annotation.sentences[2] = {Field::kText, 100, 1u << 30};
  c.alignment.groups.push_back({{-1, 999}, {12345}, 0.5});
  EXPECT_NE(RenderHtml(c).find("</html>"), std::string::npos);
}

}  // namespace
}  // namespace rashomon
