// A name as one sentence shows it, before the article as a whole says who or
// what it is (mention_parser.h finds them, mention_linker.h settles them).
#ifndef RASHOMON_ENGINE_CLAIMS_MENTION_CANDIDATE_H_
#define RASHOMON_ENGINE_CLAIMS_MENTION_CANDIDATE_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "engine/claims/claim.h"

namespace rashomon {

// What kind of speaker a common noun names, by roles.tsv.
enum class NounKind : std::uint8_t {
  kNone, kOffice, kOfficial, kCollective, kInstitution, kDocument, kAnonymous,
};

// A mention with what attribution needs to know of it.
struct MentionDetail {
  Mention mention;
  std::size_t sentence = 0;
  std::size_t first = 0;  // words [first, last) of the sentence
  std::size_t last = 0;
  std::string name;   // the fullest form in the article: "Sergey Lavrov"
  char gender = 'u';  // 'm', 'f', 'u'
  // Of a role or another noun for a speaker ("officials", "report").
  NounKind noun = NounKind::kNone;
  bool hidden = false;    // no mention: a noun that only sources ask for
  bool held = false;  // a role whose holder the text names
};

struct NameCandidate {
  static constexpr std::int32_t kNobody = -1;

  MentionDetail detail;
  // Of a person or an open name.
  std::string surname;  // key: "lavrov"
  std::string given;    // key of the given name or initial; "" where none
  // Of a role: its key ("russia president"), and whether "the" or a country
  // makes it one that is known.
  std::string role;
  bool definite = false;
  // What makes an office's name whole where no country does: "foreign
  // ministry".
  bool needs_country = false;
  // Index of the candidate that holds this role, or whose abbreviation this is.
  std::int32_t same_as = kNobody;

  bool open = false;          // type and existence are still to be settled
  bool starts = false;        // a capital that the sentence's start explains
  bool headline = false;      // a capital that the headline's style explains
  bool compound = false;      // "Trump-era", "D-NJ"
  bool timelike = false;      // "May": a name only where the article has it
  bool given_listed = false;  // the first word is a known given name
  bool lone_given = false;    // a known given name alone
  // Votes of the context.
  std::uint8_t person = 0;
  std::uint8_t place = 0;
  std::uint8_t thing = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_MENTION_CANDIDATE_H_
