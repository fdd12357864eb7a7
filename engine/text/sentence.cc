#include "engine/text/sentence.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/text/abbreviation.h"
#include "engine/text/char_class.h"
#include "engine/text/dateline.h"
#include "engine/text/paragraph.h"
#include "engine/text/utf8.h"

namespace rashomon {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

// A bracket that stays open for longer than this is taken for a stray one.
constexpr std::size_t kLongestAside = 400;
// "No! We will not." within quotation marks is one sentence: exclamations of
// so many words do not stand alone there.
constexpr int kShortExclamation = 2;
// A quotation of up to so many characters is not split: it is shorter than the
// average sentence of news (about 130), and one utterance. Longer ones are:
// a paragraph of four quoted sentences is no unit to align or to compare.
constexpr int kShortQuotation = 120;
// "В 2021 г. Россия": a sentence that has so few words is still beginning.
constexpr int kBeginning = 3;
// How far back a word before a stop is read; longer ones are no abbreviation.
constexpr std::size_t kLongestWord = 48;
// Words between a quoted question and "asked": “Why?” Mr. J. B. Hale asked.
constexpr int kSpeakerWords = 5;

// Where a bracket closes, for each opening bracket of a paragraph that is
// closed. One pass with a stack.
class Brackets {
 public:
  void Reset(std::string_view text, Span paragraph) {
    pairs_.clear();
    next_ = 0;
    const std::string_view inside = Slice(text, paragraph);
    const std::size_t first = std::min(inside.find('('), inside.find('['));
    if (first == std::string_view::npos) return;
    std::vector<Pair> open;
    for (std::size_t i = paragraph.begin + first; i < paragraph.end; ++i) {
      const char c = text[i];
      if (c == '(' || c == '[') {
        open.push_back({i, c == '(' ? std::size_t{')'} : std::size_t{']'}});
      } else if ((c == ')' || c == ']') && !open.empty() &&
                 open.back().close == static_cast<std::size_t>(c)) {
        pairs_.push_back({open.back().open, i});
        open.pop_back();
      }
    }
    std::sort(pairs_.begin(), pairs_.end());
  }

  // Where the bracket that opens at `open` closes; kNowhere if it does not, or
  // too far away. To be asked in increasing order.
  std::size_t CloseOf(std::size_t open) {
    while (next_ < pairs_.size() && pairs_[next_].open < open) ++next_;
    if (next_ == pairs_.size() || pairs_[next_].open != open) return kNowhere;
    const std::size_t close = pairs_[next_].close;
    return close - open <= kLongestAside ? close : kNowhere;
  }

 private:
  struct Pair {
    std::size_t open;
    std::size_t close;
    friend auto operator<=>(const Pair&, const Pair&) = default;
  };
  std::vector<Pair> pairs_;
  std::size_t next_ = 0;
};

// "1.", "2)", "(b)", "⁃10.", "3.)": what numbers the items of a list.
struct ListMarker {
  char32_t prefix = 0;
  bool letter = false;
  bool upper = false;
  std::uint8_t suffix = 0;  // 1 ".", 2 ")", 3 ".)"
  int ordinal = 0;
  std::size_t end = 0;  // 0: no marker

  bool SameStyle(const ListMarker& o) const {
    return prefix == o.prefix && letter == o.letter && upper == o.upper &&
           suffix == o.suffix;
  }
};

// What stands after the white space that follows a stop.
enum class NextKind : std::uint8_t { kEnd, kLower, kCapital, kDigit, kMark };

struct Next {
  NextKind kind = NextKind::kEnd;
  std::string_view word;  // letters and inner marks, where it is a word
  char32_t after = 0;     // the character after `word`
  bool quote = false;     // an opening quotation mark stands before it
  bool bracket = false;   // an opening bracket does
  bool dash = false;      // a dash does
};

// A place where a sentence may end.
struct Stop {
  std::size_t begin = 0;      // the first terminator
  std::size_t marks_end = 0;  // past the terminators
  std::size_t end = 0;        // past closing quotes and brackets
  std::size_t next = 0;       // past the white space after them
  bool plain_stop = false;    // one full stop, alone
  bool exclaims = false;      // has ! or ?
  bool closes_quote = false;
};

class ParagraphSplitter {
 public:
  ParagraphSplitter(std::string_view text, std::vector<Span>& out)
      : text_(text), out_(out) {}

