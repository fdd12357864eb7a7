// The user's own word lists, from flags and from the configuration folder.
#ifndef RASHOMON_TOOLS_CLI_LEXICON_CONFIG_H_
#define RASHOMON_TOOLS_CLI_LEXICON_CONFIG_H_

#include "absl/status/statusor.h"
#include "engine/lexicon/lexicons.h"
#include "tools/cli/arguments.h"
#include "tools/cli/environment.h"

namespace rashomon {

// Shipped lists, then config_folder/lexicons/*.tsv in order of their names,
// then each --lexicon file. A file adds to the list it is named after, or the
// one given as LIST=FILE.
absl::StatusOr<Lexicons> LoadLexicons(const Arguments& arguments,
                                      const Environment& env);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_LEXICON_CONFIG_H_
