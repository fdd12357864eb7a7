// Claims as the attribution detector compares them: who is said to tell, by
// which words, and of what the content is made.
//
//   const SourcedClaims& all = SourcedClaimsOf(direction);
//   NameOneSource(all.of_left[0], all.of_right[0])
#ifndef RASHOMON_ENGINE_CONTRAST_SOURCED_CLAIM_H_
#define RASHOMON_ENGINE_CONTRAST_SOURCED_CLAIM_H_

#include <vector>

#include "engine/base/strings.h"
#include "engine/contrast/finding.h"
#include "engine/contrast/report_index.h"
#include "engine/contrast/stem_set.h"

namespace rashomon {

struct SourcedClaim {
  const Claim* claim = nullptr;
  int sentence = 0;

  // Somebody is said to tell it: there is a source, and a cue of telling
  // ("said", "according to") or a quotation. Without, the rest of the source is
  // empty.
  bool tells = false;
  WordRange speaking;  // the words of source and cue, from one to the other
  // Of the source's words and its resolved name; words that fit any source
  // ("officials", "a spokesman") left out.
  StemSet source;
  StemSet all_of_source;  // with these
  StringSet entities;  // of the mentions in the source
  int family_name = -1;  // stem of the last word of a person's name, or -1
  bool person = false;   // named, or standing for a name
  bool unnamed = false;    // "an engineer", "officials", "a source"
  bool anonymous = false;  // of these, "a source"
  bool pronoun = false;
  bool definite = false;  // "the lawmaker": may be somebody named before

  std::vector<ContentWord> words;  // of the content, as its sentence has them
  double rarity = 0;               // of these
  StemSet content;                 // their stems
  StemSet common_words;            // those in small letters
  StemSet verbs;
};

// All claims of both reports, in their order.
struct SourcedClaims {
  std::vector<SourcedClaim> of_left;
  std::vector<SourcedClaim> of_right;
};

// Read once for both directions. Linear in the claims.
const SourcedClaims& SourcedClaimsOf(const Direction& d);

// Whether the two sources may be one, or one a part of the other: "Ada Lund" /
// "the minister, Lund", "the ministry" / "a spokesman of the ministry".
bool NameOneSource(const SourcedClaim& a, const SourcedClaim& b);

// Whether the person's name stands in the other's source.
bool IsNamedIn(const SourcedClaim& person, const SourcedClaim& other);

// What the contents have in common.
struct SharedContent {
  double share = 0;  // of the rarity of the lesser one, 0..1
  int words = 0;
  int common_words = 0;  // of these, those that are no names
  bool verb = false;     // one of these is a verb
};

SharedContent SharedOf(const SourcedClaim& a, const SourcedClaim& b);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_SOURCED_CLAIM_H_
