#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<Divergence> Found(const std::string& left,
                              const std::string& right) {
  return CandidatesOf(DivergenceKind::kCertainty, {left}, {right});
}

TEST(CertaintyDetectorTest, AllegedAgainstBare) {
  EXPECT_TRUE(HasRule(
      Found("Sanctions followed the alleged sabotage of two cranes.",
            "Sanctions followed the sabotage of two cranes."),
      "certainty.alleged"));
}

TEST(CertaintyDetectorTest, EvidenceCutsNoNameInTwo) {
  const std::vector<Divergence> found =
      Found("The court let victims sue South Velmora for its alleged sabotage "
            "of two cranes.",
            "The court let victims sue South Velmora for its sabotage of two "
            "cranes.");
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(found[0].left->quote.starts_with("South Velmora"))
      << found[0].left->quote;
}

TEST(CertaintyDetectorTest, AllegingAgainstBare) {
  EXPECT_TRUE(HasRule(
      Found("The vote followed videos alleging sabotage of two cranes.",
            "The vote followed the sabotage of two cranes."),
      "certainty.alleged"));
}

TEST(CertaintyDetectorTest, AllegedOnBothSidesIsNone) {
  EXPECT_TRUE(Found("Sanctions followed the alleged sabotage of two cranes.",
                    "Sanctions followed the alleged sabotage of the cranes.")
                  .empty());
}

TEST(CertaintyDetectorTest, HedgeOverOtherContentIsNone) {
  EXPECT_TRUE(Found("Sanctions followed the alleged sabotage of two cranes.",
                    "Sanctions followed a vote in the northern parliament.")
                  .empty());
}

}  // namespace
}  // namespace rashomon
