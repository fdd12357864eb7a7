#include "engine/text/date_token.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "engine/text/byte_run.h"

namespace rashomon {
namespace {

// Years that stand alone are believed in this range only.
constexpr int kFirstLoneYear = 1800;
constexpr int kLastLoneYear = 2100;

// How a byte goes on a token; every byte of a text is looked up.
enum class ByteKind : std::uint8_t {
  kOther,
  kDigit,
  kLetter,      // of ASCII
  kLetterLead,  // of a letter of Latin-1 or later, up to U+07FF. Good enough:
                // what is no month name is only walked over.
};

ByteKind KindOf(char c) {
  static constexpr std::array<ByteKind, 256> kKinds = [] {
    std::array<ByteKind, 256> kinds = {};
    for (int c = 'a'; c <= 'z'; ++c) {
      kinds[c] = kinds[c - 'a' + 'A'] = ByteKind::kLetter;
    }
    for (int c = '0'; c <= '9'; ++c) kinds[c] = ByteKind::kDigit;
    for (int c = 0xC3; c <= 0xDF; ++c) kinds[c] = ByteKind::kLetterLead;
    return kinds;
  }();
  return kKinds[static_cast<unsigned char>(c)];
}

bool IsDigit(char c) { return KindOf(c) == ByteKind::kDigit; }

// Of a first letter in ASCII or basic Cyrillic.
bool IsCapital(std::string_view word) {
  const auto c = static_cast<unsigned char>(word[0]);
  if (c != 0xD0 || word.size() < 2) return c >= 'A' && c <= 'Z';
  const auto d = static_cast<unsigned char>(word[1]);
  return d >= 0x90 && d <= 0xAF;
}

// Splits text into runs of digits, runs of letters, and single marks.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span within)
      : text_(Slice(text, within)),
        origin_(std::min(within.begin, text.size())) {}

  // `ahead` sentinels stand at the end.
  std::vector<DateToken> Run(std::size_t ahead) {
    std::vector<DateToken> tokens;
    tokens.reserve(text_.size() / 5 + 4);
    tokens.push_back({});  // a sentinel, so that looking back is safe
    int newlines = 2;
    while (true) {
      if (tokens.size() > 1 && ReadPlain(tokens)) continue;
      const std::size_t before = at_;
      if (at_ < text_.size() && text_[at_] == ' ') ++at_;
      // Most words follow one space.
      const bool word =
          at_ < text_.size() && KindOf(text_[at_]) == ByteKind::kLetter;
      if (!word) SkipSpace(newlines);
      if (at_ == text_.size()) break;
      const bool first = tokens.size() == 1;
      DateToken& token = tokens.emplace_back();
      token.space_before = at_ > before || first;
      token.break_before = newlines > 1;
      Read(token);
      newlines = 0;
    }
    // Sentinels, so that looking ahead is safe.
    DateToken end;
    end.begin = end.end = origin_ + text_.size();
    end.space_before = end.break_before = true;
    tokens.insert(tokens.end(), ahead, end);
    return tokens;
  }

 private:
  // A space and a word of ASCII letters, as most tokens behind the first are.
  // False where something else stands there: nothing is read then.
  bool ReadPlain(std::vector<DateToken>& tokens) {
    const std::string_view text = text_;
    const std::size_t begin = at_ + 1;
    if (begin >= text.size() || text[at_] != ' ') return false;
    const std::size_t end = AsciiLettersEnd(text, begin);
    if (end == begin) return false;
    if (end < text.size() && KindOf(text[end]) == ByteKind::kLetterLead) {
      return false;
    }
    const std::string_view word = text.substr(begin, end - begin);
    DateToken& token = tokens.emplace_back();
    token.kind = DateTokenKind::kWord;
    token.space_before = true;
    token.capital = IsCapital(word);
    token.may_be_month = months_.Passes(word);
    token.begin = origin_ + begin;
    token.end = origin_ + end;
    at_ = end;
    return true;
  }

  // No-break spaces count.
  void SkipSpace(int& newlines) {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') {
        ++newlines;
      } else if (c == '\xC2' || c == '\xE2') {
        if (!SkipWideSpace()) return;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return;
      }
    }
  }

  // To the last byte of a space of two or three bytes.
  bool SkipWideSpace() {
    for (const std::string_view space :
         {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"}) {
      if (text_.substr(at_, space.size()) != space) continue;
      at_ += space.size() - 1;
      return true;
    }
    return false;
  }

  void Read(DateToken& token) {
    token.begin = origin_ + at_;
    switch (KindOf(text_[at_])) {
      case ByteKind::kDigit:
        ReadNumber(token);
        break;
      case ByteKind::kLetter:
      case ByteKind::kLetterLead:
        ReadWord(token);
        break;
      case ByteKind::kOther:
        ReadMark(token);
        break;
    }
    token.end = origin_ + at_;
  }

  void ReadNumber(DateToken& token) {
    token.kind = DateTokenKind::kNumber;
    const std::size_t begin = at_;
    int value = 0;
    for (; at_ < text_.size() && IsDigit(text_[at_]); ++at_) {
      if (at_ - begin < 4) value = value * 10 + (text_[at_] - '0');
    }
    const std::size_t digits = at_ - begin;
    token.digits =
        static_cast<std::uint8_t>(std::min<std::size_t>(digits, 255));
    token.value = digits <= 4 ? value : -1;
  }

  void ReadWord(DateToken& token) {
    token.kind = DateTokenKind::kWord;
    const std::size_t begin = at_;
    const std::size_t size = text_.size();
    std::size_t at = at_;
    while (true) {
      at = AsciiLettersEnd(text_, at);
      if (at + 1 >= size || KindOf(text_[at]) != ByteKind::kLetterLead) break;
      at += 2;
    }
    at_ = std::max(at, begin + 1);  // a lead byte may be cut off at the end
    const std::string_view word = text_.substr(begin, at_ - begin);
    token.capital = IsCapital(word);
    token.may_be_month = months_.Passes(word);
  }

  void ReadMark(DateToken& token) {
    token.kind = DateTokenKind::kMark;
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c < 0x80) {
      token.mark = text_[at_++];
      return;
    }
    const auto rest = text_.substr(at_);
    // Hyphen to horizontal bar, U+2010..U+2015.
    if (rest.size() >= 3 && rest.compare(0, 2, "\xE2\x80") == 0 &&
        static_cast<unsigned char>(rest[2]) >= 0x90 &&
        static_cast<unsigned char>(rest[2]) <= 0x95) {
      token.mark = '-';
    }
    int32_t n = 0;
    const auto size =
        static_cast<int32_t>(std::min<std::size_t>(rest.size(), 4));
    U8_FWD_1(rest.data(), n, size);
    at_ += static_cast<std::size_t>(n);
  }

  const MonthFilter& months_ = MonthFilter::Shipped();
  std::string_view text_;
  std::size_t origin_;
  std::size_t at_ = 0;
};

}  // namespace

