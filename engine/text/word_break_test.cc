#include "engine/text/word_break.h"

#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

// "[token]", with L and D for letters and digits.
void Show(std::string_view text, const RawToken& t, std::string& out) {
  out += '[';
  out += text.substr(t.begin, t.end - t.begin);
  if (t.letters) out += 'L';
  if (t.digits) out += 'D';
  out += ']';
}

std::string Cut(std::string_view text, bool with_icu) {
  WordBreaker breaker;
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (IsAsciiSpaceByte(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && !IsAsciiSpaceByte(text[end])) ++end;
    std::vector<RawToken> tokens;
    if (with_icu) {
      breaker.BreakWithIcu(text, i, end, tokens);
    } else {
      breaker.Break(text, i, end, tokens);
    }
    for (const RawToken& t : tokens) {
      Show(text, t, out);
    }
    i = end;
  }
  return out;
}

// ICU over the whole text at once, white space left out.
std::string CutWhole(std::string_view text) {
  WordBreaker breaker;
  std::vector<RawToken> tokens;
  breaker.BreakWithIcu(text, 0, text.size(), tokens);
  std::string out;
  for (const RawToken& t : tokens) {
    Show(text, t, out);
  }
  return out;
}

TEST(WordBreakTest, MarksJoinLettersOrDigits) {
  EXPECT_EQ(Cut("Russia's 16,000 3.5 U.S. a,b 1:2", false),
            "[Russia'sL][16,000D][3.5D][U.SL][.][aL][,][bL][1D][:][2D]");
}

TEST(WordBreakTest, FastPathAgreesWithIcuOnRandomText) {
  static const char* const kPieces[] = {
      "a", "Z", "7", "_", ".", "'", ":", ",", ";", "-", "\"", "(", "/", "@",
      "#", "$", "%", "&", "*", "\x01", "\x7F", "é", "×", "Ж", "ё", "ł", "’",
      "‘", "“", "—", "‑", "…", "•", "«", "»", "©", "°", "£", "\u00A0", " ",
      " ", "\n", "\t", "word", "слово", "12", "\u0301", "漢", "😀", "ｱ", "ก",
      "\u200D", "\u00AD", "א", "\xFF", "\xD0"};
  std::mt19937 random(11);
  for (int i = 0; i < 8000; ++i) {
    std::string text;
    // Mostly pieces that the fast path takes.
    const std::size_t kinds = random() % 4 == 0 ? std::size(kPieces)
                                                : std::size(kPieces) - 10;
    const std::size_t n = random() % 24;
    for (std::size_t k = 0; k < n; ++k) text += kPieces[random() % kinds];
    ASSERT_EQ(Cut(text, false), CutWhole(text)) << text;
  }
}

TEST(WordBreakTest, FastPathAgreesWithIcuOnEveryAsciiTriple) {
  std::string text;
  // Every pair of ASCII characters that is no letter or digit, between letters,
  // between digits, and mixed.
  for (int a = 0x21; a < 0x7F; ++a) {
    for (int b = 0x21; b < 0x7F; ++b) {
      const char pair[] = {static_cast<char>(a), static_cast<char>(b), 0};
      for (const char* left : {"x", "5"}) {
        for (const char* right : {"y", "6"}) {
          text += std::string(left) + pair + right + " ";
        }
      }
    }
  }
  EXPECT_TRUE(Cut(text, false) == CutWhole(text));
}

TEST(WordBreakTest, FastPathAgreesWithIcuOnRealArticles) {
  const char* data = std::getenv("RASHOMON_DATA");
  if (data == nullptr) GTEST_SKIP() << "RASHOMON_DATA is not set";
  for (const char* file :
       {"articles/tass_2021-04-28.txt", "articles/rt-russian_2021-04-28.txt",
        "wording/basil.jsonl", "crosslingual/wmt21_en_ru.tsv"}) {
    std::ifstream in(std::string(data) + "/" + file);
    std::stringstream bytes;
    bytes << in.rdbuf();
    const std::string text = bytes.str().substr(0, 400'000);
    ASSERT_FALSE(text.empty()) << file;
    EXPECT_TRUE(Cut(text, false) == CutWhole(text)) << file;
  }
}

}  // namespace
}  // namespace rashomon
