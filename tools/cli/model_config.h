// The user's own word vectors, from a flag or the configuration folder.
#ifndef RASHOMON_TOOLS_CLI_MODEL_CONFIG_H_
#define RASHOMON_TOOLS_CLI_MODEL_CONFIG_H_

#include "absl/status/statusor.h"
#include "engine/embed/word_model.h"
#include "tools/cli/arguments.h"
#include "tools/cli/environment.h"

namespace rashomon {

// The shipped counts with the vectors of --model, else of config_folder/model
// (a file or a folder, as OpenWordVectors takes them), else the shipped ones.
// Takes the time to read that file: some 2 ms for one of this program, a second
// for 100,000 words as text. An error names the file, the line or byte, and
// what --model takes.
absl::StatusOr<WordModel> LoadWordModel(const Arguments& arguments,
                                        const Environment& env);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_MODEL_CONFIG_H_
