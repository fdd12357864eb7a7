#include "tools/report/golden.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "engine/base/strings.h"
#include "tools/report/alignment_json.h"
#include "tools/report/annotation_json.h"
#include "tools/report/comparison_csv.h"
#include "tools/report/comparison_json.h"
#include "tools/report/fixture.h"
#include "tools/report/html_report.h"
#include "tools/report/terminal_report.h"

namespace rashomon {
namespace {

TEST(GoldenTest, ComparisonJson) {
  const JsonOptions pretty{.indent = 2};
  EXPECT_TRUE(MatchesGolden("ferry.json",
                            ComparisonToJson(FerryComparison(), pretty)));
}

TEST(GoldenTest, AlignmentJson) {
  const Comparison c = FerryComparison();
  EXPECT_TRUE(MatchesGolden(
      "ferry_alignment.json",
      AlignmentToJson(c.left_annotation.sentences,
                      c.right_annotation.sentences, c.alignment)));
}

TEST(GoldenTest, AnnotationJson) {
  const Comparison c = AnnotatedComparison();
  EXPECT_TRUE(MatchesGolden("ferry_annotation.json",
                            AnnotationToJson(c.left, c.left_annotation)));
}

TEST(GoldenTest, Csv) {
  EXPECT_TRUE(
      MatchesGolden("ferry.csv", ComparisonToCsv(FerryComparison())));
  EXPECT_TRUE(
      MatchesGolden("hostile.csv", ComparisonToCsv(HostileComparison())));
}

TEST(GoldenTest, Terminal) {
  EXPECT_TRUE(MatchesGolden("ferry_100.txt",
                            RenderTerminal(FerryComparison(), {.width = 100})));
  EXPECT_TRUE(MatchesGolden("ferry_60.txt",
                            RenderTerminal(FerryComparison(), {.width = 60})));
  EXPECT_TRUE(MatchesGolden(
      "ferry_color.txt",
      RenderTerminal(FerryComparison(),
                     {.width = 100, .color = true, .max_flags = 3})));
  EXPECT_TRUE(MatchesGolden(
      "hostile_90.txt", RenderTerminal(HostileComparison(), {.width = 90})));
}

// Without the compiled-in style and script, which are files of their own.
std::string WithoutAssets(std::string page) {
  for (const std::string_view name : {"style", "script"}) {
    const std::size_t open = page.find(StrCat("<", name, ">"));
    const std::size_t close = page.find(StrCat("</", name, ">"));
    page.replace(open, close - open, StrCat("<", name, ">"));
    const std::size_t hash = page.find("sha256-", page.find(
        StrCat(name, "-src")));
    page.replace(hash, page.find('\'', hash) - hash, "sha256-");
  }
  return page;
}

TEST(GoldenTest, Html) {
  EXPECT_TRUE(MatchesGolden("ferry.html",
                            WithoutAssets(RenderHtml(FerryComparison()))));
  EXPECT_TRUE(MatchesGolden("hostile.html",
                            WithoutAssets(RenderHtml(HostileComparison()))));
}

}  // namespace
}  // namespace rashomon
