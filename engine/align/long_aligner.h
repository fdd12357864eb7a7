// Alignment of two long documents that tell the same in the same order: two
// translations, two editions, two transcripts.
//
//   for (const LongStep& step : AlignLong(left, right)) {
//     step.left, step.left_count, step.right, step.right_count
//   }
//
// Coarse to fine, as vecalign (Thompson and Koehn 2019): neighbouring rows are
// summed until few are left, those are aligned by dynamic programming over all
// pairs, and each finer level looks only beside the path of the one before. For
// two articles, where order may differ, see aligner.h.
#ifndef RASHOMON_ENGINE_ALIGN_LONG_ALIGNER_H_
#define RASHOMON_ENGINE_ALIGN_LONG_ALIGNER_H_

#include <cstdint>
#include <vector>

#include "engine/embed/matrix.h"

namespace rashomon {

struct LongAlignerOptions {
  // A finer level looks this many rows to every side of the coarser path. More
  // finds a path that the coarse levels missed by more, at the price of time
  // and of four bytes a sentence for each.
  int radius = 8;
  // Which share of the way from what is usual to equality a pair must come to
  // be one (banded_path.h). More leaves more sentences alone. Chosen on pairs
  // of MRPC and stsb_train in their order, some joined on one side, those that
  // differ left on one side alone, vectors shipped: F1 over pairs of sentences
  // 0.993 and 0.963 (at 0.2: 0.992 and 0.951; at 0.4: 0.990 and 0.975).
  float min_gain = 0.3f;
  // Up to this many pairs of rows all are looked at.
  std::int64_t full_pairs = 1 << 17;
};

// Sentences left..left + left_count and right..right + right_count report the
// same; where a count is 0, the other one's sentence stands alone.
struct LongStep {
  int left = 0;
  int left_count = 0;  // 0..2, never 0 on both sides nor 2 on both
  int right = 0;
  int right_count = 0;
  float similarity = 0;  // cosine of the summed rows; 0 where one stands alone
};

// left: n x d, right: m x d, rows of unit length or zeros. The steps follow one
// another and cover every sentence of both sides once. Sides that differ in d
// have nothing in common. The best path of all (banded_path.h) up to
// full_pairs, beyond it the best near the coarser one. Time O((n + m) radius
// d), memory O((n + m) (d + radius)), one thread, never NaN; the same input
// gives the same steps.
std::vector<LongStep> AlignLong(const RowMatrix& left, const RowMatrix& right,
                                const LongAlignerOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_LONG_ALIGNER_H_
