#include "engine/claims/name_key.h"

#include <algorithm>
#include <utility>

#include "engine/base/strings.h"
#include "engine/base/suffix.h"
#include "engine/claims/mention_names.h"
#include "engine/claims/transliteration.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

std::string SurnameAt(const SentenceReading& s, std::size_t i) {
  const PhraseMatch* m = s.matches.Starting(ListId::kFirstNames, i);
  if (HasCategory(m, "surname")) return m->entry->note;
  return SurnameKey(s.word(i).normal);
}

std::string GivenAt(const SentenceReading& s, const NameWords& words,
                    std::size_t i) {
  const PhraseMatch* m = s.matches.Starting(ListId::kFirstNames, i);
  if (words.IsGiven(i) && !m->entry->note.empty()) return m->entry->note;
  return NameKey(s.word(i).normal);
}

// "Марии Захаровой": the case ending hid the feminine one.
void FeminineSurname(const SentenceReading& s, std::size_t key,
                     NameCandidate* c) {
  if (!s.russian || c->detail.gender != 'f' ||
      HasCategory(s.matches.Starting(ListId::kFirstNames, key), "surname")) {
    return;
  }
  if (EndsWith(c->surname, "ov") || EndsWith(c->surname, "ev") ||
      EndsWith(c->surname, "in")) {
    c->surname += 'a';
  }
}

}  // namespace

std::string EntityKey(const SentenceReading& s, std::size_t first,
                      std::size_t last) {
  std::string entity;
  for (std::size_t i = first; i < last; ++i) {
    if (s.word(i).kind == WordKind::kPunctuation) continue;
    if (!entity.empty()) entity += ' ';
    entity += NameKey(s.word(i).normal);
  }
  return entity;
}

void SetNameKeys(const SentenceReading& s, const NameWords& words,
                 std::size_t first, std::size_t last, NameCandidate* c) {
  std::size_t key = last - 1;
  while (key > first && (IsNameSuffix(s.word(key)) ||
                         s.word(key).kind == WordKind::kPunctuation)) {
    --key;
  }
  c->surname = SurnameAt(s, key);
  // "Sinelnikov-Orishak" written as three tokens.
  if (key > first + 1 && s.IsMark(key - 1, '-')) {
    c->surname = StrCat(SurnameAt(s, key - 2), "-", c->surname);
  }
  c->lone_given = key == first && words.IsGiven(first);
  if (key == first) return;
  c->detail.mention.entity = EntityKey(s, first, last);
  c->given = GivenAt(s, words, first);
  const PhraseMatch* name = s.matches.Starting(ListId::kFirstNames, first);
  c->given_listed = words.IsGiven(first) || IsInitial(s.word(first));
  if (words.IsGiven(first)) {
    const std::string_view sex = name->entry->category;
    if (sex == "m" || sex == "f") c->detail.gender = sex[0];
    // "Xi Jinping": the family's name stands first.
    const bool long_name =
        key > first + 1 || words.Bytes(key).find('-') != std::string_view::npos;
    if (sex == "family" && (name->entry->strength == 1 || long_name)) {
      std::swap(c->surname, c->given);
      if (!name->entry->note.empty()) c->surname = name->entry->note;
    }
  }
  for (std::size_t i = first + 1; i <= key && i <= first + 2; ++i) {
    const char sex = PatronymicGender(s.word(i).normal);
    if (sex == 'u') continue;
    c->detail.gender = sex;
    c->given_listed = true;
  }
  FeminineSurname(s, key, c);
}

}  // namespace rashomon
