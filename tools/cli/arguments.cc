#include "tools/cli/arguments.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "engine/base/date.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/cli/suggest.h"

namespace rashomon {
namespace {

absl::Status Refused(const std::string& message) {
  return absl::InvalidArgumentError(message);
}

std::string DidYouMean(std::string_view typed,
                       const std::vector<std::string>& candidates,
                       std::string_view dashes = "") {
  const std::string near = Suggestion(typed, candidates);
  return near.empty() ? "" : StrCat("; did you mean ", dashes, near, "?");
}

std::string JoinedChoices(const std::vector<std::string>& choices) {
  std::string out;
  for (const std::string& choice : choices) {
    StrAppend(&out, out.empty() ? "" : ", ", choice);
  }
  return out;
}

// The whole of `text` as a number.
template <typename Number>
std::optional<Number> WholeNumber(std::string_view text) {
  Number value{};
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || rest != end || text.empty()) return std::nullopt;
  return value;
}

bool IsShare(const std::string& value) {
  const auto number = WholeNumber<double>(value);
  return number && *number >= 0 && *number <= 1;
}

// What is wrong with the value, and the fix; "" where nothing is.
std::string Complaint(const FlagSpec& flag, const std::string& value) {
  switch (flag.kind) {
    case ValueKind::kChoice:
      if (std::find(flag.choices.begin(), flag.choices.end(), value) !=
          flag.choices.end()) {
        return "";
      }
      return StrCat("give one of ", JoinedChoices(flag.choices),
                    DidYouMean(value, flag.choices));
    case ValueKind::kShare:
      return IsShare(value) ? "" : "give a number from 0 to 1, as 0.5";
    case ValueKind::kCount:
      return WholeNumber<std::uint32_t>(value)
                 ? ""
                 : "give a whole number, as 100";
    case ValueKind::kSize:
      return ParseSize(value).ok() ? "" : "give a size in bytes, as 500K or 16M";
    case ValueKind::kDate:
      return ParseIsoDate(value)
                 ? ""
                 : "give a date of the calendar, as 2021-04-28";
    case ValueKind::kText:
    case ValueKind::kFile:
      return value.empty() ? StrCat("give a ", flag.value) : "";
    case ValueKind::kNone:
      return "";
  }
  return "";
}

class Parser {
 public:
  explicit Parser(const std::vector<std::string>& args) : args_(args) {}

  absl::StatusOr<Arguments> Parse() {
    RASHOMON_RETURN_IF_ERROR(ReadCommand());
    for (; next_ < args_.size(); ++next_) RASHOMON_RETURN_IF_ERROR(ReadOne());
    if (out_.help || out_.version) return std::move(out_);
    if (out_.command == nullptr) {
      return Refused("no command given; rashomon --help lists them");
    }
    RASHOMON_RETURN_IF_ERROR(CheckOperands());
    return std::move(out_);
  }

 private:
  // The command stands first; before it only flags of the program itself.
  absl::Status ReadCommand() {
    if (args_.empty() || args_[0].starts_with("-")) return absl::OkStatus();
    out_.command = Program().FindCommand(args_[0]);
    next_ = 1;
    if (out_.command != nullptr) return absl::OkStatus();
    std::vector<std::string> names;
    for (const CommandSpec& c : Program().commands) names.push_back(c.name);
    return Refused(StrCat("no command \"", args_[0], "\"",
                          DidYouMean(args_[0], names),
                          " (rashomon --help lists them)"));
  }

  absl::Status ReadOne() {
    const std::string& arg = args_[next_];
    if (flags_ended_ || arg == "-" || !arg.starts_with("-")) {
      out_.operands.push_back(arg);
      return absl::OkStatus();
    }
    if (arg == "--") {
      flags_ended_ = true;
      return absl::OkStatus();
    }
    return arg.starts_with("--") ? ReadLong(arg.substr(2)) : ReadShort(arg);
  }

  std::vector<const FlagSpec*> KnownFlags() const {
    if (out_.command != nullptr) return FlagsOf(*out_.command);
    std::vector<const FlagSpec*> flags;
    for (const FlagSpec& flag : Program().common_flags) flags.push_back(&flag);
    return flags;
  }

  absl::Status ReadLong(const std::string& text) {
    const std::size_t equals = text.find('=');
    const std::string name = text.substr(0, equals);
    for (const FlagSpec* flag : KnownFlags()) {
      if (flag->name != name) continue;
      if (equals == std::string::npos) return Take(*flag, std::nullopt);
      return Take(*flag, text.substr(equals + 1));
    }
    return UnknownFlag(name);
  }

  // -oFILE, -o FILE, -q, and switches in a row (-qh).
  absl::Status ReadShort(const std::string& arg) {
    for (std::size_t i = 1; i < arg.size(); ++i) {
      const FlagSpec* flag = ByLetter(arg[i]);
      if (flag == nullptr) {
        return Refused(StrCat("no flag -", arg.substr(i, 1), InCommand(),
                              HelpHint()));
      }
      if (flag->kind != ValueKind::kNone) {
        if (i + 1 == arg.size()) return Take(*flag, std::nullopt);
        return Take(*flag, arg.substr(i + 1));
      }
      RASHOMON_RETURN_IF_ERROR(Take(*flag, std::nullopt));
    }
    return absl::OkStatus();
  }

