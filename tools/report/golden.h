// Output compared with files kept under testdata/.
//
//   EXPECT_TRUE(MatchesGolden("ferry.csv", actual));
//
// After an intended change, write the files anew and read the difference:
//
//   RASHOMON_UPDATE_GOLDEN=1 bazel run //tools/report:golden_test
//   git diff tools/report/testdata
#ifndef RASHOMON_TOOLS_REPORT_GOLDEN_H_
#define RASHOMON_TOOLS_REPORT_GOLDEN_H_

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace rashomon {

// Success where tools/report/testdata/<name> has exactly these bytes; else a
// failure that names the first line that differs.
testing::AssertionResult MatchesGolden(const std::string& name,
                                       std::string_view actual);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_GOLDEN_H_
