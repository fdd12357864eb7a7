#include "engine/story/speaker_name.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(SpeakerNameTest, SurnameAndSpellingAreOneSpeaker) {
  EXPECT_TRUE(MayBeOneSpeaker("Lavrov", "Sergey Lavrov"));
  EXPECT_TRUE(MayBeOneSpeaker("Sergei Lavrov", "Sergey Lavrov"));
  EXPECT_TRUE(MayBeOneSpeaker("", "Sergey Lavrov"));
  EXPECT_TRUE(MayBeOneSpeaker("Anna Vries", "Anna Vries"));
}

TEST(SpeakerNameTest, OthersAreNot) {
  EXPECT_FALSE(MayBeOneSpeaker("Hillary Clinton", "Bill Clinton"));
  EXPECT_FALSE(MayBeOneSpeaker("Sergey", "Sergey Lavrov"));
  EXPECT_FALSE(MayBeOneSpeaker("Foreign Ministry", "Ministry of Finance"));
}

TEST(SpeakerNameTest, SpacesAloneAreNobody) {
  EXPECT_TRUE(MayBeOneSpeaker(" ", "Anna Vries"));
  EXPECT_EQ(LastWord(""), "");
  EXPECT_EQ(LastWord("Anna Vries"), "Vries");
}

}  // namespace
}  // namespace rashomon
