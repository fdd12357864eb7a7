// Cases for the tests of tools/review: the ferry of tools/report/fixture.h.
//
//   CaseFile file = FerryCase();            // one pair, eight flags
//   const std::string dump = DumpCase(&file);
#ifndef RASHOMON_TOOLS_REVIEW_STORE_TEST_CASE_H_
#define RASHOMON_TOOLS_REVIEW_STORE_TEST_CASE_H_

#include <string>

#include "engine/compare/comparison.h"
#include "tools/review/store/case_comparisons.h"
#include "tools/review/store/case_file.h"

namespace rashomon {

inline constexpr char kTestTime[] = "2026-03-07T10:15:00Z";

// In memory, empty.
CaseFile EmptyCase();

// In memory, with FerryComparison().
CaseFile FerryCase();

// Adds the comparison, whose sources are made up from its article ids. Ends the
// test where that fails.
AddedComparison AddTo(CaseFile* file, const Comparison& comparison);

// All rows of all tables as text.
std::string DumpCase(CaseFile* file);

// A folder for the test's files, with a slash at the end.
std::string TestFolder();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_TEST_CASE_H_
