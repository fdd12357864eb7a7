#include "corpus/reader.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "corpus/article_json.h"
#include "corpus/article_stream.h"

namespace rashomon {
namespace {

class ReaderTest : public testing::Test {
 protected:
  ReaderTest() {
    options_.registry = &*registry_;
    folder_ = testing::TempDir() + "/reader_" +
              testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::create_directories(folder_);
  }
  ~ReaderTest() override { std::filesystem::remove_all(folder_); }

  std::string Write(const std::string& name, std::string_view bytes) {
    const std::string path = folder_ + "/" + name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  absl::StatusOr<ReadResult> Read(std::string_view bytes,
                                  const std::string& source) {
    return ReadArticlesFromBytes(bytes, source, options_);
  }
  void ExpectError(const absl::Status& status, std::string_view part) {
    EXPECT_FALSE(status.ok());
    EXPECT_NE(status.ToString().find(part), std::string::npos) << status;
  }

  absl::StatusOr<OutletRegistry> registry_ = OutletRegistry::Shipped();
  ReadOptions options_;
  std::string folder_;
};

TEST_F(ReaderTest, FileNameIsTheLastSourceOfOutletAndDate) {
  const auto read = Read("The talks ended on Monday.", "rferl_2017-09-13.txt");
  ASSERT_TRUE(read.ok()) << read.status();
  const Article& a = read->articles[0];
  EXPECT_EQ(a.outlet, "RFE/RL");
  EXPECT_EQ(a.published, "2017-09-13");
  EXPECT_EQ(a.provenance.found_in.at("outlet"), "file name");
  EXPECT_EQ(a.provenance.format, "text");
  EXPECT_EQ(a.language, "en");
  EXPECT_EQ(a.id.size(), 16u);
}

TEST_F(ReaderTest, OverridesWin) {
  options_.overrides.outlet = "Gazette";
  options_.overrides.published = "2020-01-02";
  const auto read = Read("GENEVA (Reuters) - It ended.", "tass_2021-04-28.txt");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->articles[0].outlet, "Gazette");
  EXPECT_EQ(read->articles[0].published, "2020-01-02");
  EXPECT_EQ(read->articles[0].provenance.found_in.at("outlet"), "option");
}

TEST_F(ReaderTest, MissingDateAndThirdLanguageAreWarnings) {
  const auto read = Read(
      "Les ministres se sont réunis lundi à Genève pour parler de la paix, et "
      "ils ont dit que les négociations allaient continuer avec les autres.",
      "left.txt");
  ASSERT_TRUE(read.ok()) << read.status();
  ASSERT_EQ(read->warnings.size(), 2u);
  EXPECT_NE(read->warnings[0].message.find("date"), std::string::npos);
  EXPECT_EQ(read->articles[0].language, "other");
}

TEST_F(ReaderTest, WindowsCyrillicIsDecoded) {
  // "Переговоры шли весь день." in windows-1251.
  const auto read = Read(
      "\xCF\xE5\xF0\xE5\xE3\xEE\xE2\xEE\xF0\xFB \xF8\xEB\xE8 \xE2\xE5\xF1\xFC "
      "\xE4\xE5\xED\xFC \xE2 \xE3\xEE\xF0\xEE\xE4\xE5. \xCE\xED\xE8 "
      "\xEF\xF0\xEE\xE4\xEE\xEB\xE6\xE0\xF2\xF1\xFF.",
      "a.txt");
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_TRUE(read->articles[0].text.starts_with("Переговоры шли весь день"));
  EXPECT_EQ(read->articles[0].language, "ru");
}

TEST_F(ReaderTest, JsonTextIsNeverAlteredAndResidueIsMarked) {
  const std::string json =
      R"({"outlet":"Post","published":"2021-04-28",)"
      R"("text":"It ended.\n\nREAD MORE: Ten days\n\nHe left. "})";
  const auto read = Read(json, "a.json");
  ASSERT_TRUE(read.ok()) << read.status();
  const Article& a = read->articles[0];
  EXPECT_EQ(a.text, "It ended.\n\nREAD MORE: Ten days\n\nHe left. ");
  ASSERT_EQ(a.residue.size(), 1u);
  EXPECT_EQ(a.Quote(a.residue[0].span), "READ MORE: Ten days");
}

TEST_F(ReaderTest, GivenResidueIsKeptAsGiven) {
  const auto read = Read(
      R"({"text":"READ MORE: x\nIt ended.","residue":[{"begin":13,"end":15}]})",
      "a.json");
  ASSERT_TRUE(read.ok()) << read.status();
  ASSERT_EQ(read->articles[0].residue.size(), 1u);
  EXPECT_EQ(read->articles[0].residue[0].span.begin, 13u);
}

TEST_F(ReaderTest, JsonArraysAndLinesHoldManyArticles) {
  const auto array = Read(R"([{"text":"a b."},{"title":"T"}])", "a.json");
  ASSERT_TRUE(array.ok()) << array.status();
  EXPECT_EQ(array->articles.size(), 2u);
  const auto lines = Read("{\"text\":\"a.\"}\r\n\n{\"text\":\"b.\"}", "-");
  ASSERT_TRUE(lines.ok()) << lines.status();
  ASSERT_EQ(lines->articles.size(), 2u);
  EXPECT_EQ(lines->articles[1].provenance.line, 3);
}

TEST_F(ReaderTest, BrokenLinesAreNamed) {
  const std::string lines = "{\"text\":\"a.\"}\n{\"text\":\n{\"text\":\"c.\"}\n";
  ExpectError(Read(lines, "x.jsonl").status(), "x.jsonl:2: broken JSON");
  options_.skip_bad = true;
  const auto skipping = Read(lines, "x.jsonl");
  ASSERT_TRUE(skipping.ok());
  EXPECT_EQ(skipping->articles.size(), 2u);
  EXPECT_EQ(skipping->skipped, 1);
}

TEST_F(ReaderTest, StreamsGiveGoodLinesBeforeTheBadOne) {
  const std::string lines = "{\"text\":\"a.\"}\nnot json\n";
  auto stream = ArticleStream::OpenBytes(lines, "x.jsonl", options_);
  ASSERT_TRUE(stream.ok());
  const auto first = (*stream)->Next();
  ASSERT_TRUE(first.ok() && first->has_value());
  EXPECT_EQ((*first)->text, "a.");
  ExpectError((*stream)->Next().status(), "x.jsonl:2");
}

TEST_F(ReaderTest, FoldersAreReadInOrderOfNames) {
  Write("b_2021-01-02.txt", "Second report of the day.");
  Write("a.jsonl", "{\"text\":\"First report.\"}\n");
  Write("index.json", "[{\"file\":\"b\"}]");
  Write("notes.bin", std::string("\0\1\2", 3));
  const auto read = ReadArticles(folder_, options_);
  ASSERT_TRUE(read.ok()) << read.status();
  ASSERT_EQ(read->articles.size(), 2u);
  EXPECT_EQ(read->articles[0].text, "First report.");
  EXPECT_EQ(read->articles[1].text, "Second report of the day.");
}

TEST_F(ReaderTest, BadInputIsNamedWithItsFix) {
  ExpectError(ReadArticles(folder_ + "/none.txt", options_).status(),
              "none.txt");
  ExpectError(ReadArticles(folder_, options_).status(), "no articles");
  ExpectError(ReadArticles("https://example.com/a", options_).status(),
              "save the page");
  ExpectError(Read("", "e.txt").status(), "e.txt is empty");
  ExpectError(Read(" \n ", "e.txt").status(), "empty");
  ExpectError(Read("%PDF-1.7 ...", "e.pdf").status(), "PDF");
  ExpectError(Read(std::string("\1\2\0\0\0\3\xFF\0\0", 9), "e.bin").status(),
              "e.bin");
  ExpectError(Read("{\"a\":1}", "e.json").status(), "neither");
  ExpectError(Read("Advertisement", "e.txt").status(), "no article text");
}

TEST_F(ReaderTest, SizesOverTheLimitAreRefused) {
  options_.limits.max_article_bytes = 100;
  const std::string text(101, 'a');
  ExpectError(ReadArticles(Write("big.txt", text), options_).status(),
              "limit of 100");
  ExpectError(Read("{\"text\":\"" + text + "\"}\n", "big.jsonl").status(),
              "line 1");
  EXPECT_TRUE(Read(text.substr(1), "small.txt").ok());
}

TEST_F(ReaderTest, JsonLinesMayBeLargerThanAnArticle) {
  options_.limits.max_article_bytes = 64;
  std::string lines;
  for (int i = 0; i < 100; ++i) lines += "{\"text\":\"A report.\"}\n";
  const auto read = ReadArticles(Write("many.jsonl", lines), options_);
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->articles.size(), 100u);
}

// Whatever the bytes: an error or valid articles, and no crash.
void ExpectSound(const absl::StatusOr<ReadResult>& read) {
  if (!read.ok()) {
    EXPECT_FALSE(read.status().message().empty());
    return;
  }
  for (const Article& a : read->articles) {
    for (const Residue& r : a.residue) {
      ASSERT_LE(r.span.end, a.field(r.span.field).size());
    }
    EXPECT_TRUE(ArticleFromJson(ArticleToJson(a)).ok());
  }
}

TEST_F(ReaderTest, RandomBytesNeverCrash) {
  std::mt19937 random(1);
  const std::string_view pieces[] = {
      "<p>",  "<div",   "</", ">",   "{\"text\":\"", "\"}", "\n", "“", "”",
      "word", "icon ",  "(",  ")",   "\xD0",         "\xFF", "28 Apr, 2021",
      "©",    "• ",     ". ", "<!--", "&amp;",       "[",   "\\u", " ",
      "READ MORE: ",    "<a href='", "</table>",     "<script>", "="};
  for (int round = 0; round < 600; ++round) {
    std::string bytes = round % 3 == 0 ? "<html>" : "";
    const unsigned parts = random() % 60;
    for (unsigned i = 0; i < parts; ++i) {
      bytes += pieces[random() % std::size(pieces)];
      if (random() % 20 == 0) bytes += static_cast<char>(random());
    }
    ExpectSound(Read(bytes, round % 2 == 0 ? "a.txt" : "-"));
  }
}

// Gold data, where it is there.
TEST_F(ReaderTest, FiveRealArticlesReadClean) {
  const char* data = std::getenv("RASHOMON_DATA");
  if (data == nullptr) GTEST_SKIP() << "RASHOMON_DATA is not set";
  const auto read = ReadArticles(std::string(data) + "/articles", options_);
  ASSERT_TRUE(read.ok()) << read.status();
  ASSERT_EQ(read->articles.size(), 5u);
  const std::pair<const char*, const char*> expected[] = {
      {"Republic World", "2021-04-16"}, {"RFE/RL", "2017-09-13"},
      {"RT in Russian", "2021-04-28"},  {"RT", "2021-04-28T11:53"},
      {"TASS", "2021-04-28"}};
  for (std::size_t i = 0; i < 5; ++i) {
    const Article& a = read->articles[i];
    EXPECT_EQ(a.outlet, expected[i].first);
    EXPECT_EQ(a.published, expected[i].second);
    EXPECT_EQ(a.language, "en");
    for (const char* residue : {"icon", "Also on", "©", "•", "Image credits",
                                "share it with", "date 20"}) {
      EXPECT_EQ(a.text.find(residue), std::string::npos)
          << a.outlet << ": " << residue;
    }
  }
  EXPECT_EQ(read->articles[1].place, "WASHINGTON");
  EXPECT_TRUE(read->articles[3].title.starts_with("Washington rejected"));
  EXPECT_NE(read->articles[2].text.find("(Joe Biden. - RT) since"),
            std::string::npos);
  for (const char* heading : {"\n\nNo zeroing\n\n", "\n\nControversial"}) {
    EXPECT_NE(read->articles[2].text.find(heading), std::string::npos);
  }
}

}  // namespace
}  // namespace rashomon
