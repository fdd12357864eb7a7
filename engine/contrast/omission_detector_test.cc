#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<Divergence> Found(const std::string& left,
                              const std::string& right) {
  return CandidatesOf(DivergenceKind::kOmission, {left}, {right});
}

TEST(OmissionDetectorTest, UnmatchedFactHasItsNearestMiss) {
  const std::vector<Divergence> found =
      Found("Dockers ended the strike. The union collected nine thousand "
            "signatures against the minister.",
            "Dockers ended the strike.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].left);
  EXPECT_FALSE(found[0].right);
  ASSERT_TRUE(found[0].nearest);
  EXPECT_EQ(found[0].nearest->side, Side::kRight);
  EXPECT_NE(found[0].explanation.find("not found in"), std::string::npos);
  EXPECT_EQ(found[0].explanation.find("omitted"), std::string::npos);
}

TEST(OmissionDetectorTest, ToldThereButNotAlignedIsNone) {
  const std::string text = "Dockers in Velmora ended their long strike today.";
  EXPECT_TRUE(CandidatesOf(DivergenceKind::kOmission, {text}, {text}, false)
                  .empty());
}

TEST(OmissionDetectorTest, TheDatelineIsNoPartOfTheFact) {
  const std::vector<Divergence> found = CandidatesOf(
      DivergenceKind::kOmission,
      {"VELMORA, May 3. /AGENCY/. The union collected nine thousand "
       "signatures against the minister."},
      {"Dockers ended the long strike in the harbour today."}, false);
  ASSERT_FALSE(found.empty());
  ASSERT_TRUE(found[0].left);
  EXPECT_TRUE(found[0].left->quote.starts_with("The union"))
      << found[0].left->quote;
}

TEST(OmissionDetectorTest, ClauseOfASentenceThatIsToldIsFound) {
  const std::vector<Divergence> found =
      Found("Dockers in Velmora ended their long strike today, although a crane "
            "had crushed nine apprentices.",
            "Dockers in Velmora ended their long strike today.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].rule, "omission.clause");
  ASSERT_TRUE(found[0].left);
  EXPECT_EQ(found[0].left->quote,
            "although a crane had crushed nine apprentices");
}

TEST(OmissionDetectorTest, WhoSpeaksIsNoUntoldClause) {
  EXPECT_TRUE(Found("Dockers in Velmora ended their long strike today, harbour "
                    "superintendent Radovan Iskra said.",
                    "Dockers in Velmora ended their long strike today.")
                  .empty());
}

TEST(OmissionDetectorTest, ShortRemarksAreNone) {
  EXPECT_TRUE(Found("Dockers ended the strike. Rain fell later.",
                    "Dockers ended the strike.")
                  .empty());
}

}  // namespace
}  // namespace rashomon
