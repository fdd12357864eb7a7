#include "engine/lexicon/related_words.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<RelatedWord> Words() {
  std::vector<RelatedWord> words;
  for (const std::string_view stem :
       {"attack", "assault", "kill", "decid", "decis", "murder", "envoy",
        "diplomat", "win", "lose", "increas", "decreas", "buy", "sell",
        "senat", "banana", "qwertzuiop", "minist", "weather", "port", "ship",
        "vessel", "doctor", "physician"}) {
    words.push_back(WordRelationTable::Shipped().Find(stem));
  }
  return words;
}

TEST(RelatedWordsTest, FindsWhatTheTableHasOfEveryTwo) {
  const std::vector<RelatedWord> words = Words();
  const RelatedWords related(words);
  const WordRelationTable& table = WordRelationTable::Shipped();
  for (int i = 0; i < std::ssize(words); ++i) {
    for (int j = 0; j < std::ssize(words); ++j) {
      const WordRelation relation = table.Between(words[i], words[j]);
      EXPECT_EQ(Name(related.Between(i, j)), Name(relation)) << i << " " << j;
      const auto list = related.of(i);
      EXPECT_EQ(std::count_if(list.begin(), list.end(),
                              [j](const Relative& r) { return r.other == j; }),
                relation == WordRelation::kNone ? 0 : 1);
    }
  }
}

TEST(RelatedWordsTest, RelativesComeInOrder) {
  const RelatedWords related(Words());
  for (int i = 0; i < std::ssize(Words()); ++i) {
    EXPECT_TRUE(std::is_sorted(related.of(i).begin(), related.of(i).end(),
                               [](const Relative& a, const Relative& b) {
                                 return a.other < b.other;
                               }));
  }
}

TEST(RelatedWordsTest, NoWordsAreRelated) {
  EXPECT_TRUE(RelatedWords({nullptr}).of(0).empty());
  EXPECT_EQ(RelatedWords({nullptr, nullptr}).Between(0, 1),
            WordRelation::kNone);
}

}  // namespace
}  // namespace rashomon
