#include <optional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_format.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/contrast/pair_contrast.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"
#include "tools/cli/commands.h"
#include "tools/cli/lexicon_config.h"
#include "tools/cli/messages.h"
#include "tools/cli/output.h"
#include "tools/cli/tsv_stream.h"

namespace rashomon {
namespace {

constexpr char kConflictColumn[] = "conflict";
constexpr char kKindsColumn[] = "kinds";

std::string JoinedLine(const TsvRow& row, const std::string& conflict,
                       const std::string& kinds) {
  std::string line;
  for (const std::string& field : row) StrAppend(&line, field, "\t");
  return StrCat(line, conflict, "\t", kinds, "\n");
}

struct PairColumns {
  std::size_t text = 0;
  std::size_t hypothesis = 0;
};

// text and hypothesis where the table has text, else left and right.
absl::StatusOr<PairColumns> FindPairColumns(const TsvStream& table) {
  PairColumns columns;
  const bool entails = table.Column("text").ok();
  if (!entails && !table.Column("left").ok()) {
    const absl::Status missing = table.Column("text").status();
    return absl::InvalidArgumentError(
        StrCat(StdView(missing.message()),
               "; contrast reads text and hypothesis, or left and right"));
  }
  RASHOMON_ASSIGN_OR_RETURN(columns.text,
                            table.Column(entails ? "text" : "left"));
  RASHOMON_ASSIGN_OR_RETURN(columns.hypothesis,
                            table.Column(entails ? "hypothesis" : "right"));
  return columns;
}

absl::Status CheckNewColumns(const TsvStream& table) {
  for (const char* name : {kConflictColumn, kKindsColumn}) {
    if (table.Column(name).ok()) {
      return absl::InvalidArgumentError(
          StrCat("the table has a column \"", name,
                 "\" already; rename or remove it"));
    }
  }
  return absl::OkStatus();
}

std::string JoinedKinds(const std::vector<DivergenceKind>& kinds) {
  std::string joined;
  for (const DivergenceKind kind : kinds) {
    StrAppend(&joined, joined.empty() ? "" : ",", Name(kind));
  }
  return joined;
}

absl::Status ContrastRows(TsvStream* table, PairContrast* contrast,
                          Output* output, Messages* messages) {
  RASHOMON_ASSIGN_OR_RETURN(const PairColumns columns, FindPairColumns(*table));
  RASHOMON_RETURN_IF_ERROR(CheckNewColumns(*table));
  RASHOMON_RETURN_IF_ERROR(output->Write(
      JoinedLine(table->header(), kConflictColumn, kKindsColumn)));
  for (int done = 0;; ++done) {
    RASHOMON_ASSIGN_OR_RETURN(const std::optional<TsvRow> row, table->Next());
    if (!row) return absl::OkStatus();
    const PairDifference difference =
        contrast->Compare((*row)[columns.text], (*row)[columns.hypothesis]);
    RASHOMON_RETURN_IF_ERROR(output->Write(
        JoinedLine(*row, absl::StrFormat("%.4f", difference.conflict),
                   JoinedKinds(difference.kinds))));
    messages->Progress(StrCat("compared ", done + 1, " pairs"));
  }
}

}  // namespace

absl::StatusOr<int> RunContrast(const Arguments& arguments, Environment* env) {
  RASHOMON_ASSIGN_OR_RETURN(const Lexicons lexicons,
                            LoadLexicons(arguments, *env));
  RASHOMON_ASSIGN_OR_RETURN(const WordModel words, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(PairContrast contrast,
                            PairContrast::Make(&lexicons, &words));
  Messages messages(arguments, env);
  TsvOptions options;
  options.max_line_bytes = arguments.Size("max-bytes", options.max_line_bytes);
  options.skip_bad = arguments.Has("skip-bad");
  const std::string path =
      arguments.operands.empty() ? "-" : arguments.operands[0];
  RASHOMON_ASSIGN_OR_RETURN(TsvStream table,
                            TsvStream::Open(path, options, *env));
  RASHOMON_ASSIGN_OR_RETURN(Output output, Output::Open(arguments, env));
  RASHOMON_RETURN_IF_ERROR(
      ContrastRows(&table, &contrast, &output, &messages));
  if (table.skipped() > 0) {
    messages.Say(StrCat("passed over ", table.skipped(), " bad rows"));
  }
  RASHOMON_RETURN_IF_ERROR(output.Finish());
  return 0;
}

}  // namespace rashomon
