// From text to vectors: a row for each sentence, from the vectors of its words.
//
//   TextEmbedder embedder(&vectors, &counts);     // one per thread
//   RowMatrix rows = embedder.Embed(text, SplitSentences(text, ...));  // n x d
//   float cosine = rows.row(0).dot(rows.row(1));
//
// A row is the sum of the sentence's word vectors by their weights
// (word_rows.h), scaled to unit length; a word counts as often as it stands
// there, numbers and punctuation do not. A sentence without words, emoji and
// numbers only, is a row of zeros: similar to nothing.
//
// A row depends on its sentence alone, and on nothing embedded before: any
// split of the sentences over embedders and threads gives the same bits, on
// every processor.
#ifndef RASHOMON_ENGINE_EMBED_TEXT_EMBEDDER_H_
#define RASHOMON_ENGINE_EMBED_TEXT_EMBEDDER_H_

#include <string_view>
#include <vector>

#include "engine/base/simd_target.h"
#include "engine/base/span.h"
#include "engine/embed/matrix.h"
#include "engine/embed/word_counts.h"
#include "engine/embed/word_rows.h"
#include "engine/embed/word_vectors.h"
#include "engine/text/word.h"

namespace rashomon {

struct TextEmbedderOptions {
  SimdTarget target = SimdTarget::kBest;
};

// Not thread-safe: keep one per thread. Costs as much to make as a
// WordSplitter, and remembers the words it has seen, as that does: at most some
// 30 MB, and d bytes for each of 131,072 unknown words.
class TextEmbedder {
 public:
  // Both outlive this. `counts` may be null: see WordRows.
  TextEmbedder(const WordVectors* vectors, const WordCounts* counts,
               const TextEmbedderOptions& options = {})
      : vectors_(vectors),
        rows_(vectors, counts),
        target_(Runnable(options.target)) {}

  int dimensions() const { return vectors_->dimensions(); }

  // n x d: the rows of the sentences of one field. Spans are cut where the
  // field ends. O(bytes + words x d); no string per word.
  RowMatrix Embed(std::string_view field_text,
                  const std::vector<Span>& sentences);

  // n x d: the rows of texts that are a sentence each.
  RowMatrix Embed(const std::vector<std::string_view>& sentences);

  // One row of d numbers, for those who have the room for it.
  void EmbedInto(std::string_view field_text, Span sentence, float* row);

 private:
  const WordVectors* vectors_;
  WordSplitter splitter_;
  WordRows rows_;
  SimdTarget target_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_TEXT_EMBEDDER_H_
