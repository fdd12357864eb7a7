// People, organisations, places and roles, with one entity id for all mentions
// of the same one in an article.
//
//   MentionReader reader;
//   for (each sentence) reader.Read(sentence, i, times);
//   std::vector<Mention> mentions = reader.Finish();   // in order
//   // "Antony Blinken", "Blinken", "Anthony Blinken" -> entity "blinken"
//
// Places and well-known organisations come from the lexicon; people from given
// names, roles before a name, and last names that the article gives in full
// somewhere. A role goes to a person only where the text says so.
#ifndef RASHOMON_ENGINE_CLAIMS_MENTION_H_
#define RASHOMON_ENGINE_CLAIMS_MENTION_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/strings.h"
#include "engine/claims/claim.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

// A mention with what attribution needs to know of it.
struct MentionDetail {
  Mention mention;
  std::size_t sentence = 0;
  std::size_t first = 0;  // words [first, last) of the sentence
  std::size_t last = 0;
  std::string name;       // the fullest form in the article: "Sergey Lavrov"
  char gender = 'u';      // 'm', 'f', 'u'
};

// Reads sentences in order, then links. Linear time. Not thread-safe. The words
// of the sentences outlive the reader.
class MentionReader {
 public:
  // `times`: time expressions of the sentence, in order; no names in them.
  void Read(const SentenceReading& s, std::size_t sentence,
            const std::vector<Span>& times);

  // All mentions in order of span; the reader is done.
  std::vector<MentionDetail> Finish();

 private:
  struct Person {
    std::string entity;
    std::string name;  // fullest form
    char gender = 'u';
  };

  class SentenceParser;

  StringSet WrittenSmall() const;
  void SetHolder(const std::string& role, const std::string& entity);
  void Link(MentionDetail* detail);

  std::vector<MentionDetail> found_;
  // Single capitalised words that are people if the article says so elsewhere.
  std::vector<bool> doubtful_;     // parallel to found_
  std::vector<std::string> role_;  // parallel: key of the role, "" where none
  std::vector<bool> definite_;     // parallel: "the minister"
  StringMap<Person> people_;       // by entity
  StringMap<std::string> role_holder_;  // key of a role -> entity
  std::vector<const std::vector<Word>*> sentence_words_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_MENTION_H_
