#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/cli/command_table.h"
#include "tools/cli/commands.h"
#include "tools/cli/help.h"
#include "tools/cli/output.h"

namespace rashomon {

absl::StatusOr<int> RunHelp(const Arguments& arguments, Environment* env) {
  if (arguments.operands.empty()) {
    RASHOMON_RETURN_IF_ERROR(
        WriteResult(arguments, ProgramHelp(Program(), env->columns), env));
    return 0;
  }
  const std::string& name = arguments.operands[0];
  const CommandSpec* command = Program().FindCommand(name);
  if (command == nullptr) {
    return absl::InvalidArgumentError(
        StrCat("no command \"", name, "\" (rashomon --help lists them)"));
  }
  RASHOMON_RETURN_IF_ERROR(
      WriteResult(arguments, CommandHelp(*command, env->columns), env));
  return 0;
}

}  // namespace rashomon
