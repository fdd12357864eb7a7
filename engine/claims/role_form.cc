#include "engine/claims/role_form.h"

#include "engine/base/suffix.h"
#include "engine/claims/mention_names.h"

namespace rashomon {
namespace {

std::string_view LastWordOf(std::string_view phrase) {
  const std::size_t space = phrase.rfind(' ');
  return space == std::string_view::npos ? phrase : phrase.substr(space + 1);
}

bool IsPluralOf(std::string_view word, std::string_view phrase) {
  return word.size() > phrase.size() && !EndsWith(phrase, "s") &&
         EndsWith(word, "s") && !EndsWith(word, "'s") &&
         !EndsWith(word, "’s");
}

}  // namespace

NounKind NounKindOf(std::string_view category) {
  if (category == "collective") return NounKind::kCollective;
  if (category == "anonymous") return NounKind::kAnonymous;
  if (category == "official") return NounKind::kOfficial;
  if (category == "document") return NounKind::kDocument;
  if (category == "institution") return NounKind::kInstitution;
  return NounKind::kOffice;
}

bool IsPluralRole(const SentenceReading& s, const PhraseMatch& role) {
  if (s.russian) return false;
  const std::string_view phrase = LastWordOf(role.entry->phrase);
  return IsPluralOf(s.word(role.last - 1).normal, phrase);
}

// "Министры", "экспертов": offices are masculine, and these ends plural.
bool IsRussianPluralRole(const SentenceReading& s, const PhraseMatch& role) {
  const std::string_view word = s.word(role.last - 1).normal;
  const std::string_view phrase = role.entry->phrase;
  for (const std::string_view end :
       {"ы", "и", "ов", "ам", "ами", "ах", "ям", "ями", "ях", "ей"}) {
    if (EndsWith(word, end) && !EndsWith(phrase, end)) return true;
  }
  return false;
}

// Stems join "office" and "officer", "head" and "headed": a role is written
// as in the list, or with a plural or possessive ending.
bool IsRoleForm(const SentenceReading& s, const PhraseMatch& role) {
  if (s.russian) return true;
  std::string_view word = s.word(role.last - 1).normal;
  const std::string_view phrase = LastWordOf(role.entry->phrase);
  if (word.substr(0, phrase.size()) != phrase) {
    return phrase.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ.-") !=
           std::string_view::npos;
  }
  word.remove_prefix(phrase.size());
  return word.empty() || word == "s" || word == "es" || word == "'s" ||
         word == "s'";
}

}  // namespace rashomon
