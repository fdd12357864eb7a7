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

TEST(LoadedDetectorTest, SameWordOnBothSidesIsNone) {
  EXPECT_TRUE(Found("The ministry made a shameless offer to the dockers.",
                    "A shameless offer was made to the dockers.")
                  .empty());
}

}  // namespace
}  // namespace rashomon
