#include "tools/cli/completion.h"

#include <string_view>
#include <vector>

#include "engine/base/strings.h"

namespace rashomon {
namespace {

std::string Joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    StrAppend(&out, out.empty() ? "" : " ", word);
  }
  return out;
}

std::vector<std::string> CommandNames(const ProgramSpec& program) {
  std::vector<std::string> names;
  for (const CommandSpec& c : program.commands) names.push_back(c.name);
  return names;
}

// "--output -o --all ..."
std::string FlagWords(const CommandSpec& command) {
  std::vector<std::string> words;
  for (const FlagSpec* flag : FlagsOf(command)) {
    words.push_back("--" + flag->name);
    if (flag->letter != 0) words.push_back(std::string("-") + flag->letter);
  }
  return Joined(words);
}

// What is offered where an operand stands: fixed words, or nothing (files).
std::vector<std::string> OperandWords(const ProgramSpec& program,
                                      const CommandSpec& command) {
  if (command.name == "help") return CommandNames(program);
  return command.operand_choices;
}

// In single quotes, for any of the three shells' scripts. Quotes inside are
// left out: the table's texts need none.
std::string Quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c != '\'') out += c;
  }
  return out + "'";
}

// Inside _arguments, ':', '[' and ']' have a meaning.
std::string ZshText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') continue;
    if (c == ':' || c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string ZshFlag(const FlagSpec& flag, std::string_view dashed,
                    bool takes_equals) {
  std::string out = StrCat("    '", flag.repeatable ? "*" : "", dashed,
                           takes_equals ? "=" : "", "[", ZshText(flag.help),
                           "]");
  if (flag.kind != ValueKind::kNone) {
    StrAppend(&out, ":", ZshText(flag.value), ":");
    if (!flag.choices.empty()) StrAppend(&out, "(", Joined(flag.choices), ")");
    if (flag.kind == ValueKind::kFile) out += "_files";
  }
  return out + "' \\\n";
}

void AppendZshCommand(const ProgramSpec& program, const CommandSpec& command,
                      std::string* out) {
  StrAppend(out, "  ", command.name, ")\n    _arguments -s \\\n");
  for (const FlagSpec* flag : FlagsOf(command)) {
    *out += ZshFlag(*flag, "--" + flag->name, flag->kind != ValueKind::kNone);
    if (flag->letter != 0) {
      *out += ZshFlag(*flag, std::string("-") + flag->letter, false);
    }
  }
  const std::vector<std::string> words = OperandWords(program, command);
  if (words.empty()) {
    *out += "    '*:file:_files'\n    ;;\n";
  } else {
    StrAppend(out, "    '*:word:(", Joined(words), ")'\n    ;;\n");
  }
}

void AppendBashCommand(const ProgramSpec& program, const CommandSpec& command,
                       std::string* out) {
  StrAppend(out, "    ", command.name, ")\n");
  *out += "      case $previous in\n";
  for (const FlagSpec* flag : FlagsOf(command)) {
    if (flag->choices.empty()) continue;
    StrAppend(out, "        --", flag->name, ") words=",
              Quoted(Joined(flag->choices)), " ;;\n");
  }
  StrAppend(out, "        *) [[ $current == -* ]] && words=",
            Quoted(FlagWords(command)));
  const std::string operands = Joined(OperandWords(program, command));
  if (!operands.empty()) StrAppend(out, " || words=", Quoted(operands));
  *out += " ;;\n      esac ;;\n";
}

void AppendFishFlag(const CommandSpec& command, const FlagSpec& flag,
                    std::string* out) {
  StrAppend(out, "complete -c rashomon -n '__fish_seen_subcommand_from ",
            command.name, "' -l ", flag.name);
  if (flag.letter != 0) StrAppend(out, " -s ", std::string(1, flag.letter));
  if (flag.kind == ValueKind::kFile) *out += " -r -F";
  if (flag.kind != ValueKind::kFile && flag.kind != ValueKind::kNone) {
    *out += " -x";
  }
  if (!flag.choices.empty()) {
    StrAppend(out, " -a ", Quoted(Joined(flag.choices)));
  }
  StrAppend(out, " -d ", Quoted(flag.help), "\n");
}

}  // namespace

std::string BashCompletion(const ProgramSpec& program) {
  std::string out =
      "# Completion of rashomon for bash; made by `rashomon generate bash`.\n"
      "_rashomon() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} words=\n"
      "  local previous=${COMP_WORDS[COMP_CWORD-1]}\n"
      // Bash splits --format=json at the equals sign.
      "  if [[ $current == = ]]; then current=; fi\n"
      "  if [[ $previous == = ]]; then previous=${COMP_WORDS[COMP_CWORD-2]}; "
      "fi\n"
      "  if ((COMP_CWORD == 1)); then\n";
  StrAppend(&out, "    words=", Quoted(Joined(CommandNames(program)) +
                                       " --help --version"),
            "\n  else\n    case ${COMP_WORDS[1]} in\n");
  for (const CommandSpec& command : program.commands) {
    AppendBashCommand(program, command, &out);
  }
  out +=
      "    esac\n"
      "  fi\n"
      "  if [[ -n $words ]]; then\n"
      "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
      "  else\n"
      "    mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
      "  fi\n"
      "}\n"
      "complete -o filenames -F _rashomon rashomon\n";
  return out;
}

std::string ZshCompletion(const ProgramSpec& program) {
  std::string out =
      "#compdef rashomon\n"
      "# Completion of rashomon for zsh; made by `rashomon generate zsh`.\n"
      "if ((CURRENT == 2)); then\n"
      "  local -a commands=(\n";
  for (const CommandSpec& command : program.commands) {
    StrAppend(&out, "    ", Quoted(StrCat(command.name, ":", command.summary)),
              "\n");
  }
  out +=
      "  )\n"
      "  _describe command commands\n"
      "  return\n"
      "fi\n"
      "local command=$words[2]\n"
      "shift words\n"
      "((CURRENT--))\n"
      "case $command in\n";
  for (const CommandSpec& command : program.commands) {
    AppendZshCommand(program, command, &out);
  }
  return out + "esac\n";
}

std::string FishCompletion(const ProgramSpec& program) {
  std::string out =
      "# Completion of rashomon for fish; made by `rashomon generate fish`.\n";
  for (const CommandSpec& command : program.commands) {
    StrAppend(&out, "complete -c rashomon -f -n __fish_use_subcommand -a ",
              command.name, " -d ", Quoted(command.summary), "\n");
  }
  for (const FlagSpec& flag : program.common_flags) {
    if (flag.name == "quiet") continue;
    StrAppend(&out, "complete -c rashomon -n __fish_use_subcommand -l ",
              flag.name, " -d ", Quoted(flag.help), "\n");
  }
  for (const CommandSpec& command : program.commands) {
    for (const FlagSpec* flag : FlagsOf(command)) {
      AppendFishFlag(command, *flag, &out);
    }
    const std::string words = Joined(OperandWords(program, command));
    StrAppend(&out, "complete -c rashomon -n '__fish_seen_subcommand_from ",
              command.name, "' ",
              words.empty() ? "-F" : StrCat("-f -a ", Quoted(words)), "\n");
  }
  return out;
}

}  // namespace rashomon
