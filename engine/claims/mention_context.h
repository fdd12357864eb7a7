// What the words round a name say of it: that it speaks, that one is in it,
// that it is a capital which acts for its state.
//
//   MentionContext context(sentence);
//   context.Speaks(first, last)          "Holm said", "told Holm"
//   context.IsPlace(first, last)         "in Almerin", "Almerin, Ohio"
//   context.ActsAsState(first, last)     "Moscow rejected", "talks with Moscow"
#ifndef RASHOMON_ENGINE_CLAIMS_MENTION_CONTEXT_H_
#define RASHOMON_ENGINE_CLAIMS_MENTION_CONTEXT_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/claims/sentence_reading.h"

namespace rashomon {

// Of one sentence; `s` outlives it. Cheap to make: looks nothing up until it
// is asked.
class MentionContext {
 public:
  explicit MentionContext(const SentenceReading& s) : s_(s) {}

  // Words [first, last) stand where a speaker does.
  bool Speaks(std::size_t first, std::size_t last) const;
  // ... have an age, "who", or kin after them: "Holm, 58,", "Holm, who".
  bool IsHuman(std::size_t first, std::size_t last) const;
  // ... stand where a place does.
  bool IsPlace(std::size_t first, std::size_t last) const;
  // A capital that stands for its government (Markert & Nissim 2002: place for
  // people).
  bool ActsAsState(std::size_t first, std::size_t last) const;
  // A verb of any kind stands at word i, an adverb or auxiliary before it.
  bool VerbAt(std::size_t i) const;

 private:
  bool CueAt(std::size_t i) const;
  bool IsFiniteVerb(std::size_t i) const;

  const SentenceReading& s_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_MENTION_CONTEXT_H_
