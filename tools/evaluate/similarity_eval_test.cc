#include "tools/evaluate/similarity_eval.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "engine/base/file.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

constexpr char kShared[] = "5\tThe ferry sank.\tThe ferry sank.\n";

// Seven pairs, one of which the scored set has, too, written otherwise.
std::string Train() {
  return StrCat("score\tleft\tright\n", kShared,
                "4\tThe old ferry sank fast.\tThe ferry sank.\n"
                "3\tVoters chose a mayor.\tVoters chose.\n"
                "2\tSnow closed roads.\tSnow fell.\n"
                "1\tBanks raised rates.\tRates of crime fell.\n"
                "0\tNurses will strike.\tThe harbour is deep.\n"
                "0\tA dog ran.\tPrices rose.\n");
}

absl::StatusOr<std::vector<Score>> ScoreHeadlines(const std::string& rows,
                                                  const std::string& train) {
  const std::string folder = testing::TempDir() + "/data";
  std::filesystem::create_directories(folder + "/similarity");
  const std::string path = folder + "/similarity/sts2013_headlines.tsv";
  EXPECT_TRUE(WriteFileAtomically(path, "score\tleft\tright\n" + rows).ok());
  EXPECT_TRUE(
      WriteFileAtomically(folder + "/similarity/stsb_train.tsv", train).ok());
  for (const Evaluation& evaluation : SimilarityEvaluations()) {
    if (evaluation.set != "similarity/sts2013_headlines") continue;
    return evaluation.run({path, folder, [](const std::string&) {}});
  }
  return absl::NotFoundError("no such set");
}

TEST(SimilarityEvaluations, LeavesSharedPairsOutOfTheFitting) {
  const auto scores = ScoreHeadlines(
      "5\tthe ferry sank\tTHE FERRY SANK!\n"
      "1\tA court ruled.\tPlanes flew.\n",
      Train());
  ASSERT_TRUE(scores.ok()) << scores.status();
  ASSERT_EQ(scores->size(), 2u);
  EXPECT_THAT(
      (*scores)[0].counts,
      ElementsAre(Pair("pairs", 2), Pair("fitted on", 6), Pair("left out", 1)));
  EXPECT_NEAR((*scores)[0].value, 1, 1e-9);
}

TEST(SimilarityEvaluations, RefusesWhereNothingIsLeftToFitOn) {
  const auto scores =
      ScoreHeadlines(kShared, StrCat("score\tleft\tright\n", kShared));
  ASSERT_FALSE(scores.ok());
  EXPECT_THAT(std::string(scores.status().message()),
              HasSubstr("stsb_train.tsv: no pair is left"));
}

}  // namespace
}  // namespace rashomon