  void Split(Span paragraph) {
    field_ = paragraph.field;
    end_ = paragraph.end;
    para_ = text_.substr(0, end_);
    brackets_.Reset(text_, paragraph);
    list_ = {};
    quote_open_ = kNowhere;
    at_ = paragraph.begin + DatelineEnd(para_.substr(paragraph.begin));
    StartSentence(paragraph.begin);
    while (at_ < end_) Step();
    Emit(end_);
  }

 private:
  // --- The walk.

  void StartSentence(std::size_t begin) {
    start_ = begin;
    words_ = 0;
    aside_end_ = 0;
    has_content_ = false;
    content_seen_ = begin;
    const ListMarker marker = MarkerAt(begin);
    if (marker.end == 0) return;
    list_ = marker;
    at_ = std::max(at_, marker.end);
  }

  void Emit(std::size_t end) {
    if (end > start_) out_.push_back({field_, start_, end});
  }

  // Ends the sentence at `end`; the next one begins at `next`.
  void Break(std::size_t end, std::size_t next) {
    Emit(end);
    at_ = next;
    StartSentence(next);
    if (at_ < next) at_ = next;
  }

  // Letters and other bytes that no rule looks at. The lead bytes of Cyrillic
  // and accented Latin letters are skipped without decoding.
  static bool IsIdleByte(unsigned char c) {
    static constexpr std::array<bool, 256> kIdle = [] {
      std::array<bool, 256> idle = {};
      for (int c = '0'; c <= '9'; ++c) idle[c] = true;
      for (int c = 'a'; c <= 'z'; ++c) idle[c] = idle[c - 32] = true;
      for (char c : {',', ';', ':', '%', '$', '/', '&', '\'', '_', '@'}) {
        idle[static_cast<unsigned char>(c)] = true;
      }
      for (int c = 0x80; c <= 0xBF; ++c) idle[c] = true;
      for (int c = 0xC3; c <= 0xD3; ++c) idle[c] = true;
      return idle;
    }();
    return kIdle[c];
  }

  void Step() {
    // A space between such bytes is no more than the end of a word.
    const bool in_list = list_.end != 0;
    std::size_t at = at_;
    for (; at < end_; ++at) {
      if (IsIdleByte(static_cast<unsigned char>(text_[at]))) continue;
      const bool space = text_[at] == ' ' && !in_list && at + 1 < end_ &&
                         IsIdleByte(static_cast<unsigned char>(text_[at + 1]));
      if (!space) break;
      ++words_;
    }
    at_ = at;
    if (at_ >= end_) return;
    const Utf8Char c = CharAt(para_, at_);
    if (c.c == ' ' || IsSpaceChar(c.c)) return StepSpace(c);
    if (IsTerminatorChar(c.c)) return StepTerminator();
    if (c.c == '(' || c.c == '[') return StepOpenBracket();
    if (c.c == ')' || c.c == ']') return StepCloseBracket();
    if (IsDashChar(c.c)) return StepDash(c);
    if (IsQuoteChar(c.c)) NoteQuote(c);
    at_ = c.end;
  }

  void StepSpace(const Utf8Char& space) {
    ++words_;
    at_ = space.end;
    SkipSpace(at_);
    if (list_.end == 0) return;
    // "1. The first item 2. The second item"
    const ListMarker marker = MarkerAt(at_);
    if (marker.end == 0 || !IsNextItem(marker) || at_ <= start_) return;
    Break(space.begin, at_);
  }

  void StepOpenBracket() {
    const std::size_t close = brackets_.CloseOf(at_);
    const bool whole_sentence = OnlyOpeners(start_, at_);
    if (close != kNowhere && !whole_sentence) {
      aside_end_ = std::max(aside_end_, close);
    }
    ++at_;
  }

  // "He left (she stayed.) Then ..."
  void StepCloseBracket() {
    const bool ends_aside = aside_end_ != 0 && at_ == aside_end_;
    ++at_;
    if (!ends_aside) return;
    const Utf8Char last = CharBefore(para_.substr(0, at_ - 1), at_ - 1);
    if (!IsTerminatorChar(last.c)) return;
    Stop stop;
    stop.begin = last.begin;
    stop.marks_end = last.end;
    ReadClosers(last.end, stop);
    Decide(stop);
  }

