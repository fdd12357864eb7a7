#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<Divergence> Found(const std::string& left,
                              const std::string& right) {
  return CandidatesOf(DivergenceKind::kAttribution, {left}, {right});
}

TEST(AttributionDetectorTest, OwnVoiceAgainstAttributed) {
  EXPECT_TRUE(HasRule(
      Found("Minister Ada Lund said the dockers sabotaged two cranes in "
            "Velmora.",
            "The dockers sabotaged two cranes in Velmora."),
      "attribution.own-voice"));
}

TEST(AttributionDetectorTest, SaidAgainstClaimed) {
  EXPECT_TRUE(HasRule(
      Found("Ada Lund said the dockers sabotaged two cranes in Velmora.",
            "Ada Lund claimed the dockers sabotaged two cranes in Velmora."),
      "attribution.cue"));
}

TEST(AttributionDetectorTest, LongerFormOfTheNameIsNone) {
  EXPECT_TRUE(
      Found("Lund said the dockers sabotaged two cranes in Velmora.",
            "Minister Ada Lund said the dockers sabotaged two cranes in "
            "Velmora.")
          .empty());
}

}  // namespace
}  // namespace rashomon
