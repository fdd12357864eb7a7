// What an article is about, as far as the same-event decision needs it:
// weighted stems of the whole, of its head (title and lead) and of each
// sentence, and its names, numbers and calendar days.
//
//   EventProfile p = MakeEventProfile(article, annotation, word_counts);
//   Cosine(p.head, q.head)
#ifndef RASHOMON_ENGINE_EVENTS_EVENT_PROFILE_H_
#define RASHOMON_ENGINE_EVENTS_EVENT_PROFILE_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corpus/article.h"
#include "engine/base/date.h"
#include "engine/claims/claim.h"
#include "engine/embed/word_counts.h"
#include "engine/events/stem_bag.h"

namespace rashomon {

// A name or number with how it was written and how rare it is.
struct Anchor {
  std::string text;   // "Lavrov"
  double rarity = 0;  // -ln of its share of all words
  bool in_head = false;
};

struct EventProfile {
  std::optional<Date> published;  // the day, where it is known
  StemBag whole;
  StemBag head;
  // Of the first kMaxSentences sentences with enough words; head ones first in
  // order of reading.
  std::vector<StemBag> sentences;
  std::vector<bool> sentence_in_head;   // parallel to sentences
  std::map<std::string, Anchor> names;    // by stem
  std::map<std::string, Anchor> numbers;  // by normal form; no years
  // Calendar days named in the text: "04-28", month and day only.
  std::map<std::string, std::string> days;  // to how it was written
};

// O(words log words); sentences beyond the first 400 count in `whole` alone.
EventProfile MakeEventProfile(const Article& article,
                              const Annotation& annotation,
                              const WordCounts& counts);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_EVENT_PROFILE_H_
