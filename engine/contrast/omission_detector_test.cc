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

TEST(OmissionDetectorTest, ClausesAreNotLookedForInAnotherLanguage) {
  EXPECT_TRUE(
      CandidatesOf(DivergenceKind::kOmission,
                   {"Dockers in Velmora ended their long strike today, although "
                    "a crane had crushed nine apprentices."},
                   {"Докеры в Велморе закончили сегодня забастовку.",
                    "2020-03-04", "ru"},
                   true)
          .empty());
}

TEST(OmissionDetectorTest, WhoSpeaksIsNoUntoldClause) {
  EXPECT_TRUE(Found("Dockers in Velmora ended their long strike today, harbour "
                    "superintendent Radovan Iskra said.",
                    "Dockers in Velmora ended their long strike today.")
                  .empty());
}

TEST(OmissionDetectorTest, WhoSpeaksIsCutFromAnUntoldClause) {
  const std::vector<Divergence> found =
      Found("Dockers in Velmora ended their long strike today, although a crane "
            "had crushed nine apprentices, the harbour office said.",
            "Dockers in Velmora ended their long strike today.");
  ASSERT_EQ(found.size(), 1u);
  ASSERT_TRUE(found[0].left);
  EXPECT_EQ(found[0].left->quote.find("office"), std::string::npos)
      << found[0].left->quote;
}

TEST(OmissionDetectorTest, QuotationMarksStandInPairs) {
  const std::vector<Divergence> found = CandidatesOf(
      DivergenceKind::kOmission,
      {"\"Provocation\" is what nine ministers in Velmora call the boycott."},
      {"Dockers in Lisna ended their long strike today."}, false);
  ASSERT_FALSE(found.empty());
  ASSERT_TRUE(found[0].left);
  EXPECT_TRUE(found[0].left->quote.starts_with("\"Provocation\""))
      << found[0].left->quote;
}

TEST(OmissionDetectorTest, OfALongSentenceWholeClausesAreShown) {
  std::string longest = "The harbour committee met on Monday";
  for (int i = 0; i < 4; ++i) {
    longest += ", and the dockers of Velmora waited at the gates for many hours";
  }
  longest += ", because a crane had crushed nine apprentices.";
  const std::vector<Divergence> found =
      CandidatesOf(DivergenceKind::kOmission, {longest},
                   {"The harbour committee met on Monday at the gates."}, false);
  ASSERT_FALSE(found.empty());
  ASSERT_TRUE(found[0].left);
  const std::string& quote = found[0].left->quote;
  EXPECT_TRUE(quote.ends_with("crushed nine apprentices")) << quote;
  EXPECT_TRUE(quote.starts_with("and the dockers") ||
              quote.starts_with("the dockers") || quote.starts_with("because"))
      << quote;
}

TEST(OmissionDetectorTest, ShortRemarksAreNone) {
  EXPECT_TRUE(Found("Dockers ended the strike. Rain fell later.",
                    "Dockers ended the strike.")
                  .empty());
}

// The feature of the first omission; -1 where there is none.
double AmountIn(const std::string& text) {
  for (const Finding& f : FindingsOf(DivergenceKind::kOmission, {text},
                                     {"The choir sang in the old cathedral."},
                                     Pairing::kNone)) {
    for (const FindingFeature& v : f.features) {
      if (v.name == "amount" && f.divergence.left) return v.value;
    }
  }
  return -1;
}

TEST(OmissionDetectorTest, AmountsAreNoted) {
  EXPECT_EQ(AmountIn("The harbour paid $125 to each of the dockers."), 1);
  EXPECT_EQ(AmountIn("The storm closed 65 percent of the mines."), 1);
  EXPECT_EQ(AmountIn("The storm drove 2,300 families from the coast."), 1);
  EXPECT_EQ(AmountIn("The storm drove three families from the coast."), 0);
  EXPECT_EQ(AmountIn("The storm of 2019 drove families from the coast."), 0);
}

}  // namespace
}  // namespace rashomon
