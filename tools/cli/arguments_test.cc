#include "tools/cli/arguments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace rashomon {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string ErrorOf(const std::vector<std::string>& args) {
  const auto arguments = ParseArguments(args);
  EXPECT_FALSE(arguments.ok());
  return std::string(arguments.status().message());
}

TEST(ParseArguments, ReadsFlagsBetweenOperands) {
  const auto a =
      ParseArguments({"compare", "A", "--format", "json", "B", "--all"});
  ASSERT_TRUE(a.ok()) << a.status();
  EXPECT_EQ(a->command->name, "compare");
  EXPECT_THAT(a->operands, ElementsAre("A", "B"));
  EXPECT_EQ(a->Value("format"), "json");
  EXPECT_TRUE(a->Has("all"));
  EXPECT_FALSE(a->Has("exit-code"));
}

TEST(ParseArguments, ReadsEveryWayOfGivingAValue) {
  for (const std::vector<std::string>& way :
       std::vector<std::vector<std::string>>{
           {"--output", "f"}, {"--output=f"}, {"-o", "f"}, {"-of"}}) {
    std::vector<std::string> args = {"extract", "page"};
    args.insert(args.end(), way.begin(), way.end());
    const auto a = ParseArguments(args);
    ASSERT_TRUE(a.ok()) << a.status();
    EXPECT_EQ(a->Value("output"), "f");
    EXPECT_THAT(a->operands, ElementsAre("page"));
  }
}

TEST(ParseArguments, GivesTheTablesDefault) {
  const auto a = ParseArguments({"compare", "A", "B"});
  ASSERT_TRUE(a.ok());
  EXPECT_EQ(a->Value("format"), "text");
  EXPECT_EQ(a->Size("max-bytes", 0), 16u << 20);
  EXPECT_EQ(a->Share("min-confidence", 0.25), 0.25);
}

TEST(ParseArguments, GathersRepeatedFlagsAndLetsTheLastOfOthersWin) {
  const auto a = ParseArguments({"compare", "A", "B", "--kind=omission",
                                 "--kind=loaded", "--format=csv",
                                 "--format=json"});
  ASSERT_TRUE(a.ok()) << a.status();
  EXPECT_THAT(a->Values("kind"), ElementsAre("omission", "loaded"));
  EXPECT_EQ(a->Value("format"), "json");
}

TEST(ParseArguments, DashIsStandardInputAndTwoDashesEndFlags) {
  const auto a = ParseArguments({"compare", "-", "--", "--odd-name"});
  ASSERT_TRUE(a.ok()) << a.status();
  EXPECT_THAT(a->operands, ElementsAre("-", "--odd-name"));
}

TEST(ParseArguments, HelpNeedsNoOperands) {
  const auto a = ParseArguments({"compare", "--help"});
  ASSERT_TRUE(a.ok()) << a.status();
  EXPECT_TRUE(a->help);
  EXPECT_TRUE(ParseArguments({"--version"})->version);
  EXPECT_TRUE(ParseArguments({"-h"})->help);
}

TEST(ParseArguments, SuggestsTheNearestCommand) {
  EXPECT_THAT(ErrorOf({"comapre", "A", "B"}),
              AllOf(HasSubstr("comapre"), HasSubstr("did you mean compare?")));
}

TEST(ParseArguments, SuggestsTheNearestFlag) {
  EXPECT_THAT(ErrorOf({"compare", "A", "B", "--left-outlt=X"}),
              AllOf(HasSubstr("--left-outlt"),
                    HasSubstr("did you mean --left-outlet?")));
}

TEST(ParseArguments, NamesFlagValueAndFix) {
  EXPECT_THAT(ErrorOf({"compare", "A", "B", "--format=xlsx"}),
              AllOf(HasSubstr("--format=xlsx"),
                    HasSubstr("text, json, html, csv, sarif")));
  EXPECT_THAT(ErrorOf({"compare", "A", "B", "--min-confidence=80%"}),
              AllOf(HasSubstr("--min-confidence=80%"), HasSubstr("0 to 1")));
  EXPECT_THAT(ErrorOf({"compare", "A", "B", "--min-confidence=1.5"}),
              HasSubstr("0 to 1"));
  EXPECT_THAT(ErrorOf({"compare", "A", "B", "--left-date=2021-02-31"}),
              AllOf(HasSubstr("2021-02-31"), HasSubstr("2021-04-28")));
  EXPECT_THAT(ErrorOf({"compare", "A", "B", "--max-bytes=lots"}),
              AllOf(HasSubstr("lots"), HasSubstr("16M")));
  EXPECT_THAT(ErrorOf({"compare", "A", "B", "--width=-5"}),
              HasSubstr("--width=-5"));
}

TEST(ParseArguments, RefusesAMissingOrUnwantedValue) {
  EXPECT_THAT(ErrorOf({"compare", "A", "B", "--output"}),
              HasSubstr("--output needs a value"));
  EXPECT_THAT(ErrorOf({"compare", "A", "B", "--all=yes"}),
              HasSubstr("takes no value"));
  EXPECT_THAT(ErrorOf({"compare", "A", "B", "--output="}),
              HasSubstr("--output="));
}

TEST(ParseArguments, CountsOperands) {
  EXPECT_THAT(ErrorOf({"align", "A"}),
              AllOf(HasSubstr("align takes A B"), HasSubstr("1 was given")));
  EXPECT_THAT(ErrorOf({"align", "A", "B", "C"}), HasSubstr("3 were given"));
  EXPECT_THAT(ErrorOf({"generate", "powershell"}), HasSubstr("man, bash"));
}

TEST(ParseArguments, NoCommandIsAnErrorThatPointsToHelp) {
  EXPECT_THAT(ErrorOf({}), HasSubstr("--help"));
  EXPECT_THAT(ErrorOf({"--quiet"}), HasSubstr("--help"));
}

TEST(ParseSize, KnowsUnitsAndRefusesWhatIsNoSize) {
  EXPECT_EQ(*ParseSize("16M"), 16u << 20);
  EXPECT_EQ(*ParseSize("500k"), 500u << 10);
  EXPECT_EQ(*ParseSize("1"), 1u);
  for (const char* bad : {"", "M", "-1", "0", "1.5M", "99999999999G",
                          "18446744073709551615", "1T"}) {
    EXPECT_FALSE(ParseSize(bad).ok()) << bad;
  }
}

}  // namespace
}  // namespace rashomon
