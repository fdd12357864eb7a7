#include <string>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/compare/comparer.h"
#include "engine/embed/word_model.h"
#include "tools/cli/commands.h"
#include "tools/cli/config.h"
#include "tools/cli/lexicon_config.h"
#include "tools/cli/messages.h"
#include "tools/cli/model_config.h"
#include "tools/cli/output.h"
#include "tools/cli/side_inputs.h"
#include "tools/cli/version.h"
#include "tools/report/alignment_json.h"

namespace rashomon {
namespace {

absl::Status CheckOneEach(const Arguments& arguments, const Sides& sides) {
  for (const auto& [articles, path] :
       {std::pair(&sides.left, arguments.operands[0]),
        std::pair(&sides.right, arguments.operands[1])}) {
    if (articles->size() == 1) continue;
    return absl::InvalidArgumentError(
        StrCat(path, " holds ", articles->size(),
               " articles; align takes one on each side"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<int> RunAlign(const Arguments& arguments, Environment* env) {
  RASHOMON_ASSIGN_OR_RETURN(const OutletRegistry registry,
                            LoadOutlets(arguments, *env));
  RASHOMON_ASSIGN_OR_RETURN(const Lexicons lexicons,
                            LoadLexicons(arguments, *env));
  RASHOMON_ASSIGN_OR_RETURN(const WordModel words,
                            LoadWordModel(arguments, *env));
  Messages messages(arguments, env);
  RASHOMON_ASSIGN_OR_RETURN(const Sides sides,
                            ReadSides(arguments, registry, &messages));
  RASHOMON_RETURN_IF_ERROR(CheckOneEach(arguments, sides));
  RASHOMON_ASSIGN_OR_RETURN(
      Comparer comparer,
      Comparer::Make({&lexicons, &words, std::string(kVersion)}));
  const Comparison c = comparer.Compare(sides.left[0], sides.right[0]);
  RASHOMON_RETURN_IF_ERROR(WriteResult(
      arguments,
      AlignmentToJson(c.left_annotation.sentences,
                      c.right_annotation.sentences, c.alignment) +
          "\n",
      env));
  return 0;
}

}  // namespace rashomon
