// The one table of commands and flags. Parsing, --help, the man page and the
// completions of bash, zsh and fish are all made from it.
//
//   for (const CommandSpec& command : Program().commands) ...
#ifndef RASHOMON_TOOLS_CLI_COMMAND_TABLE_H_
#define RASHOMON_TOOLS_CLI_COMMAND_TABLE_H_

#include <string>
#include <string_view>
#include <vector>

namespace rashomon {

// What a flag's value is: checked before any work, and what a shell offers.
enum class ValueKind {
  kNone,    // a switch: the flag takes no value
  kText,
  kChoice,  // one of FlagSpec::choices
  kShare,   // a number from 0 to 1
  kCount,   // a whole number from 0
  kSize,    // bytes, with an optional K, M or G (powers of 1024)
  kDate,    // ISO 8601: 2021-04-28 or 2021-04-28T11:53:00Z
  kFile,
};

struct FlagSpec {
  std::string name;   // without dashes: "format"
  char letter = 0;    // 'o' for -o; 0 where there is none
  ValueKind kind = ValueKind::kNone;
  std::string value;  // how help calls the value: "FILE"; "" for a switch
  std::string help;   // one sentence, without its full stop
  std::vector<std::string> choices;
  std::string default_value;  // "" where there is none
  bool repeatable = false;
};

struct ExampleSpec {
  std::string command;  // as typed: "rashomon compare a.txt b.txt"
  std::string effect;   // what it does, one line
};

struct CommandSpec {
  std::string name;      // "compare"
  std::string operands;  // "A B", "[FILE...]"
  int min_operands = 0;
  int max_operands = 0;  // -1: any number
  std::vector<std::string> operand_choices;  // "" or what a shell offers
  std::string summary;                  // one line
  std::vector<std::string> paragraphs;  // of the description
  std::vector<FlagSpec> flags;
  std::vector<ExampleSpec> examples;  // never empty
};

struct NamedText {
  std::string name;
  std::string text;
};

struct ProgramSpec {
  std::string name;
  std::string version;
  std::string summary;
  std::vector<std::string> paragraphs;
  std::vector<FlagSpec> common_flags;  // taken by every command
  std::vector<CommandSpec> commands;
  std::vector<NamedText> exit_statuses;
  std::vector<NamedText> files;
  std::vector<NamedText> environment;

  // nullptr where there is none of that name.
  const CommandSpec* FindCommand(std::string_view command) const;
};

// Immutable; made at the first call and never destroyed. Thread-safe.
const ProgramSpec& Program();

// The command's own flags, then the common ones.
std::vector<const FlagSpec*> FlagsOf(const CommandSpec& command);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_COMMAND_TABLE_H_
