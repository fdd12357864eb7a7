// What the readable exports and the bundle promise, over cases made by chance
// and one made to hurt.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/strings.h"
#include "tools/report/fixture.h"
#include "tools/review/exports/bundle.h"
#include "tools/review/exports/case_contents.h"
#include "tools/review/exports/case_html.h"
#include "tools/review/exports/case_json.h"
#include "tools/review/exports/flags_csv.h"
#include "tools/review/exports/sarif.h"
#include "tools/review/exports/web_annotation.h"
#include "tools/review/exports/zip_archive.h"
#include "tools/review/store/case_flags.h"
#include "tools/review/store/case_verdicts.h"
#include "tools/review/store/random_case.h"
#include "tools/review/store/sha256.h"
#include "tools/review/store/test_case.h"

namespace rashomon {
namespace {

using nlohmann::json;

constexpr std::uint64_t kCases = 40;

CaseContents ContentsOf(CaseFile* file) {
  absl::StatusOr<CaseContents> contents = ReadContents(file);
  EXPECT_TRUE(contents.ok()) << contents.status();
  return contents.ok() ? *std::move(contents) : CaseContents();
}

Decision Dismissal(std::int64_t flag) {
  Decision decision;
  decision.flag = flag;
  decision.verdict = Verdict::kDismissed;
  decision.reason = DismissReason::kTrivial;
  decision.note = "see {0} and [this](https://x.example)";
  return decision;
}

Decision Confirmation(std::int64_t flag) {
  Decision decision;
  decision.flag = flag;
  return decision;
}

// Ines dismissed 1 and 2, Odile confirmed 2; 3 is confirmed, and settled 4.
CaseFile DecidedFerry() {
  CaseFile file = FerryCase();
  EXPECT_TRUE(
      AddVerdicts("Ines", kTestTime,
                  {Dismissal(1), Dismissal(2), Confirmation(3), Dismissal(4)},
                  &file)
          .ok());
  EXPECT_TRUE(AddVerdicts("Odile", kTestTime, {Confirmation(2)}, &file).ok());
  EXPECT_TRUE(Settle("both", kTestTime, Confirmation(4), &file).ok());
  return file;
}

// CSV.

// The rows of an RFC 4180 file.
std::vector<std::vector<std::string>> ParseCsv(const std::string& csv) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string value;
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted) {
      if (c != '"') {
        value += c;
      } else if (i + 1 < csv.size() && csv[i + 1] == '"') {
        value += csv[++i];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',' || c == '\r') {
      row.push_back(std::move(value));
      value.clear();
    } else if (c == '\n') {
      rows.push_back(std::move(row));
      row.clear();
    } else {
      value += c;
    }
  }
  EXPECT_TRUE(row.empty() && value.empty() && !quoted);
  return rows;
}

std::string Column(const std::vector<std::vector<std::string>>& rows,
                   std::size_t row, std::string_view name) {
  for (std::size_t c = 0; c < rows[0].size(); ++c) {
    if (rows[0][c] == name) return rows[row][c];
  }
  ADD_FAILURE() << "no column " << name;
  return "";
}

TEST(FlagsCsvTest, HasARowForEachFlagAndNoFormula) {
  for (std::uint64_t seed = 0; seed < kCases; ++seed) {
    CaseFile file = RandomCase(seed);
    const CaseContents contents = ContentsOf(&file);
    const auto rows = ParseCsv(FlagsToCsv(contents));
    ASSERT_EQ(rows.size(), contents.flags.size() + 1);
    for (const auto& row : rows) {
      ASSERT_EQ(row.size(), rows[0].size());
      for (const std::string& value : row) {
        ASSERT_TRUE(value.empty() ||
                    std::string("=+-@\t\r").find(value[0]) ==
                        std::string::npos)
            << value;
      }
    }
    EXPECT_EQ(ParseCsv(*VerdictsToCsv(&file)).size(),
              HistoryAfter(&file, 0, 10000)->size() + 1);
  }
}

TEST(FlagsCsvTest, NamesTheUnitOfOffsetsAndWhoDecided) {
  CaseFile file = DecidedFerry();
  const auto rows = ParseCsv(FlagsToCsv(ContentsOf(&file)));
  EXPECT_EQ(Column(rows, 1, "left_begin_utf8_bytes"), "180");
  EXPECT_EQ(Column(rows, 1, "left_end_utf8_bytes"), "215");
  EXPECT_EQ(Column(rows, 1, "dismissed_by"), "Ines");
  EXPECT_EQ(Column(rows, 1, "reasons"), "Ines: trivial");
  EXPECT_EQ(Column(rows, 1, "outcome"), "dismissed");
  EXPECT_EQ(Column(rows, 2, "outcome"), "disputed");
  EXPECT_EQ(Column(rows, 2, "confirmed_by"), "Odile");
  EXPECT_EQ(Column(rows, 4, "outcome"), "confirmed");
  EXPECT_EQ(Column(rows, 4, "settled_by"), "both");
  EXPECT_EQ(Column(rows, 5, "outcome"), "undecided");
}