  // "... so we are going to--" At this ...
  void StepDash(const Utf8Char& dash) {
    at_ = dash.end;
    const Utf8Char quote = CharAt(para_, at_);
    if (!IsQuoteChar(quote.c) || quote_open_ == kNowhere) return;
    const std::size_t after = quote.end;
    std::size_t next = after;
    SkipSpace(next);
    if (next == after || next >= end_) return;
    const Next n = LookAt(next);
    if (n.kind != NextKind::kCapital || !IsSentenceStarter(n.word)) return;
    quote_open_ = kNowhere;
    Break(after, next);
  }

  void StepTerminator() {
    Stop stop;
    stop.begin = at_;
    ReadMarks(stop);
    ReadClosers(stop.marks_end, stop);
    at_ = stop.end;
    Decide(stop);
  }

  void Decide(const Stop& read) {
    Stop stop = read;
    stop.next = stop.end;
    SkipSpace(stop.next);
    const bool ends = stop.next >= end_ || EndsSentence(stop);
    if (stop.closes_quote) quote_open_ = kNowhere;
    at_ = stop.end;
    if (ends && stop.next < end_) Break(stop.end, stop.next);
  }

  // --- Reading around a stop.

  void SkipSpace(std::size_t& i) const {
    while (i < end_) {
      const Utf8Char c = CharAt(para_, i);
      if (!IsSpaceChar(c.c)) return;
      i = c.end;
    }
  }

  // "?!", "...", ". . . ."
  void ReadMarks(Stop& stop) const {
    std::size_t i = stop.begin;
    std::size_t count = 0;
    bool only_stops = true;
    while (i < end_) {
      const Utf8Char c = CharAt(para_, i);
      if (IsTerminatorChar(c.c)) {
        ++count;
        only_stops = only_stops && c.c == '.';
        stop.exclaims |= c.c == '!' || c.c == '?';
        i = c.end;
      } else if (only_stops && IsSpacedStop(i)) {
        i += 1;
      } else {
        break;
      }
    }
    stop.plain_stop = only_stops && count == 1;
    stop.marks_end = i;
  }

  // A space between the stops of ". . .": not before ".NET" or ".5".
  bool IsSpacedStop(std::size_t i) const {
    if (text_[i] != ' ' || i + 1 >= end_ || text_[i + 1] != '.') return false;
    const char32_t after = CharAt(para_, i + 2).c;
    return !IsLetterChar(after) && !IsAsciiDigit(after);
  }

  // Closing quotation marks and brackets that follow without a space, and
  // further stops after them: »). ”.
  void ReadClosers(std::size_t i, Stop& stop) const {
    while (i < end_) {
      const Utf8Char c = CharAt(para_, i);
      if (c.c == ')' || c.c == ']' || c.c == '}') {
        i = c.end;
      } else if (IsCloserHere(c)) {
        stop.closes_quote = stop.closes_quote || c.c != '\'';
        i = c.end;
      } else if (i > stop.marks_end && IsTerminatorChar(c.c)) {
        stop.plain_stop = false;
        i = c.end;
      } else {
        break;
      }
    }
    stop.end = i;
  }

  // Whether the quotation mark after a stop closes a quotation. Before a letter
  // it does only if one is open ("said."The), and an apostrophe never does
  // (Jr.'s).
  bool IsCloserHere(const Utf8Char& c) const {
    if (!IsQuoteChar(c.c)) return c.c == '_';
    const char32_t after = CharAt(para_, c.end).c;
    const bool glued = IsLetterChar(after) || IsAsciiDigit(after);
    if (!glued) return true;
    if (c.c == '\'' || c.c == 0x2019 || c.c == 0x2018) return false;
    return !IsOpeningQuoteChar(c.c) && quote_open_ != kNowhere;
  }

