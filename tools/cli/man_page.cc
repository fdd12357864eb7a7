#include "tools/cli/man_page.h"

#include <string_view>
#include <vector>

#include "engine/base/strings.h"
#include "tools/cli/help.h"

namespace rashomon {
namespace {

// Text that roff prints as it stands: no escapes, requests or hyphens that
// turn into dashes.
std::string Roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
      out += "\\&";
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

void AppendTagged(std::string_view tag, std::string_view text,
                  std::string* out) {
  StrAppend(out, ".TP\n.B ", Roff(tag), "\n", Roff(text), "\n");
}

void AppendParagraphs(const std::vector<std::string>& paragraphs,
                      std::string* out) {
  for (const std::string& paragraph : paragraphs) {
    StrAppend(out, ".PP\n", Roff(paragraph), "\n");
  }
}

void AppendPairs(std::string_view section, const std::vector<NamedText>& pairs,
                 std::string* out) {
  StrAppend(out, ".SH ", section, "\n");
  for (const NamedText& pair : pairs) AppendTagged(pair.name, pair.text, out);
}

void AppendCommand(const CommandSpec& command, std::string* out) {
  StrAppend(out, ".SS rashomon ", Roff(command.name), " [FLAG...] ",
            Roff(command.operands), "\n", Roff(command.summary), ".\n");
  AppendParagraphs(command.paragraphs, out);
  for (const FlagSpec& flag : command.flags) {
    AppendTagged(FlagUsage(flag), FlagHelp(flag) + ".", out);
  }
  for (const ExampleSpec& example : command.examples) {
    StrAppend(out, ".PP\nExample, ", Roff(example.effect), ":\n.PP\n.RS 4\n",
              ".nf\n", Roff(example.command), "\n.fi\n.RE\n");
  }
}

}  // namespace

std::string ManPage(const ProgramSpec& program) {
  std::string out =
      StrCat(".TH RASHOMON 1 \"\" \"rashomon ", program.version,
             "\" \"User Commands\"\n.SH NAME\n", program.name, " \\- ",
             Roff(program.summary), "\n.SH SYNOPSIS\n.B ", program.name,
             "\nCOMMAND [FLAG...] [FILE...]\n.SH DESCRIPTION\n");
  AppendParagraphs(program.paragraphs, &out);
  out += ".SH COMMANDS\n";
  for (const CommandSpec& command : program.commands) {
    AppendCommand(command, &out);
  }
  out += ".SH FLAGS OF EVERY COMMAND\n";
  for (const FlagSpec& flag : program.common_flags) {
    AppendTagged(FlagUsage(flag), FlagHelp(flag) + ".", &out);
  }
  AppendPairs("EXIT STATUS", program.exit_statuses, &out);
  AppendPairs("FILES", program.files, &out);
  AppendPairs("ENVIRONMENT", program.environment, &out);
  return out;
}

}  // namespace rashomon