// Web annotations.

// The text's code points.
std::vector<std::string> CodePoints(const std::string& text) {
  std::vector<std::string> points;
  for (const char c : text) {
    if ((c & 0xC0) != 0x80) points.emplace_back();
    points.back() += c;
  }
  return points;
}

std::string Slice(const std::vector<std::string>& points, std::size_t begin,
                  std::size_t end) {
  std::string slice;
  for (std::size_t i = begin; i < end; ++i) slice += points.at(i);
  return slice;
}

TEST(WebAnnotationTest, BothSelectorsFindTheSameWords) {
  for (std::uint64_t seed = 0; seed < kCases; ++seed) {
    CaseFile file = RandomCase(seed);
    const CaseContents contents = ContentsOf(&file);
    const json root = json::parse(ContentsToWebAnnotations(contents));
    std::size_t next = 0;
    for (const CaseFlag& flag : contents.flags) {
      if (flag.state == FlagState::kWithdrawn) continue;
      const json& targets = root["first"]["items"][next++]["target"];
      std::size_t at = 0;
      for (const Side side : {Side::kLeft, Side::kRight}) {
        if (!EvidenceOn(flag, side)) continue;
        const std::string text(contents.ArticleOf(flag, side).article.field(
            EvidenceOn(flag, side)->span.field));
        const json& quote = targets[at]["selector"][0];
        const json& position = targets[at]["selector"][1];
        ++at;
        const auto points = CodePoints(text);
        ASSERT_EQ(Slice(points, position["start"], position["end"]),
                  quote["exact"].get<std::string>());
        const std::string found = quote["prefix"].get<std::string>() +
                                  quote["exact"].get<std::string>() +
                                  quote["suffix"].get<std::string>();
        ASSERT_NE(text.find(found), std::string::npos);
      }
      ASSERT_EQ(targets.size(), at);
    }
    EXPECT_EQ(root["total"], next);
  }
}

TEST(WebAnnotationTest, IdsAreUniqueAndTheSameInEveryCase) {
  CaseFile one = DecidedFerry();
  CaseFile other = FerryCase();
  const json a = json::parse(ContentsToWebAnnotations(ContentsOf(&one)));
  const json b = json::parse(ContentsToWebAnnotations(ContentsOf(&other)));
  std::set<std::string> ids;
  for (std::size_t i = 0; i < 8; ++i) {
    const std::string id = a["first"]["items"][i]["id"];
    EXPECT_TRUE(ids.insert(id).second);
    EXPECT_EQ(id, b["first"]["items"][i]["id"]);
    EXPECT_TRUE(id.starts_with("urn:uuid:"));
    EXPECT_EQ(id.size(), 9u + 36u);
  }
}

TEST(WebAnnotationTest, VerdictsAreBodiesWithTheirReviewer) {
  CaseFile file = DecidedFerry();
  const json root = json::parse(ContentsToWebAnnotations(ContentsOf(&file)));
  bool found = false;
  for (const json& body : root["first"]["items"][0]["body"]) {
    if (body["purpose"] != "assessing") continue;
    found = true;
    EXPECT_EQ(body["value"], "dismissed: trivial");
    EXPECT_EQ(body["creator"]["name"], "Ines");
    EXPECT_EQ(body["created"], kTestTime);
  }
  EXPECT_TRUE(found);
}

// SARIF.

TEST(SarifTest, RegionsAreTheQuotationsInEveryUnit) {
  for (std::uint64_t seed = 0; seed < kCases; ++seed) {
    CaseFile file = RandomCase(seed);
    const json run =
        json::parse(ContentsToSarif(ContentsOf(&file)))["runs"][0];
    for (const json& result : run["results"]) {
      ASSERT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"]
                                                   .get<std::size_t>()]["id"],
                result["ruleId"]);
      json locations = result["locations"];
      if (result.contains("relatedLocations")) {
        locations.push_back(result["relatedLocations"][0]);
      }
      for (const json& location : locations) {
        const json& physical = location["physicalLocation"];
        const json& region = physical["region"];
        const json& artifact =
            run["artifacts"][physical["artifactLocation"]["index"]
                                 .get<std::size_t>()];
        const std::string text = artifact["contents"]["text"];
        const std::string snippet = region["snippet"]["text"];
        ASSERT_EQ(text.substr(region["byteOffset"], region["byteLength"]),
                  snippet);
        const auto points = CodePoints(text);
        const std::size_t begin = region["charOffset"];
        ASSERT_EQ(Slice(points, begin,
                        begin + region["charLength"].get<std::size_t>()),
                  snippet);
        const auto lines = SplitOn(text, '\n');
        const auto line = CodePoints(std::string(
            lines.at(region["startLine"].get<std::size_t>() - 1)));
        const std::size_t column = region["startColumn"];
        if (!snippet.empty() && snippet[0] != '\n') {
          ASSERT_EQ(line.at(column - 1), CodePoints(snippet)[0]);
        }
      }
    }
  }
}

