#include "engine/claims/mention_linker.h"

#include <algorithm>
#include <bitset>
#include <string_view>
#include <utility>

#include "engine/claims/mention_names.h"

namespace rashomon {
namespace {

// A run longer than this is no person unless something else says so.
constexpr std::size_t kMaxPersonWords = 3;
// People of one surname who are told apart; more share the last one.
constexpr std::size_t kMaxFamily = 8;

const std::string& KeyOf(const NameCandidate& c) {
  return c.given.empty() ? c.surname : c.detail.mention.entity;
}

bool IsInitialKey(std::string_view given) {
  return given.size() == 1 || given == "dzh" || given == "yu" ||
         (given.size() > 1 && given[1] == '.');
}

// So many kinds of words, by their hashes, are told apart before a look-up.
constexpr std::size_t kKinds = 4096;

bool IsRomanNumeral(std::string_view key) {
  return key.find_first_not_of("ivx") == std::string_view::npos;
}

// "V." and "vladimir"; "Dzh." and "joe" are one letter apart in Latin.
bool GivenFits(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty() || a == b) return true;
  if (!IsInitialKey(a) && !IsInitialKey(b)) return false;
  const auto first = [](std::string_view g) {
    return g.substr(0, 2) == "dz" ? 'j' : g[0];
  };
  return first(a) == first(b);
}

}  // namespace

MentionLinker::MentionLinker(
    std::vector<NameCandidate> candidates,
    const std::vector<std::span<const Word>>& sentence_words)
    : found_(std::move(candidates)), sentence_words_(sentence_words) {}

std::vector<MentionDetail> MentionLinker::Link() {
  CountVotes();
  AddPeople();
  NamePeople();
  CollectSmall();
  SettleOpen();
  NameOrganisations();
  SetHolders();
  std::vector<MentionDetail> out;
  out.reserve(found_.size());
  for (NameCandidate& c : found_) {
    if (c.detail.mention.type == MentionType::kRole) LinkRole(&c);
  }
  for (NameCandidate& c : found_) {
    if (c.open) continue;
    if (c.detail.mention.type == MentionType::kOrganisation) {
      LinkOrganisation(&c.detail);
    }
    out.push_back(std::move(c.detail));
  }
  return out;
}

void MentionLinker::CountVotes() {
  for (const NameCandidate& c : found_) {
    if (!c.open) continue;
    Votes& votes = votes_[KeyOf(c)];
    votes.person += c.person;
    votes.place += c.place;
    votes.thing += c.thing;
    votes.inside += !c.starts && !c.headline;
  }
}

bool MentionLinker::IsPersonByContext(const NameCandidate& c) const {
  if (c.headline || c.compound || c.timelike) return false;
  const auto at = votes_.find(KeyOf(c));
  if (at == votes_.end()) return false;
  const Votes& v = at->second;
  // "Criminals, who ...": the start of a sentence alone makes no name.
  if (c.given.empty() && v.inside == 0) return false;
  if (v.person > v.thing && v.person >= v.place) return true;
  if (c.given.empty() || v.thing > 0 || v.place > 0) return false;
  return c.detail.last - c.detail.first <= kMaxPersonWords && v.inside > 0;
}

void MentionLinker::AddPeople() {
  for (NameCandidate& c : found_) {
    if (c.detail.mention.type != MentionType::kPerson) continue;
    if (c.open && c.given.empty()) continue;
    if (c.open && !IsPersonByContext(c)) continue;
    if (!c.given.empty()) {
      c.open = false;
      AddPerson(c);
    }
  }
  // Who is never named in full: "Mr Holm", "President Holm".
  for (NameCandidate& c : found_) {
    if (c.detail.mention.type != MentionType::kPerson || !c.given.empty()) {
      continue;
    }
    const bool human = !c.open || IsPersonByContext(c);
    if (human && FindPerson(c) == kNone) AddPerson(c);
  }
}