  Next LookAt(std::size_t i) const {
    Next next;
    int openers = 0;
    while (i < end_) {
      const Utf8Char c = CharAt(para_, i);
      if (IsQuoteChar(c.c)) {
        next.quote = true;
      } else if (c.c == '(' || c.c == '[' || c.c == '<') {
        next.bracket = true;
      } else if (IsDashChar(c.c) || IsBulletChar(c.c)) {
        next.dash = true;
      } else if (!IsSpaceChar(c.c) && c.c != 0x2026 && c.c != '_' &&
                 c.c != '.' && !(next.bracket && c.c == '>')) {
        break;
      }
      i = c.end;
      // Bounded: a run of openers is no start of a sentence.
      if (++openers > kMaxOpeners) break;
    }
    Classify(i, next);
    return next;
  }

  void Classify(std::size_t i, Next& next) const {
    const Utf8Char c = CharAt(para_, i);
    if (i >= end_) return;
    if (IsAsciiDigit(c.c)) {
      next.kind = NextKind::kDigit;
    } else if (IsLetterChar(c.c)) {
      next.word = WordAt(i, next.after);
      const Utf8Char second = CharAt(para_, c.end);
      // "iPhone" starts a sentence, "the" does not; a letter without case does.
      const bool lower = IsLowerChar(c.c) && !IsUpperChar(second.c);
      next.kind = lower ? NextKind::kLower : NextKind::kCapital;
    } else if (c.c == '$' || c.c == '#' || c.c == '@' || c.c == 0x20AC ||
               c.c == 0xA3 || c.c == 0x2116 || c.c >= 0x1F000) {
      next.kind = NextKind::kCapital;
    } else {
      next.kind = NextKind::kMark;
    }
  }

  // Letters, and marks between letters ("Ph.D", "т.е", "O'Neil").
  std::string_view WordAt(std::size_t i, char32_t& after) const {
    const std::size_t begin = i;
    while (i < end_ && i - begin < kLongestWord) {
      const Utf8Char c = CharAt(para_, i);
      if (!IsLetterChar(c.c)) {
        const bool inner = (c.c == '\'' || c.c == 0x2019) &&
                           IsLetterChar(CharAt(para_, c.end).c);
        if (!inner) break;
      }
      i = c.end;
    }
    after = CharAt(para_, i).c;
    return text_.substr(begin, i - begin);
  }

  // The word that ends before byte i: letters, digits, inner stops, hyphens and
  // apostrophes; empty where it is longer than any abbreviation.
  std::string_view WordBefore(std::size_t i) const {
    const std::size_t end = i;
    while (i > start_) {
      const Utf8Char c = CharBefore(para_.substr(0, i), i);
      const bool part = IsLetterChar(c.c) || IsAsciiDigit(c.c) || c.c == '.' ||
                        c.c == '\'' || c.c == '-' || c.c == 0x2019;
      if (!part) break;
      i = c.begin;
      if (end - i > kLongestWord) return {};
    }
    while (i < end && (text_[i] == '.' || text_[i] == '-' ||
                       text_[i] == '\'')) {
      ++i;
    }
    return text_.substr(i, end - i);
  }

  // --- The decision.

  bool EndsSentence(const Stop& stop) {
    if (stop.begin < aside_end_ && stop.end <= aside_end_) return false;
    if (!HasContent(stop.begin)) return false;
    const bool space = stop.next > stop.end;
    const Next next = LookAt(stop.next);
    if (!space) return EndsWithoutSpace(stop, next);
    if (IsListItemAt(stop.next)) return true;
    if (next.kind == NextKind::kLower || next.kind == NextKind::kMark ||
        next.kind == NextKind::kEnd) {
      return next.kind == NextKind::kEnd;
    }
    if (stop.exclaims && StaysInQuotation(stop, next)) return false;
    if (!stop.plain_stop || stop.marks_end != stop.end) return true;
    return PlainStopEnds(stop, next);
  }

  // "said.“We", "ended.The", "denies.Hale said": scraping lost a space. A name
  // before the stop ("Yandex.Disk") needs more: a word that starts sentences.
  bool EndsWithoutSpace(const Stop& stop, const Next& next) const {
    if (next.kind != NextKind::kCapital) return false;
    if (stop.closes_quote) return true;
    const char32_t glued = CharAt(para_, stop.end).c;
    if (IsOpeningQuoteChar(glued) || glued == '"') return true;
    if (!stop.plain_stop && !stop.exclaims) return false;
    const std::string_view before = WordBefore(stop.begin);
    const char32_t last = CharBefore(para_.substr(0, stop.begin),
                                     stop.begin).c;
    if (!IsLowerChar(last) || before.size() < 3 ||
        before.find('.') != kNowhere || !IsSpaceChar(next.after)) {
      return false;
    }
    return IsLowerChar(CharAt(before, 0).c) || IsSentenceStarter(next.word);
  }

