// Reads what the same-event decision compares articles by.
//
//   EventReader reader(&word_model);             // one per thread
//   EventProfile p = reader.Read(article, annotation);
#ifndef RASHOMON_ENGINE_EVENTS_EVENT_READER_H_
#define RASHOMON_ENGINE_EVENTS_EVENT_READER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "corpus/article.h"
#include "engine/claims/claim.h"
#include "engine/embed/word_book.h"
#include "engine/embed/word_model.h"
#include "engine/embed/word_rows.h"
#include "engine/events/event_profile.h"

namespace rashomon {

// Not thread-safe: keep one per thread.
class EventReader {
 public:
  // `words` outlives it. The shipped models were fitted with the shipped
  // vectors: with others their weights mean little.
  explicit EventReader(const WordModel* words);
  // By a book that others read by, too, and that is renewed by them.
  explicit EventReader(WordBook* book);

  // Outlets, ids and places of publication are not looked at. O(words log
  // words); sentences beyond the first kMaxSentences have no part in the
  // meaning.
  EventProfile Read(const Article& article, const Annotation& annotation);

  static constexpr std::size_t kMaxSentences = 400;

 private:
  void ReadMeaning(const Annotation& annotation, const std::vector<bool>& head,
                   EventProfile* profile);
  void RenewRows(const std::shared_ptr<const void>& memory);

  std::unique_ptr<WordBook> own_;  // null where it is another's
  WordBook* book_;
  std::optional<WordRows> rows_;
  std::shared_ptr<const void> memory_;  // of the words that rows_ knows
  std::uint32_t generation_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_EVENT_READER_H_
