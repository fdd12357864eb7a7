#include "engine/align/surface_overlap.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "engine/base/span.h"

namespace rashomon {
namespace {

using Features = std::array<double, kSurfaceFeatureCount>;

std::vector<Word> Words(std::string_view text, WordSplitter* splitter) {
  return splitter->Split(text, Span{Field::kText, 0, text.size()});
}

Features Overlap(std::string_view left, std::string_view right) {
  WordSplitter splitter;
  return SurfaceOverlap(Words(left, &splitter), Words(right, &splitter));
}

TEST(SurfaceOverlap, ACopySharesAllAndNeedsNoEdit) {
  const Features f = Overlap("The old ferry sank near the harbour.",
                             "the old ferry sank near the harbour");
  for (std::size_t i = 0; i < f.size(); ++i) {
    EXPECT_EQ(f[i], i == 14 ? 0 : 1) << i;
  }
}

TEST(SurfaceOverlap, CountsRunsAndEditsByHand) {
  const Features f = Overlap("one two three four five", "one two four five");
  EXPECT_DOUBLE_EQ(f[0], 4.0 / 5);  // words, by the longer side
  EXPECT_DOUBLE_EQ(f[1], 1);        // by the shorter
  EXPECT_DOUBLE_EQ(f[2], 2.0 / 4);  // pairs: "one two", "four five"
  EXPECT_DOUBLE_EQ(f[3], 2.0 / 3);
  EXPECT_DOUBLE_EQ(f[4], 0);
  EXPECT_DOUBLE_EQ(f[12], 4.0 / 5);  // common subsequence
  EXPECT_DOUBLE_EQ(f[14], 1.0 / 5);  // edits
  EXPECT_DOUBLE_EQ(f[15], 4.0 / 5);  // lengths
}

TEST(SurfaceOverlap, IsSymmetric) {
  EXPECT_EQ(Overlap("Ships left the port.", "The port saw ships leave."),
            Overlap("The port saw ships leave.", "Ships left the port."));
}

TEST(SurfaceOverlap, LettersAreCharactersInRussianToo) {
  const Features f = Overlap("порт", "порты");
  EXPECT_DOUBLE_EQ(f[8], 3.0 / 5);  // " по", "пор", "орт" of five
}

TEST(SurfaceOverlap, OddSentencesStayInRange) {
  std::string long_text;
  for (int i = 0; i < 100'000; ++i) long_text += "word ";
  for (const std::string& text : {std::string(), std::string("?!"),
                                  std::string("\xF0\x9F\x98\x80"), long_text}) {
    for (const double value : Overlap(text, "A ship sank.")) {
      EXPECT_GE(value, 0);
      EXPECT_LE(value, 1);
    }
  }
  EXPECT_EQ(Overlap("", "?!"), Features{});
}

}  // namespace
}  // namespace rashomon
