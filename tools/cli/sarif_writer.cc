#include "tools/cli/sarif_writer.h"

#include "engine/base/status_macros.h"
#include "tools/review/exports/case_contents.h"
#include "tools/review/exports/sarif.h"

namespace rashomon {

absl::StatusOr<std::optional<SarifWriter>> SarifWriter::Open(
    const Arguments& arguments, const std::vector<Article>& articles,
    const Environment& env) {
  if (arguments.Value("format") != "sarif") {
    return std::optional<SarifWriter>();
  }
  RASHOMON_ASSIGN_OR_RETURN(CaseKeeper keeper,
                            CaseKeeper::InMemory(arguments, articles, env));
  return std::optional<SarifWriter>(SarifWriter(std::move(keeper)));
}

absl::StatusOr<std::string> SarifWriter::Log() {
  RASHOMON_ASSIGN_OR_RETURN(const CaseContents contents,
                            ReadContents(keeper_.file()));
  return ContentsToSarif(contents);
}

}  // namespace rashomon
