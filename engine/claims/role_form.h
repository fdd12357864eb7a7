// The words of roles.tsv as a text has them: kind, number, and whether they are
// nouns there.
//
//   NounKindOf("official") == NounKind::kOfficial;
//   IsPluralRole(sentence, match);    // "ministers"
//   IsRoleForm(sentence, match);      // "head", not "headed"
#ifndef RASHOMON_ENGINE_CLAIMS_ROLE_FORM_H_
#define RASHOMON_ENGINE_CLAIMS_ROLE_FORM_H_

#include <string_view>

#include "engine/claims/mention_candidate.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

NounKind NounKindOf(std::string_view category);

// By its English ending; false in Russian.
bool IsPluralRole(const SentenceReading& s, const PhraseMatch& role);

// "Министры", "экспертов".
bool IsRussianPluralRole(const SentenceReading& s, const PhraseMatch& role);

// Whether the word is written as in the list, or with a plural or possessive
// ending. Always in Russian.
bool IsRoleForm(const SentenceReading& s, const PhraseMatch& role);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_ROLE_FORM_H_
