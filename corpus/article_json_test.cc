#include "corpus/article_json.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "corpus/json_text.h"

namespace rashomon {
namespace {

TEST(ArticleJsonTest, KeepsUnknownFieldsAndText) {
  const std::string text = "  Odd \\u00a0 text.\\n\\nREAD MORE: Port\\t";
  const auto a = ArticleFromJson("{\"text\":\"" + text +
                                 "\",\"topic\":{\"a\":[1,2.5,null]},\"id\":7}");
  ASSERT_TRUE(a.ok()) << a.status();
  EXPECT_EQ(a->id, "7");
  EXPECT_EQ(a->text, "  Odd \u00a0 text.\n\nREAD MORE: Port\t");
  const auto again = ArticleFromJson(ArticleToJson(*a));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->text, a->text);
  EXPECT_EQ(again->unknown_fields, R"({"topic":{"a":[1,2.5,null]}})");
}

TEST(ArticleJsonTest, RoundTripKeepsEveryField) {
  const std::string line =
      R"({"id":"a","outlet":"Post","published":"2021-04-28","url":"u",)"
      R"("title":"T","byline":"B","place":"P","language":"en","text":"Text.",)"
      R"("residue":[{"field":"title","begin":0,"end":1,"reason":"r"},)"
      R"({"begin":0,"end":4,"reason":"s"}],)"
      R"("provenance":{"source":"x.jsonl","line":3,"format":"jsonl",)"
      R"("encoding":"UTF-8","found_in":{"outlet":"text"},)"
      R"("removed":[{"text":"m","reason":"menu","source_byte":9}]}})";
  const auto a = ArticleFromJson(line);
  ASSERT_TRUE(a.ok()) << a.status();
  EXPECT_EQ(ArticleToJson(*a), line);
}

TEST(ArticleJsonTest, SchemaNamesEveryFieldThatIsWritten) {
  std::ifstream file("corpus/article.schema.json");
  std::stringstream bytes;
  bytes << file.rdbuf();
  const auto schema = ParseJson(bytes.str());
  ASSERT_TRUE(schema.ok()) << schema.status();
  Article a;
  a.id = a.outlet = a.published = a.url = a.title = a.byline = a.place =
      a.language = a.text = "x";
  a.residue = {{{Field::kText, 0, 1}, "menu"}};
  a.provenance = {"s", 1, "jsonl", "UTF-8", {{"title", "page"}},
                  {{"m", "menu", 0}}};
  const auto written = ParseJson(ArticleToJson(a));
  ASSERT_TRUE(written.ok());
  const auto& known = (*schema)["properties"];
  for (const auto& [name, value] : written->items()) {
    EXPECT_TRUE(known.contains(name)) << name;
  }
  for (const auto& [name, value] : (*written)["provenance"].items()) {
    EXPECT_TRUE(known["provenance"]["properties"].contains(name)) << name;
  }
}

TEST(ArticleJsonTest, ErrorsSayWhatAndWhere) {
  const std::pair<const char*, const char*> cases[] = {
      {"{\"text\": \"a\" \"b\"}", "near byte 15"},
      {"{\"text\": \"a", "broken JSON"},
      {"{\"text\": 5}", "\"text\" is no string"},
      {"{\"outlet\": \"a\"}", "neither"},
      {"[1]", "no JSON object"},
      {"{\"text\":\"a\",\"residue\":[{\"begin\":0,\"end\":2}]}", "outside"},
      {"{\"text\":\"\xD0\xB6\",\"residue\":[{\"begin\":1,\"end\":2}]}", "cuts"},
      {"{\"text\":\"abc\",\"residue\":[{\"begin\":0,\"end\":2},"
       "{\"begin\":1,\"end\":3}]}",
       "overlap"},
      {"{\"text\":\"a\",\"residue\":[{\"begin\":-1,\"end\":2}]}", "begin"},
      {"{\"text\":\"\xFF\"}", "UTF-8"},
  };
  for (const auto& [json, expected] : cases) {
    const auto a = ArticleFromJson(json);
    ASSERT_FALSE(a.ok()) << json;
    EXPECT_NE(a.status().ToString().find(expected), std::string::npos)
        << a.status();
  }
}

TEST(ArticleJsonTest, DeepNestingIsRefused) {
  const std::string deep = "{\"text\":\"a\",\"x\":" + std::string(100000, '[') +
                           std::string(100000, ']') + "}";
  EXPECT_NE(ArticleFromJson(deep).status().ToString().find("deep"),
            std::string::npos);
}

TEST(ArticleJsonTest, DateIsReadUnderItsOtherNames) {
  const auto a = ArticleFromJson(R"({"text":"a","date":"2012-03-04"})");
  ASSERT_TRUE(a.ok());
  EXPECT_EQ(a->published, "2012-03-04");
  EXPECT_EQ(a->unknown_fields, R"({"date":"2012-03-04"})");
}

TEST(ArticleJsonTest, EveryTruncationIsAnErrorNotACrash) {
  const std::string line =
      R"({"id":"a","text":"Ж \u0416.","residue":[{"begin":0,"end":2}]})";
  for (std::size_t n = 0; n < line.size(); ++n) {
    EXPECT_FALSE(ArticleFromJson(line.substr(0, n)).ok()) << n;
  }
  EXPECT_TRUE(ArticleFromJson(line).ok());
}

}  // namespace
}  // namespace rashomon
