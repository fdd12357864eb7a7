#include "engine/base/span.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(SpanTest, TitleSpansComeBeforeTextSpans) {
  EXPECT_LT((Span{Field::kTitle, 90, 99}), (Span{Field::kText, 0, 1}));
  EXPECT_LT((Span{Field::kText, 0, 1}), (Span{Field::kText, 0, 2}));
}

TEST(SpanTest, TouchingSpansDoNotOverlap) {
  EXPECT_FALSE(Overlaps({Field::kText, 0, 5}, {Field::kText, 5, 9}));
  EXPECT_TRUE(Overlaps({Field::kText, 0, 6}, {Field::kText, 5, 9}));
}

TEST(SpanTest, SpansOfDifferentFieldsNeverMeet) {
  EXPECT_FALSE(Overlaps({Field::kTitle, 0, 6}, {Field::kText, 0, 6}));
  EXPECT_FALSE(Contains({Field::kTitle, 0, 6}, {Field::kText, 1, 2}));
}

TEST(SpanTest, SliceIsClampedToTheField) {
  EXPECT_EQ(Slice("abcdef", {Field::kText, 2, 4}), "cd");
  EXPECT_EQ(Slice("abc", {Field::kText, 2, 40}), "c");
  EXPECT_EQ(Slice("abc", {Field::kText, 30, 40}), "");
}

}  // namespace
}  // namespace rashomon
