#include "engine/text/word.h"

#include <ctime>
#include <map>
#include <random>
#include <set>
#include <string>

#include "engine/base/strings.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

// "normal/stem", joined by spaces; the normal form alone where both are equal.
std::string Words(std::string_view text) {
  WordSplitter splitter;
  std::string out;
  for (const Word& w : splitter.Split(text, {Field::kText, 0, text.size()})) {
    if (!out.empty()) out += " ";
    out += w.normal;
    if (w.stem != w.normal) StrAppend(&out, "/", w.stem);
  }
  return out;
}

TEST(WordTest, SpansPointBackToTheBytesOfTheField) {
  const std::string text = "The Россия sanctions.";
  WordSplitter splitter;
  const std::vector<Word> words = splitter.Split(text, {Field::kText, 4, 26});
  ASSERT_EQ(words.size(), 2u);
  EXPECT_EQ(Slice(text, words[0].span), "Россия");
  EXPECT_EQ(words[1].stem, "sanction");
}

TEST(WordTest, AcronymsKeepTheirStop) {
  EXPECT_EQ(Words("the U.S. said"), "the u.s. said");
  EXPECT_EQ(Words("in the U.S."), "in the u.s.");
  EXPECT_EQ(Words("U.N. and UN"), "u.n./un and un");
  EXPECT_EQ(Words("at 3 p.m."), "at 3 p.m./pm");
  EXPECT_EQ(Words("т.е. завтра"), "т.е./те завтра/завтр");
}

TEST(WordTest, TheCountryInCapitalsIsNoPronoun) {
  EXPECT_EQ(Words("US tells us"), "us/u.s. tells/tell us");
  EXPECT_EQ(Words("U.S.'s U.S.’s US’s"),
            "u.s.'s/u.s. u.s.'s/u.s. us's/u.s.");
}

TEST(WordTest, HyphenatedWordsAreOneToken) {
  EXPECT_EQ(Words("tit-for-tat"), "tit-for-tat");
  EXPECT_EQ(Words("COVID-19 АН-26 F-16"), "covid-19 ан-26 f-16");
  EXPECT_EQ(Words("U.S.-backed"), "u.s.-backed/u.s.-back");
  EXPECT_EQ(Words("a 16-year-old"), "a 16-year-old");
  EXPECT_EQ(Words("non\u2011stop"), "non-stop");
}

TEST(WordTest, RangesAndDashesSeparate) {
  EXPECT_EQ(Words("12-25"), "12 - 25");
  EXPECT_EQ(Words("2021-04-28"), "2021 - 04 - 28");
  EXPECT_EQ(Words("Moscow—Kyiv -- and -5"), "moscow - kyiv - - and - 5");
}

TEST(WordTest, NumbersWithMarksAreOneToken) {
  EXPECT_EQ(Words("16,000 3.5 20th $100 2,5%"), "16,000 3.5 20th $ 100 2,5 %");
}

TEST(WordTest, PossessiveIsDroppedFromTheStem) {
  EXPECT_EQ(Words("Russia's Russia’s NATO’s"),
            "russia's/russia russia's/russia nato's/nato");
  EXPECT_EQ(Words("COVID-19's"), "covid-19's/covid-19");
}

TEST(WordTest, StemsFollowTheScript) {
  EXPECT_EQ(Words("sanctions санкции"), "sanctions/sanction санкции/санкц");
  EXPECT_EQ(Words("Ещё ЕЩЁ ещё"), "еще/ещ еще/ещ еще/ещ");
}

TEST(WordTest, KindAndCaseAreTold) {
  WordSplitter splitter;
  const std::string text = "Moscow NATO's said 16,000 20th ( U.S.";
  const std::vector<Word> w =
      splitter.Split(text, {Field::kText, 0, text.size()});
  ASSERT_EQ(w.size(), 7u);
  EXPECT_TRUE(w[0].capitalized);
  EXPECT_FALSE(w[0].all_caps);
  EXPECT_TRUE(w[1].all_caps);
  EXPECT_FALSE(w[2].capitalized);
  EXPECT_EQ(w[3].kind, WordKind::kNumber);
  EXPECT_EQ(w[4].kind, WordKind::kNumber);
  EXPECT_EQ(w[5].kind, WordKind::kPunctuation);
  EXPECT_TRUE(w[6].all_caps);
}

TEST(WordTest, ViewsAreTheSameTokens) {
  const std::string text = "The U.S. and Россия’s 16,000 “troops” — again.";
  WordSplitter splitter;
  const Span all{Field::kTitle, 0, text.size()};
  const std::vector<Word> words = splitter.Split(text, all);
  const std::vector<Word>& views = splitter.Views(text, all);
  ASSERT_EQ(words.size(), views.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_EQ(words[i].span, views[i].span);
    EXPECT_EQ(words[i].normal, views[i].normal);
    EXPECT_EQ(words[i].stem, views[i].stem);
    EXPECT_EQ(words[i].kind, views[i].kind);
  }
}

TEST(WordTest, IdsAreEqualForEqualBytes) {
  WordSplitter splitter;
  const std::string text = "one two one";
  const std::vector<Word> v =
      splitter.Views(text, {Field::kText, 0, text.size()});
  EXPECT_EQ(v[0].id, v[2].id);
  EXPECT_NE(v[0].id, v[1].id);
}