  // A stop that is followed by white space and a capital or a digit.
  bool PlainStopEnds(const Stop& stop, const Next& next) const {
    const std::string_view word = WordBefore(stop.begin);
    const bool digit = next.kind == NextKind::kDigit;
    if (word.empty()) return true;
    if (IsInitial(word)) return InitialEnds(stop, word, next);
    switch (AbbreviationClass(WithContext(word, stop))) {
      case StopClass::kNever:
        return false;
      case StopClass::kNumber:
        return !digit;
      case StopClass::kStarter:
        return !digit && StartsSentence(next);
      case StopClass::kCapital:
        return !digit;
      case StopClass::kClock:
        return !digit && !FollowsClock(next.word);
      case StopClass::kEra:
        return AfterNumber(stop.begin - word.size()) && words_ >= kBeginning;
      case StopClass::kOrdinary:
        break;
    }
    return !IsDottedAcronym(word) || (!digit && StartsSentence(next));
  }

  // "и т. д. Он": the word before belongs to it. "т.д", else the word itself.
  std::string_view WithContext(std::string_view word, const Stop& stop) const {
    const bool second = word == "д" || word == "п" || word == "ч" ||
                        word == "э" || word == "е" || word == "к";
    if (!second) return word;
    std::size_t i = stop.begin - word.size();
    if (i <= start_ || text_[i - 1] != ' ') return word;
    if (i < start_ + 4 || text_[i - 2] != '.') return word;
    const std::string_view first = WordBefore(i - 2);
    if (first == "т") {
      return word == "д" ? "т.д" : word == "п" ? "т.п" : word == "ч" ? "т.ч"
             : word == "е" ? "т.е" : "т.к";
    }
    return first == "н" && word == "э" ? "н.э" : word;
  }

  static bool StartsSentence(const Next& next) {
    // A quotation after "U.S." is a new sentence: "... in the U.S. “We ..."
    if (next.quote || next.dash) return true;
    return IsSentenceStarter(next.word) && next.after != '-' &&
           next.after != '.';
  }

  // One capital letter: "J", "В".
  static bool IsInitial(std::string_view word) {
    const Utf8Char c = CharAt(word, 0);
    return c.end == word.size() && IsUpperChar(c.c);
  }

  // "Albert I. Jones" goes on; "you and I. Did", "plan B. The" end.
  bool InitialEnds(const Stop& stop, std::string_view word,
                   const Next& next) const {
    if (next.kind == NextKind::kDigit) return true;
    if (!StartsSentence(next)) return false;
    if (next.quote || next.dash) return true;
    // "С. В. Лавров": В is a preposition, too, but an initial before a stop
    // (StartsSentence has seen to that).
    std::size_t before = stop.begin - word.size();
    while (before > start_ && IsSpaceChar(text_[before - 1])) --before;
    const char32_t last = CharBefore(para_.substr(0, before), before).c;
    return before > start_ && last != '.' ? true : words_ > kBeginning;
  }

  // "F.B.I", "D-N.Y": letters and stops, one or two letters at a time.
  static bool IsDottedAcronym(std::string_view word) {
    if (word.find('.') == kNowhere) return false;
    int run = 0;
    for (std::size_t i = 0; i < word.size();) {
      const Utf8Char c = CharAt(word, i);
      run = c.c == '.' || c.c == '-' ? 0 : run + 1;
      if (run > 2 || (run > 0 && !IsLetterChar(c.c))) return false;
      i = c.end;
    }
    return true;
  }

  // True where the token before byte i (past one space) is a number, arabic or
  // roman: "2021 г.", "XX в.", "1990-1995 гг."
  bool AfterNumber(std::size_t i) const {
    while (i > start_) {
      const Utf8Char c = CharBefore(para_.substr(0, i), i);
      if (!IsSpaceChar(c.c)) {
        return IsAsciiDigit(c.c) || c.c == 'I' || c.c == 'V' || c.c == 'X';
      }
      i = c.begin;
    }
    return false;
  }

