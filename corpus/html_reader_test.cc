#include "corpus/html_reader.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace rashomon {
namespace {

constexpr char kLead[] =
    "The port reopened on Monday, a week after the storm, and ships that had "
    "waited outside the harbour were let in one by one, the council said.";
constexpr char kSecond[] =
    "Trade resumed at once, but the fee, which the council had raised in "
    "spring, stays as it is, its speaker told reporters on the same day.";

std::string Page(std::string_view body) {
  return "<html><head><title>Port reopens</title></head><body>" +
         std::string(body) + "</body></html>";
}

std::string P(std::string_view text) {
  return "<p>" + std::string(text) + "</p>\n";
}

std::string Repeat(std::string_view part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

class HtmlReaderTest : public testing::Test {
 protected:
  Article Read(std::string_view html) {
    auto article = ExtractHtml(html, *registry_);
    EXPECT_TRUE(article.ok()) << article.status();
    return article.ok() ? *std::move(article) : Article();
  }
  absl::StatusOr<OutletRegistry> registry_ = OutletRegistry::Shipped();
  const std::string both_ = std::string(kLead) + "\n\n" + kSecond;
};

TEST_F(HtmlReaderTest, MainTextWithoutFurniture) {
  const Article a = Read(Page(
      "<nav><a href=/>Home</a> <a href=/w>World</a></nav>"
      "<article><h1>Port reopens</h1><p class=byline>By Jane Roe</p>" +
      P(kLead) +
      "<figure><img src=x><figcaption>Ships. Photo: AB</figcaption></figure>" +
      P(kSecond) +
      "<div class=related-stories><a href=a>Ten days at sea</a></div>"
      "<p>READ MORE: <a href=b>What the storm left behind</a></p></article>"
      "<div id=comments><p>I was there, and it was not like that at all, "
      "whatever the council says, and everybody in town knows it.</p></div>"
      "<footer>All rights reserved.</footer>"));
  EXPECT_EQ(a.title, "Port reopens");
  EXPECT_EQ(a.text, both_);
  EXPECT_FALSE(a.provenance.removed.empty());
}

TEST_F(HtmlReaderTest, PartsOfOneArticleAreJoined) {
  EXPECT_EQ(Read(Page("<div class=part>" + P(kLead) +
                      "</div><div class=ad>Buy</div><div class=part>" +
                      P(kSecond) + "</div>"))
                .text,
            both_);
}

TEST_F(HtmlReaderTest, ChunksDeepInTheArticleAreJoined) {
  const auto chunk = [](std::string_view text) {
    return "<div class='grid wide'><div class=body>" + P(text) + "</div></div>";
  };
  EXPECT_EQ(Read(Page("<article>" + chunk(kLead) + "<div class=ad>Buy</div>" +
                      chunk(kSecond) + "</article>"))
                .text,
            both_);
}

TEST_F(HtmlReaderTest, CreditsAtTheEndGo) {
  EXPECT_EQ(Read(Page("<article>" + P(kLead) + P(kSecond) +
                      P("Example News' Jane Roe contributed to this report.") +
                      "</article>"))
                .text,
            both_);
}

TEST_F(HtmlReaderTest, JsonLdHoldsTheTextOfPagesThatScriptsFill) {
  const Article a = Read(Page(
      std::string("<script type='application/ld+json'>{\"@type\":"
                  "\"NewsArticle\",\"articleBody\":\"") +
      kLead + "\\n" + kSecond + "\"}</script><div id=root>Loading</div>"));
  EXPECT_EQ(a.text, both_);
  EXPECT_EQ(a.provenance.found_in.at("text"), "json-ld");
}

TEST_F(HtmlReaderTest, PopUpsAreNoPartOfTheSentence) {
  const std::string lead = kLead;
  const std::string with_pop_up =
      lead.substr(0, 8) + "<span class='rollover-block'>Six more stories</span>" +
      lead.substr(8);
  EXPECT_EQ(Read(Page("<article>" + P(with_pop_up) + P(kSecond) + "</article>"))
                .text,
            both_);
}

TEST_F(HtmlReaderTest, QuotedPostsStay) {
  EXPECT_NE(Read(Page("<article>" + P(kLead) +
                      "<div class=social-embed><blockquote class=twitter-tweet>"
                      "<p>The port is open!</p></blockquote></div>" +
                      P(kSecond) + "</article>"))
                .text.find("The port is open!"),
            std::string::npos);
}

TEST_F(HtmlReaderTest, LineBreaksPartParagraphs) {
  EXPECT_EQ(Read(Page("<div>" + std::string(kLead) + "<br><br>" + kSecond +
                      "</div>"))
                .text,
            both_);
}

TEST_F(HtmlReaderTest, SubHeadingsStay) {
  EXPECT_NE(Read(Page("<article>" + P(kLead) + "<h2>The council's move</h2>" +
                      P(kSecond) + "</article>"))
                .text.find("\n\nThe council's move\n\n"),
            std::string::npos);
}

TEST_F(HtmlReaderTest, DeclaredEncodingIsUsed) {
  // "Порт открыт" and more in windows-1251 and in KOI8-R.
  const std::string win = "\xCF\xEE\xF0\xF2 \xEE\xF2\xEA\xF0\xFB\xF2.";
  const std::string koi = "\xF0\xCF\xD2\xD4 \xCF\xD4\xCB\xD2\xD9\xD4.";
  EXPECT_EQ(Read("<meta charset=windows-1251><p>" + win).text, "Порт открыт.");
  EXPECT_EQ(Read("<meta http-equiv=Content-Type content='text/html; "
                 "charset=koi8-r'><p>" +
                 koi)
                .text,
            "Порт открыт.");
}

TEST_F(HtmlReaderTest, HostilePagesAreReadInBoundedTime) {
  const int n = 10000;  // quadratic time would show as minutes
  for (const std::string& page :
       {Repeat("<div>", n), Repeat("<p><b>", n), Repeat("<a href=x><p>", n),
        Repeat("<table><tr><td>", n), Repeat("<!--", n), Repeat("<svg>", n),
        Repeat("<span><p></span>", n), Repeat("</div>", n),
        "<p " + Repeat("a=1 ", n) + ">", Repeat("<form>", n),
        Repeat("<font color=1>", n), Repeat("<li><ul>", n),
        Repeat("<button>x", n), Repeat("<h1>x", n)}) {
    Read(page + "<p>" + kLead);
  }
}

TEST_F(HtmlReaderTest, EveryTruncationIsRead) {
  const std::string page = Page(
      "<script type='application/ld+json'>{\"@type\":\"Article\"}</script>"
      "<table><tr><td class='x'>a</td></tr></table><!-- c --><p>&amp;&#8217;" +
      P(kLead));
  for (std::size_t n = 0; n < page.size(); ++n) {
    ExtractHtml(page.substr(0, n), *registry_).IgnoreError();
  }
  SUCCEED();
}

TEST_F(HtmlReaderTest, RandomMarkupIsRead) {
  std::mt19937 random(7);
  const std::string_view pieces[] = {
      "<p>",     "</p>",  "<div class=\"", "\">", "<a href='", "'>", "</a>",
      "<table>", "<td>",  "</table>",      "<!--", "-->",      "<",  ">",
      "text, ",  "<br>",  "<select>",      "<option>",         "<title>",
      "&",       "&#1;",  "</",            "<script>",         "</script>",
      "<li>",    "<html", "<frameset>",    "<body>",           "\xD0\xB6"};
  for (int round = 0; round < 300; ++round) {
    std::string page;
    const unsigned parts = random() % 80;
    for (unsigned i = 0; i < parts; ++i) {
      page += pieces[random() % std::size(pieces)];
    }
    ExtractHtml(page, *registry_).IgnoreError();
  }
  SUCCEED();
}

}  // namespace
}  // namespace rashomon
