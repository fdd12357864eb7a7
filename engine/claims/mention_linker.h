// From the candidates of all sentences to mentions: which open names are
// people, organisations or places, which are none, and who is the same.
//
//   std::vector<MentionDetail> mentions =
//       MentionLinker(std::move(candidates), words_of_sentences).Link();
//
// A person's entity is the surname; where the article has two people of one
// surname, the one named in full more often keeps it, and another gets the
// given name before it.
#ifndef RASHOMON_ENGINE_CLAIMS_MENTION_LINKER_H_
#define RASHOMON_ENGINE_CLAIMS_MENTION_LINKER_H_

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "engine/base/strings.h"
#include "engine/claims/mention_candidate.h"
#include "engine/text/word.h"

namespace rashomon {

// Linear time. The words outlive it.
class MentionLinker {
 public:
  MentionLinker(std::vector<NameCandidate> candidates,
                const std::vector<std::span<const Word>>& sentence_words);

  // All mentions in order of span; the linker is done.
  std::vector<MentionDetail> Link();

 private:
  struct Person {
    std::string surname;
    std::string given;  // "" where the article never says
    std::string name;   // fullest form
    std::string entity;
    char gender = 'u';
    int full_mentions = 0;
  };
  struct Votes {
    int person = 0, place = 0, thing = 0;
    int inside = 0;  // capitals that neither a start nor a headline explains
  };
  using Index = std::size_t;
  static constexpr Index kNone = static_cast<Index>(-1);

  void CountVotes();
  void AddPeople();
  void AddPerson(const NameCandidate& c);
  void NamePeople();
  void SettleOpen();
  void Settle(NameCandidate* c);
  void NameOrganisations();
  void SetHolders();
  void SetHolder(const std::string& role, const std::string& entity);
  bool IsPersonByContext(const NameCandidate& c) const;
  bool Survives(const NameCandidate& c) const;
  // The person a candidate's names fit, or kNone.
  Index FindPerson(const NameCandidate& c) const;
  Index InFamily(const std::string& surname, const NameCandidate& c) const;
  void CollectSmall();
  void LinkPerson(NameCandidate* c, Index person) const;
  void LinkOrganisation(MentionDetail* detail) const;
  void LinkRole(NameCandidate* c) const;

  std::vector<NameCandidate> found_;
  const std::vector<std::span<const Word>>& sentence_words_;
  std::vector<Person> people_;
  StringMap<std::vector<Index>> families_;  // surname -> people
  StringMap<Index> by_given_;   // given name -> person; kNone: several
  StringMap<Index> by_entity_;  // entity -> person
  StringMap<Votes> votes_;      // key of an open name
  StringSet small_;             // open names that the article writes small
  StringMap<std::string> same_organisation_;  // key -> entity
  StringMap<std::string> role_holder_;  // key of a role -> entity; "": several
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_MENTION_LINKER_H_