bool HasMonthOrYear(std::string_view bytes) {
  if (bytes.empty()) return false;
  const bool plain = AsciiLettersEnd(bytes, 0) == bytes.size();
  if (plain && !MonthFilter::Shipped().Passes(bytes)) return false;
  const DateTokens tokens(bytes, {Field::kText, 0, bytes.size()});
  for (std::size_t i = 1; i < tokens.end(); ++i) {
    if (tokens[i].digits == 4 || tokens.MonthAt(i) != 0) return true;
  }
  return false;
}

DateTokens::DateTokens(std::string_view field_text, Span within)
    : t_(Tokenizer(field_text, within).Run(kAhead)),
      text_(field_text),
      field_(within.field) {}

const DateWord* DateTokens::WordAt(std::size_t i) const {
  const DateToken& t = t_[i];
  if (t.kind != DateTokenKind::kWord) return nullptr;
  if (!t.looked_up) {
    t.looked_up = true;
    t.word = FindDateWord(Text(i));
  }
  return t.word;
}

int DateTokens::MonthAt(std::size_t i) const {
  const DateWord* word = WordAt(i);
  if (word == nullptr || word->month == 0) return 0;
  return word->proper && !t_[i].capital ? 0 : word->month;
}

bool DateTokens::DayForm(std::size_t i) const {
  const DateToken& t = t_[i];
  if (t.kind != DateTokenKind::kNumber || t.digits > 2) return false;
  if (Glued(i) && t_[i - 1].kind == DateTokenKind::kMark &&
      t_[i - 2].kind == DateTokenKind::kNumber && Glued(i - 1) &&
      t_[i - 1].mark != '-') {
    return false;
  }
  if (Glued(i) && t_[i - 1].kind == DateTokenKind::kMark &&
      (t_[i - 1].mark == '$' || t_[i - 1].mark == '#')) {
    return false;
  }
  const bool decimal =
      (Mark(i + 1, '.') || Mark(i + 1, ',') || Mark(i + 1, ':')) &&
      Glued(i + 1) && Glued(i + 2) && t_[i + 2].kind == DateTokenKind::kNumber;
  return !decimal && !(Mark(i + 1, '%') && Glued(i + 1));
}

std::size_t DateTokens::AfterOrdinal(std::size_t i) const {
  if (!Glued(i + 1)) return i + 1;
  const std::size_t length = t_[i + 1].end - t_[i + 1].begin;
  if (t_[i + 1].kind == DateTokenKind::kWord && length == 2) return i + 2;
  if (Mark(i + 1, '-') && Glued(i + 2) &&
      t_[i + 2].kind == DateTokenKind::kWord &&
      t_[i + 2].end - t_[i + 2].begin <= 6) {
    return i + 3;
  }
  return i + 1;
}

std::size_t DateTokens::AfterMonth(std::size_t i) const {
  const bool stop = Mark(i + 1, '.') && Glued(i + 1) &&
                    t_[i].end - t_[i].begin <= 8 &&
                    (t_[i + 2].kind == DateTokenKind::kNumber);
  return stop ? i + 2 : i + 1;
}

bool DateTokens::YearForm(std::size_t i) const {
  const DateToken& t = t_[i];
  if (t.kind != DateTokenKind::kNumber || t.digits != 4 || t.value < 1) {
    return false;
  }
  const bool longer = Mark(i + 1, ',') && Glued(i + 1) && Glued(i + 2) &&
                      t_[i + 2].kind == DateTokenKind::kNumber &&
                      t_[i + 2].digits == 3;
  // "1990s", "1990-х"
  const bool decade =
      (t_[i + 1].kind == DateTokenKind::kWord && Glued(i + 1)) ||
      (Mark(i + 1, '-') && Glued(i + 1) && Glued(i + 2) &&
       t_[i + 2].kind == DateTokenKind::kWord && IsCyrillic(i + 2));
  return !longer && !decade;
}

bool DateTokens::LoneYearForm(std::size_t i) const {
  return YearForm(i) && t_[i].value >= kFirstLoneYear &&
         t_[i].value <= kLastLoneYear;
}

bool DateTokens::IsCyrillic(std::size_t i) const {
  const auto c = static_cast<unsigned char>(Text(i)[0]);
  return c == 0xD0 || c == 0xD1;
}

}  // namespace rashomon
