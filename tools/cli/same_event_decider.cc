#include "tools/cli/same_event_decider.h"

#include "engine/base/status_macros.h"
#include "engine/embed/word_counts.h"

namespace rashomon {

absl::StatusOr<SameEventDecider> SameEventDecider::Make(
    const Lexicons* lexicons) {
  RASHOMON_ASSIGN_OR_RETURN(const WordCounts counts, WordCounts::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(SameEventModel model,
                            SameEventModel::Shipped(counts));
  return SameEventDecider(std::make_unique<Annotator>(lexicons),
                          std::move(model));
}

SameEvent SameEventDecider::Decide(const ReadArticle& a,
                                   const ReadArticle& b) const {
  return DecideSameEvent(a.article, a.annotation, b.article, b.annotation,
                         model_);
}

std::optional<double> SameEventDecider::Score(const ReadArticle& a,
                                              const ReadArticle& b) const {
  const SameEvent same = Decide(a, b);
  if (same.verdict == SameEventVerdict::kNo) return std::nullopt;
  return same.confidence + (same.verdict == SameEventVerdict::kYes ? 1 : 0);
}

}  // namespace rashomon
