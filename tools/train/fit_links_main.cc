// Fits what stories are grouped by. See events.md here.
//
//   fit_links --data DIR [--output TSV]
#include <cstdio>
#include <string>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "engine/base/file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/train/link_fit.h"

namespace rashomon {
namespace {

absl::Status Fit(const std::string& data, const std::string& output) {
  RASHOMON_ASSIGN_OR_RETURN(
      const LinkFit fit,
      FitStoryLinks(StrCat(data, "/events/neus_train.jsonl")));
  std::printf(
      "%zu reports, %zu rows, %zu of one event; %zu of these are no candidates; "
      "reprints: %zu of one event, %zu of two\n%s",
      fit.reports, fit.rows, fit.same, fit.same_below_index, fit.reprints,
      fit.false_reprints, fit.tsv.c_str());
  return output.empty() ? absl::OkStatus()
                        : WriteFileAtomically(output, fit.tsv);
}

int Main(int argc, char** argv) {
  CLI::App app("Fits what stories are grouped by.");
  std::string data, output;
  app.add_option("--data", data, "the data folder")->required();
  app.add_option("--output", output, "the table to write");
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = Fit(data, output);
  if (status.ok()) return 0;
  std::fprintf(stderr, "fit_links: %s\n", status.ToString().c_str());
  return 2;
}

}  // namespace
}  // namespace rashomon

int main(int argc, char** argv) { return rashomon::Main(argc, argv); }
