// What is kept of an article to find its story: a few kilobytes, whatever the
// article's length.
//
//   StoryReader reader(&word_model);             // one per thread
//   StoryReport r = reader.Read(article);
//   Cosine(r.head, other.head)
//
// News tells the main matter first, so stems, names and numbers are those of
// the title and the first sentences; reprints are known by the whole text.
#ifndef RASHOMON_ENGINE_EVENTS_STORY_REPORT_H_
#define RASHOMON_ENGINE_EVENTS_STORY_REPORT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "corpus/article.h"
#include "engine/base/date.h"
#include "engine/embed/text_embedder.h"
#include "engine/embed/word_model.h"
#include "engine/events/near_duplicate.h"
#include "engine/text/weekday.h"
#include "engine/text/word.h"

namespace rashomon {

struct WeightedTerm {
  std::uint32_t term = 0;  // hash of a stem
  float weight = 0;
};

// Sorted by term, at unit length; empty where there is nothing to say.
using TermVector = std::vector<WeightedTerm>;

// 0..1. O(terms).
double Cosine(const TermVector& a, const TermVector& b);

struct StoryReport {
  std::optional<Date> published;
  TermVector head;    // rare stems of title and lead
  TermVector title;   // of the title alone
  // Rare names of title and lead, weighted by their rarity; not at unit length.
  TermVector names;
  // Rare names of the title alone, and the rare stems of the whole text, the
  // first kMaxTextTerms: what a title names that the other text does not.
  std::vector<std::uint32_t> title_names;
  std::vector<std::uint32_t> text_terms;  // sorted
  std::size_t words = 0;                  // of title and text
  std::vector<std::uint32_t> numbers;  // sorted; of two digits or more, no years
  WeekdaySet weekdays;  // that title and lead name
  // The sum of the head's sentence vectors, 8 bits a number; empty without
  // vectors.
  std::vector<std::int8_t> meaning;
  float meaning_norm = 0;
  ShingleSketch text;
};

// -1..1; 0 where either is empty.
double MeaningCosine(const StoryReport& a, const StoryReport& b);

// Not thread-safe: keep one per thread.
class StoryReader {
 public:
  // `words` outlives it.
  explicit StoryReader(const WordModel* words);

  // Publication date, title and text are read, and nothing else. Linear in the
  // article's size; at most kMaxTerms stems are kept, the weightiest.
  StoryReport Read(const Article& article);

  static constexpr std::size_t kMaxTerms = 96;
  static constexpr std::size_t kMaxTextTerms = 256;

 private:
  const WordModel* words_;
  WordSplitter splitter_;
  std::optional<TextEmbedder> embedder_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_STORY_REPORT_H_
