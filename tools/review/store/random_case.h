// Cases made by chance, for property tests: texts of several scripts with odd
// characters, flags of all kinds, runs, verdicts, undos, settlements.
//
//   CaseFile file = RandomCase(seed);        // the same for the same seed
#ifndef RASHOMON_TOOLS_REVIEW_STORE_RANDOM_CASE_H_
#define RASHOMON_TOOLS_REVIEW_STORE_RANDOM_CASE_H_

#include <cstdint>

#include "tools/review/store/case_file.h"

namespace rashomon {

// In memory; up to some 40 flags in up to 3 pairs.
CaseFile RandomCase(std::uint64_t seed);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_RANDOM_CASE_H_