TEST(SarifTest, DismissalsAreSuppressions) {
  CaseFile file = DecidedFerry();
  const json results =
      json::parse(ContentsToSarif(ContentsOf(&file)))["runs"][0]["results"];
  const json& accepted = results[0]["suppressions"];
  ASSERT_EQ(accepted.size(), 1u);
  EXPECT_EQ(accepted[0]["kind"], "external");
  EXPECT_EQ(accepted[0]["status"], "accepted");
  EXPECT_NE(accepted[0]["justification"].get<std::string>().find(
                "Ines: trivial"),
            std::string::npos);
  EXPECT_EQ(results[1]["suppressions"][0]["status"], "underReview");
  EXPECT_EQ(results[2]["suppressions"], json::array());  // confirmed
  EXPECT_EQ(results[3]["suppressions"][0]["status"], "rejected");  // settled
  EXPECT_EQ(results[4]["suppressions"], json::array());  // undecided
}

TEST(SarifTest, MessagesHoldNoLinksOrArguments) {
  CaseFile file = EmptyCase();
  Comparison ferry = FerryComparison();
  ferry.divergences[0].explanation = "{0} [a](https://x.example) \\";
  AddTo(&file, ferry);
  const json results =
      json::parse(ContentsToSarif(ContentsOf(&file)))["runs"][0]["results"];
  EXPECT_EQ(results[0]["message"]["text"],
            "{{0}} \\[a\\](https://x.example) \\\\");
}

// HTML.

TEST(CaseHtmlTest, TextIsNeverMarkupAndThePageAsksForNothing) {
  CaseFile file = FerryCase();
  const std::string hostile =
      "</style><script>alert(1)</script><svg onload=alert(1)>\" 'x'\u202e";
  Decision decision = Dismissal(1);
  decision.note = hostile;
  ASSERT_TRUE(AddVerdicts("<img x>", kTestTime, {decision}, &file).ok());
  Comparison other = FerryComparison();
  other.left.outlet = hostile;
  other.left.title = hostile;
  other.left_annotation.sentences[0].end = hostile.size();
  other.divergences[0].explanation = hostile;
  AddTo(&file, other);
  const std::string page = ContentsToHtml(ContentsOf(&file));
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("<svg"), std::string::npos);
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_EQ(page.find("\u202e"), std::string::npos);
  EXPECT_EQ(page.find("src="), std::string::npos);
  EXPECT_EQ(page.find("href="), std::string::npos);
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos);
}

TEST(CaseHtmlTest, FiguresHaveTheirDenominators) {
  CaseFile file = DecidedFerry();
  const std::string page = ContentsToHtml(ContentsOf(&file));
  for (const char* figure :
       {"4 of 8", "2 of 4", "1 of 4", "Confirmed (2)", "Disputed (1)",
        "Dismissed (1)", "4 flags wait", "0.67 (0.21 to 0.94)", "Ines",
        "Odile", "settled as confirmed by both"}) {
    EXPECT_NE(page.find(figure), std::string::npos) << figure;
  }
}

TEST(CaseHtmlTest, AReopenedFlagShowsTheEvidenceBefore) {
  CaseFile file = DecidedFerry();
  Comparison newer = FerryComparison();
  newer.divergences[2].fingerprint = "new";
  Evidence& evidence = *newer.divergences[2].left;
  evidence.span.end = evidence.span.begin + 3;
  evidence.quote = "ran";
  AddTo(&file, newer);
  const std::string page = ContentsToHtml(ContentsOf(&file));
  const std::size_t reopened = page.find("Reopened");
  ASSERT_NE(reopened, std::string::npos);
  EXPECT_NE(page.find("ran aground", reopened), std::string::npos);
  EXPECT_NE(page.find("confirmed by Ines", reopened), std::string::npos);
}

TEST(CaseHtmlTest, AnEmptyCaseIsAPage) {
  CaseFile file = EmptyCase();
  const std::string page = ContentsToHtml(ContentsOf(&file));
  EXPECT_NE(page.find("0 of 0"), std::string::npos);
  EXPECT_NE(page.find("</html>"), std::string::npos);
}

