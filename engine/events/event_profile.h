// What an article is about, as far as the same-event decision needs it: the
// weighted stems, the meaning and the wording of title, lead and whole, and the
// names, numbers and days in them. engine/events/event_reader.h reads it.
//
//   Cosine(p.head, q.head)       Coverage(p.title, q.head)
#ifndef RASHOMON_ENGINE_EVENTS_EVENT_PROFILE_H_
#define RASHOMON_ENGINE_EVENTS_EVENT_PROFILE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/date.h"
#include "engine/embed/word_book.h"
#include "engine/embed/word_counts.h"
#include "engine/events/stem_bag.h"
#include "engine/text/weekday.h"
#include "engine/text/word.h"

namespace rashomon {

// A name or number with how it was written and how rare it is.
struct Anchor {
  std::string text;    // "Lavrov's"
  std::string normal;  // "lavrov's"
  double rarity = 0;   // -ln of its share of all words
  bool in_head = false;
};
using AnchorMap = std::map<std::string, Anchor>;

// The alphabet that most words of a text are written in.
enum class TextScript : std::uint8_t { kNone, kLatin, kCyrillic };

// "Head": the title and the first sentences of the text.
struct EventProfile {
  std::optional<Date> published;  // the day, where it is known
  TextScript script = TextScript::kNone;
  StemBag head;
  StemBag title;  // of the first sentence where there is no title
  // Sums of sentence vectors at unit length; empty without vectors.
  std::vector<float> head_meaning;
  std::vector<float> whole_meaning;
  std::vector<std::uint64_t> sequences;  // word_sequences.h; sorted
  AnchorMap names;     // by stem
  AnchorMap numbers;   // by number_key.h; no years
  AnchorMap entities;  // by Mention::entity, the same in all languages
  // Calendar days named in the text: "04-28", month and day only.
  std::map<std::string, std::string> days;  // to how it was written
  WeekdaySet weekdays;                      // of the head
};

// The rare stems of word lists (those below 1 in 400 words). O(words log words).
StemBag MakeStemBag(const std::vector<std::vector<Word>>& sentences,
                    const WordCounts& counts);
// The same of sentences that a book has read.
StemBag MakeStemBag(std::span<const std::vector<Word>> sentences,
                    std::span<const std::vector<BookWord>> numbers,
                    const WordBook& book);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_EVENT_PROFILE_H_
