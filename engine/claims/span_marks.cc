#include "engine/claims/span_marks.h"

#include <algorithm>
#include <cstddef>

namespace rashomon {

void MarkTouched(const SentenceReading& s, const std::vector<Span>& spans,
                 WordMarks* marks) {
  auto first = s.words.begin();
  for (const Span& span : spans) {
    first = std::partition_point(
        first, s.words.end(),
        [&](const Word& word) { return word.span.end <= span.begin; });
    for (auto word = first;
         word != s.words.end() && word->span.begin < span.end; ++word) {
      (*marks)[static_cast<std::size_t>(word - s.words.begin())] = true;
    }
  }
}

}  // namespace rashomon
