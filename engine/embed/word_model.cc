#include "engine/embed/word_model.h"

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {

absl::StatusOr<WordModel> WordModel::Shipped() {
  RASHOMON_ASSIGN_OR_RETURN(WordCounts counts, WordCounts::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(WordVectors vectors, WordVectors::Shipped());
  return WordModel(std::move(counts), std::move(vectors));
}

std::string WordModel::version() const {
  if (!vectors_) return counts_.version();
  return StrCat(counts_.version(), "-", vectors_->version());
}

}  // namespace rashomon
