// Closed words about speakers: pronouns with sex and number, words that say it
// is somebody else, and which descriptions one office answers to.
//
//   ReadPronoun("she")                      // {sex 'f', person}
//   Answers("diplomat", "ambassador")       // "the diplomat" may be one
#ifndef RASHOMON_ENGINE_CLAIMS_SPEAKER_WORDS_H_
#define RASHOMON_ENGINE_CLAIMS_SPEAKER_WORDS_H_

#include <optional>
#include <string_view>

namespace rashomon {

struct Pronoun {
  char sex = 'u';
  bool plural = false;    // "they": a group, a body, or one person
  bool thing = false;     // "it"
  bool relative = false;  // "who": the phrase right before
};

// Nothing where `normal` is no pronoun of the third person.
std::optional<Pronoun> ReadPronoun(std::string_view normal);

// "another", "same", "second", "other", "unnamed": not the one before.
bool SaysOther(std::string_view normal);

// "the", "this", "that".
bool IsDefinite(std::string_view normal);

bool IsSourcePreposition(std::string_view normal);

// Stems: may "the `description`" stand for who was called `called` before?
// Equal stems, and the wider words of the trade ("diplomat" for an ambassador,
// "lawmaker" for a senator, "official" for most offices).
bool Answers(std::string_view description, std::string_view called);

// "company", "agency": may stand for any body with a name.
bool NamesAnyBody(std::string_view normal);

// Whether a stem is one of those wider words.
bool IsWiderCalling(std::string_view description);

// "anonymity", "unnamed": in the sentence of a source that is described.
bool SaysAnonymous(std::string_view normal);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_SPEAKER_WORDS_H_