  // After ! or ?: a short exclamation within a quotation, or a quotation whose
  // speaker follows.
  bool StaysInQuotation(const Stop& stop, const Next& next) const {
    if (stop.closes_quote) {
      return !next.quote && !next.dash && !next.bracket &&
             SpeakerFollows(stop.next);
    }
    return quote_open_ != kNowhere && !next.quote &&
           WordsBetween(quote_open_, stop.begin) <= kShortExclamation;
  }

  // "Mr. Hale asked", "Mayor Ann Reed said": capitalised words, then a verb of
  // reporting.
  bool SpeakerFollows(std::size_t i) const {
    for (int n = 0; n < kSpeakerWords; ++n) {
      char32_t after = 0;
      const std::string_view word = WordAt(i, after);
      if (word.empty()) return false;
      if (n > 0 && IsReportingVerb(word)) return true;
      if (n == 0 && IsSentenceStarter(word)) return false;
      if (!IsUpperChar(CharAt(word, 0).c)) return false;
      i = static_cast<std::size_t>(word.data() - text_.data()) + word.size();
      if (after == '.') ++i;
      SkipSpace(i);
    }
    return false;
  }

  // Words of text_[begin, end), counted up to one more than is asked about.
  int WordsBetween(std::size_t begin, std::size_t end) const {
    // Two words and their marks take less.
    if (end - begin > 100) return kShortExclamation + 1;
    int words = 0;
    bool inside = false;
    for (std::size_t i = begin; i < end && words <= kShortExclamation;) {
      const Utf8Char c = CharAt(para_, i);
      const bool letter = IsLetterChar(c.c) || IsAsciiDigit(c.c) ||
                          (inside && (c.c == '\'' || c.c == 0x2019));
      words += letter && !inside;
      inside = letter;
      i = c.end;
    }
    return words;
  }

  // True where the sentence has a letter or digit before `end`. Each byte is
  // looked at once.
  bool HasContent(std::size_t end) {
    while (!has_content_ && content_seen_ < end) {
      const Utf8Char c = CharAt(para_, content_seen_);
      has_content_ = IsLetterChar(c.c) || u_isdigit(static_cast<UChar32>(c.c));
      content_seen_ = c.end;
    }
    return has_content_;
  }

  bool OnlyOpeners(std::size_t begin, std::size_t end) const {
    // A sentence starts with a few marks at most.
    if (end - begin > 16) return false;
    for (std::size_t i = begin; i < end;) {
      const Utf8Char c = CharAt(para_, i);
      if (!IsQuoteChar(c.c) && !IsSpaceChar(c.c) && !IsDashChar(c.c) &&
          !IsBulletChar(c.c) && c.c != '(' && c.c != '[') {
        return false;
      }
      i = c.end;
    }
    return true;
  }

  // --- Quotations.

  // Straight marks tell by what stands around them; where machine translation
  // has moved them (", "said") they count as closing if one is open.
  void NoteQuote(const Utf8Char& c) {
    if (c.c == '\'' || c.c == 0x2018 || c.c == 0x2019) return;
    if (IsOpeningQuoteChar(c.c)) {
      quote_open_ = c.end;
    } else if (IsClosingQuoteChar(c.c) || quote_open_ != kNowhere) {
      quote_open_ = kNowhere;
    } else {
      quote_open_ = c.end;
    }
    if (quote_open_ == c.end) {
      const std::size_t close = ShortQuotationEnd(c);
      if (close != kNowhere) aside_end_ = std::max(aside_end_, close);
    }
  }

  // Where the quotation that `open` opens is closed, if soon.
  std::size_t ShortQuotationEnd(const Utf8Char& open) const {
    std::size_t i = open.end;
    for (int n = 0; n <= kShortQuotation && i < end_; ++n) {
      const Utf8Char c = CharAt(para_, i);
      if (open.c == 0xAB ? c.c == 0xBB : IsClosingDouble(c.c)) return i;
      // Another one opens before this one is closed.
      if (c.c == open.c && c.c != '"') return kNowhere;
      if (c.c == '"') {
        const bool opens = IsSpaceChar(CharBefore(para_.substr(0, i), i).c);
        return open.c == '"' && !opens ? i : kNowhere;
      }
      i = c.end;
    }
    return kNowhere;
  }

