#include "engine/contrast/emphasis_detector.h"

#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr DivergenceKind kKind = DivergenceKind::kEmphasis;

constexpr char kOpening[] =
    "The senator sent investigators to Hawaii to look for the birth records. ";
constexpr char kRest[] =
    "The poll put the senator second among voters of the party. "
    "Officials of the state opened a new bridge over the Almer river. "
    "Fishermen complained of low prices at the harbour. ";
constexpr char kOther[] = "The senator plans a meeting on a bridge toll bill. ";

TEST(EmphasisDetectorTest, OpeningOnOneSideLateOnTheOther) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind, {std::string(kOpening) + kRest},
                   {std::string(kOther) + kRest + kOpening}, false),
      "emphasis.headline"));
}

TEST(EmphasisDetectorTest, OpeningOnBothSidesIsNone) {
  EXPECT_FALSE(HasRule(
      CandidatesOf(kKind, {std::string(kOpening) + kRest},
                   {std::string(kOpening) + kOther}, false),
      "emphasis.headline"));
}

}  // namespace
}  // namespace rashomon
