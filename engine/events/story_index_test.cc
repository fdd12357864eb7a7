#include "engine/events/story_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rashomon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(StoryIndex, NamesTheMostAlikeFirst) {
  StoryIndex index;
  index.Add({{1, 0.6f}, {2, 0.8f}});
  index.Add({{2, 1.0f}});
  index.Add({{3, 1.0f}});
  EXPECT_THAT(index.Candidates({{2, 0.9f}, {3, 0.1f}}, 9),
              ElementsAre(1, 0, 2));
  EXPECT_THAT(index.Candidates({{2, 0.9f}, {3, 0.1f}}, 1), ElementsAre(1));
}

TEST(StoryIndex, EqualOnesInOrderOfArrival) {
  StoryIndex index;
  for (int i = 0; i < 3; ++i) index.Add({{7, 1.0f}});
  EXPECT_THAT(index.Candidates({{7, 1.0f}}, 9), ElementsAre(0, 1, 2));
}

TEST(StoryIndex, WhatSharesNothingIsNoCandidate) {
  StoryIndex index;
  index.Add({{1, 1.0f}});
  index.Add({});
  EXPECT_THAT(index.Candidates({{2, 1.0f}}, 9), IsEmpty());
  EXPECT_THAT(index.Candidates({}, 9), IsEmpty());
}

TEST(StoryIndex, OfACommonStemOnlyTheNewestAreLookedAt) {
  StoryIndex index;
  const std::size_t reports = 3 * StoryIndex::kNewest;
  for (std::size_t i = 0; i < reports; ++i) index.Add({{1, 1.0f}});
  const auto found = index.Candidates({{1, 1.0f}}, reports);
  EXPECT_EQ(found.size(), StoryIndex::kNewest);
  EXPECT_EQ(found.front(), reports - StoryIndex::kNewest);
}

}  // namespace
}  // namespace rashomon
