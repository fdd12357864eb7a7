// Parts of speech, as fine as the readers of claims need them.
#ifndef RASHOMON_ENGINE_CLAIMS_TAG_H_
#define RASHOMON_ENGINE_CLAIMS_TAG_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rashomon {

enum class Tag : std::uint8_t {
  kMark,          // punctuation and symbols
  kDeterminer,
  kPreposition,
  kBy,            // the preposition of agents
  kTo,
  kCoordinator,
  kSubordinator,
  kRelative,
  kThat,
  kPronoun,       // he, they: a subject
  kObject,        // him, them
  kModal,
  kBe,
  kHave,
  kDo,
  kAdverb,
  kNumber,
  kNoun,
  kPlural,
  kProper,        // a name
  kPast,          // finite forms of a verb: "left", "leaves", "leave"
  kThird,
  kPlain,
  kBase,          // the infinitive
  kParticiple,    // "was taken"
  kGerund,        // "taking"
  kAdjective,
};
inline constexpr std::size_t kTagCount = 27;

// "noun", "past" ...: as in data/tag_transitions.tsv.
std::string_view Name(Tag tag);

constexpr bool IsFinite(Tag tag) {
  return tag == Tag::kPast || tag == Tag::kThird || tag == Tag::kPlain;
}
constexpr bool IsVerb(Tag tag) {
  return IsFinite(tag) || tag == Tag::kBase || tag == Tag::kParticiple ||
         tag == Tag::kGerund;
}
constexpr bool IsAuxiliary(Tag tag) {
  return tag == Tag::kModal || tag == Tag::kBe || tag == Tag::kHave ||
         tag == Tag::kDo;
}
constexpr bool IsNoun(Tag tag) {
  return tag == Tag::kNoun || tag == Tag::kPlural || tag == Tag::kProper;
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_TAG_H_
