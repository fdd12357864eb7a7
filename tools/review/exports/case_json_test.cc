#include "tools/review/exports/case_json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/base/strings.h"
#include "tools/report/fixture.h"
#include "tools/review/store/case_check.h"
#include "tools/review/store/case_flags.h"
#include "tools/review/store/case_verdicts.h"
#include "tools/review/store/random_case.h"
#include "tools/review/store/test_case.h"

namespace rashomon {
namespace {

using nlohmann::json;

std::string Exported(CaseFile* file) {
  const absl::StatusOr<std::string> json = CaseToJson(file);
  EXPECT_TRUE(json.ok()) << json.status();
  return json.ok() ? *json : "";
}

// The first lines that differ; "" where none does.
std::string FirstDifference(const std::string& a, const std::string& b) {
  const std::vector<std::string_view> left = SplitOn(a, '\n');
  const std::vector<std::string_view> right = SplitOn(b, '\n');
  for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
    if (left[i] != right[i]) return StrCat(left[i], "\n", right[i]);
  }
  return left.size() == right.size() ? "" : "one is longer";
}

TEST(CaseJsonTest, ImportTakesBackWhatExportWroteLosingNothing) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    CaseFile file = RandomCase(seed);
    const CaseCheck check = *CheckCase(&file);
    ASSERT_TRUE(check.problems.empty()) << seed << ": " << check.problems[0];
    const std::string first = Exported(&file);
    CaseFile back = EmptyCase();
    const absl::Status imported = CaseFromJson(first, &back);
    ASSERT_TRUE(imported.ok()) << seed << ": " << imported;
    ASSERT_TRUE(Exported(&back) == first) << seed;
    ASSERT_EQ(FirstDifference(DumpCase(&back), DumpCase(&file)), "") << seed;
  }
}

TEST(CaseJsonTest, WorkGoesOnInAnImportedCase) {
  CaseFile file = FerryCase();
  Decision decision;
  decision.flag = 1;
  ASSERT_TRUE(AddVerdicts("Ines", kTestTime, {decision}, &file).ok());
  CaseFile back = EmptyCase();
  ASSERT_TRUE(CaseFromJson(Exported(&file), &back).ok());
  EXPECT_FALSE(AddTo(&back, FerryComparison()).changed);
  const auto rows = AddVerdicts("Odile", kTestTime, {decision}, &back);
  ASSERT_TRUE(rows.ok()) << rows.status();
  EXPECT_EQ(rows->at(0).id, 2);
  EXPECT_TRUE(UndoBatch("Ines", kTestTime, 1, &back).ok());
}

TEST(CaseJsonTest, ARowIsALine) {
  CaseFile file = FerryCase();
  const std::string text = Exported(&file);
  const json root = json::parse(text);
  std::size_t rows = 0;
  for (const auto& [name, list] : root.items()) {
    if (list.is_array()) rows += list.size();
  }
  EXPECT_EQ(static_cast<std::size_t>(
                std::count(text.begin(), text.end(), '\n')),
            rows + root.size());
}

TEST(CaseJsonTest, BytesThatAreNoTextSurvive) {
  CaseFile file = EmptyCase();
  const Comparison ferry = FerryComparison();
  NewComparison added;
  added.comparison = &ferry;
  added.left_source = std::string_view("\xff\xfe\0x", 4);
  added.right_source = "text";
  added.time = kTestTime;
  ASSERT_TRUE(AddComparison(added, &file).ok());
  CaseFile back = EmptyCase();
  ASSERT_TRUE(CaseFromJson(Exported(&file), &back).ok());
  EXPECT_TRUE(DumpCase(&back) == DumpCase(&file));
}

TEST(CaseJsonTest, ImportIntoACaseThatHoldsSomethingIsRefused) {
  CaseFile file = FerryCase();
  const std::string before = DumpCase(&file);
  EXPECT_FALSE(CaseFromJson(Exported(&file), &file).ok());
  EXPECT_EQ(DumpCase(&file), before);
}

class HostileImportTest : public testing::Test {
 protected:
  HostileImportTest() {
    CaseFile file = FerryCase();
    Decision decision;
    decision.flag = 1;
    EXPECT_TRUE(AddVerdicts("Ines", kTestTime, {decision}, &file).ok());
    good_ = json::parse(Exported(&file));
  }

  // Refused, with the error naming `named`, and nothing kept.
  void ExpectBytesRefused(std::string_view bytes, std::string_view named) {
    CaseFile file = EmptyCase();
    const absl::Status status = CaseFromJson(bytes, &file);
    EXPECT_FALSE(status.ok()) << named;
    EXPECT_NE(status.message().find(std::string(named)), std::string::npos)
        << status << "\nnot named: " << named;
    EXPECT_LT(status.message().size(), 500u);
    CaseFile empty = EmptyCase();
    EXPECT_EQ(DumpCase(&file), DumpCase(&empty));
  }
  void ExpectRefused(const json& bad, std::string_view named) {
    ExpectBytesRefused(bad.dump(), named);
  }
  json With(const char* pointer, json value) const {
    json bad = good_;
    bad[json::json_pointer(pointer)] = std::move(value);
    return bad;
  }

