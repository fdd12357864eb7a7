#include "tools/cli/model_config.h"

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/table_vectors.h"

namespace rashomon {
namespace {

// "" where the shipped vectors are wanted.
std::string PathOfVectors(const Arguments& arguments, const Environment& env) {
  if (arguments.Has("model")) return arguments.Value("model");
  if (env.config_folder.empty()) return "";
  const std::string own = env.config_folder + "/model";
  std::error_code ignored;
  return std::filesystem::exists(own, ignored) ? own : "";
}

// The reader's message ends with what the user can do.
absl::Status WithFix(const absl::Status& status) {
  return absl::Status(
      status.code(),
      StrCat(status.message(),
             "; --model takes a table of word vectors: fastText .bin, "
             "word2vec, GloVe, a model2vec folder, or this program's own"));
}

}  // namespace

absl::StatusOr<WordModel> LoadWordModel(const Arguments& arguments,
                                        const Environment& env) {
  const std::string path = PathOfVectors(arguments, env);
  if (path.empty()) return WordModel::Shipped();
  RASHOMON_ASSIGN_OR_RETURN(WordCounts counts, WordCounts::Shipped());
  absl::StatusOr<WordVectors> vectors = OpenWordVectors(path, counts);
  if (!vectors.ok()) return WithFix(vectors.status());
  return WordModel(std::move(counts), *std::move(vectors));
}

}  // namespace rashomon
