#include "engine/text/word_break.h"

#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <array>

#include "engine/text/char_class.h"
#include "engine/text/utf8.h"

namespace rashomon {
namespace {

// Word_Break values of UAX #29 that the fast path knows.
enum class Wb : std::uint8_t {
  kOther,     // a token of its own
  kLetter,    // ALetter
  kNumeric,   // Numeric
  kExtend,    // ExtendNumLet: _
  kMidBoth,   // MidNumLet, Single_Quote: between letters or between digits
  kMidNum,    // between digits
  kSpace,     // white space beyond ASCII: a token that is left out
  kSlow,      // for ICU
};

struct Cell {
  Wb wb = Wb::kSlow;
  std::uint8_t bytes = 1;
};

constexpr std::array<Wb, 128> kAscii = [] {
  std::array<Wb, 128> t = {};
  for (int c = 0; c < 128; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    t[c] = letter ? Wb::kLetter : digit ? Wb::kNumeric : Wb::kOther;
  }
  t['@'] = Wb::kLetter;  // in ICU's rules: "@hale", "a@example.org"
  t['_'] = Wb::kExtend;
  t['.'] = t['\''] = Wb::kMidBoth;
  t[','] = t[';'] = Wb::kMidNum;
  return t;
}();

// U+2010..U+2026 without the characters that join or are invisible.
Wb GeneralPunctuation(unsigned char third) {
  if (third == 0x98 || third == 0x99) return Wb::kMidBoth;  // ‘ ’
  const bool dash = third >= 0x90 && third <= 0x95;
  const bool quote = third >= 0x9A && third <= 0xA2;  // to bullet
  return dash || quote || third == 0xA6 ? Wb::kOther : Wb::kSlow;
}

Cell MultibyteAt(std::string_view text, std::size_t i) {
  if (i + 1 >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[i]);
  const auto second = static_cast<unsigned char>(text[i + 1]);
  if ((second & 0xC0) != 0x80) return {};
  switch (first) {
    case 0xD0:
    case 0xD1:  // U+0400..U+047F
    case 0xC4:
    case 0xC5:  // U+0100..U+017F
      return {Wb::kLetter, 2};
    case 0xC3:  // U+00C0..U+00FF but × and ÷
      return {second == 0x97 || second == 0xB7 ? Wb::kOther : Wb::kLetter, 2};
    case 0xC2:
      if (second == 0xA0) return {Wb::kSpace, 2};
      // £ § © « ® ° »
      if (second == 0xA3 || second == 0xA7 || second == 0xA9 ||
          second == 0xAB || second == 0xAE || second == 0xB0 ||
          second == 0xBB) {
        return {Wb::kOther, 2};
      }
      return {};
    case 0xE2:
      if (second == 0x80 && i + 2 < text.size()) {
        return {GeneralPunctuation(static_cast<unsigned char>(text[i + 2])),
                3};
      }
      return {};
    default:
      return {};
  }
}

inline Cell CellAt(std::string_view text, std::size_t i) {
  const auto first = static_cast<unsigned char>(text[i]);
  if (first < 0x80) return {kAscii[first], 1};
  return MultibyteAt(text, i);
}

inline bool JoinsAlways(Wb wb) {
  return wb == Wb::kLetter || wb == Wb::kNumeric || wb == Wb::kExtend;
}

// WB6, WB7, WB11, WB12: a mark between two letters or two digits.
inline bool MayJoin(Wb before, Wb mark) {
  if (before == Wb::kLetter) return mark == Wb::kMidBoth;
  return before == Wb::kNumeric &&
         (mark == Wb::kMidBoth || mark == Wb::kMidNum);
}

// The word that begins at token.begin; false where ICU must decide.
bool ReadWord(std::string_view text, Cell cell, RawToken& token) {
  std::size_t i = token.begin;
  while (true) {
    token.letters |= cell.wb == Wb::kLetter && text[i] != '@';
    token.digits |= cell.wb == Wb::kNumeric;
    i += cell.bytes;
    token.end = i;
    if (i >= text.size()) return true;
    const Wb before = cell.wb;
    cell = CellAt(text, i);
    if (JoinsAlways(cell.wb)) continue;
    if (cell.wb == Wb::kSlow) return false;
    if (!MayJoin(before, cell.wb) || i + cell.bytes >= text.size()) return true;
    const Cell after = CellAt(text, i + cell.bytes);
    if (after.wb == Wb::kSlow) return false;
    if (after.wb != before) return true;
    i += cell.bytes;
    cell = after;
  }
}

// `text` ends where the run does.
bool BreakFast(std::string_view text, std::size_t begin,
               std::vector<RawToken>& tokens) {
  for (std::size_t i = begin; i < text.size();) {
    const Cell cell = CellAt(text, i);
    if (cell.wb == Wb::kSlow) return false;
    RawToken token;
    token.begin = i;
    token.end = i + cell.bytes;
    if (JoinsAlways(cell.wb) && !ReadWord(text, cell, token)) return false;
    if (cell.wb != Wb::kSpace) tokens.push_back(token);
    i = token.end;
  }
  return true;
}

void Classify(std::string_view text, RawToken& token) {
  for (std::size_t i = token.begin; i < token.end;) {
    const Utf8Char c = CharAt(text, i);
    token.letters |= IsLetterChar(c.c);
    token.digits |= u_isdigit(static_cast<UChar32>(c.c)) != 0;
    i = c.end;
  }
}

}  // namespace

WordBreaker::WordBreaker() {
  UErrorCode status = U_ZERO_ERROR;
  icu_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(),
                                                    status));
}

void WordBreaker::Break(std::string_view text, std::size_t begin,
                        std::size_t end, std::vector<RawToken>& tokens) {
  const std::size_t kept = tokens.size();
  if (BreakFast(text.substr(0, end), begin, tokens)) return;
  tokens.resize(kept);
  BreakWithIcu(text, begin, end, tokens);
}

void WordBreaker::BreakWithIcu(std::string_view text, std::size_t begin,
                               std::size_t end,
                               std::vector<RawToken>& tokens) {
  // A mark at the start joins the white space before it.
  const std::size_t from =
      begin > 0 && IsAsciiSpaceByte(text[begin - 1]) ? begin - 1 : begin;
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data() + from,
                 static_cast<int64_t>(end - from), &status);
  if (icu_ == nullptr || U_FAILURE(status)) return;
  icu_->setText(&utext, status);
  std::size_t at = from;
  while (true) {
    const int32_t next = icu_->next();
    if (next == icu::BreakIterator::DONE) break;
    RawToken token;
    token.begin = at;
    token.end = at = from + static_cast<std::size_t>(next);
    const char32_t first = CharAt(text, token.begin).c;
    if (IsSpaceChar(first) || token.begin < begin) continue;
    Classify(text.substr(0, end), token);
    tokens.push_back(token);
  }
  utext_close(&utext);
}

}  // namespace rashomon
