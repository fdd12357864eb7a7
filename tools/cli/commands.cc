#include "tools/cli/commands.h"

#include <array>

namespace rashomon {
namespace {

struct NamedFunction {
  std::string_view name;
  CommandFunction function;
};

constexpr std::array<NamedFunction, 12> kFunctions = {{
    {"compare", RunCompare},
    {"review", RunReview},
    {"case", RunCase},
    {"extract", RunExtract},
    {"annotate", RunAnnotate},
    {"align", RunAlign},
    {"similarity", RunSimilarity},
    {"contrast", RunContrast},
    {"events", RunEvents},
    {"evaluate", RunEvaluate},
    {"generate", RunGenerate},
    {"help", RunHelp},
}};

}  // namespace

CommandFunction FindCommandFunction(std::string_view name) {
  for (const NamedFunction& f : kFunctions) {
    if (f.name == name) return f.function;
  }
  return nullptr;
}

}  // namespace rashomon
