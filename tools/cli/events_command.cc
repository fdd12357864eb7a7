#include <deque>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/word_model.h"
#include "engine/events/story_clusterer.h"
#include "engine/events/story_link.h"
#include "engine/events/story_report.h"
#include "tools/cli/article_inputs.h"
#include "tools/cli/commands.h"
#include "tools/cli/config.h"
#include "tools/cli/messages.h"
#include "tools/cli/output.h"

namespace rashomon {
namespace {

// {"id":"...","event":3}
std::string EventLine(const std::string& id, std::size_t event) {
  const nlohmann::ordered_json line = {{"id", id}, {"event", event}};
  return line.dump(-1, ' ', false,
                   nlohmann::ordered_json::error_handler_t::replace) +
         "\n";
}

// Writes the ids of articles once their stories are settled, in the order they
// came.
class SettledWriter {
 public:
  explicit SettledWriter(Output* output) : output_(output) {}

  void Await(const std::string& id) { ids_.push_back(id); }

  absl::Status Write(const std::vector<std::size_t>& stories) {
    for (const std::size_t story : stories) {
      RASHOMON_RETURN_IF_ERROR(output_->Write(EventLine(ids_.front(), story)));
      ids_.pop_front();
    }
    return absl::OkStatus();
  }

 private:
  Output* output_;
  std::deque<std::string> ids_;
};

// Adds every article there is. On bad input, those before it are settled all
// the same: the caller writes them before it stops.
absl::Status AddAll(ArticleInputs* inputs, StoryReader* reader,
                    StoryClusterer* clusterer, SettledWriter* writer,
                    Messages* messages) {
  for (int read = 1;; ++read) {
    RASHOMON_ASSIGN_OR_RETURN(const std::optional<Article> article,
                              inputs->Next());
    if (!article) return absl::OkStatus();
    writer->Await(article->id);
    RASHOMON_RETURN_IF_ERROR(
        writer->Write(clusterer->Add(reader->Read(*article))));
    messages->Progress(StrCat("read ", read, " articles"));
  }
}

}  // namespace

absl::StatusOr<int> RunEvents(const Arguments& arguments, Environment* env) {
  RASHOMON_ASSIGN_OR_RETURN(const OutletRegistry registry,
                            LoadOutlets(arguments, *env));
  RASHOMON_ASSIGN_OR_RETURN(const WordModel words, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const StoryLinkModel model,
                            StoryLinkModel::Shipped());
  Messages messages(arguments, env);
  ArticleInputs inputs(arguments.operands,
                       ReadOptionsFrom(arguments, &registry), &messages);
  RASHOMON_ASSIGN_OR_RETURN(Output output, Output::Open(arguments, env));
  StoryReader reader(&words);
  StoryClusterer clusterer(&model);
  SettledWriter writer(&output);
  const absl::Status added =
      AddAll(&inputs, &reader, &clusterer, &writer, &messages);
  RASHOMON_RETURN_IF_ERROR(writer.Write(clusterer.Finish()));
  RASHOMON_RETURN_IF_ERROR(added);
  inputs.SayWhatWasSkipped();
  RASHOMON_RETURN_IF_ERROR(output.Finish());
  return 0;
}

}  // namespace rashomon
