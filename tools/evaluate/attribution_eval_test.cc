#include "tools/evaluate/attribution_eval.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

TEST(ScoreAttributions, CuesMatchOnceAndWordsOfMatchesCount) {
  const std::vector<AttributionWords> gold = {
      {{0, 1}, {2}, {3, 4, 5}},  // found, one source word missed
      {{6}, {7}, {8, 9}},        // not found
  };
  const std::vector<AttributionWords> found = {
      {{1}, {2, 3}, {4, 5}},
      {{1}, {2}, {5}},  // a second find of the same cue
  };
  const AttributionCounts counts = ScoreAttributions(gold, found);
  EXPECT_EQ(counts.cue.right, 1);
  EXPECT_EQ(counts.cue.gold, 2);
  EXPECT_EQ(counts.cue.found, 2);
  EXPECT_EQ(counts.source.gold, 2);
  EXPECT_EQ(counts.source.right, 1);
  EXPECT_EQ(counts.content.right, 2);
}

TEST(ScoreAttributions, MissesCountWhereAskedFor) {
  const std::vector<AttributionWords> gold = {{{0}, {1}, {2, 3}}};
  const std::vector<AttributionWords> found = {{{5}, {6}, {7, 8, 9}}};
  const AttributionCounts counts = ScoreAttributions(gold, found);
  EXPECT_EQ(counts.content.gold, 0);
  EXPECT_EQ(counts.content_all.gold, 2);
  EXPECT_EQ(counts.content_all.found, 3);
  EXPECT_EQ(counts.content_all.right, 0);
  EXPECT_EQ(counts.source_all.found, 1);
}

TEST(AttributionsOf, ClaimsWithOneCueAreOneAttribution) {
  const std::vector<Span> words = {{Field::kText, 0, 2},
                                   {Field::kText, 3, 7},
                                   {Field::kText, 8, 12},
                                   {Field::kText, 14, 18}};
  Claim first;
  first.source = {{Field::kText, 0, 2}};
  first.cue = {{Field::kText, 3, 7}};
  first.content = {{Field::kText, 8, 12}};
  Claim second = first;
  second.content = {{Field::kText, 14, 18}};
  Claim voice;
  voice.content = {{Field::kText, 0, 18}};
  const auto found = AttributionsOf({first, second, voice}, words);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].content, (std::vector<std::size_t>{2, 3}));
}

}  // namespace
}  // namespace rashomon
