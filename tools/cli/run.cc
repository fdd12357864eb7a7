#include "tools/cli/run.h"

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/base/strings.h"
#include "tools/cli/arguments.h"
#include "tools/cli/command_table.h"
#include "tools/cli/commands.h"
#include "tools/cli/help.h"

namespace rashomon {
namespace {

constexpr int kBadInput = 2;

int Failed(const absl::Status& status, const Arguments* arguments,
           Environment* env) {
  env->out->flush();
  *env->err << "rashomon";
  if (arguments != nullptr && arguments->command != nullptr) {
    *env->err << ' ' << arguments->command->name;
  }
  *env->err << ": " << StdView(status.message()) << '\n';
  return kBadInput;
}

int Printed(const std::string& text, const Arguments& arguments,
            Environment* env) {
  *env->out << text << std::flush;
  if (env->out->good()) return 0;
  return Failed(absl::DataLossError("cannot write to standard output"),
                &arguments, env);
}

}  // namespace

int Run(const std::vector<std::string>& args, Environment* env) {
  const absl::StatusOr<Arguments> arguments = ParseArguments(args);
  if (!arguments.ok()) return Failed(arguments.status(), nullptr, env);
  if (arguments->help) {
    return Printed(arguments->command == nullptr
                       ? ProgramHelp(Program(), env->columns)
                       : CommandHelp(*arguments->command, env->columns),
                   *arguments, env);
  }
  if (arguments->version) {
    return Printed(StrCat(Program().name, " ", Program().version, "\n"),
                   *arguments, env);
  }
  const CommandFunction command =
      FindCommandFunction(arguments->command->name);
  const absl::StatusOr<int> status = command(*arguments, env);
  return status.ok() ? *status : Failed(status.status(), &*arguments, env);
}

}  // namespace rashomon
