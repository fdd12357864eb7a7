// Which words of a sentence some spans touch, for readers that ask it of many
// words.
//
//   WordMarks is_time(sentence.size());
//   MarkTouched(sentence, times, &is_time);
#ifndef RASHOMON_ENGINE_CLAIMS_SPAN_MARKS_H_
#define RASHOMON_ENGINE_CLAIMS_SPAN_MARKS_H_

#include <vector>

#include "absl/container/inlined_vector.h"
#include "engine/base/span.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

// One for each word; few sentences have more.
using WordMarks = absl::InlinedVector<bool, 64>;

// Sets the mark of each word that overlaps one of `spans`, which are in order;
// `marks` has one for each word. O(spans log words + marks set).
void MarkTouched(const SentenceReading& s, const std::vector<Span>& spans,
                 WordMarks* marks);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_SPAN_MARKS_H_