void MentionLinker::AddPerson(const NameCandidate& c) {
  std::vector<Index>& family = families_[c.surname];
  Index at = kNone;
  for (const Index p : family) {
    if (GivenFits(people_[p].given, c.given)) {
      at = p;
      break;
    }
  }
  if (at == kNone && family.size() >= kMaxFamily) at = family.back();
  if (at == kNone) {
    at = people_.size();
    people_.push_back({c.surname, c.given, c.detail.name, "", 'u', 0});
    family.push_back(at);
  }
  Person& person = people_[at];
  person.full_mentions += !c.given.empty();
  if (person.given.empty() || IsInitialKey(person.given)) {
    person.given = c.given;
  }
  if (c.detail.name.size() > person.name.size()) person.name = c.detail.name;
  if (person.gender == 'u') person.gender = c.detail.gender;
}

void MentionLinker::NamePeople() {
  for (const auto& [surname, family] : families_) {
    Index main = family[0];
    for (const Index p : family) {
      if (people_[p].full_mentions > people_[main].full_mentions) main = p;
    }
    for (const Index p : family) {
      Person& person = people_[p];
      person.entity = p == main ? surname : StrCat(person.given, " ", surname);
    }
  }
  for (Index p = 0; p < people_.size(); ++p) {
    by_entity_.try_emplace(people_[p].entity, p);
    if (people_[p].given.empty()) continue;
    const auto [at, added] = by_given_.try_emplace(people_[p].given, p);
    if (!added) at->second = kNone;
  }
}

MentionLinker::Index MentionLinker::InFamily(const std::string& surname,
                                             const NameCandidate& c) const {
  const auto family = families_.find(surname);
  if (family == families_.end()) return kNone;
  Index best = kNone;
  for (const Index p : family->second) {
    const Person& person = people_[p];
    if (!c.given.empty() && !GivenFits(person.given, c.given)) continue;
    // "Former Obama": a capital before a surname is no given name yet.
    if (c.open && !c.given.empty() && person.given.empty()) continue;
    const bool other_sex = c.detail.gender != 'u' && person.gender != 'u' &&
                           c.detail.gender != person.gender;
    if (other_sex) continue;
    if (best == kNone || person.full_mentions > people_[best].full_mentions) {
      best = p;
    }
  }
  return best;
}

MentionLinker::Index MentionLinker::FindPerson(const NameCandidate& c) const {
  if (c.surname.empty()) return kNone;
  Index p = InFamily(c.surname, c);
  if (p == kNone) p = InFamily(c.surname + "a", c);
  return p;
}

void MentionLinker::LinkPerson(NameCandidate* c, Index p) const {
  const Person& person = people_[p];
  c->open = false;
  c->detail.mention.type = MentionType::kPerson;
  c->detail.mention.entity = person.entity;
  c->detail.name = person.name;
  c->detail.gender = person.gender;
}

// Which open names the article also writes small.
void MentionLinker::CollectSmall() {
  std::bitset<kKinds> kinds;  // of the open names
  for (const NameCandidate& c : found_) {
    if (c.open && c.given.empty()) kinds.set(NormalHash(c.surname) % kKinds);
  }
  if (kinds.none()) return;
  for (const std::span<const Word> words : sentence_words_) {
    for (const Word& word : words) {
      if (word.kind != WordKind::kWord || word.capitalized ||
          !kinds[word.hash % kKinds]) {
        continue;
      }
      if (votes_.contains(std::string_view(word.normal))) {
        small_.emplace(word.normal);
      }
    }
  }
}

bool MentionLinker::Survives(const NameCandidate& c) const {
  if (c.headline || c.compound || c.timelike) return false;
  if (!c.given.empty()) return true;
  if (small_.contains(c.surname) || IsRomanNumeral(c.surname)) return false;
  const auto votes = votes_.find(c.surname);
  return !c.starts || (votes != votes_.end() && votes->second.inside > 0);
}

void MentionLinker::SettleOpen() {
  for (NameCandidate& c : found_) {
    if (c.detail.mention.type == MentionType::kPerson) Settle(&c);
  }
}

