#include "tools/report/comparison_json.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tools/report/fixture.h"
#include "tools/report/json_values.h"

namespace rashomon {
namespace {

std::vector<std::string> Keys(const OrderedJson& json) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  return keys;
}

OrderedJson Parsed(const Comparison& comparison) {
  return OrderedJson::parse(ComparisonToJson(comparison));
}

TEST(ComparisonJsonTest, KeysStandInTheDocumentedOrder) {
  const OrderedJson json = Parsed(FerryComparison());
  EXPECT_EQ(Keys(json),
            (std::vector<std::string>{"schema", "left", "right", "same_event",
                                      "alignments", "divergences", "unmatched",
                                      "notes", "versions"}));
  EXPECT_EQ(Keys(json["divergences"][1]),
            (std::vector<std::string>{"kind", "left", "right", "weight",
                                      "confidence", "rule", "triggers",
                                      "explanation", "nearest", "fingerprint",
                                      "anchor"}));
  EXPECT_EQ(Keys(json["divergences"][1]["nearest"]),
            (std::vector<std::string>{"side", "field", "begin", "end", "quote",
                                      "score"}));
}

TEST(ComparisonJsonTest, OneLineUnlessIndented) {
  const std::string line = ComparisonToJson(FerryComparison());
  EXPECT_EQ(line.find('\n'), std::string::npos);
  const std::string pretty = ComparisonToJson(FerryComparison(), {.indent = 2});
  EXPECT_EQ(OrderedJson::parse(line), OrderedJson::parse(pretty));
}

TEST(ComparisonJsonTest, QuotesAreTheBytesAtTheirSpans) {
  const OrderedJson json = Parsed(FerryComparison());
  int checked = 0;
  for (const OrderedJson& flag : json["divergences"]) {
    for (const char* side : {"left", "right"}) {
      if (flag[side].is_null()) continue;
      const OrderedJson& at = flag[side];
      const std::string field = json[side][at["field"].get<std::string>()];
      const std::size_t begin = at["begin"];
      EXPECT_EQ(field.substr(begin, at["end"].get<std::size_t>() - begin),
                at["quote"]);
      ++checked;
    }
  }
  EXPECT_EQ(checked, 15);
}

TEST(ComparisonJsonTest, SideWithoutEvidenceIsNull) {
  const OrderedJson json = Parsed(FerryComparison());
  EXPECT_TRUE(json["divergences"][1]["right"].is_null());
  EXPECT_TRUE(json["divergences"][0]["nearest"].is_null());
}

TEST(ComparisonJsonTest, ScoresAreRounded) {
  const OrderedJson json = Parsed(FerryComparison());
  EXPECT_EQ(json["divergences"][1]["nearest"]["score"].dump(), "0.2235");
  EXPECT_EQ(json["unmatched"]["left"][1]["score"].dump(), "0.2235");
}

TEST(ComparisonJsonTest, SentenceWithoutAnyNearestHasNull) {
  const OrderedJson json = Parsed(HostileComparison());
  EXPECT_TRUE(json["unmatched"]["left"][0]["nearest"].is_null());
}

TEST(ComparisonJsonTest, UnknownFieldsAreKeptButNeverReplaceOurs) {
  Comparison c = FerryComparison();
  c.right.unknown_fields = R"({"desk":"coast","sentences":"forged"})";
  const OrderedJson json = Parsed(c);
  EXPECT_EQ(json["right"]["desk"], "coast");
  EXPECT_TRUE(json["right"]["sentences"].is_array());
}

TEST(ComparisonJsonTest, HostileBytesGiveValidJson) {
  const std::string line = ComparisonToJson(HostileComparison());
  EXPECT_TRUE(OrderedJson::accept(line));
  EXPECT_EQ(line.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace rashomon
