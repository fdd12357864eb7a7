#include "engine/embed/word_case.h"

#include <string>
#include <string_view>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

// c common, n name, e either, by word; other tokens left out.
std::string Cases(std::string_view text) {
  WordSplitter splitter;
  const auto& words =
      splitter.Views(text, Span{Field::kText, 0, text.size()});
  const std::vector<WordCase> cases = CasesOf(words);
  EXPECT_EQ(cases.size(), words.size());
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind != WordKind::kWord) continue;
    out += "cne"[static_cast<int>(cases[i])];
  }
  return out;
}

TEST(WordCaseTest, CapitalWithinASentenceIsAName) {
  EXPECT_EQ(Cases("The army of Turkey ate turkey."), "eccncc");
}

TEST(WordCaseTest, StartsTellNothing) {
  EXPECT_EQ(Cases("Turkey said: Bush fires spread"), "ececc");
  EXPECT_EQ(Cases("he said \"May we go\" to Lunda"), "ccecccn");
}

TEST(WordCaseTest, HeadlinesOfCapitalsTellNothing) {
  EXPECT_EQ(Cases("Turkey Bans March of Unions in Lunda"), "eeecece");
  EXPECT_EQ(Cases("STORM HITS LUNDA PORT"), "eeee");
}

TEST(WordCaseTest, SentencesWithoutWordsAreFine) {
  EXPECT_EQ(Cases(""), "");
  EXPECT_EQ(Cases("12 😀 !!"), "");
}

TEST(WordCaseTest, CyrillicCapitalsAreReadToo) {
  EXPECT_EQ(Cases("Власти города Лунда закрыли порт"), "ecncc");
}

}  // namespace
}  // namespace rashomon