  static bool IsClosingDouble(char32_t c) {
    return c == 0x201D || c == 0xBB || c == 0x203A;
  }

  // --- Lists.

  ListMarker MarkerAt(std::size_t i) const {
    ListMarker m;
    const Utf8Char first = CharAt(para_, i);
    if (first.c == '(' || first.c == 0x2043 || first.c == 0x2022) {
      m.prefix = first.c;
      i = first.end;
    }
    const std::size_t begin = i;
    while (i < end_ && IsAsciiDigit(text_[i]) && i - begin < 3) {
      m.ordinal = m.ordinal * 10 + (text_[i++] - '0');
    }
    if (i == begin) {
      const Utf8Char c = CharAt(para_, i);
      if (c.c >= 0x80 || !IsLetterChar(c.c)) return {};
      m.letter = true;
      m.upper = IsUpperChar(c.c);
      m.ordinal = static_cast<int>(c.c | 0x20) - 'a' + 1;
      i = c.end;
    }
    return WithSuffix(m, i);
  }

  ListMarker WithSuffix(ListMarker m, std::size_t i) const {
    if (i < end_ && text_[i] == '.') {
      m.suffix |= 1;
      ++i;
    }
    if (i < end_ && text_[i] == ')') {
      m.suffix |= 2;
      ++i;
    }
    // "A. Smith" is a name, "(5" and "5" are no markers.
    if (m.suffix == 0 || (m.letter && m.upper && m.suffix == 1)) return {};
    if (m.prefix == '(' && m.suffix != 2) return {};
    std::size_t next = i;
    SkipSpace(next);
    if (next == i || next >= end_) return {};
    // An item begins with a capital; "5. of" and "1) 2) 3)" are no lists.
    if (!IsUpperChar(CharAt(para_, next).c)) return {};
    m.end = i;
    return m;
  }

  bool IsNextItem(const ListMarker& marker) const {
    return list_.end != 0 && marker.SameStyle(list_) &&
           marker.ordinal == list_.ordinal + 1;
  }

  bool IsListItemAt(std::size_t i) const {
    const ListMarker marker = MarkerAt(i);
    return marker.end != 0 && IsNextItem(marker);
  }

  static constexpr int kMaxOpeners = 12;

  std::string_view text_;
  std::vector<Span>& out_;
  Field field_ = Field::kText;
  std::string_view para_;  // text_ up to the paragraph's end
  std::size_t end_ = 0;
  std::size_t at_ = 0;
  std::size_t start_ = 0;      // of the current sentence
  int words_ = 0;              // white space since then
  bool has_content_ = false;   // a letter or digit before content_seen_
  std::size_t content_seen_ = 0;
  std::size_t aside_end_ = 0;  // where the open bracket closes
  std::size_t quote_open_ = kNowhere;  // past the open quotation mark
  ListMarker list_;                    // of the last list item
  Brackets brackets_;
};

// The parts of [0, size) between spans of residue.
std::vector<Span> Gaps(std::size_t size, Field field,
                       const std::vector<Span>& residue) {
  std::vector<Span> gaps;
  std::size_t begin = 0;
  for (const Span& r : residue) {
    if (r.field != field) continue;
    if (r.begin > begin) {
      gaps.push_back({field, begin, std::min(r.begin, size)});
    }
    begin = std::max(begin, r.end);
    if (begin >= size) return gaps;
  }
  if (begin < size) gaps.push_back({field, begin, size});
  return gaps;
}

}  // namespace

std::vector<Span> SplitSentences(std::string_view field_text, Field field,
                                 const std::vector<Span>& residue,
                                 const SentenceOptions& options) {
  std::vector<Span> sentences;
  ParagraphSplitter splitter(field_text, sentences);
  for (const Span& gap : Gaps(field_text.size(), field, residue)) {
    for (const Span& paragraph : SplitParagraphs(field_text, gap)) {
      splitter.Split(paragraph);
    }
  }
  return sentences;
}

}  // namespace rashomon
