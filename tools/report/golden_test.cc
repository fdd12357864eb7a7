#include "tools/report/golden.h"

#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "engine/base/strings.h"
#include "tools/report/alignment_json.h"
#include "tools/report/annotation_json.h"
#include "tools/report/comparison_csv.h"
#include "tools/report/comparison_json.h"
#include "tools/report/fixture.h"
#include "tools/report/html_report.h"
#include "tools/report/story_json.h"
#include "tools/report/story_terminal.h"
#include "tools/report/terminal_report.h"

namespace rashomon {
namespace {

TEST(GoldenTest, ComparisonJson) {
  const JsonOptions pretty{.indent = 2};
  EXPECT_TRUE(MatchesGolden("ferry.json",
                            ComparisonToJson(FerryComparison(), pretty)));
}

TEST(GoldenTest, Story) {
  const JsonOptions pretty{.indent = 2};
  EXPECT_TRUE(
      MatchesGolden("story.json", StoryToJson(FerryStory(), pretty)));
  EXPECT_TRUE(MatchesGolden(
      "story_100.txt", RenderStoryTerminal(FerryStory(), {.width = 100})));
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

// Without the content of each element `name`.
std::string Emptied(std::string page, std::string_view name) {
  const std::string open = StrCat("<", name, ">");
  std::size_t at = page.find(open);
  while (at != std::string::npos) {
    at += open.size();
    page.erase(at, page.find(StrCat("</", name, ">"), at) - at);
    at = page.find(open, at);
  }
  return page;
}

// Without the compiled-in styles and script, which are files of their own, and
// their hashes.
std::string WithoutAssets(std::string page) {
  page = Emptied(Emptied(std::move(page), "style"), "script");
  constexpr std::string_view kHash = "'sha256-";
  std::size_t at = page.find(kHash);
  while (at != std::string::npos) {
    at += kHash.size();
    page.erase(at, page.find('\'', at) - at);
    at = page.find(kHash, at);
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
