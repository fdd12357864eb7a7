// Whether two of many articles report the same event; each is read only once.
//
//   RASHOMON_ASSIGN_OR_RETURN(SameEventDecider decider,
//                             SameEventDecider::Make(&lexicons));
//   const EventProfile a = decider.Read(article_a);
//   const EventProfile b = decider.Read(article_b);
//   decider.Score(a, b);      // nothing: not the same event
#ifndef RASHOMON_TOOLS_CLI_SAME_EVENT_DECIDER_H_
#define RASHOMON_TOOLS_CLI_SAME_EVENT_DECIDER_H_

#include <memory>
#include <optional>
#include <utility>

#include "absl/status/statusor.h"
#include "corpus/article.h"
#include "engine/claims/annotator.h"
#include "engine/embed/word_model.h"
#include "engine/events/event_profile.h"
#include "engine/events/event_reader.h"
#include "engine/events/same_event.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

// Not thread-safe.
class SameEventDecider {
 public:
  // `lexicons` outlives it.
  static absl::StatusOr<SameEventDecider> Make(const Lexicons* lexicons);

  EventProfile Read(const Article& article) {
    return reader_->Read(article, annotator_->Annotate(article));
  }

  // What to rank candidates by: any "yes" goes before any "partly"; nothing
  // for "no".
  std::optional<double> Score(const EventProfile& a,
                              const EventProfile& b) const;

 private:
  SameEventDecider(const Lexicons* lexicons, WordModel words,
                   SameEventModel model)
      : annotator_(std::make_unique<Annotator>(lexicons)),
        words_(std::make_unique<WordModel>(std::move(words))),
        reader_(std::make_unique<EventReader>(words_.get())),
        model_(std::move(model)) {}

  std::unique_ptr<Annotator> annotator_;
  std::unique_ptr<const WordModel> words_;
  std::unique_ptr<EventReader> reader_;
  SameEventModel model_;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_SAME_EVENT_DECIDER_H_
