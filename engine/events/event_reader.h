// Reads what the same-event decision compares articles by.
//
//   EventReader reader(&word_model);             // one per thread
//   EventProfile p = reader.Read(article, annotation);
#ifndef RASHOMON_ENGINE_EVENTS_EVENT_READER_H_
#define RASHOMON_ENGINE_EVENTS_EVENT_READER_H_

#include <optional>

#include "corpus/article.h"
#include "engine/claims/claim.h"
#include "engine/embed/text_embedder.h"
#include "engine/embed/word_model.h"
#include "engine/events/event_profile.h"

namespace rashomon {

// Not thread-safe: keep one per thread.
class EventReader {
 public:
  // `words` outlives it. The shipped models were fitted with the shipped
  // vectors: with others their weights mean little.
  explicit EventReader(const WordModel* words);

  // Outlets, ids and places of publication are not looked at. O(words log
  // words); sentences beyond the first kMaxSentences have no part in the
  // meaning.
  EventProfile Read(const Article& article, const Annotation& annotation);

  static constexpr std::size_t kMaxSentences = 400;

 private:
  void ReadMeaning(const Article& article, const Annotation& annotation,
                   const std::vector<bool>& head, EventProfile* profile);

  const WordModel* words_;
  std::optional<TextEmbedder> embedder_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_EVENT_READER_H_
