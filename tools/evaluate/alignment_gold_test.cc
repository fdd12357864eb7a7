#include "tools/evaluate/alignment_gold.h"

#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

using Indices = std::vector<int>;

TEST(SentencesOfTest, ASpanStandsForWhatItCoversOrLiesIn) {
  const std::vector<Span> sentences = {{Field::kTitle, 0, 50},
                                       {Field::kText, 0, 100},
                                       {Field::kText, 101, 160},
                                       {Field::kText, 161, 300}};
  EXPECT_EQ(SentencesOf({Field::kTitle, 10, 20}, sentences), Indices{0});
  EXPECT_EQ(SentencesOf({Field::kText, 20, 40}, sentences), Indices{1});
  EXPECT_EQ(SentencesOf({Field::kText, 0, 160}, sentences), (Indices{1, 2}));
  // Ten bytes into the next sentence are not the sentence.
  EXPECT_EQ(SentencesOf({Field::kText, 0, 111}, sentences), Indices{1});
  EXPECT_TRUE(SentencesOf({Field::kText, 400, 420}, sentences).empty());
}

TEST(CountAlignmentTest, PairsAreRightInsideAnAlignmentAndHitIt) {
  const std::vector<GoldAlignment> gold = {{{0}, {0}}, {{1, 2}, {3, 4}}};
  Alignment found;
  found.groups.push_back({{1}, {3}, 0.9});
  found.groups.push_back({{5}, {6}, 0.9});
  const AlignmentCounts counts = CountAlignment(found, gold);
  EXPECT_EQ(counts.right, 1);
  EXPECT_EQ(counts.found, 2);
  EXPECT_EQ(counts.hit, 1);
  EXPECT_EQ(counts.gold, 2);
  EXPECT_DOUBLE_EQ(counts.f1(), 0.5);
  const MatchCounts strict = CountPairs(found, gold);
  EXPECT_EQ(strict.gold, 5);
  EXPECT_EQ(strict.right, 1);
}

TEST(CountAlignmentTest, NothingFoundScoresZero) {
  EXPECT_EQ(CountAlignment({}, {{{0}, {0}}}).f1(), 0);
  EXPECT_EQ(CountAlignment({}, {}).f1(), 0);
}

}  // namespace
}  // namespace rashomon
