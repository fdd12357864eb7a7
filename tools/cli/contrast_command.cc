#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/contrast/pair_contrast.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"
#include "tools/cli/commands.h"
#include "tools/cli/lexicon_config.h"
#include "tools/cli/pair_table.h"

namespace rashomon {
namespace {

std::string JoinedKinds(const std::vector<DivergenceKind>& kinds) {
  std::string joined;
  for (const DivergenceKind kind : kinds) {
    StrAppend(&joined, joined.empty() ? "" : ",", Name(kind));
  }
  return joined;
}

}  // namespace

absl::StatusOr<int> RunContrast(const Arguments& arguments, Environment* env) {
  RASHOMON_ASSIGN_OR_RETURN(const Lexicons lexicons,
                            LoadLexicons(arguments, *env));
  RASHOMON_ASSIGN_OR_RETURN(const WordModel words, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(PairContrast contrast,
                            PairContrast::Make(&lexicons, &words));
  PairTable table;
  table.columns = {{"text", "hypothesis"}, {"left", "right"}};
  table.appended = {"conflict", "kinds"};
  table.row = [&](const std::string& text, const std::string& hypothesis) {
    const PairDifference difference = contrast.Compare(text, hypothesis);
    return std::vector<std::string>{
        absl::StrFormat("%.4f", difference.conflict),
        JoinedKinds(difference.kinds)};
  };
  return RunPairTable(table, arguments, env);
}

}  // namespace rashomon
