#include "engine/events/story_link.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/embed/word_model.h"

namespace rashomon {
namespace {

class StoryLinkTest : public testing::Test {
 protected:
  StoryReport Read(const std::string& title, const std::string& text) {
    Article article;
    article.title = title;
    article.text = text;
    return reader_.Read(article);
  }

  const WordModel words_ = *WordModel::Shipped();
  StoryReader reader_{&words_};
  const StoryLinkModel model_ = *StoryLinkModel::Shipped();
};

TEST_F(StoryLinkTest, ReportsOfOneEventScoreAboveThoseOfTwo) {
  const StoryReport fire =
      Read("Fire destroys Harlow warehouse",
           "A fire destroyed a warehouse in Harlow; 14 firefighters were hurt.");
  const StoryReport again =
      Read("Harlow warehouse fire hurts 14",
           "Fourteen firefighters were hurt when a warehouse burned in Harlow.");
  const StoryReport talks =
      Read("Ministers open trade talks",
           "Trade ministers of Norway and Chile opened talks in Santiago.");
  EXPECT_GT(model_.Score(fire, again), 0);
  EXPECT_LT(model_.Score(fire, talks), -3);
}

TEST_F(StoryLinkTest, OtherDaysOfTheWeekTellTwoStories) {
  const std::string title = "Miners walk out at Kettering pit";
  const StoryReport tuesday =
      Read(title, "Miners at the Kettering pit walked out on Tuesday.");
  const StoryReport also =
      Read(title, "On Tuesday miners at the Kettering pit walked out.");
  const StoryReport friday =
      Read(title, "On Friday miners at the Kettering pit walked out.");
  const StoryReport undated =
      Read(title, "The miners at the Kettering pit walked out.");
  EXPECT_GT(model_.Score(tuesday, also), model_.Score(tuesday, undated));
  EXPECT_LT(model_.Score(tuesday, friday), model_.Score(tuesday, undated) - 1);
}

TEST_F(StoryLinkTest, SwappingTheReportsChangesNothing) {
  const StoryReport a = Read("Storm hits Porto", "A storm hit Porto on Friday.");
  const StoryReport b = Read("Porto counts losses", "Porto repaired its roofs.");
  EXPECT_EQ(model_.Score(a, b), model_.Score(b, a));
}

TEST_F(StoryLinkTest, EmptyReportsAreNotLinked) {
  EXPECT_LT(model_.Score({}, {}), -3);
}

}  // namespace
}  // namespace rashomon
