#include "engine/text/decode.h"

#include <unicode/ucnv.h>

#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr char kRussian[] =
    "Министр заявил, что стороны продолжат переговоры на следующей неделе. "
    "По его словам, соглашение ещё не подписано.";

std::string Encode(std::string_view utf8, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(utf8.size() * 4 + 16, '\0');
  const int32_t size = ucnv_convert(
      encoding, "UTF-8", out.data(), static_cast<int32_t>(out.size()),
      utf8.data(), static_cast<int32_t>(utf8.size()), &status);
  out.resize(U_SUCCESS(status) ? static_cast<std::size_t>(size) : 0);
  return out;
}

DecodedText Decoded(std::string_view bytes, std::string_view declared = "") {
  absl::StatusOr<DecodedText> d = Decode(bytes, declared);
  EXPECT_TRUE(d.ok()) << d.status();
  return d.ok() ? *d : DecodedText{};
}

std::string Refusal(std::string_view bytes, std::string_view declared = "") {
  absl::StatusOr<DecodedText> d = Decode(bytes, declared);
  EXPECT_FALSE(d.ok());
  return d.ok() ? "" : std::string(d.status().message());
}

TEST(DecodeTest, ValidUtf8IsTakenAsItIs) {
  const DecodedText d = Decoded(kRussian);
  EXPECT_EQ(d.utf8, kRussian);
  EXPECT_EQ(d.encoding, "UTF-8");
  EXPECT_EQ(d.encoding_from, "valid UTF-8");
}

TEST(DecodeTest, EmptyTextIsValid) {
  EXPECT_EQ(Decoded("").utf8, "");
  EXPECT_EQ(Decoded("\xEF\xBB\xBF").utf8, "");
}

TEST(DecodeTest, ByteOrderMarkIsBelievedAndRemoved) {
  const DecodedText utf8 = Decoded(std::string("\xEF\xBB\xBF") + kRussian);
  EXPECT_EQ(utf8.utf8, kRussian);
  EXPECT_EQ(utf8.encoding_from, "bom");
  const std::string le = "\xFF\xFE" + Encode(kRussian, "UTF-16LE");
  EXPECT_EQ(Decoded(le).utf8, kRussian);
  EXPECT_EQ(Decoded(le).encoding, "UTF-16LE");
  const std::string be = "\xFE\xFF" + Encode(kRussian, "UTF-16BE");
  EXPECT_EQ(Decoded(be).utf8, kRussian);
  const std::string wide =
      std::string("\xFF\xFE\0\0", 4) + Encode(kRussian, "UTF-32LE");
  EXPECT_EQ(Decoded(wide).utf8, kRussian);
  EXPECT_EQ(Decoded(wide).encoding, "UTF-32LE");
}

TEST(DecodeTest, MarkOutranksDeclaration) {
  const std::string bytes = std::string("\xEF\xBB\xBF") + kRussian;
  EXPECT_EQ(Decoded(bytes, "windows-1251").utf8, kRussian);
}

TEST(DecodeTest, DeclaredCyrillicEncodingsAreRead) {
  for (const char* name : {"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866"}) {
    const DecodedText d = Decoded(Encode(kRussian, name), name);
    EXPECT_EQ(d.utf8, kRussian) << name;
    EXPECT_EQ(d.encoding, name);
    EXPECT_EQ(d.encoding_from, "declared");
  }
}

TEST(DecodeTest, SpellingsOfLabelsAreUnderstood) {
  const std::string bytes = Encode(kRussian, "windows-1251");
  for (const char* label :
       {"Windows-1251", " cp1251 ", "win-1251", "x-cp1251", "CP-1251"}) {
    EXPECT_EQ(Decoded(bytes, label).utf8, kRussian) << label;
  }
}

TEST(DecodeTest, Latin1MeansWindows1252AsInBrowsers) {
  EXPECT_EQ(Decoded("\x93No comment\x94, she said.", "ISO-8859-1").utf8,
            "“No comment”, she said.");
}

TEST(DecodeTest, UndeclaredCyrillicIsDetected) {
  for (const char* name : {"windows-1251", "KOI8-R"}) {
    const DecodedText d = Decoded(Encode(kRussian, name));
    EXPECT_EQ(d.utf8, kRussian) << name;
    EXPECT_EQ(d.encoding_from, "detected");
  }
}

