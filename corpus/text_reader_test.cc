#include "corpus/text_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace rashomon {
namespace {

class TextReaderTest : public testing::Test {
 protected:
  Article Read(std::string_view text) {
    return ReadScrapedText(text, *registry_);
  }
  absl::StatusOr<OutletRegistry> registry_ = OutletRegistry::Shipped();
};

TEST_F(TextReaderTest, TitleThatStandsTwiceIsTheTitleOnce) {
  const Article a = Read(
      "icon menuicon searchicon shareicon bellicon close\n"
      "7 Mar, 2026 18:40\n\n"
      "Port reopens after a week\n\nPort reopens after a week\n\n"
      "The port reopened on Monday.\n\nTrade resumed.\n\n"
      "If you liked this story, share it with a friend!");
  EXPECT_EQ(a.title, "Port reopens after a week");
  EXPECT_EQ(a.text, "The port reopened on Monday.\n\nTrade resumed.");
  EXPECT_EQ(a.published, "2026-03-07T18:40");
  EXPECT_EQ(a.provenance.found_in.at("published"), "text");
  ASSERT_EQ(a.provenance.removed.size(), 4u);
  EXPECT_EQ(a.provenance.removed[0].reason, "icon names");
  EXPECT_EQ(a.provenance.removed[2].reason, "repeated title");
}

TEST_F(TextReaderTest, RemovedTextKeepsItsPlaceInTheSource) {
  const std::string source =
      "The port reopened.\n\nImage credits: AB\n\nTrade resumed.";
  const Article a = Read(source);
  ASSERT_EQ(a.provenance.removed.size(), 1u);
  const RemovedText& removed = a.provenance.removed[0];
  EXPECT_EQ(source.substr(removed.source_byte, removed.text.size()),
            "Image credits: AB");
}

TEST_F(TextReaderTest, TextWithoutAHeadlineHasNoTitle) {
  EXPECT_EQ(Read("GENEVA -- Talks went on.\nThey ended on Monday.").title, "");
  EXPECT_EQ(Read("Talks went on.\n\nThey ended on Monday.").title, "");
  EXPECT_EQ(Read("Talks went on and on\n\nand ended on Monday.").title, "");
}

TEST_F(TextReaderTest, SubHeadingsStayAsParagraphs) {
  const Article a = Read("Talks went on.\n\nThe minister's move\n\nHe left.");
  EXPECT_EQ(a.text, "Talks went on.\n\nThe minister's move\n\nHe left.");
}

TEST_F(TextReaderTest, SentencesBrokenOverParagraphsAreJoined) {
  EXPECT_EQ(Read("“The president (Ana Low. -\n\nXY\n\n) has been clear.\n\n"
                 "She said so.”")
                .text,
            "“The president (Ana Low. - XY) has been clear. She said so.”");
  EXPECT_EQ(Read("The talks, which began in the\n\nmorning, went on.").text,
            "The talks, which began in the morning, went on.");
  EXPECT_EQ(Read("Переговоры начались в\n\nпонедельник. Они идут.").text,
            "Переговоры начались в понедельник. Они идут.");
}

TEST_F(TextReaderTest, QuotationsLeftOpenAreJoinedToTheirEnd) {
  EXPECT_EQ(Read("“We agreed.\n\nWe will meet again, ”the minister said.\n\n"
                 "He left.")
                .text,
            "“We agreed. We will meet again, ”the minister said.\n\nHe left.");
  // Each paragraph of a long quotation opens with a mark of its own.
  const char* newspaper_style = "“We agreed.\n\n“We will meet again,” he said.";
  EXPECT_EQ(Read(newspaper_style).text, newspaper_style);
  // A mark that nothing closes joins nothing.
  const char* unclosed = "“We agreed.\n\nHe left.\n\nShe stayed.";
  EXPECT_EQ(Read(unclosed).text, unclosed);
}

TEST_F(TextReaderTest, WrappedLinesAreOneParagraph) {
  EXPECT_EQ(
      Read("The port reopened on Monday after a week in which no ship could\n"
           "leave it. Trade resumed at once, and the Council said that nobody\n"
           "would have to pay the fee.\n\nShips left.")
          .text,
      "The port reopened on Monday after a week in which no ship could leave "
      "it. Trade resumed at once, and the Council said that nobody would have "
      "to pay the fee.\n\nShips left.");
}

TEST_F(TextReaderTest, DatelineGivesPlaceAndOutletAndStays) {
  const Article a = Read(" date 2021-04-28 GENEVA, April 28. /TASS/. It ended.");
  EXPECT_EQ(a.place, "GENEVA");
  EXPECT_EQ(a.outlet, "TASS");
  EXPECT_EQ(a.published, "2021-04-28");
  EXPECT_EQ(a.text, "GENEVA, April 28. /TASS/. It ended.");
}

TEST_F(TextReaderTest, OwnTeasersNameTheOutletCreditsDoNot) {
  EXPECT_EQ(Read("It ended.\n\nAlso on rt.com Ministers meet\n\nHe left.").outlet,
            "RT");
  EXPECT_EQ(Read("It ended.\n\n© REUTERS / Jane Roe\n\nHe left.").outlet, "");
}

TEST_F(TextReaderTest, BylineIsTakenFromTheHead) {
  const Article a =
      Read("Port reopens after a week\n\nBy Jane Roe\n\nIt did on Monday.");
  EXPECT_EQ(a.byline, "Jane Roe");
  EXPECT_EQ(a.title, "Port reopens after a week");
  EXPECT_EQ(a.text, "It did on Monday.");
}

TEST_F(TextReaderTest, CleaningTwiceChangesNothing) {
  const std::string once =
      Read("“We agreed (in May\n\n) at last.\n\nWe will meet,” he said.\n\n"
           "READ MORE: Ten days at sea\n\nThe minister's move\n\nHe left.")
          .text;
  EXPECT_EQ(Read(once).text, once);
}

}  // namespace
}  // namespace rashomon
