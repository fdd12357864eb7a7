#include "tools/report/html_escape.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

TEST(HtmlEscapeTest, MarkupBecomesText) {
  EXPECT_EQ(EscapeHtml("<script>alert('x') && \"y\"</script>"),
            "&lt;script&gt;alert(&#39;x&#39;) &amp;&amp; "
            "&quot;y&quot;&lt;/script&gt;");
}

TEST(HtmlEscapeTest, EntitiesInTheTextStayAsWritten) {
  EXPECT_EQ(EscapeHtml("&lt;"), "&amp;lt;");
}

TEST(HtmlEscapeTest, HiddenControlsAreShown) {
  EXPECT_EQ(EscapeHtml("a\u202eb"),
            "a<span class=\"ctl\">U+202E</span>b");
  EXPECT_EQ(EscapeAttribute("a\x1b"), "a[U+001B]");
}

TEST(HtmlEscapeTest, BytesThatAreNotUtf8AreReplaced) {
  EXPECT_EQ(EscapeHtml("\xff<"), "\uFFFD&lt;");
}

TEST(HtmlEscapeTest, OtherTextIsUntouched) {
  EXPECT_EQ(EscapeHtml("Ёлка, 會談\n👩‍👩‍👧"), "Ёлка, 會談\n👩‍👩‍👧");
}

}  // namespace
}  // namespace rashomon
