#include "tools/evaluate/similarity_gold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/base/file.h"

namespace rashomon {
namespace {

using ::testing::HasSubstr;

absl::StatusOr<std::vector<SimilarityPair>> Read(const std::string& table) {
  const std::string path = testing::TempDir() + "/pairs.tsv";
  EXPECT_TRUE(WriteFileAtomically(path, table).ok());
  return ReadSimilarityGold(path);
}

TEST(ReadSimilarityGold, TakesColumnsByName) {
  const auto pairs = Read("left\tid\tscore\tright\nA dog.\tx\t2.5\tA cat.\n");
  ASSERT_TRUE(pairs.ok()) << pairs.status();
  ASSERT_EQ(pairs->size(), 1u);
  EXPECT_EQ(pairs->front().score, 2.5);
  EXPECT_EQ(pairs->front().left, "A dog.");
  EXPECT_EQ(pairs->front().right, "A cat.");
}

TEST(ReadSimilarityGold, NamesTheLineOfAScoreThatIsNone) {
  for (const std::string score : {"high", "", "nan", "inf", "1x"}) {
    const auto pairs =
        Read("score\tleft\tright\n1\ta\tb\n" + score + "\ta\tb\n");
    ASSERT_FALSE(pairs.ok()) << score;
    EXPECT_THAT(std::string(pairs.status().message()),
                HasSubstr("pairs.tsv: line 3: score is no number"));
  }
}

TEST(TextKey, PassesOverCaseSpacesAndPunctuation) {
  EXPECT_EQ(TextKey("The port's  fee, £10 \xE2\x80\x94 UP!"),
            TextKey("the ports fee 10 up"));
  EXPECT_EQ(TextKey("Ёлка"), TextKey("ёлка."));
  EXPECT_NE(TextKey("fee of 10"), TextKey("fee of 11"));
  EXPECT_EQ(TextKey("\xFF ?!"), "");
}

TEST(WithoutShared, DropsPairsOfEitherOrder) {
  const std::vector<SimilarityPair> pairs = {{1, "A dog runs.", "A cat sits."},
                                             {2, "a cat sits", "A DOG runs"},
                                             {3, "A dog runs.", "A cat runs."}};
  const auto kept = WithoutShared(pairs, {{5, "A cat sits .", "A dog runs ."}});
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept[0].score, 3);
}

TEST(WithoutShared, TextsThatOnlyJoinToTheSameArePairsOfTheirOwn) {
  EXPECT_EQ(WithoutShared({{1, "ab", "c"}}, {{1, "a", "bc"}}).size(), 1u);
}

}  // namespace
}  // namespace rashomon
