#include "engine/story/view.h"

#include <algorithm>

#include "engine/story/omission_counts.h"
#include "engine/story/test_story.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr char kWire[] =
    "The harbour of Tessel was closed on Monday after a tanker ran aground. "
    "A helicopter of the coastguard took 40 crew members off the ship. \"We "
    "will not open the harbour before the oil is gone, and nobody should count "
    "on this week,\" port director Anna Vries said. Fishermen protested "
    "outside the town hall. Hotels lowered their prices.";

std::vector<TestStoryReport> ThreeReports() {
  return {
      {"Tanker closes Tessel harbour", kWire, "a"},
      {"Oil spill shuts port",
       "A tanker ran aground on Monday and the harbour of Tessel was closed. "
       "\"We will not open the harbour before the oil is gone,\" port director "
       "Anna Vries said. The mayor asked for calm in a letter to residents.",
       "b"},
      {"Tessel harbour closed by tanker",
       "The harbour of Tessel was closed after a tanker ran aground on Monday, "
       "the authorities wrote. The coastguard took 40 crew members off by "
       "helicopter. Anna Vries told a newspaper that cleaning the beaches would "
       "cost millions. Insurers see their own bills rise.",
       "c"},
  };
}

const Fact* FactWith(const TestStory& test, const Story& story,
                     const std::string& words) {
  for (const Fact& fact : story.facts) {
    if (test.Sentence(fact.report, fact.sentence).find(words) !=
        std::string::npos) {
      return &fact;
    }
  }
  return nullptr;
}

TEST(StoryViewTest, FactThatAllTellComesFirst) {
  TestStory test(ThreeReports());
  const Story story = ViewStory(test.input(), TestStory::words());
  EXPECT_EQ(story.voices, 3);
  ASSERT_FALSE(story.facts.empty());
  EXPECT_EQ(story.facts[0].voices, 3);
  ASSERT_EQ(story.facts[0].tellings.size(), 3u);
  EXPECT_TRUE(story.facts[0].tellings[0].lead ||
              story.facts[0].tellings[0].title);
}

TEST(StoryViewTest, FactOfTwoReportsNamesThem) {
  TestStory test(ThreeReports());
  const Story story = ViewStory(test.input(), TestStory::words());
  const Fact* crew = FactWith(test, story, "40 crew members");
  ASSERT_NE(crew, nullptr);
  ASSERT_EQ(crew->tellings.size(), 2u);
  EXPECT_EQ(crew->tellings[0].report, 0);
  EXPECT_EQ(crew->tellings[1].report, 2);
}

TEST(StoryViewTest, ReprintsAndOneOwnerAreOneVoice) {
  std::vector<TestStoryReport> reports = ThreeReports();
  reports.push_back({"Reprint", kWire, "d"});
  reports.push_back({"Sister", "Residents wait for news of the tanker.", "b"});
  TestStory test(reports);
  const Story story = ViewStory(test.input(), TestStory::words());
  EXPECT_EQ(story.voices, 3);
  EXPECT_EQ(story.voice_of, (std::vector<int>{0, 1, 2, 0, 1}));
}

TEST(StoryViewTest, LongestVersionOfAQuotationComesFirst) {
  TestStory test(ThreeReports());
  const Story story = ViewStory(test.input(), TestStory::words());
  ASSERT_EQ(story.quotes.size(), 1u);
  const QuoteLineage& quote = story.quotes[0];
  EXPECT_EQ(quote.speaker, "Anna Vries");
  ASSERT_EQ(quote.tellings.size(), 2u);
  EXPECT_EQ(quote.tellings[0].report, 0);
  EXPECT_DOUBLE_EQ(quote.tellings[0].share, 1);
  EXPECT_EQ(quote.tellings[1].report, 1);
  EXPECT_LT(quote.tellings[1].share, 0.8);
  EXPECT_NEAR(quote.tellings[1].other, 0, 1e-9);
}

TEST(StoryViewTest, SpeakerOfAllReportsIsOneRow) {
  TestStory test(ThreeReports());
  const Story story = ViewStory(test.input(), TestStory::words());
  const auto vries = std::find_if(
      story.speakers.begin(), story.speakers.end(),
      [](const SpeakerRow& row) { return row.name == "Anna Vries"; });
  ASSERT_NE(vries, story.speakers.end());
  ASSERT_EQ(vries->reports.size(), 3u);
  EXPECT_GT(vries->reports[0].quoted_words, vries->reports[1].quoted_words);
  EXPECT_EQ(vries->reports[2].quoted_words, 0);
  EXPECT_GT(vries->reports[2].told_words, 0);
  for (const SpeakerRow& row : story.speakers) {
    EXPECT_NE(row.name, "Vries");
    for (const SpeakerShare& share : row.reports) {
      EXPECT_GT(share.share, 0);
      EXPECT_LE(share.share, 1);
    }
  }
}

TEST(StoryViewTest, OmissionsAreCountedOverOtherVoices) {
  TestStory test(ThreeReports());
  const Story story = ViewStory(test.input(), TestStory::words());
  bool crew_missing_in_second = false;
  for (const OmissionCount& count : CountOmissions(test.input(), story)) {
    const ComparedPair& pair = test.input().pairs[count.pair];
    const Divergence& flag = (*pair.divergences)[count.divergence];
    EXPECT_EQ(flag.kind, DivergenceKind::kOmission);
    EXPECT_EQ(count.of, 2);
    EXPECT_LE(count.told_by, count.of);
    if (flag.left && flag.left->quote.find("40 crew") != std::string::npos &&
        pair.right == 1) {
      crew_missing_in_second = true;
      EXPECT_EQ(count.told_by, 2);
      EXPECT_FALSE(count.told_after_all);
      EXPECT_EQ(Sentence(count), "It stands in 2 of 2 other owners' reports.");
    }
  }
  EXPECT_TRUE(crew_missing_in_second);
}

TEST(StoryViewTest, AnotherEventCountsForNothing) {
  TestStory test(ThreeReports());
  for (ComparedPair& pair : test.input().pairs) {
    if (pair.right == 2) pair.same_event = false;
  }
  const Story story = ViewStory(test.input(), TestStory::words());
  for (const Fact& fact : story.facts) {
    if (fact.tellings.size() < 2) continue;
    for (const FactTelling& t : fact.tellings) EXPECT_NE(t.report, 2);
  }
  for (const OmissionCount& count : CountOmissions(test.input(), story)) {
    if (test.input().pairs[count.pair].right != 1) continue;
    EXPECT_EQ(count.of, 1);
  }
}

TEST(StoryViewTest, OrderOfReportsChangesNothingElse) {
  std::vector<TestStoryReport> reports = ThreeReports();
  TestStory forward(reports);
  std::reverse(reports.begin(), reports.end());
  TestStory backward(reports);
  const Story a = ViewStory(forward.input(), TestStory::words());
  const Story b = ViewStory(backward.input(), TestStory::words());
  ASSERT_EQ(a.facts.size(), b.facts.size());
  const auto sizes = [](const Story& story) {
    std::vector<std::size_t> sizes;
    for (const Fact& fact : story.facts) sizes.push_back(fact.tellings.size());
    return sizes;
  };
  EXPECT_EQ(sizes(a), sizes(b));
  EXPECT_EQ(a.quotes.size(), b.quotes.size());
  EXPECT_EQ(a.labels.size(), b.labels.size());
  EXPECT_EQ(a.speakers.size(), b.speakers.size());
}

}  // namespace
}  // namespace rashomon
