#include "tools/cli/pair_table.h"

#include <cstddef>
#include <optional>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/cli/messages.h"
#include "tools/cli/output.h"
#include "tools/cli/tsv_stream.h"

namespace rashomon {
namespace {

std::string JoinedLine(const TsvRow& row,
                       const std::vector<std::string>& more) {
  std::string line;
  for (const std::string& field : row) StrAppend(&line, field, "\t");
  for (std::size_t i = 0; i < more.size(); ++i) {
    StrAppend(&line, i == 0 ? "" : "\t", more[i]);
  }
  return line + "\n";
}

using PairColumns = std::pair<std::size_t, std::size_t>;

std::string NamesOf(const PairTable& pairs) {
  std::string names;
  for (const auto& [left, right] : pairs.columns) {
    StrAppend(&names, names.empty() ? "" : ", or ", left, " and ", right);
  }
  return names;
}

absl::StatusOr<PairColumns> FindColumns(const PairTable& pairs,
                                        const TsvStream& table) {
  for (const auto& [left, right] : pairs.columns) {
    if (!table.Column(left).ok()) continue;
    PairColumns columns;
    RASHOMON_ASSIGN_OR_RETURN(columns.first, table.Column(left));
    RASHOMON_ASSIGN_OR_RETURN(columns.second, table.Column(right));
    return columns;
  }
  const absl::Status missing =
      table.Column(pairs.columns.front().first).status();
  return absl::InvalidArgumentError(StrCat(
      StdView(missing.message()), "; the command reads ", NamesOf(pairs)));
}

absl::Status CheckAppended(const PairTable& pairs, const TsvStream& table) {
  for (const std::string& name : pairs.appended) {
    if (table.Column(name).ok()) {
      return absl::InvalidArgumentError(
          StrCat("the table has a column \"", name,
                 "\" already; rename or remove it"));
    }
  }
  return absl::OkStatus();
}

absl::Status WriteRows(const PairTable& pairs, TsvStream* table,
                       Output* output, Messages* messages) {
  RASHOMON_ASSIGN_OR_RETURN(const PairColumns columns,
                            FindColumns(pairs, *table));
  RASHOMON_RETURN_IF_ERROR(CheckAppended(pairs, *table));
  RASHOMON_RETURN_IF_ERROR(
      output->Write(JoinedLine(table->header(), pairs.appended)));
  for (int done = 0;; ++done) {
    RASHOMON_ASSIGN_OR_RETURN(const std::optional<TsvRow> row, table->Next());
    if (!row) return absl::OkStatus();
    RASHOMON_RETURN_IF_ERROR(output->Write(JoinedLine(
        *row, pairs.row((*row)[columns.first], (*row)[columns.second]))));
    messages->Progress(StrCat(pairs.done, " ", done + 1, " pairs"));
  }
}

}  // namespace

absl::StatusOr<int> RunPairTable(const PairTable& pairs,
                                 const Arguments& arguments,
                                 Environment* env) {
  Messages messages(arguments, env);
  TsvOptions options;
  options.max_line_bytes = arguments.Size("max-bytes", options.max_line_bytes);
  options.skip_bad = arguments.Has("skip-bad");
  const std::string path =
      arguments.operands.empty() ? "-" : arguments.operands[0];
  RASHOMON_ASSIGN_OR_RETURN(TsvStream table,
                            TsvStream::Open(path, options, *env));
  RASHOMON_ASSIGN_OR_RETURN(Output output, Output::Open(arguments, env));
  RASHOMON_RETURN_IF_ERROR(WriteRows(pairs, &table, &output, &messages));
  if (table.skipped() > 0) {
    messages.Say(StrCat("passed over ", table.skipped(), " bad rows"));
  }
  RASHOMON_RETURN_IF_ERROR(output.Finish());
  return 0;
}

}  // namespace rashomon
