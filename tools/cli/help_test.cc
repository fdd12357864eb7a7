#include "tools/cli/help.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/base/strings.h"
#include "tools/cli/completion.h"
#include "tools/cli/man_page.h"

namespace rashomon {
namespace {

using ::testing::HasSubstr;

TEST(Table, EveryCommandHasASummaryAndAnExampleOfItself) {
  for (const CommandSpec& command : Program().commands) {
    EXPECT_FALSE(command.summary.empty()) << command.name;
    ASSERT_FALSE(command.examples.empty()) << command.name;
    EXPECT_THAT(command.examples[0].command,
                HasSubstr("rashomon " + command.name));
  }
}

TEST(Table, FlagsOfOneCommandHaveNamesAndLettersOfTheirOwn) {
  for (const CommandSpec& command : Program().commands) {
    StringSet seen;
    for (const FlagSpec* flag : FlagsOf(command)) {
      EXPECT_TRUE(seen.insert(flag->name).second)
          << command.name << " --" << flag->name;
      if (flag->letter != 0) {
        EXPECT_TRUE(seen.insert(std::string(1, flag->letter)).second)
            << command.name << " -" << flag->letter;
      }
      EXPECT_EQ(flag->value.empty(), flag->kind == ValueKind::kNone)
          << flag->name;
    }
  }
}

TEST(CommandHelp, NamesEveryFlagAndAnExample) {
  for (const CommandSpec& command : Program().commands) {
    const std::string help = CommandHelp(command, 80);
    EXPECT_THAT(help, HasSubstr("Examples:\n  " + command.examples[0].command));
    for (const FlagSpec* flag : FlagsOf(command)) {
      EXPECT_THAT(help, HasSubstr("--" + flag->name)) << command.name;
    }
  }
}

TEST(CommandHelp, GivesChoicesAndDefaults) {
  const std::string help =
      CommandHelp(*Program().FindCommand("compare"), 200);
  EXPECT_THAT(help, HasSubstr("text, json, html, csv, sarif (default text)"));
}

TEST(ProgramHelp, NamesEveryCommandAndExitStatus) {
  const std::string help = ProgramHelp(Program(), 80);
  for (const CommandSpec& command : Program().commands) {
    EXPECT_THAT(help, HasSubstr(StrCat("\n  ", command.name)));
  }
  EXPECT_THAT(help, HasSubstr("--exit-code: divergences were found"));
}

TEST(Wrapped, KeepsToTheColumns) {
  const std::string help =
      CommandHelp(*Program().FindCommand("compare"), 60);
  for (std::string_view line : SplitOn(help, '\n')) {
    if (line.find("rashomon ") != std::string_view::npos) continue;
    EXPECT_LE(line.size(), 60u) << line;
  }
}

TEST(Wrapped, NeverLosesALongWord) {
  EXPECT_EQ(Wrapped("a " + std::string(90, 'x') + " b", 2, 40),
            "  a\n  " + std::string(90, 'x') + "\n  b\n");
}

TEST(ManPage, HasEveryFlagOfEveryCommand) {
  const std::string man = ManPage(Program());
  for (const CommandSpec& command : Program().commands) {
    EXPECT_THAT(man, HasSubstr(".SS rashomon " + command.name));
    for (const FlagSpec& flag : command.flags) {
      std::string name;
      for (const char c : "--" + flag.name) {
        name += c == '-' ? std::string("\\-") : std::string(1, c);
      }
      EXPECT_THAT(man, HasSubstr(name)) << command.name;
    }
  }
}

TEST(ManPage, NoLineStartsWithAnUnknownRequest) {
  const std::string page = ManPage(Program());
  for (std::string_view line : SplitOn(page, '\n')) {
    if (!line.starts_with(".")) continue;
    EXPECT_TRUE(line.starts_with(".TH") || line.starts_with(".SH") ||
                line.starts_with(".SS") || line.starts_with(".TP") ||
                line.starts_with(".B ") || line == ".PP" || line == ".nf" ||
                line == ".fi" || line.starts_with(".RS") || line == ".RE")
        << line;
  }
}

TEST(Completion, OffersEveryCommandAndFlagInEveryShell) {
  const std::string bash = BashCompletion(Program());
  const std::string zsh = ZshCompletion(Program());
  const std::string fish = FishCompletion(Program());
  for (const CommandSpec& command : Program().commands) {
    EXPECT_THAT(bash, HasSubstr("    " + command.name + ")\n"));
    EXPECT_THAT(zsh, HasSubstr("  " + command.name + ")\n"));
    EXPECT_THAT(fish, HasSubstr("-a " + command.name + " -d"));
    for (const FlagSpec* flag : FlagsOf(command)) {
      EXPECT_THAT(bash, HasSubstr("--" + flag->name));
      EXPECT_THAT(zsh, HasSubstr("--" + flag->name));
      EXPECT_THAT(fish, HasSubstr(StrCat("_from ", command.name, "' -l ",
                                         flag->name)));
    }
  }
}

}  // namespace
}  // namespace rashomon
