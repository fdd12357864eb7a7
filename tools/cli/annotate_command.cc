#include <optional>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/claims/annotator.h"
#include "tools/cli/article_inputs.h"
#include "tools/cli/commands.h"
#include "tools/cli/config.h"
#include "tools/cli/lexicon_config.h"
#include "tools/cli/messages.h"
#include "tools/cli/output.h"
#include "tools/report/annotation_json.h"

namespace rashomon {

absl::StatusOr<int> RunAnnotate(const Arguments& arguments, Environment* env) {
  RASHOMON_ASSIGN_OR_RETURN(const OutletRegistry registry,
                            LoadOutlets(arguments, *env));
  RASHOMON_ASSIGN_OR_RETURN(const Lexicons lexicons,
                            LoadLexicons(arguments, *env));
  Messages messages(arguments, env);
  Annotator annotator(&lexicons);
  ArticleInputs inputs(arguments.operands,
                       ReadOptionsFrom(arguments, &registry), &messages);
  RASHOMON_ASSIGN_OR_RETURN(Output output, Output::Open(arguments, env));
  for (int done = 0;; ++done) {
    RASHOMON_ASSIGN_OR_RETURN(const std::optional<Article> article,
                              inputs.Next());
    if (!article) break;
    RASHOMON_RETURN_IF_ERROR(output.Write(
        AnnotationToJson(*article, annotator.Annotate(*article)) + "\n"));
    messages.Progress(StrCat("annotated ", done + 1));
  }
  inputs.SayWhatWasSkipped();
  RASHOMON_RETURN_IF_ERROR(output.Finish());
  return 0;
}

}  // namespace rashomon
