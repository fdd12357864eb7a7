#include "engine/text/normalize.h"

#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(NormalizeTest, CaseAndWidthAreFolded) {
  EXPECT_EQ(NormalForm("NATO Straße ＡＢＣ ﬁne"), "nato strasse abc fine");
  EXPECT_EQ(NormalForm("МОСКВА Київ"), "москва київ");
}

TEST(NormalizeTest, QuotesDashesAndSpacesAreUnified) {
  EXPECT_EQ(NormalForm("“a” „b“ «c» ″d″"), "\"a\" \"b\" \"c\" \"d\"");
  EXPECT_EQ(NormalForm("Russia’s ‘x’ ‹y› `z´"), "russia's 'x' 'y' 'z'");
  EXPECT_EQ(NormalForm("a–b — c ‑ d − e"), "a-b - c - d - e");
  EXPECT_EQ(NormalForm("16\u00A0000\u202F5\u2009%\u3000x"), "16 000 5 % x");
}

TEST(NormalizeTest, InvisibleCharactersAreDropped) {
  EXPECT_EQ(NormalForm("co\u00ADop\u200Bera\u200Etion\uFEFF"), "cooperation");
}

TEST(NormalizeTest, RussianYoIsYeAndShortIStays) {
  EXPECT_EQ(NormalForm("Ещё Ёлка йод"), "еще елка йод");
  EXPECT_EQ(NormalForm("Е\u0308лка и\u0306од"), "елка йод");  // decomposed
  EXPECT_EQ(NormalForm("за\u0301мок"), "замок");              // stress mark
}

TEST(NormalizeTest, MarksJoinTheirBase) {
  EXPECT_EQ(NormalForm("cafe\u0301"), "café");
  EXPECT_EQ(NormalForm("CAFÉ"), "café");
}

TEST(NormalizeTest, EveryByteMapsToItsSource) {
  const NormalizedText n = Normalize("“Ещё” 16");
  EXPECT_EQ(n.text, "\"еще\" 16");
  ASSERT_EQ(n.source_begin.size(), n.text.size());
  EXPECT_EQ(n.source_begin[0], 0u);
  EXPECT_EQ(n.source_end[0], 3u);
  EXPECT_EQ(n.source_begin[1], 3u);  // both bytes of Е
  EXPECT_EQ(n.source_begin[2], 3u);
  EXPECT_EQ(n.source_end[2], 5u);
  EXPECT_EQ(n.source_begin[7], 9u);  // ”
  EXPECT_EQ(n.source_end[7], 12u);
  EXPECT_EQ(n.source_end.back(), 15u);
}

TEST(NormalizeTest, ExpansionsMapToTheWholeSource) {
  const NormalizedText n = Normalize("x…y");
  EXPECT_EQ(n.text, "x...y");
  for (int i = 1; i <= 3; ++i) {
    EXPECT_EQ(n.source_begin[i], 1u);
    EXPECT_EQ(n.source_end[i], 4u);
  }
}

TEST(NormalizeTest, InvalidBytesBecomeReplacementCharacters) {
  EXPECT_EQ(NormalForm("a\xFF\xED\xA0\x80z").substr(0, 4), "a\uFFFD");
}

// Invariants on text of every kind: the map has the text's size, never
// decreases, and stays within the source; the form is the same with and without
// the map; a second pass changes nothing (but for a mark on the far side of an
// invisible character, which then joins its letter).
TEST(NormalizeTest, MapIsMonotonicAndFormIsStable) {
  std::string text;
  unsigned state = 12345;
  const char* pieces[] = {"A", "é", "е\u0308", "“", "—", "\u00A0", "ﬁ", "\xFF",
                          "Ж", " ", "\u0301", "…", "漢", "😀", "½", "\xED\xA0"};
  for (int i = 0; i < 5000; ++i) {
    state = state * 1664525u + 1013904223u;
    text += pieces[state >> 28];
  }
  const NormalizedText n = Normalize(text);
  EXPECT_TRUE(n.text == NormalForm(text));
  EXPECT_EQ(n.source_begin.size(), n.text.size());
  for (std::size_t i = 0; i < n.text.size(); ++i) {
    ASSERT_LT(n.source_begin[i], n.source_end[i]);
    ASSERT_LE(n.source_end[i], text.size());
    if (i == 0) continue;
    ASSERT_LE(n.source_begin[i - 1], n.source_begin[i]);
    ASSERT_LE(n.source_end[i - 1], n.source_end[i]);
  }
  EXPECT_TRUE(NormalForm(n.text) == n.text);
}

TEST(NormalizeTest, AMillionMarksOnOneLetterTakeLinearTime) {
  std::string text = "a";
  for (int i = 0; i < 200'000; ++i) text += i % 2 ? "\u0301" : "\u0323";
  EXPECT_FALSE(NormalForm(text).empty());
}

}  // namespace
}  // namespace rashomon
