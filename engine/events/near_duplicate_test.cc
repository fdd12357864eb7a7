#include "engine/events/near_duplicate.h"

#include <gtest/gtest.h>

#include <vector>

namespace rashomon {
namespace {

using Words = std::vector<std::uint32_t>;

// `count` words that no other `start` a thousand away has.
Words Text(std::uint32_t start, std::uint32_t count) {
  Words words;
  for (std::uint32_t i = 0; i < count; ++i) words.push_back(start + i);
  return words;
}

Words operator+(Words a, const Words& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

bool AreReprints(const Words& a, const Words& b) {
  NearDuplicateIndex index;
  index.Add(MakeShingleSketch(a));
  return index.FindReprint(MakeShingleSketch(b)).has_value();
}

TEST(NearDuplicate, OneTextIsAReprintOfItself) {
  EXPECT_TRUE(AreReprints(Text(0, 500), Text(0, 500)));
}

TEST(NearDuplicate, OtherTextsAreNot) {
  EXPECT_FALSE(AreReprints(Text(0, 500), Text(1000, 500)));
}

TEST(NearDuplicate, ATextThatWasCutIsAReprint) {
  EXPECT_TRUE(AreReprints(Text(0, 800), Text(0, 200)));
  EXPECT_TRUE(AreReprints(Text(0, 200), Text(0, 800)));
}

TEST(NearDuplicate, ATextWithAnotherLeadIsAReprint) {
  EXPECT_TRUE(AreReprints(Text(0, 400), Text(5000, 60) + Text(40, 360)));
}

TEST(NearDuplicate, ALongQuotationInCommonIsNoReprint) {
  EXPECT_FALSE(AreReprints(Text(0, 400), Text(5000, 350) + Text(0, 50)));
}

TEST(NearDuplicate, TextsOfAFewWordsAreNeverReprints) {
  EXPECT_FALSE(AreReprints(Text(0, 8), Text(0, 8)));
  EXPECT_FALSE(AreReprints({}, {}));
}

TEST(NearDuplicate, ContainmentIsNearTheShareOfTheShorter) {
  const ShingleSketch whole = MakeShingleSketch(Text(0, 1000));
  const ShingleSketch half =
      MakeShingleSketch(Text(0, 300) + Text(9000, 300));
  EXPECT_NEAR(Containment(whole, half), 0.5, 0.2);
  EXPECT_EQ(Containment(whole, half), Containment(half, whole));
}

TEST(NearDuplicate, TheEarliestIsNamed) {
  NearDuplicateIndex index;
  index.Add(MakeShingleSketch(Text(3000, 300)));
  index.Add(MakeShingleSketch(Text(0, 300)));
  index.Add(MakeShingleSketch(Text(0, 300)));
  EXPECT_EQ(index.FindReprint(MakeShingleSketch(Text(0, 300))), 1u);
}

TEST(NearDuplicate, ACommonClosingLineDoesNotHideReprints) {
  NearDuplicateIndex index;
  const Words closing = Text(90000, 10);
  for (std::uint32_t i = 1; i <= 200; ++i) {
    index.Add(MakeShingleSketch(Text(i * 300, 200) + closing));
  }
  EXPECT_EQ(index.FindReprint(MakeShingleSketch(Text(150 * 300, 200) + closing)),
            149u);
  EXPECT_FALSE(index.FindReprint(MakeShingleSketch(Text(80000, 200) + closing)));
}

}  // namespace
}  // namespace rashomon
