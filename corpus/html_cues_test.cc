#include "corpus/html_cues.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

TEST(SplitNamesTest, PartsHaveOneBorder) {
  EXPECT_EQ(SplitNames("articleBody_main grid--item__x"),
            "article-body-main grid-item-x");
  EXPECT_EQ(SplitNames("ABC"), "abc");
}

TEST(HtmlCuesTest, ShippedTableLoadsAndTellsKinds) {
  const HtmlCues& cues = HtmlCues::Shipped();
  EXPECT_TRUE(cues.Read("c-article__body wide").content);
  EXPECT_TRUE(cues.Read("relatedStories").drop);
  EXPECT_TRUE(cues.Read("jp-relatedposts").drop);
  EXPECT_TRUE(cues.Read("twitter-tweet").keep);
  EXPECT_TRUE(cues.Read("rollover-block").pop_up);
  EXPECT_FALSE(cues.Read("").drop);
}

TEST(HtmlCuesTest, CuesMatchWholePartsOnly) {
  const HtmlCues& cues = HtmlCues::Shipped();
  for (const char* names : {"header-shadow", "download", "navy", "advice",
                            "socialism", "paragraph"}) {
    EXPECT_FALSE(cues.Read(names).drop) << names;
  }
}

TEST(HtmlCuesTest, BadTablesNameTheLine) {
  EXPECT_NE(HtmlCues::FromTsv("kind\tpattern\nodd\tx\n", "mine.tsv")
                .status()
                .ToString()
                .find("mine.tsv:2"),
            std::string::npos);
}

}  // namespace
}  // namespace rashomon
