#include "tools/cli/help.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "engine/base/strings.h"

namespace rashomon {
namespace {

constexpr int kNarrowest = 40;
constexpr int kIndent = 2;
constexpr int kFlagIndent = 6;

// Name and text in two columns; the text wraps in its own.
void AppendPairs(const std::vector<NamedText>& pairs, int columns,
                 std::string* out) {
  std::size_t widest = 0;
  for (const NamedText& pair : pairs) {
    widest = std::max(widest, pair.name.size());
  }
  const int indent = static_cast<int>(widest) + 2 * kIndent;
  for (const NamedText& pair : pairs) {
    std::string text = Wrapped(pair.text, indent, columns);
    text.replace(kIndent, pair.name.size(), pair.name);
    *out += text;
  }
}

void AppendParagraphs(const std::vector<std::string>& paragraphs, int columns,
                      std::string* out) {
  for (const std::string& paragraph : paragraphs) {
    StrAppend(out, "\n", Wrapped(paragraph, 0, columns));
  }
}

void AppendFlags(const std::vector<const FlagSpec*>& flags, int columns,
                 std::string* out) {
  for (const FlagSpec* flag : flags) {
    StrAppend(out, "  ", FlagUsage(*flag), "\n",
              Wrapped(FlagHelp(*flag), kFlagIndent, columns));
  }
}

void AppendExamples(const std::vector<ExampleSpec>& examples, int columns,
                    std::string* out) {
  for (const ExampleSpec& example : examples) {
    StrAppend(out, "  ", example.command, "\n",
              Wrapped(example.effect, kFlagIndent, columns));
  }
}

}  // namespace

std::string Wrapped(std::string_view text, int indent, int columns) {
  const std::size_t width =
      static_cast<std::size_t>(std::max(columns, kNarrowest));
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  std::string out;
  std::string line;
  for (std::string_view word : SplitOn(text, ' ')) {
    if (!line.empty() && margin.size() + line.size() + 1 + word.size() > width) {
      StrAppend(&out, margin, line, "\n");
      line.clear();
    }
    StrAppend(&line, line.empty() ? "" : " ", word);
  }
  StrAppend(&out, margin, line, "\n");
  return out;
}

std::string FlagUsage(const FlagSpec& flag) {
  std::string out;
  if (flag.letter != 0) out = {'-', flag.letter, ',', ' '};
  StrAppend(&out, "--", flag.name);
  if (!flag.value.empty()) StrAppend(&out, " ", flag.value);
  return out;
}

std::string FlagHelp(const FlagSpec& flag) {
  std::string out = flag.help;
  if (!flag.choices.empty()) {
    std::string choices;
    for (const std::string& choice : flag.choices) {
      StrAppend(&choices, choices.empty() ? "" : ", ", choice);
    }
    StrAppend(&out, ": ", choices);
  }
  if (!flag.default_value.empty()) {
    StrAppend(&out, " (default ", flag.default_value, ")");
  }
  if (flag.repeatable) StrAppend(&out, "; may be repeated");
  return out;
}

std::string ProgramHelp(const ProgramSpec& program, int columns) {
  std::string out = StrCat(program.name, ": ", program.summary, "\n");
  AppendParagraphs(program.paragraphs, columns, &out);
  StrAppend(&out, "\nUsage: ", program.name, " COMMAND [FLAG...] ...\n",
            "\nCommands:\n");
  std::vector<NamedText> commands;
  for (const CommandSpec& c : program.commands) {
    commands.push_back({c.name, c.summary});
  }
  AppendPairs(commands, columns, &out);
  out += "\nFlags of every command:\n";
  std::vector<const FlagSpec*> common;
  for (const FlagSpec& flag : program.common_flags) common.push_back(&flag);
  AppendFlags(common, columns, &out);
  out += "\nExamples:\n";
  AppendExamples(program.commands.front().examples, columns, &out);
  out += "\nExit status:\n";
  AppendPairs(program.exit_statuses, columns, &out);
  out += "\nrashomon COMMAND --help explains one command.\n";
  return out;
}

std::string CommandHelp(const CommandSpec& command, int columns) {
  std::string out = StrCat("rashomon ", command.name, ": ", command.summary,
                           "\n\nUsage: rashomon ", command.name,
                           " [FLAG...] ", command.operands, "\n");
  AppendParagraphs(command.paragraphs, columns, &out);
  out += "\nFlags:\n";
  AppendFlags(FlagsOf(command), columns, &out);
  out += "\nExamples:\n";
  AppendExamples(command.examples, columns, &out);
  return out;
}

}  // namespace rashomon
