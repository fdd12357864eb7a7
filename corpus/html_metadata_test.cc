#include "corpus/html_metadata.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

class HtmlMetadataTest : public testing::Test {
 protected:
  HtmlMetadata Read(std::string_view html) {
    return ReadHtmlMetadata(ParseHtml(html), *registry_);
  }
  absl::StatusOr<OutletRegistry> registry_ = OutletRegistry::Shipped();
};

TEST_F(HtmlMetadataTest, JsonLdGoesFirst) {
  const HtmlMetadata m = Read(
      R"(<meta property="og:title" content="Other"><title>Third</title>
<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},
{"@type":["NewsArticle"],"headline":"Port &amp; fee","datePublished":
"2021-04-28T11:53:00Z","author":[{"name":"Jane Roe"},"John Doe"],
"publisher":{"name":"Example News"}}]}</script>)");
  EXPECT_EQ(m.title.value, "Port & fee");
  EXPECT_EQ(m.title.from, "json-ld");
  EXPECT_EQ(m.published.value, "2021-04-28T11:53:00Z");
  EXPECT_EQ(m.byline.value, "Jane Roe, John Doe");
  EXPECT_EQ(m.outlet.value, "Example News");
}

TEST_F(HtmlMetadataTest, BrokenJsonLdIsMendedOrPassedOver) {
  EXPECT_EQ(Read("<script type='application/ld+json'>{\"@type\":\"Article\","
                 "\"headline\":\"Two\nlines\"};</script>")
                .title.value,
            "Two lines");
  EXPECT_EQ(Read("<script type='application/ld+json'>{oops</script>"
                 "<title>T</title>")
                .title.value,
            "T");
}

TEST_F(HtmlMetadataTest, MetaTagsOfSeveralKindsAreRead) {
  const HtmlMetadata m = Read(
      R"(<meta property="og:title" content="Port reopens | Example News">
<meta property="og:site_name" content="Example News">
<meta name="DC.date.issued" content="28 April 2021">
<meta name="author" content="https://example.com/jane">
<meta name="sailthru.author" content="By Jane Roe">)");
  EXPECT_EQ(m.title.value, "Port reopens");
  EXPECT_EQ(m.published.value, "2021-04-28");
  EXPECT_EQ(m.published.from, "meta");
  EXPECT_EQ(m.byline.value, "Jane Roe");
}

TEST_F(HtmlMetadataTest, PlaceholdersAreNoValues) {
  const HtmlMetadata m = Read(
      R"(<meta property="og:site_name" content="https://www.example.com">
<meta property="article:published_time" content="0001-01-01T00:00:00Z">
<meta name="publisher" content="Example News | World, Sport">)");
  EXPECT_EQ(m.outlet.value, "Example News");
  EXPECT_EQ(m.published.value, "");
}

TEST_F(HtmlMetadataTest, TimeElementIsTheLastSourceOfADate) {
  const HtmlMetadata m =
      Read("<h1>Port</h1><time datetime='2021-04-28T09:00'>today</time>");
  EXPECT_EQ(m.published.value, "2021-04-28T09:00");
  EXPECT_EQ(m.published.from, "time element");
  EXPECT_EQ(m.title.value, "Port");
}

TEST_F(HtmlMetadataTest, AddressTellsTheOutlet) {
  const HtmlMetadata m = Read(
      "<link rel=canonical href='https://www.rferl.org/a/1.html'>"
      "<meta property='og:site_name' content='some name'>");
  EXPECT_EQ(m.outlet.value, "RFE/RL");
  EXPECT_EQ(m.outlet.from, "registry");
  EXPECT_EQ(m.url.value, "https://www.rferl.org/a/1.html");
}

TEST(DecodeCharacterReferencesTest, DecodesWhatItKnows) {
  EXPECT_EQ(DecodeCharacterReferences("a &amp; b &#8217;&#x42F; &lt;"),
            "a & b ’Я <");
  for (const char* same : {"&", "&;", "&#;", "&#xD800;", "&#99999999999;",
                           "&nonsense;", "AT&T; it"}) {
    EXPECT_EQ(DecodeCharacterReferences(same), same);
  }
}

}  // namespace
}  // namespace rashomon
