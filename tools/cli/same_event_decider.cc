#include "tools/cli/same_event_decider.h"

#include "engine/base/status_macros.h"

namespace rashomon {

absl::StatusOr<SameEventDecider> SameEventDecider::Make(
    const Lexicons* lexicons) {
  RASHOMON_ASSIGN_OR_RETURN(WordModel words, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(SameEventModel model, SameEventModel::Shipped());
  return SameEventDecider(lexicons, std::move(words), std::move(model));
}

std::optional<double> SameEventDecider::Score(const EventProfile& a,
                                              const EventProfile& b) const {
  const SameEvent same = DecideSameEvent(a, b, model_);
  if (same.verdict == SameEventVerdict::kNo) return std::nullopt;
  return same.confidence + (same.verdict == SameEventVerdict::kYes ? 1 : 0);
}

}  // namespace rashomon
