#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<Divergence> Found(const std::string& left,
                              const std::string& right) {
  return CandidatesOf(DivergenceKind::kLoaded, {left}, {right});
}

TEST(LoadedDetectorTest, OwnVoiceAgainstNeutral) {
  EXPECT_FALSE(Found("The ministry made a shameless offer to the dockers.",
                     "The ministry made an offer to the dockers.")
                   .empty());
}

TEST(LoadedDetectorTest, QuotationIsTheSpeakers) {
  EXPECT_TRUE(
      Found("\"It was a shameless offer to the dockers,\" Ada Lund said.",
            "The ministry made an offer to the dockers.")
          .empty());
}

TEST(LoadedDetectorTest, AWordThatTheOtherUsesElsewhereIsNone) {
  EXPECT_TRUE(Found("The ministry made a shameless offer to the dockers.",
                    "The ministry made an offer to the dockers. Shameless men "
                    "and women cheered in the harbour.")
                  .empty());
}

TEST(LoadedDetectorTest, SameWordOnBothSidesIsNone) {
  EXPECT_TRUE(Found("The ministry made a shameless offer to the dockers.",
                    "A shameless offer was made to the dockers.")
                  .empty());
}

// Stemming takes "remarkable" and "remarks", "divisive" and "divisions" for one
// word.
TEST(LoadedDetectorTest, PlainWordsOfTheStemsOfLoadedOnesAreNone) {
  for (const char* plain :
       {"The court ruled on the rights of miners.",
        "Her remarks raised questions about social media.",
        "The army moved three divisions and their weapons.",
        "The final report was ignored except in the colony.",
        "The imperial archive holds a plan of the monument.",
        "The court dismissed a charge of contempt.",
        "Pilots struck for more pay, and admirals mastered the odds.",
        "The strike led to a combat exercise and a question of grace."}) {
    EXPECT_TRUE(
        CandidatesOf(DivergenceKind::kLoaded, {plain},
                     {"The choir sang in the old cathedral."}, false)
            .empty())
        << plain;
  }
  EXPECT_FALSE(
      CandidatesOf(DivergenceKind::kLoaded,
                   {"The minister gave a divisive and contemptible speech."},
                   {"The choir sang in the old cathedral."}, false)
          .empty());
}

// What is shown of the sentence round its loaded word.
std::string Shown(const std::string& sentence) {
  for (const Divergence& d :
       CandidatesOf(DivergenceKind::kLoaded, {sentence},
                    {"The choir sang in the old cathedral."}, false)) {
    if (d.left) return d.left->quote;
  }
  return "";
}

TEST(LoadedDetectorTest, EvidenceHoldsWholePhrases) {
  EXPECT_EQ(Shown("On Monday the senator slammed the trade treaty of the "
                  "Velmoran coalition government before parliament."),
            "On Monday the senator slammed the trade treaty of the Velmoran "
            "coalition government");
  EXPECT_EQ(Shown("In a vote the delegates from the eastern fishing harbours "
                  "slammed it and will stay."),
            "the eastern fishing harbours slammed it and will stay");
}

}  // namespace
}  // namespace rashomon
