#include "corpus/html_filter.h"

#include <gtest/gtest.h>

#include <string>

namespace rashomon {
namespace {

std::string Filtered(std::string_view html) { return FilterHtml(html).html; }

std::string Repeat(std::string_view part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

TEST(HtmlFilterTest, LeavesOutWhatIsNoText) {
  EXPECT_EQ(Filtered("<p>a<!-- b --><b>c</b><style>d</style>e</p>"),
            "<p>ac e</p>");
  EXPECT_EQ(Filtered("a < b, 1<2"), "a &lt; b, 1&lt;2");
}

TEST(HtmlFilterTest, KeepsJsonLdAside) {
  const FilteredHtml f = FilterHtml(
      "<script type='application/ld+json'>{\"a\":\"<p>\"}</script>"
      "<SCRIPT>x</SCRIPT>t");
  ASSERT_EQ(f.json_ld.size(), 1u);
  EXPECT_EQ(f.json_ld[0], "{\"a\":\"<p>\"}");
  EXPECT_EQ(f.html, "  t");
}

TEST(HtmlFilterTest, KeepsFewAttributes) {
  EXPECT_EQ(Filtered("<div onclick=x CLASS='a \"b' data-y=1 id=z>"),
            "<div class=\"a &quot;b\" id=\"z\">");
}

TEST(HtmlFilterTest, NestingIsCutAndTextKept) {
  const std::string html =
      Filtered(Repeat("<div>", 5000) + "text" + Repeat("</div>", 5000) + "end");
  std::size_t depth = 0;
  for (std::size_t at = html.find("<div>"); at != std::string::npos;
       at = html.find("<div>", at + 1)) {
    ++depth;
  }
  EXPECT_EQ(depth, kMaxHtmlDepth);
  EXPECT_NE(html.find("text"), std::string::npos);
  EXPECT_TRUE(html.ends_with("end"));
}

TEST(HtmlFilterTest, UnclosedPartsDoNotSwallowThePage) {
  for (const char* open : {"<!--", "<script>", "<title>", "<style>",
                           "<noscript>", "<svg>", "<textarea>"}) {
    EXPECT_NE(Filtered(std::string(open) + "text").find("text"),
              std::string::npos)
        << open;
  }
}

TEST(HtmlFilterTest, StrayEndTagsGo) {
  EXPECT_EQ(Filtered("</div><p>a</span></p></td>"), "<p>a</p>");
  EXPECT_EQ(Filtered("<td>a"), "a");
}

}  // namespace
}  // namespace rashomon