TEST(DecodeTest, ShortCyrillicHeadlinesAreDetected) {
  for (const char* headline :
       {"Лавров провёл переговоры с делегацией", "Новые санкции против банков",
        "Переговоры в Женеве завершились"}) {
    for (const char* name : {"windows-1251", "KOI8-R"}) {
      EXPECT_EQ(Decoded(Encode(headline, name)).utf8, headline) << name;
    }
  }
}

TEST(DecodeTest, FrenchInWindows1252IsDetected) {
  const std::string french =
      "Le président a déclaré que la réunion était terminée, sans préciser la "
      "date de la prochaine séance à Genève.";
  EXPECT_EQ(Decoded(Encode(french, "windows-1252")).utf8, french);
}

TEST(DecodeTest, Utf8WithWrongDeclarationStaysUtf8) {
  const DecodedText d = Decoded(kRussian, "windows-1251");
  EXPECT_EQ(d.utf8, kRussian);
  EXPECT_EQ(d.encoding_from, "valid UTF-8");
}

TEST(DecodeTest, WrongUtf8DeclarationFallsBackToDetection) {
  const DecodedText d = Decoded(Encode(kRussian, "windows-1251"), "utf-8");
  EXPECT_EQ(d.utf8, kRussian);
}

TEST(DecodeTest, UnknownLabelIsIgnored) {
  EXPECT_EQ(Decoded(kRussian, "klingon-8").utf8, kRussian);
}

TEST(DecodeTest, Utf16WithoutMarkIsFoundByItsZeroBytes) {
  EXPECT_EQ(Decoded(Encode(kRussian, "UTF-16LE")).utf8, kRussian);
  EXPECT_EQ(Decoded(Encode("Plain English text.", "UTF-16BE")).utf8,
            "Plain English text.");
  EXPECT_EQ(Decoded(Encode(kRussian, "UTF-16BE"), "utf-16be").utf8, kRussian);
}

TEST(DecodeTest, BinaryDataIsRefusedWithTheOffset) {
  const std::string png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0", 18);
  EXPECT_NE(Refusal(png).find("binary data, not text (byte 8)"),
            std::string::npos)
      << Refusal(png);
  std::string controls = "text ";
  for (int i = 0; i < 50; ++i) controls += "\x01\x02 x";
  EXPECT_NE(Refusal(controls).find("byte 5"), std::string::npos);
  EXPECT_NE(Refusal(std::string(40, '\0')).find("byte 0"), std::string::npos);
}

TEST(DecodeTest, AStrayControlCharacterIsStillText) {
  EXPECT_EQ(Decoded("one\x01 two").utf8, "one\x01 two");
}

TEST(DecodeTest, CutUtf8IsRefusedWithTheOffset) {
  const std::string text = kRussian;
  const std::string cut = text.substr(0, text.size() - 2);
  EXPECT_NE(Refusal(cut).find("byte " + std::to_string(cut.size() - 1)),
            std::string::npos)
      << Refusal(cut);
}

TEST(DecodeTest, BrokenUtf8UnderAMarkIsRefused) {
  EXPECT_NE(Refusal("\xEF\xBB\xBF" "abc\xFF").find("byte 6"),
            std::string::npos);
}

TEST(FirstInvalidUtf8Test, FindsEveryKindOfError) {
  EXPECT_EQ(FirstInvalidUtf8("plain"), std::string_view::npos);
  EXPECT_EQ(FirstInvalidUtf8("Ещё 😀"), std::string_view::npos);
  EXPECT_EQ(FirstInvalidUtf8("ab\x80"), 2u);           // lone continuation
  EXPECT_EQ(FirstInvalidUtf8("a\xC0\xAF"), 1u);        // overlong
  EXPECT_EQ(FirstInvalidUtf8("\xED\xA0\x80"), 0u);     // surrogate
  EXPECT_EQ(FirstInvalidUtf8("ab\xD0"), 2u);           // cut
  EXPECT_EQ(FirstInvalidUtf8("\xF5\x80\x80\x80"), 0u); // beyond U+10FFFF
}

}  // namespace
}  // namespace rashomon