  json good_;
};

TEST_F(HostileImportTest, WhatIsNoCaseIsRefused) {
  ExpectBytesRefused("", "broken JSON");
  ExpectBytesRefused("{\"schema\":\"rashomon.case/1\",", "broken JSON");
  ExpectBytesRefused("[]", "no JSON object");
  ExpectBytesRefused("{}", "schema");
  ExpectBytesRefused(std::string(1000000, '['), "deep");
  ExpectRefused(With("/schema", "rashomon.case/2"), "rashomon.case/2");
  ExpectRefused(With("/schema", std::string(100000, 'x')), "schema");
}

TEST_F(HostileImportTest, WrongTypesAndMissingMembersAreNamed) {
  ExpectRefused(With("/verdicts/0/time", 7), "verdicts[0].time");
  ExpectRefused(With("/verdicts", json::object()), "verdicts");
  ExpectRefused(With("/flags/2", "x"), "flags[2]");
  ExpectRefused(With("/divergences/0/left", 5), "divergences[0].left");
  ExpectRefused(With("/divergences/0/left/begin", "5"), "left.begin");
  ExpectRefused(With("/articles/1/sentences", json::object()), "sentences");
  for (const char* list :
       {"sources", "articles", "pairs", "comparisons", "flags", "divergences",
        "added_flags", "verdicts", "settlements", "case_facts"}) {
    json less = good_;
    less.erase(list);
    ExpectRefused(less, list);
  }
  for (const auto& [name, value] : good_["divergences"][0].items()) {
    json less = good_;
    less["divergences"][0].erase(name);
    ExpectRefused(less, name);
  }
}

TEST_F(HostileImportTest, UnknownMembersWouldBeLostAndAreNamed) {
  ExpectRefused(With("/stray", 1), "stray");
  ExpectRefused(With("/verdicts/0/stray", 1), "stray");
  ExpectRefused(With("/divergences/0/left/stray", 1), "stray");
  ExpectRefused(With("/sources/0/stray", 1), "sources[0]");
}

TEST_F(HostileImportTest, NumbersOutOfRangeAreNamed) {
  for (const char* number :
       {"-1", "0", "1.5", "1e400", "9007199254740993", "18446744073709551615",
        "99999999999999999999999999999999999999"}) {
    std::string bad = With("/verdicts/0/verdict", "HERE").dump();
    bad.replace(bad.find("\"HERE\""), 6, number);
    CaseFile file = EmptyCase();
    EXPECT_FALSE(CaseFromJson(bad, &file).ok()) << number;
  }
  ExpectRefused(With("/divergences/0/weight", 9), "divergences[0]");
  ExpectRefused(With("/divergences/0/confidence", 2), "divergences[0]");
}

TEST_F(HostileImportTest, WhatTheCheckFindsIsRefused) {
  ExpectRefused(With("/articles/0/text", "another text"), "article 1");
  ExpectRefused(With("/sources/0/bytes", "another"), "hash");
  ExpectRefused(With("/sources/0/encoding", "rot13"), "base64");
  ExpectRefused(With("/verdicts/0/flag", 99), "verdicts");
  ExpectRefused(With("/verdicts/0/decision", "maybe"), "verdicts[0]");
  ExpectRefused(With("/verdicts/0/reviewer", "a\nb"), "control");
  ExpectRefused(With("/verdicts/0/batch", 5), "batch");
  ExpectRefused(With("/divergences/0/kind", "lies"), "lies");
  ExpectRefused(With("/flags/0/reopens", 1), "itself");
  json twice = good_;
  twice["verdicts"].push_back(twice["verdicts"][0]);
  ExpectRefused(twice, "verdicts[1]");
}

// No input may do more than be refused.
TEST_F(HostileImportTest, CutAndAlteredInputIsNoCrash) {
  const std::string good = good_.dump();
  for (std::size_t size = 0; size < good.size(); size += 397) {
    CaseFile file = EmptyCase();
    EXPECT_FALSE(CaseFromJson(good.substr(0, size), &file).ok());
  }
  unsigned state = 7;
  for (int i = 0; i < 300; ++i) {
    std::string altered = good;
    for (int j = 0; j < 3; ++j) {
      state = state * 1103515245 + 12345;
      altered[state % altered.size()] = "0\"{}[]:,x"[(state >> 20) % 9];
    }
    CaseFile file = EmptyCase();
    (void)CaseFromJson(altered, &file);
  }
}

}  // namespace
}  // namespace rashomon
