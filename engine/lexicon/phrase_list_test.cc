#include "engine/lexicon/phrase_list.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr std::string_view kTable =
    "# Written for this test.\n"
    "phrase\tcategory\tstrength\tlanguage\tnote\n"
    "accord\tpact\t0.5\ten\n"
    "according to\tcue\t\ten\tprep\tsecond\n"
    "=may\tmodal\n"
    "Turkey\tcountry\n"
    "US\tcountry\n"
    "Москва\tcapital\t1\tru\n";

std::vector<std::string> Categories(const std::string& text) {
  PhraseList list;
  EXPECT_TRUE(list.AddTsv(kTable, "test.tsv").ok());
  WordSplitter splitter;
  const std::vector<Word> words =
      splitter.Split(text, {Field::kText, 0, text.size()});
  std::vector<std::string> out;
  for (const PhraseMatch& m : list.Match(words)) {
    out.push_back(m.entry->category);
  }
  return out;
}

using Found = std::vector<std::string>;

TEST(PhraseListTest, TheLongestPhraseWins) {
  EXPECT_EQ(Categories("according to the accord"), (Found{"cue", "pact"}));
}

TEST(PhraseListTest, StemsMatchUnlessTheEntryIsExact) {
  EXPECT_EQ(Categories("two accords"), Found{"pact"});
  EXPECT_EQ(Categories("It may, in two Mays"), Found{"modal"});
}

TEST(PhraseListTest, ACapitalInTheFileMustStandInTheText) {
  EXPECT_EQ(Categories("a turkey for us"), Found{});
  EXPECT_EQ(Categories("Turkey and the US"), (Found{"country", "country"}));
}

TEST(PhraseListTest, RussianCaseEndingsAreStemmedAway) {
  EXPECT_EQ(Categories("из Москвы в Москву"), (Found{"capital", "capital"}));
}

TEST(PhraseListTest, ColumnsAfterTheFourthAreTheNote) {
  PhraseList list;
  ASSERT_TRUE(list.AddTsv(kTable, "test.tsv").ok());
  EXPECT_EQ(list.entries()[1].note, "prep\tsecond");
  EXPECT_EQ(list.entries()[0].strength, 0.5);
}

TEST(PhraseListTest, ALaterRowReplacesTheEarlier) {
  PhraseList list;
  ASSERT_TRUE(list.AddTsv("phrase\tcategory\nsay\ta\nsay\tb\n", "t").ok());
  WordSplitter splitter;
  const std::vector<Word> words = splitter.Split("says", {Field::kText, 0, 4});
  ASSERT_NE(list.Find(words[0]), nullptr);
  EXPECT_EQ(list.Find(words[0])->category, "b");
}

TEST(PhraseListTest, AnExactEntryWinsOverAStem) {
  PhraseList list;
  ASSERT_TRUE(
      list.AddTsv("phrase\tcategory\nallege\tverb\n=allegedly\tadverb\n", "t")
          .ok());
  WordSplitter splitter;
  const std::vector<Word> words =
      splitter.Split("allegedly", {Field::kText, 0, 9});
  ASSERT_NE(list.Find(words[0]), nullptr);
  EXPECT_EQ(list.Find(words[0])->category, "adverb");
}

TEST(PhraseListTest, ErrorsNameFileAndLine) {
  PhraseList list;
  const absl::Status bad =
      list.AddTsv("phrase\tcategory\tstrength\nx\ta\t1\ny\ta\t7\n", "mine.tsv");
  EXPECT_EQ(bad.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_NE(std::string(bad.message()).find("mine.tsv:3"), std::string::npos);
  EXPECT_FALSE(list.AddTsv("x\ta\n", "no-header.tsv").ok());
}

}  // namespace
}  // namespace rashomon
