#include "engine/events/story_clusterer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>

#include "engine/base/logistic_model.h"

namespace rashomon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Reports of one made-up event share most of their stems.
StoryReport Report(std::uint32_t event, std::uint32_t teller) {
  StoryReport report;
  for (std::uint32_t i = 0; i < 6; ++i) {
    report.head.push_back({event * 10 + i, 0});
  }
  report.head.push_back({4000000000u + teller % 50, 0});
  for (WeightedTerm& t : report.head) {
    t.weight = static_cast<float>(1 / std::sqrt(7.0));
  }
  return report;
}

StoryReport On(StoryReport report, const char* day) {
  report.published = ParseIsoDate(day);
  return report;
}

StoryReport WithText(StoryReport report, std::uint32_t first_word) {
  std::vector<std::uint32_t> words;
  for (std::uint32_t i = 0; i < 200; ++i) words.push_back(first_word + i);
  report.text = MakeShingleSketch(words);
  return report;
}

class StoryClustererTest : public testing::Test {
 protected:
  // Half of the stems in common make a story.
  const StoryLinkModel model_{LogisticModel(
      {{.feature = "bias", .weight = -8}, {.feature = "head", .weight = 16}})};
};

TEST_F(StoryClustererTest, NumbersStoriesInOrderOfArrival) {
  StoryClusterer clusterer(&model_);
  EXPECT_THAT(clusterer.Add(Report(5, 0)), IsEmpty());
  clusterer.Add(Report(2, 1));
  clusterer.Add(Report(5, 2));
  EXPECT_THAT(clusterer.Finish(), ElementsAre(1, 2, 1));
  EXPECT_EQ(clusterer.stories(), 2u);
  EXPECT_EQ(clusterer.open(), 0u);
}

TEST_F(StoryClustererTest, ReprintsJoinTheirStoryWhateverTheirLead) {
  StoryClusterer clusterer(&model_);
  clusterer.Add(WithText(Report(1, 0), 100));
  clusterer.Add(WithText(Report(2, 0), 120));
  clusterer.Add(WithText(Report(3, 0), 900));
  EXPECT_THAT(clusterer.Finish(), ElementsAre(1, 1, 2));
}

TEST_F(StoryClustererTest, DaysApartAreOtherStories) {
  StoryClusterer clusterer(&model_);
  clusterer.Add(On(Report(1, 0), "2021-04-01"));
  clusterer.Add(On(Report(1, 1), "2021-04-03"));
  clusterer.Add(On(Report(1, 2), "2021-06-01"));
  EXPECT_THAT(clusterer.Finish(), ElementsAre(1, 1, 2));
}

TEST_F(StoryClustererTest, WithoutADateTextAloneDecides) {
  StoryClusterer clusterer(&model_);
  clusterer.Add(On(Report(1, 0), "2021-04-01"));
  clusterer.Add(Report(1, 1));
  EXPECT_THAT(clusterer.Finish(), ElementsAre(1, 1));
}

TEST_F(StoryClustererTest, AReportOfNothingIsAStoryOfItsOwn) {
  StoryClusterer clusterer(&model_);
  clusterer.Add({});
  clusterer.Add({});
  EXPECT_THAT(clusterer.Finish(), ElementsAre(1, 2));
}

TEST_F(StoryClustererTest, AStoryGoesOnWhenItsOldestReportsAreSettled) {
  StoryClusterer clusterer(&model_, {.max_open = 4});
  clusterer.Add(Report(1, 0));
  clusterer.Add(Report(2, 1));
  clusterer.Add(Report(1, 2));
  EXPECT_THAT(clusterer.Add(Report(3, 3)), ElementsAre(1, 2));
  EXPECT_EQ(clusterer.open(), 2u);
  clusterer.Add(Report(1, 4));
  EXPECT_THAT(clusterer.Finish(), ElementsAre(1, 3, 1));
}

TEST_F(StoryClustererTest, TheOrderOfArrivalChangesNumbersAlone) {
  StoryClusterer forward(&model_), backward(&model_);
  for (std::uint32_t i = 0; i < 30; ++i) forward.Add(Report(i % 7, i));
  for (std::uint32_t i = 30; i-- > 0;) backward.Add(Report(i % 7, i));
  const auto a = forward.Finish();
  auto b = backward.Finish();
  std::reverse(b.begin(), b.end());
  for (std::size_t i = 0; i < 30; ++i) {
    for (std::size_t j = 0; j < 30; ++j) {
      EXPECT_EQ(a[i] == a[j], b[i] == b[j]);
    }
  }
}

struct Work {
  std::size_t settled = 0;
  std::size_t stories = 0;
  std::size_t comparisons = 0;
  std::size_t most_open = 0;
};

// Four reports of each event, which arrive a hundred events apart.
Work GroupMany(const StoryLinkModel& model, std::uint32_t reports) {
  StoryClusterer clusterer(&model, {.max_open = 2000});
  Work work;
  std::set<std::size_t> stories;
  const auto take = [&](const std::vector<std::size_t>& settled) {
    work.settled += settled.size();
    stories.insert(settled.begin(), settled.end());
  };
  for (std::uint32_t i = 0; i < reports; ++i) {
    take(clusterer.Add(Report(i / 400 * 100 + i % 100, i)));
    work.most_open = std::max(work.most_open, clusterer.open());
  }
  take(clusterer.Finish());
  work.stories = stories.size();
  work.comparisons = clusterer.comparisons();
  return work;
}

TEST_F(StoryClustererTest, WorkGrowsAsTheReportsDoAndMemoryDoesNot) {
  const Work some = GroupMany(model_, 10000);
  const Work many = GroupMany(model_, 20000);
  EXPECT_EQ(many.settled, 20000u);
  EXPECT_EQ(many.stories, 5000u);
  EXPECT_LE(many.most_open, 2000u);
  // Twice: the half that stays open is linked again.
  EXPECT_LE(many.comparisons, 2 * 20000 * LinkGraph::kMost);
  EXPECT_LE(many.comparisons, 2.5 * static_cast<double>(some.comparisons));
}

}  // namespace
}  // namespace rashomon
