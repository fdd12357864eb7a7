// People, organisations, places and roles, with one entity id for all mentions
// of the same one in an article.
//
//   MentionReader reader;
//   for (each sentence) reader.Read(sentence, i, times);
//   std::vector<MentionDetail> mentions = reader.Finish();   // in order
//   // "Antony Blinken", "Blinken", "Anthony Blinken" -> entity "blinken"
//
// Places and well-known organisations come from the lexicon; people from given
// names, roles and titles before a name, the words round it, and surnames that
// the article gives in full somewhere. A role goes to a person only where the
// text says so.
#ifndef RASHOMON_ENGINE_CLAIMS_MENTION_H_
#define RASHOMON_ENGINE_CLAIMS_MENTION_H_

#include <cstddef>
#include <span>
#include <vector>

#include "engine/claims/mention_candidate.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

// Reads sentences in order, then links. Linear time. Not thread-safe. The words
// of the sentences outlive the reader.
class MentionReader {
 public:
  // Makes room for the names of so many sentences.
  void Reserve(std::size_t sentences);

  // `times`: time expressions of the sentence, in order; no names in them.
  void Read(const SentenceReading& s, std::size_t sentence,
            const std::vector<Span>& times);

  // All mentions in order of span; the reader is done.
  std::vector<MentionDetail> Finish();

 private:
  std::vector<NameCandidate> found_;
  std::vector<std::span<const Word>> sentence_words_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_MENTION_H_