void MentionLinker::Settle(NameCandidate* c) {
  Index p = FindPerson(*c);
  if (p == kNone && c->given.empty()) {
    const auto given = by_given_.find(c->surname);
    if (given != by_given_.end()) p = given->second;
  }
  // "Yesterday's Holm": a capital at the start, then a known name.
  if (p == kNone && c->open && (c->starts || c->headline) &&
      !c->given.empty()) {
    NameCandidate last = *c;
    last.given.clear();
    p = FindPerson(last);
    if (p != kNone) {
      const std::size_t cut = c->detail.name.rfind(' ') + 1;
      c->detail.mention.span.begin += cut;
      c->detail.first = c->detail.last - 1;
    }
  }
  const bool small =
      c->starts && c->given.empty() && c->open && small_.contains(c->surname);
  if (p != kNone && !small) return LinkPerson(c, p);
  if (!c->open || !Survives(*c)) return;
  c->open = false;
  const Votes& votes = votes_.find(KeyOf(*c))->second;
  c->detail.mention.type = votes.place > votes.thing + votes.person
                               ? MentionType::kPlace
                               : MentionType::kOrganisation;
  if (c->given.empty()) c->detail.mention.entity = c->surname;
  if (c->lone_given && c->thing == 0)
    c->detail.mention.type = MentionType::kPerson;
}

// Abbreviations that the text explains, ministries whose country it names, and
// "the Authority" for the one authority with a longer name.
void MentionLinker::NameOrganisations() {
  const auto link = [&](const std::string& key, const std::string& entity) {
    if (key == entity) return;
    const auto [at, added] = same_organisation_.try_emplace(key, entity);
    if (!added && at->second != entity) at->second = key;
  };
  for (const NameCandidate& c : found_) {
    const Mention& m = c.detail.mention;
    if (c.open || m.type != MentionType::kOrganisation || c.needs_country) {
      continue;
    }
    const std::size_t space = m.entity.find(' ');
    if (space == std::string::npos || c.same_as >= 0) continue;
    link(m.entity.substr(m.entity.rfind(' ') + 1), m.entity);
    link(m.entity.substr(space + 1), m.entity);
  }
  for (NameCandidate& c : found_) {
    if (c.same_as < 0 || c.role.size() > 0) continue;
    NameCandidate& full = found_[static_cast<std::size_t>(c.same_as)];
    if (full.detail.mention.type == MentionType::kPlace) continue;
    if (full.open || full.detail.mention.type == MentionType::kPerson) {
      full.open = false;
      full.detail.mention.type = MentionType::kOrganisation;
    }
    same_organisation_[full.detail.mention.entity] = c.detail.mention.entity;
  }
}

void MentionLinker::LinkOrganisation(MentionDetail* detail) const {
  const auto same = same_organisation_.find(detail->mention.entity);
  if (same == same_organisation_.end()) return;
  detail->mention.entity = same->second;
  const auto again = same_organisation_.find(detail->mention.entity);
  if (again != same_organisation_.end()) {
    detail->mention.entity = again->second;
  }
}

void MentionLinker::SetHolders() {
  for (const NameCandidate& c : found_) {
    if (c.role.empty() || c.same_as < 0) continue;
    const NameCandidate& person = found_[static_cast<std::size_t>(c.same_as)];
    if (person.open || person.detail.mention.type != MentionType::kPerson) {
      continue;
    }
    SetHolder(c.role, person.detail.mention.entity);
  }
}

// A role named with a country is known without it too, while it is the only
// one of its kind.
void MentionLinker::SetHolder(const std::string& role,
                              const std::string& entity) {
  const auto [full, first] = role_holder_.try_emplace(role, entity);
  if (!first && full->second != entity) full->second.clear();
  if (role.substr(0, 7) == "former ") return;
  for (std::size_t space = role.find(' '); space != std::string::npos;
       space = role.find(' ', space + 1)) {
    const std::string bare = role.substr(space + 1);
    const auto [it, added] = role_holder_.try_emplace(bare, entity);
    if (!added && it->second != entity) it->second.clear();
  }
}

void MentionLinker::LinkRole(NameCandidate* c) const {
  std::string entity;
  if (c->same_as >= 0) {
    const NameCandidate& person = found_[static_cast<std::size_t>(c->same_as)];
    if (!person.open) entity = person.detail.mention.entity;
  } else if (c->definite) {
    const auto holder = role_holder_.find(c->role);
    if (holder != role_holder_.end()) entity = holder->second;
  }
  const auto at = by_entity_.find(entity);
  if (entity.empty() || at == by_entity_.end()) return;
  const Person& person = people_[at->second];
  c->detail.mention.entity = entity;
  c->detail.name = person.name;
  c->detail.gender = person.gender;
  c->detail.held = true;
}

}  // namespace rashomon
