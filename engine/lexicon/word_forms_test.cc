#include "engine/lexicon/word_forms.h"

#include <gtest/gtest.h>

#include <string>

namespace rashomon {
namespace {

WordForms Find(std::string_view word) {
  return WordFormTable::Shipped().Find(word);
}

TEST(WordFormsTest, RegularVerbFormsAreToldApart) {
  EXPECT_TRUE(Find("attack").base);
  EXPECT_TRUE(Find("attacks").third);
  EXPECT_TRUE(Find("attacks").plural);
  EXPECT_TRUE(Find("attacked").past);
  EXPECT_TRUE(Find("attacked").participle);
  EXPECT_TRUE(Find("attacking").gerund);
  EXPECT_TRUE(Find("planned").past);   // doubled consonant
  EXPECT_TRUE(Find("denied").past);    // y to i
  EXPECT_TRUE(Find("accusing").gerund);  // lost e
}

TEST(WordFormsTest, IrregularPastsAndParticiplesAreToldApart) {
  EXPECT_TRUE(Find("took").past);
  EXPECT_FALSE(Find("took").participle);
  EXPECT_TRUE(Find("taken").participle);
  EXPECT_FALSE(Find("taken").past);
  EXPECT_TRUE(Find("said").past);
  EXPECT_TRUE(Find("said").participle);
  EXPECT_TRUE(Find("gave").past);
  EXPECT_FALSE(Find("gave").participle);
}

TEST(WordFormsTest, IrregularFormsHaveTheirBase) {
  const WordFormTable& table = WordFormTable::Shipped();
  EXPECT_EQ(table.BaseOf("rose"), "rise");
  EXPECT_EQ(table.BaseOf("beaten"), "beat");
  EXPECT_EQ(table.BaseOf("children"), "child");
  EXPECT_EQ(table.BaseOf("attacked"), "");
}

TEST(WordFormsTest, NounsAreNoVerbsAndTheOtherWayRound) {
  EXPECT_EQ(Find("minister's").verb, 0);
  EXPECT_EQ(Find("diplomacy").verb, 0);
  EXPECT_EQ(Find("said").noun, 0);
  EXPECT_TRUE(Find("women").plural);
}

TEST(WordFormsTest, UsualReadingWeighsMore) {
  EXPECT_GT(Find("say").verb, Find("say").noun);
  EXPECT_GT(Find("state").noun, Find("state").verb);
}

TEST(WordFormsTest, UnlistedWordsGoBySuffix) {
  const WordForms forms = Find("zorbification");
  EXPECT_FALSE(forms.listed);
  EXPECT_GT(forms.noun, 0);
  EXPECT_TRUE(Find("deplatformed").participle);
  EXPECT_GT(Find("moscow-backed").adjective, 0);
}

TEST(WordFormsTest, StrangeInputIsDefined) {
  for (const std::string& word :
       {std::string(), std::string("'s"), std::string("-"), std::string("s"),
        std::string(1000, 's'), std::string("\xFF\xFE", 2)}) {
    EXPECT_FALSE(Find(word).base && !Find(word).listed &&
                 Find(word).noun != 0);
  }
}

}  // namespace
}  // namespace rashomon
