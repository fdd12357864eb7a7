// The inner loop over the signs of rows, for each kind of processor.
//
//   AppendCandidates(target, rows, query, first, last, threshold, &candidates);
#ifndef RASHOMON_ENGINE_SEARCH_SIGN_KERNEL_H_
#define RASHOMON_ENGINE_SEARCH_SIGN_KERNEL_H_

#include <cstddef>
#include <vector>

#include "engine/base/simd_target.h"
#include "engine/search/sign_rows.h"

namespace rashomon {

// Appends each of rows [first, last) whose foretold product is above the
// threshold, in order; first is a multiple of kSignBundle.
void AppendCandidates(SimdTarget target, const SignRows& rows,
                      const SignQuery& query, std::size_t first,
                      std::size_t last, float threshold,
                      std::vector<Candidate>* candidates);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_SEARCH_SIGN_KERNEL_H_
