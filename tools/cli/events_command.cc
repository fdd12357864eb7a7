#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/cli/article_inputs.h"
#include "tools/cli/commands.h"
#include "tools/cli/config.h"
#include "tools/cli/event_grouper.h"
#include "tools/cli/lexicon_config.h"
#include "tools/cli/messages.h"
#include "tools/cli/output.h"
#include "tools/cli/same_event_decider.h"

namespace rashomon {
namespace {

// {"id":"...","event":3}
std::string EventLine(const std::string& id, std::size_t event) {
  const nlohmann::ordered_json line = {{"id", id}, {"event", event}};
  return line.dump(-1, ' ', false,
                   nlohmann::ordered_json::error_handler_t::replace) +
         "\n";
}

// Only "yes" makes one event of two articles: "partly" shares an occurrence,
// and chains of it would join everything.
std::optional<double> SameEventOnly(const SameEventDecider& decider,
                                    const ReadArticle& a,
                                    const ReadArticle& b) {
  const SameEvent same = decider.Decide(a, b);
  if (same.verdict != SameEventVerdict::kYes) return std::nullopt;
  return same.confidence;
}

}  // namespace

absl::StatusOr<int> RunEvents(const Arguments& arguments, Environment* env) {
  RASHOMON_ASSIGN_OR_RETURN(const OutletRegistry registry,
                            LoadOutlets(arguments, *env));
  RASHOMON_ASSIGN_OR_RETURN(const Lexicons lexicons,
                            LoadLexicons(arguments, *env));
  RASHOMON_ASSIGN_OR_RETURN(SameEventDecider decider,
                            SameEventDecider::Make(&lexicons));
  Messages messages(arguments, env);
  ArticleInputs inputs(arguments.operands,
                       ReadOptionsFrom(arguments, &registry), &messages);
  RASHOMON_ASSIGN_OR_RETURN(Output output, Output::Open(arguments, env));
  EventGrouper<ReadArticle> grouper(
      [&](const ReadArticle& a, const ReadArticle& b) {
        return SameEventOnly(decider, a, b);
      });
  for (int done = 0;; ++done) {
    RASHOMON_ASSIGN_OR_RETURN(const std::optional<Article> article,
                              inputs.Next());
    if (!article) break;
    const std::size_t event = grouper.Add(decider.Read(*article));
    RASHOMON_RETURN_IF_ERROR(output.Write(EventLine(article->id, event)));
    messages.Progress(StrCat("grouped ", done + 1, " articles into ",
                             grouper.groups(), " events"));
  }
  inputs.SayWhatWasSkipped();
  RASHOMON_RETURN_IF_ERROR(output.Finish());
  return 0;
}

}  // namespace rashomon
