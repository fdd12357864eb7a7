#include <string>

#include "engine/base/status_macros.h"
#include "tools/cli/command_table.h"
#include "tools/cli/commands.h"
#include "tools/cli/completion.h"
#include "tools/cli/man_page.h"
#include "tools/cli/output.h"

namespace rashomon {
namespace {

std::string Generated(const std::string& what) {
  if (what == "bash") return BashCompletion(Program());
  if (what == "zsh") return ZshCompletion(Program());
  if (what == "fish") return FishCompletion(Program());
  return ManPage(Program());
}

}  // namespace

absl::StatusOr<int> RunGenerate(const Arguments& arguments, Environment* env) {
  RASHOMON_RETURN_IF_ERROR(
      WriteResult(arguments, Generated(arguments.operands[0]), env));
  return 0;
}

}  // namespace rashomon