// Tokens of all lengths, much alike, in the middle of a text and at its end.
TEST(WordTest, IdsTellBytesApartWhereverTheyStand) {
  std::mt19937 random(11);
  WordSplitter splitter;
  std::map<std::string, std::uint32_t> ids;
  std::set<std::uint32_t> used;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t words = 1 + random() % 4; words > 0; --words) {
      const std::size_t size = 1 + random() % 40;
      for (std::size_t i = 0; i < size; ++i) text += random() % 9 ? 'a' : 'b';
      if (words > 1) text += ' ';
    }
    for (const Word& word :
         splitter.Split(text, {Field::kText, 0, text.size()})) {
      const auto [at, added] =
          ids.emplace(Slice(text, word.span), word.id);
      ASSERT_EQ(at->second, word.id) << text;
      if (added) ASSERT_TRUE(used.insert(word.id).second) << text;
    }
  }
}

TEST(WordTest, ForgettingKeepsResultsRight) {
  WordSplitter splitter;
  std::string many;
  for (std::size_t i = 0; i <= WordSplitter::kMaxRemembered; ++i) {
    StrAppend(&many, "w", i, " ");
  }
  splitter.Views(many, {Field::kText, 0, many.size()});
  const std::uint32_t before = splitter.generation();
  const std::vector<Word> v =
      splitter.Views("sanctions", {Field::kText, 0, 9});
  EXPECT_NE(splitter.generation(), before);
  ASSERT_EQ(v.size(), 1u);
  EXPECT_EQ(v[0].stem, "sanction");
  EXPECT_EQ(v[0].id, 0u);
}

// More words than a splitter remembers: the call after the next forgets.
std::string TooMany(std::string_view start) {
  std::string many;
  for (std::size_t i = 0; i <= WordSplitter::kMaxRemembered; ++i) {
    StrAppend(&many, start, i, " ");
  }
  return many;
}

TEST(WordTest, TextsHoldThroughTheNextCallThoughItForgets) {
  WordSplitter splitter;
  const std::string many = TooMany("w");
  const std::vector<Word> words =
      splitter.Split(many, {Field::kText, 0, many.size()});
  const std::uint32_t before = splitter.generation();
  splitter.Split("sanctions", {Field::kText, 0, 9});
  EXPECT_NE(splitter.generation(), before);
  EXPECT_EQ(words.front().normal, "w0");
  EXPECT_EQ(words.back().stem, StrCat("w", WordSplitter::kMaxRemembered));
}

TEST(WordTest, KeptTextsOutliveTheSplitterAndItsGenerations) {
  WordTexts texts;
  std::vector<Word> words;
  {
    WordSplitter splitter;
    for (const std::string_view start : {"w", "v", "u"}) {
      const std::string many = TooMany(start);
      const std::vector<Word> next =
          splitter.Split(many, {Field::kText, 0, many.size()});
      texts.Keep(splitter);
      words.push_back(next.front());
    }
    EXPECT_EQ(splitter.generation(), 2u);
  }
  const WordTexts copy = texts;
  texts = WordTexts();
  EXPECT_EQ(words[0].normal, "w0");
  EXPECT_EQ(words[1].normal, "v0");
  EXPECT_EQ(words[2].stem, "u0");
}

TEST(WordTest, ARangeCutsWhatIsOutside) {
  WordSplitter splitter;
  const std::string text = "abc-def ghi";
  const std::vector<Word> words = splitter.Split(text, {Field::kText, 2, 6});
  ASSERT_EQ(words.size(), 1u);
  EXPECT_EQ(words[0].normal, "c-de");
  EXPECT_TRUE(splitter.Split(text, {Field::kText, 50, 60}).empty());
}

// Tokens are in order and cover every byte that is no white space, whatever the
// bytes are.
TEST(WordTest, InvariantsHoldOnRandomBytes) {
  static const char* const kPieces[] = {
      "a", "Ж", "5", ".", "'", "’", "-", " ", "\n", "U.S.", "\xFF", "\xED\xA0",
      "\u0301", "\u200D", "😀", "漢字", "\u202E", "\x01", "_", "\u00AD", "ก"};
  std::mt19937 random(5);
  WordSplitter splitter;
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    const std::size_t n = random() % 60;
    for (std::size_t k = 0; k < n; ++k) {
      text += random() % 8 == 0 ? std::string(1, static_cast<char>(random()))
                                : kPieces[random() % std::size(kPieces)];
    }
    std::size_t at = 0;
    for (const Word& w :
         splitter.Views(text, {Field::kText, 0, text.size()})) {
      ASSERT_LE(at, w.span.begin);
      ASSERT_LT(w.span.begin, w.span.end);
      ASSERT_LE(w.span.end, text.size());
      for (; at < w.span.begin; ++at) {
        // Between tokens: white space, and marks that hang on it.
        const auto c = static_cast<unsigned char>(text[at]);
        ASSERT_TRUE(c <= ' ' || c >= 0x80) << text;
      }
      at = w.span.end;
    }
  }
}

TEST(WordTest, HostileTextTakesLinearTime) {
  WordSplitter splitter;
  for (const char* piece : {"a", "a-", "a.", "-", "'", "1,", "漢", "\u0301",
                            "U.S.-", "\xFF", "Ж-", "ก"}) {
    std::string text;
    while (text.size() < 300'000) text += piece;
    const std::clock_t begin = std::clock();
    splitter.Views(text, {Field::kText, 0, text.size()});
    const double seconds =
        static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    EXPECT_LT(seconds, 10.0) << piece;
  }
}

}  // namespace
}  // namespace rashomon
