#include "tools/report/terminal_report.h"

#include <cstddef>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "engine/base/strings.h"
#include "tools/report/fixture.h"
#include "tools/report/styled_text.h"

namespace rashomon {
namespace {

// Without the sequences that set a style: ESC [ digits and semicolons m.
std::string WithoutStyles(std::string_view text) {
  std::string rest;
  while (!text.empty()) {
    const std::size_t end =
        text.starts_with("\x1b[") ? text.find_first_not_of("0123456789;", 2)
                                  : std::string_view::npos;
    if (end != std::string_view::npos && text[end] == 'm') {
      text.remove_prefix(end + 1);
    } else {
      rest += text.front();
      text.remove_prefix(1);
    }
  }
  return rest;
}

TEST(TerminalReportTest, NoLineIsWiderThanTheTerminal) {
  for (const Comparison& c :
       {FerryComparison(), HostileComparison(), UnrelatedComparison()}) {
    for (int width = 24; width <= 160; width += 4) {
      const std::string report = RenderTerminal(c, {.width = width});
      for (const std::string_view line : SplitOn(report, '\n')) {
        EXPECT_LE(DisplayWidth(line), width) << line;
        EXPECT_FALSE(line.ends_with(' ')) << line;
      }
    }
  }
}

TEST(TerminalReportTest, NarrowTerminalsStackTheQuotations) {
  const Comparison c = FerryComparison();
  EXPECT_EQ(RenderTerminal(c, {.width = 79}).find("│"), std::string::npos);
  EXPECT_NE(RenderTerminal(c, {.width = 80}).find("│"), std::string::npos);
}

TEST(TerminalReportTest, NoEscapeSequenceWithoutColor) {
  for (const Comparison& c : {FerryComparison(), HostileComparison()}) {
    EXPECT_EQ(RenderTerminal(c, {.width = 100}).find('\x1b'),
              std::string::npos);
  }
}

TEST(TerminalReportTest, WithColorOnlyOurOwnSequencesStand) {
  const std::string report =
      RenderTerminal(HostileComparison(), {.width = 100, .color = true});
  const std::string rest = WithoutStyles(report);
  EXPECT_LT(rest.size(), report.size());
  EXPECT_EQ(rest.find('\x1b'), std::string::npos);
  // The article's own sequence is text now, and its ESC cannot be among those
  // taken away.
  EXPECT_NE(report.find("<U+001B>[31m"), std::string::npos);
}

TEST(TerminalReportTest, KindHasItsShapeAndNameWithoutColor) {
  const std::string report = RenderTerminal(FerryComparison(), {.width = 100});
  EXPECT_NE(report.find("○ OMISSION ●●● 71% sure"), std::string::npos);
  EXPECT_NE(report.find("◆ CERTAINTY ●●● 83% sure"), std::string::npos);
}

TEST(TerminalReportTest, EvidenceAndTriggersAreMarkedWithoutColor) {
  const std::string report = RenderTerminal(FerryComparison(), {.width = 160});
  EXPECT_NE(report.find("The ship [*may* have lost power to its steering] "
                        "shortly"),
            std::string::npos);
}

TEST(TerminalReportTest, OmissionShowsItsNearestMiss) {
  const std::string report = RenderTerminal(FerryComparison(), {.width = 100});
  EXPECT_NE(report.find("not found; nearest (22% alike):"), std::string::npos);
  EXPECT_NE(report.find("The Aurelia entered service in 1989."),
            std::string::npos);
}

TEST(TerminalReportTest, FlagsBeyondTheLimitAreCounted) {
  const std::string report =
      RenderTerminal(FerryComparison(), {.width = 100, .max_flags = 3});
  EXPECT_NE(report.find("5 more with --all\n"), std::string::npos);
  EXPECT_EQ(report.find("all *118*"), std::string::npos);
  EXPECT_EQ(RenderTerminal(FerryComparison()).find("--all"),
            std::string::npos);
}

TEST(TerminalReportTest, DifferentEventsSayWhyNothingIsListed) {
  const std::string report =
      RenderTerminal(UnrelatedComparison(), {.width = 100});
  EXPECT_NE(report.find("Same event: NO (99% sure)"), std::string::npos);
  EXPECT_NE(report.find("Note: The two articles report different events"),
            std::string::npos);
  EXPECT_NE(report.find("No divergences.\n"), std::string::npos);
}

}  // namespace
}  // namespace rashomon
