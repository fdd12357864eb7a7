#include "engine/claims/span_marks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace rashomon {
namespace {

// Words of up to four bytes with gaps between them.
std::vector<Word> RandomWords(std::mt19937* random) {
  std::vector<Word> words((*random)() % 12);
  std::size_t at = 0;
  for (Word& word : words) {
    word.span.begin = at + (*random)() % 3;
    word.span.end = at = word.span.begin + 1 + (*random)() % 4;
  }
  return words;
}

// In order; they may overlap or hold one another.
std::vector<Span> RandomSpans(std::mt19937* random) {
  std::vector<Span> spans((*random)() % 5);
  for (Span& span : spans) {
    span.begin = (*random)() % 40;
    span.end = span.begin + (*random)() % 9;
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

TEST(SpanMarksTest, MarksWhatOverlapsAndNothingElse) {
  std::mt19937 random(3);
  for (int round = 0; round < 5'000; ++round) {
    const std::vector<Word> words = RandomWords(&random);
    const std::vector<Span> spans = RandomSpans(&random);
    SentenceReading s;
    s.words = words;
    WordMarks marks(words.size());
    MarkTouched(s, spans, &marks);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool touched =
          std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
            return Overlaps(span, words[i].span);
          });
      ASSERT_EQ(marks[i], touched) << "word " << i << " of round " << round;
    }
  }
}

}  // namespace
}  // namespace rashomon
