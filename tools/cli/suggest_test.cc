#include "tools/cli/suggest.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

const std::vector<std::string> kNames = {"compare", "extract", "annotate",
                                         "align"};

TEST(Suggestion, FindsSwappedMissingAndAddedLetters) {
  EXPECT_EQ(Suggestion("comapre", kNames), "compare");
  EXPECT_EQ(Suggestion("compre", kNames), "compare");
  EXPECT_EQ(Suggestion("alignn", kNames), "align");
}

TEST(Suggestion, FindsWhatTheWordBegins) {
  EXPECT_EQ(Suggestion("ann", kNames), "annotate");
}

TEST(Suggestion, SaysNothingWhereNothingIsNear) {
  EXPECT_EQ(Suggestion("profile", kNames), "");
  EXPECT_EQ(Suggestion("", kNames), "");
  EXPECT_EQ(Suggestion(std::string(100'000, 'x'), kNames), "");
}

}  // namespace
}  // namespace rashomon