// Bundle.

TEST(BundleTest, ComesBackAsItWasAndIsTheSameEveryTime) {
  for (std::uint64_t seed = 0; seed < kCases; ++seed) {
    CaseFile file = RandomCase(seed);
    const auto zip = CaseToBundle(&file);
    ASSERT_TRUE(zip.ok()) << zip.status();
    ASSERT_TRUE(LooksLikeBundle(*zip));
    ASSERT_TRUE(*zip == *CaseToBundle(&file));
    CaseFile back = EmptyCase();
    const absl::Status imported = CaseFromBundle(*zip, {}, &back);
    ASSERT_TRUE(imported.ok()) << imported;
    ASSERT_TRUE(DumpCase(&back) == DumpCase(&file));
  }
}

class HostileBundleTest : public testing::Test {
 protected:
  HostileBundleTest() {
    CaseFile file = DecidedFerry();
    const std::string zip = *CaseToBundle(&file);
    const auto files = *ReadZip(zip, kNames, 1 << 30);
    for (const auto& [name, bytes] : files) {
      entries_.push_back({name, bytes});
    }
  }

  void ExpectRefused(const std::string& zip, std::string_view named,
                     const BundleLimits& limits = {}) {
    CaseFile file = EmptyCase();
    const absl::Status status = CaseFromBundle(zip, limits, &file);
    EXPECT_FALSE(status.ok()) << named;
    EXPECT_NE(status.message().find(std::string(named)), std::string::npos)
        << status << "\nnot named: " << named;
    CaseFile empty = EmptyCase();
    EXPECT_TRUE(DumpCase(&file) == DumpCase(&empty));
  }

  static const std::vector<std::string_view> kNames;
  std::vector<ZipEntry> entries_;
};

const std::vector<std::string_view> HostileBundleTest::kNames = {
    "manifest.json", "case.json", "report.html", "flags.csv", "verdicts.csv"};

TEST_F(HostileBundleTest, PathsAndStrangersAreRefusedByName) {
  for (const char* name : {"../../etc/passwd", "/tmp/x", "a\\b", "notes.txt",
                           "case.json/", "CASE.JSON"}) {
    auto entries = entries_;
    entries[0].name = name;
    ExpectRefused(*MakeZip(entries), name);
  }
  auto more = entries_;
  for (int i = 0; i < 1000; ++i) more.push_back({StrCat("f", i), ""});
  ExpectRefused(*MakeZip(more), "1005 files");
}

TEST_F(HostileBundleTest, ABombIsRefusedBeforeItIsUnpacked) {
  auto entries = entries_;
  entries[0].bytes = std::string(64 << 20, ' ');
  const std::string bomb = *MakeZip(entries);
  EXPECT_LT(bomb.size(), 1u << 20);
  ExpectRefused(bomb, "limit", {.max_unpacked_bytes = 1 << 20});
}

TEST_F(HostileBundleTest, AlteredFilesAreRefusedByTheirHash) {
  auto entries = entries_;
  for (ZipEntry& entry : entries) {
    if (entry.name == "report.html") entry.bytes += " ";
  }
  ExpectRefused(*MakeZip(entries), "report.html does not have the hash");
}

TEST_F(HostileBundleTest, MissingPartsAreNamed) {
  auto entries = entries_;
  std::erase_if(entries,
                [](const ZipEntry& e) { return e.name == "case.json"; });
  ExpectRefused(*MakeZip(entries), "case.json");
  entries = entries_;
  std::erase_if(entries,
                [](const ZipEntry& e) { return e.name == "flags.csv"; });
  ExpectRefused(*MakeZip(entries), "manifest");
}

TEST_F(HostileBundleTest, CutAndAlteredZipsAreNoCrash) {
  const std::string zip = *MakeZip(entries_);
  ExpectRefused("PK", "zip");
  for (std::size_t size = 0; size < zip.size(); size += 101) {
    CaseFile file = EmptyCase();
    EXPECT_FALSE(CaseFromBundle(zip.substr(0, size), {}, &file).ok());
  }
  unsigned state = 11;
  for (int i = 0; i < 400; ++i) {
    std::string altered = zip;
    for (int j = 0; j < 4; ++j) {
      state = state * 1103515245 + 12345;
      // Half of the changes hit the directory at the end.
      const std::size_t at = (state >> 8) % (j % 2 == 0 ? zip.size() : 400);
      altered[j % 2 == 0 ? at : zip.size() - 1 - at] =
          static_cast<char>(state >> 24);
    }
    CaseFile file = EmptyCase();
    (void)CaseFromBundle(altered, {.max_unpacked_bytes = 1 << 22}, &file);
  }
}

}  // namespace
}  // namespace rashomon
