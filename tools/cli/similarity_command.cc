#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "engine/align/pair_scorer.h"
#include "engine/base/span.h"
#include "engine/base/status_macros.h"
#include "engine/embed/word_model.h"
#include "engine/text/word.h"
#include "tools/cli/commands.h"
#include "tools/cli/model_config.h"
#include "tools/cli/pair_table.h"

namespace rashomon {

absl::StatusOr<int> RunSimilarity(const Arguments& arguments,
                                  Environment* env) {
  RASHOMON_ASSIGN_OR_RETURN(const WordModel words,
                            LoadWordModel(arguments, *env));
  const PairScorer scorer(&words);
  WordSplitter splitter;
  const auto words_of = [&splitter](const std::string& text) {
    return splitter.Split(text, Span{Field::kText, 0, text.size()});
  };
  PairTable table;
  table.columns = {{"left", "right"}};
  table.appended = {"similarity"};
  table.done = "scored";
  table.row = [&](const std::string& left, const std::string& right) {
    const std::vector<Word> a = words_of(left), b = words_of(right);
    return std::vector<std::string>{
        absl::StrFormat("%.4f", scorer.Similarity(a, b))};
  };
  return RunPairTable(table, arguments, env);
}

}  // namespace rashomon
