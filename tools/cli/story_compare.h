// compare of more than two reports, or with --story: all as one story.
#ifndef RASHOMON_TOOLS_CLI_STORY_COMPARE_H_
#define RASHOMON_TOOLS_CLI_STORY_COMPARE_H_

#include "absl/status/statusor.h"
#include "corpus/outlet_registry.h"
#include "engine/contrast/confidence.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"
#include "tools/cli/arguments.h"
#include "tools/cli/environment.h"
#include "tools/cli/messages.h"

namespace rashomon {

struct StoryTables {
  const OutletRegistry* registry;
  const Lexicons* lexicons;
  const WordModel* words;
  const ConfidenceModel* confidence;
};

// Reads every operand, compares, writes the result. The exit status.
absl::StatusOr<int> CompareStory(const Arguments& arguments,
                                 const StoryTables& tables, Messages* messages,
                                 Environment* env);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_STORY_COMPARE_H_
