#include "engine/contrast/detector_words.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

Word WordOf(std::string_view normal, std::string_view stem) {
  Word word;
  word.normal = normal;
  word.stem = stem;
  return word;
}

TEST(DetectorWordsTest, ShippedTableHasAllGroupsInBothLanguages) {
  const DetectorWords& words = DetectorWords::Shipped();
  EXPECT_GE(words.size(WordGroup::kDistancing), 5u);
  EXPECT_GE(words.size(WordGroup::kUntrue), 5u);
  EXPECT_GE(words.size(WordGroup::kHarm), 5u);
  EXPECT_TRUE(words.Has(WordGroup::kDistancing, WordOf("alleged", "alleg")));
  EXPECT_TRUE(words.Has(WordGroup::kUntrue, WordOf("fakes", "fake")));
  EXPECT_TRUE(words.Has(WordGroup::kHarm, WordOf("погибли", "погибл")));
}

TEST(DetectorWordsTest, StemsAreWholeAndBeginningsAreNot) {
  const auto words = DetectorWords::FromTsv(
      "# note\nword\tgroup\tlanguage\nfake\tuntrue\ten\nfabricat*\tuntrue\ten\n");
  ASSERT_TRUE(words.ok()) << words.status();
  EXPECT_TRUE(words->Has(WordGroup::kUntrue, WordOf("fake", "fake")));
  EXPECT_FALSE(words->Has(WordGroup::kUntrue, WordOf("fakir", "fakir")));
  EXPECT_TRUE(
      words->Has(WordGroup::kUntrue, WordOf("fabricated", "fabric")));
  EXPECT_FALSE(words->Has(WordGroup::kUntrue, WordOf("fabric", "fabric")));
  EXPECT_FALSE(words->Has(WordGroup::kHarm, WordOf("fake", "fake")));
}

TEST(DetectorWordsTest, BadRowsAreRefusedWithTheirLine) {
  for (const std::string row :
       {"fake\tnonsense\ten", "fake\tuntrue", "\tuntrue\ten", "*\tuntrue\ten"}) {
    const auto words =
        DetectorWords::FromTsv("word\tgroup\tlanguage\n" + row + "\n");
    ASSERT_FALSE(words.ok()) << row;
    EXPECT_THAT(std::string(words.status().message()),
                ::testing::HasSubstr("detector_words.tsv:2"));
  }
  EXPECT_FALSE(DetectorWords::FromTsv("fake\tuntrue\ten\n").ok());
}

}  // namespace
}  // namespace rashomon
