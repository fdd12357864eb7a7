#include "engine/lexicon/word_relations.h"

#include <string>

#include "engine/text/word.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

WordRelation Between(const std::string& a, const std::string& b) {
  WordSplitter splitter;
  const WordRelationTable& table = WordRelationTable::Shipped();
  return table.Between(table.Find(splitter.Stem(a)),
                       table.Find(splitter.Stem(b)));
}

TEST(WordRelationsTest, RelationsHoldBothWays) {
  const struct {
    const char* a;
    const char* b;
    WordRelation relation;
  } kCases[] = {
      {"attack", "assault", WordRelation::kSynonym},
      {"kill", "killing", WordRelation::kSynonym},
      {"decide", "decision", WordRelation::kDerived},
      {"murder", "killing", WordRelation::kNarrower},
      {"envoy", "diplomat", WordRelation::kNarrower},
      {"win", "lose", WordRelation::kOpposite},
      {"increase", "decrease", WordRelation::kOpposite},
      {"buy", "sell", WordRelation::kOpposite},
      {"senator", "banana", WordRelation::kNone},
      {"minister", "weather", WordRelation::kNone},
      {"qwertzuiop", "attack", WordRelation::kNone},
      {"министр", "attack", WordRelation::kNone},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Name(Between(c.a, c.b)), Name(c.relation)) << c.a << " " << c.b;
    EXPECT_EQ(Name(Between(c.b, c.a)), Name(c.relation)) << c.b << " " << c.a;
  }
}

TEST(WordRelationsTest, UnknownStemsAreNull) {
  const WordRelationTable& table = WordRelationTable::Shipped();
  EXPECT_EQ(table.Find(""), nullptr);
  EXPECT_EQ(table.Find("zzzzzz"), nullptr);
  EXPECT_EQ(table.Find(std::string(1000, 'a')), nullptr);
  EXPECT_GT(table.size(), 40'000u);
}

}  // namespace
}  // namespace rashomon
