#include "engine/lexicon/related_words.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr WordRelation kStrongestFirst[] = {
    WordRelation::kOpposite, WordRelation::kSynonym, WordRelation::kDerived,
    WordRelation::kNarrower};

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
  std::map<std::pair<int, int>, std::vector<WordRelation>> found;
  RelatedWords(words).Visit([&](int word, int other, WordRelation relation) {
    found[{word, other}].push_back(relation);
    found[{other, word}].push_back(relation);
  });
  const WordRelationTable& table = WordRelationTable::Shipped();
  for (int i = 0; i < std::ssize(words); ++i) {
    for (int j = 0; j < std::ssize(words); ++j) {
      const auto& relations = found[{i, j}];
      WordRelation strongest = WordRelation::kNone;
      for (const WordRelation r : kStrongestFirst) {
        if (std::find(relations.begin(), relations.end(), r) !=
            relations.end()) {
          strongest = r;
          break;
        }
      }
      EXPECT_EQ(Name(strongest), Name(table.Between(words[i], words[j])))
          << i << " " << j;
    }
  }
}

TEST(RelatedWordsTest, MeaningsOfTooManyWordsLeadNowhere) {
  int calls = 0;
  RelatedWords(Words()).Visit([&](int, int, WordRelation) { ++calls; }, 0);
  EXPECT_EQ(calls, 0);
}

TEST(RelatedWordsTest, NoWordsAreRelated) {
  RelatedWords({}).Visit([](int, int, WordRelation) { FAIL(); });
  RelatedWords({nullptr}).Visit([](int, int, WordRelation) { FAIL(); });
}

}  // namespace
}  // namespace rashomon
