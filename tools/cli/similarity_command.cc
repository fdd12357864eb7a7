#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_format.h"
#include "engine/align/pair_scorer.h"
#include "engine/base/span.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/word_model.h"
#include "engine/text/word.h"
#include "tools/cli/commands.h"
#include "tools/cli/messages.h"
#include "tools/cli/model_config.h"
#include "tools/cli/output.h"
#include "tools/cli/tsv_stream.h"

namespace rashomon {
namespace {

constexpr char kNewColumn[] = "similarity";

std::string JoinedLine(const TsvRow& row, const std::string& last) {
  std::string line;
  for (const std::string& field : row) StrAppend(&line, field, "\t");
  return line + last + "\n";
}

struct PairColumns {
  std::size_t left = 0;
  std::size_t right = 0;
};

absl::StatusOr<PairColumns> FindColumns(const TsvStream& table) {
  PairColumns columns;
  RASHOMON_ASSIGN_OR_RETURN(columns.left, table.Column("left"));
  RASHOMON_ASSIGN_OR_RETURN(columns.right, table.Column("right"));
  if (table.Column(kNewColumn).ok()) {
    return absl::InvalidArgumentError(
        StrCat("the table has a column \"", kNewColumn,
               "\" already; rename or remove it"));
  }
  return columns;
}

class RowScorer {
 public:
  explicit RowScorer(const WordModel* words) : scorer_(words) {}

  double Score(const std::string& left, const std::string& right) {
    return scorer_.Similarity(WordsOf(left), WordsOf(right));
  }

 private:
  std::vector<Word> WordsOf(const std::string& text) {
    return splitter_.Split(text, Span{Field::kText, 0, text.size()});
  }

  WordSplitter splitter_;
  PairScorer scorer_;
};

absl::Status ScoreRows(TsvStream* table, RowScorer* scorer, Output* output,
                       Messages* messages) {
  RASHOMON_ASSIGN_OR_RETURN(const PairColumns columns, FindColumns(*table));
  RASHOMON_RETURN_IF_ERROR(
      output->Write(JoinedLine(table->header(), kNewColumn)));
  for (int done = 0;; ++done) {
    RASHOMON_ASSIGN_OR_RETURN(const std::optional<TsvRow> row, table->Next());
    if (!row) return absl::OkStatus();
    const double score =
        scorer->Score((*row)[columns.left], (*row)[columns.right]);
    RASHOMON_RETURN_IF_ERROR(
        output->Write(JoinedLine(*row, absl::StrFormat("%.4f", score))));
    messages->Progress(StrCat("scored ", done + 1, " pairs"));
  }
}

}  // namespace

absl::StatusOr<int> RunSimilarity(const Arguments& arguments,
                                  Environment* env) {
  RASHOMON_ASSIGN_OR_RETURN(const WordModel words,
                            LoadWordModel(arguments, *env));
  Messages messages(arguments, env);
  TsvOptions options;
  options.max_line_bytes = arguments.Size("max-bytes", options.max_line_bytes);
  options.skip_bad = arguments.Has("skip-bad");
  const std::string path =
      arguments.operands.empty() ? "-" : arguments.operands[0];
  RASHOMON_ASSIGN_OR_RETURN(TsvStream table,
                            TsvStream::Open(path, options, *env));
  RASHOMON_ASSIGN_OR_RETURN(Output output, Output::Open(arguments, env));
  RowScorer scorer(&words);
  RASHOMON_RETURN_IF_ERROR(ScoreRows(&table, &scorer, &output, &messages));
  if (table.skipped() > 0) {
    messages.Say(StrCat("passed over ", table.skipped(), " bad rows"));
  }
  RASHOMON_RETURN_IF_ERROR(output.Finish());
  return 0;
}

}  // namespace rashomon
