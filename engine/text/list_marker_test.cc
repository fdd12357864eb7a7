#include "engine/text/list_marker.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(ListMarkerTest, ReadsFiguresAndLetters) {
  EXPECT_EQ(ListMarkerAt("12. Bread", 0).ordinal, 12);
  EXPECT_EQ(ListMarkerAt("12. Bread", 0).end, 3u);
  EXPECT_EQ(ListMarkerAt("(b) Milk", 0).ordinal, 2);
  EXPECT_EQ(ListMarkerAt("3.) Salt", 0).end, 3u);
}

TEST(ListMarkerTest, NamesAndBareNumbersAreNone) {
  for (const char* text : {"A. Smith", "5 Apples", "(5 Apples", "5. of May",
                           "1) 2) 3)", "1.5 Litres", "", "1."}) {
    EXPECT_EQ(ListMarkerAt(text, 0).end, 0u) << text;
  }
}

TEST(ListMarkerTest, GoesOnWithTheNextOfItsStyle) {
  const ListMarker one = ListMarkerAt("1) Bread", 0);
  EXPECT_TRUE(one.GoesOnWith(ListMarkerAt("2) Milk", 0)));
  EXPECT_FALSE(one.GoesOnWith(ListMarkerAt("3) Salt", 0)));
  EXPECT_FALSE(one.GoesOnWith(ListMarkerAt("2. Milk", 0)));
  EXPECT_FALSE(one.GoesOnWith(ListMarker()));
  EXPECT_FALSE(ListMarker().GoesOnWith(one));
}

}  // namespace
}  // namespace rashomon
