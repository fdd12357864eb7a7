#include "engine/base/word_set.h"

#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr WordSet kWords({"he", "they", "она", "a"});
constexpr WordSet kLong({"an-expression-of-more-than-thirty-two-bytes"});

TEST(WordSetTest, HasItsWordsAndNoOthers) {
  for (const char* word : {"he", "they", "она", "a"}) {
    EXPECT_TRUE(kWords.Has(word)) << word;
  }
  // Equal in last byte and size, in size alone, in a part.
  for (const char* word : {"we", "grey", "hе", "she", "the", "it", "на", ""}) {
    EXPECT_FALSE(kWords.Has(word)) << word;
  }
}

TEST(WordSetTest, LongWordsAreToldApart) {
  EXPECT_TRUE(kLong.Has("an-expression-of-more-than-thirty-two-bytes"));
  EXPECT_FALSE(kLong.Has("an-expression-of-more-than-thirty-one-bytes"));
  EXPECT_FALSE(kLong.Has(std::string(1000, 's')));
}

TEST(WordSetTest, IsUsableInConstants) {
  static_assert(kWords.Has("he"));
  static_assert(!kWords.Has("him"));
}

}  // namespace
}  // namespace rashomon
