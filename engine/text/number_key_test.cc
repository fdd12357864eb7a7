#include "engine/text/number_key.h"

#include <deque>
#include <string>
#include <string_view>

#include "engine/base/span.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(NumberKeyTest, GroupsAreJoined) {
  EXPECT_EQ(NumberKey("16,000"), "16000");
  EXPECT_EQ(NumberKey("1,200,000"), "1200000");
  EXPECT_EQ(NumberKey("16 000"), "16000");
  EXPECT_EQ(NumberKey("2021"), "2021");
}

TEST(NumberKeyTest, DecimalsAreOneInEitherSpelling) {
  EXPECT_EQ(NumberKey("1,5"), NumberKey("1.5"));
  EXPECT_EQ(NumberKey("10,25"), "10.25");
}

std::string Joined(std::string_view text) {
  WordSplitter splitter;
  std::vector<Word> words =
      splitter.Split(text, Span{Field::kText, 0, text.size()});
  std::deque<std::string> texts;
  JoinNumberGroups(&words, &texts);
  std::string joined;
  for (const Word& word : words) {
    if (!joined.empty()) joined += " ";
    joined += word.normal;
  }
  return joined;
}

TEST(JoinNumberGroupsTest, GroupsThatASpacePartsAreOneNumber) {
  EXPECT_EQ(Joined("уехали 16 000 человек"), "уехали 16000 человек");
  EXPECT_EQ(Joined("1 200 000"), "1200000");
  EXPECT_EQ(Joined("16\u00A0000"), "16000");
}

TEST(JoinNumberGroupsTest, OtherNumbersStayApart) {
  for (const std::string_view text :
       {"2020 300", "16 00", "0 000", "16 , 000", "5 10 15", ""}) {
    EXPECT_EQ(Joined(text), text);
  }
}

TEST(NumberKeyTest, OtherMarksStay) {
  EXPECT_EQ(NumberKey("20th"), "20th");
  EXPECT_EQ(NumberKey("5,"), "5");
  EXPECT_EQ(NumberKey(""), "");
}

}  // namespace
}  // namespace rashomon