  const FlagSpec* ByLetter(char letter) const {
    for (const FlagSpec* flag : KnownFlags()) {
      if (flag->letter == letter) return flag;
    }
    return nullptr;
  }

  absl::Status Take(const FlagSpec& flag, std::optional<std::string> value) {
    const bool is_switch = flag.kind == ValueKind::kNone;
    if (is_switch && value) {
      return Refused(StrCat("--", flag.name, "=", *value, ": --", flag.name,
                            " takes no value"));
    }
    if (!is_switch && !value) {
      if (next_ + 1 == args_.size()) {
        return Refused(StrCat("--", flag.name, " needs a value: --", flag.name,
                              " ", flag.value));
      }
      value = args_[++next_];
    }
    return Store(flag, value.value_or(""));
  }

  absl::Status Store(const FlagSpec& flag, const std::string& value) {
    const std::string complaint = Complaint(flag, value);
    if (!complaint.empty()) {
      return Refused(StrCat("--", flag.name, "=", value, ": ", complaint));
    }
    std::vector<std::string>& values = out_.flags[flag.name];
    if (!flag.repeatable) values.clear();
    values.push_back(value);
    out_.help = out_.help || flag.name == "help";
    out_.version = out_.version || flag.name == "version";
    return absl::OkStatus();
  }

  absl::Status UnknownFlag(const std::string& name) const {
    std::vector<std::string> names;
    for (const FlagSpec* flag : KnownFlags()) names.push_back(flag->name);
    return Refused(StrCat("no flag --", name, InCommand(),
                          DidYouMean(name, names, "--"), HelpHint()));
  }

  std::string InCommand() const {
    return out_.command == nullptr ? ""
                                   : StrCat(" in ", out_.command->name);
  }
  std::string HelpHint() const {
    return out_.command == nullptr
               ? " (rashomon --help)"
               : StrCat(" (rashomon ", out_.command->name, " --help)");
  }

  absl::Status CheckOperands() const {
    const CommandSpec& c = *out_.command;
    const int count = static_cast<int>(out_.operands.size());
    if (count < c.min_operands ||
        (c.max_operands >= 0 && count > c.max_operands)) {
      return Refused(StrCat(c.name, " takes ", c.operands, ", and ", count,
                            count == 1 ? " was" : " were", " given",
                            HelpHint()));
    }
    return CheckOperandChoices();
  }

  absl::Status CheckOperandChoices() const {
    const std::vector<std::string>& choices = out_.command->operand_choices;
    if (choices.empty()) return absl::OkStatus();
    for (const std::string& operand : out_.operands) {
      if (std::find(choices.begin(), choices.end(), operand) ==
          choices.end()) {
        return Refused(StrCat("\"", operand, "\": give one of ",
                              JoinedChoices(choices)));
      }
    }
    return absl::OkStatus();
  }

  const std::vector<std::string>& args_;
  std::size_t next_ = 0;
  bool flags_ended_ = false;
  Arguments out_;
};

std::string TableDefault(const CommandSpec* command, std::string_view flag) {
  if (command == nullptr) return "";
  for (const FlagSpec* spec : FlagsOf(*command)) {
    if (spec->name == flag) return spec->default_value;
  }
  return "";
}

}  // namespace

std::string Arguments::Value(std::string_view flag) const {
  const auto found = flags.find(flag);
  return found == flags.end() ? TableDefault(command, flag)
                              : found->second.back();
}

std::vector<std::string> Arguments::Values(std::string_view flag) const {
  const auto found = flags.find(flag);
  return found == flags.end() ? std::vector<std::string>() : found->second;
}

double Arguments::Share(std::string_view flag, double otherwise) const {
  return WholeNumber<double>(Value(flag)).value_or(otherwise);
}

std::size_t Arguments::Count(std::string_view flag,
                             std::size_t otherwise) const {
  return WholeNumber<std::uint32_t>(Value(flag)).value_or(otherwise);
}

std::size_t Arguments::Size(std::string_view flag,
                            std::size_t otherwise) const {
  const auto size = ParseSize(Value(flag));
  return size.ok() ? *size : otherwise;
}

absl::StatusOr<Arguments> ParseArguments(const std::vector<std::string>& args) {
  return Parser(args).Parse();
}

absl::StatusOr<std::size_t> ParseSize(std::string_view text) {
  constexpr std::string_view kUnits = "KMG";
  std::string_view digits = text;
  int shift = 0;
  if (!text.empty()) {
    const char last = text.back() >= 'a' ? text.back() - 'a' + 'A' : text.back();
    const std::size_t unit = kUnits.find(last);
    if (unit != std::string_view::npos) {
      shift = 10 * (static_cast<int>(unit) + 1);
      digits.remove_suffix(1);
    }
  }
  const auto number = WholeNumber<std::uint64_t>(digits);
  if (!number || *number == 0 ||
      *number > (std::numeric_limits<std::uint64_t>::max() >> (shift + 1))) {
    return Refused(StrCat("\"", text, "\" is no size"));
  }
  return static_cast<std::size_t>(*number << shift);
}

}  // namespace rashomon
