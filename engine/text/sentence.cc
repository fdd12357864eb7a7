#include "engine/text/sentence.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/text/abbreviation.h"
#include "engine/text/bracket.h"
#include "engine/text/byte_run.h"
#include "engine/text/char_class.h"
#include "engine/text/dateline.h"
#include "engine/text/list_marker.h"
#include "engine/text/paragraph.h"
#include "engine/text/sentence_stop.h"
#include "engine/text/utf8.h"

namespace rashomon {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

// "No! We will not." within quotation marks is one sentence: exclamations of
// so many words do not stand alone there.
constexpr int kShortExclamation = 2;
// A quotation of up to so many characters is not split: it is shorter than the
// average sentence of news (about 130), and one utterance. Longer ones are:
// a paragraph of four quoted sentences is no unit to align or to compare.
constexpr int kShortQuotation = 120;
// "В 2021 г. Россия": a sentence that has so few words is still beginning.
constexpr int kBeginning = 3;
// Words between a quoted question and "asked": “Why?” Mr. J. B. Hale asked.
constexpr int kSpeakerWords = 5;

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
    const ListMarker marker = ListMarkerAt(para_, begin);
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
  static bool IsIdleByte(char byte) {
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
    return kIdle[static_cast<unsigned char>(byte)];
  }

  void Step() {
    // A space between such bytes is no more than the end of a word.
    const bool in_list = list_.end != 0;
    const std::string_view text = para_;
    std::size_t at = at_;
    int spaces = 0;
    for (;; ++at) {
      at = AsciiLettersEnd(text, at);
      if (at == text.size()) break;
      if (IsIdleByte(text[at])) continue;
      const bool space = text[at] == ' ' && !in_list && at + 1 < text.size() &&
                         IsIdleByte(text[at + 1]);
      if (!space) break;
      ++spaces;
    }
    words_ += spaces;
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
    at_ = SpaceEnd(para_, at_);
    // "1. The first item 2. The second item"
    if (IsListItemAt(at_) && at_ > start_) Break(space.begin, at_);
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
    Decide(
        SentenceStopOf(para_, last.begin, last.end, quote_open_ != kNowhere));
  }

  // "... so we are going to--" At this ...
  void StepDash(const Utf8Char& dash) {
    at_ = dash.end;
    const Utf8Char quote = CharAt(para_, at_);
    if (!IsQuoteChar(quote.c) || quote_open_ == kNowhere) return;
    const std::size_t after = quote.end;
    const std::size_t next = SpaceEnd(para_, after);
    if (next == after || next >= end_) return;
    const SentenceOpening opening = OpeningAt(para_, next);
    if (opening.kind != OpeningKind::kCapital ||
        !IsSentenceStarter(opening.word)) {
      return;
    }
    quote_open_ = kNowhere;
    Break(after, next);
  }

  void StepTerminator() {
    Decide(SentenceStopAt(para_, at_, quote_open_ != kNowhere));
  }

  void Decide(const SentenceStop& stop) {
    at_ = stop.end;
    const bool ends = stop.next >= end_ || EndsSentence(stop);
    if (stop.closes_quote) quote_open_ = kNowhere;
    if (ends && stop.next < end_) Break(stop.end, stop.next);
  }

  // --- The decision.

  bool EndsSentence(const SentenceStop& stop) {
    if (stop.begin < aside_end_ && stop.end <= aside_end_) return false;
    if (!HasContent(stop.begin)) return false;
    const bool space = stop.next > stop.end;
    const SentenceOpening next = OpeningAt(para_, stop.next);
    if (!space) return EndsWithoutSpace(stop, next);
    if (IsListItemAt(stop.next)) return true;
    if (next.kind == OpeningKind::kLower || next.kind == OpeningKind::kMark ||
        next.kind == OpeningKind::kEnd) {
      return next.kind == OpeningKind::kEnd;
    }
    if (stop.exclaims && StaysInQuotation(stop, next)) return false;
    if (!stop.plain_stop || stop.marks_end != stop.end) return true;
    return PlainStopEnds(stop, next);
  }

  // "said.“We", "ended.The", "denies.Hale said": scraping lost a space. A name
  // before the stop ("Yandex.Disk") needs more: a word that starts sentences.
  bool EndsWithoutSpace(const SentenceStop& stop,
                        const SentenceOpening& next) const {
    if (next.kind != OpeningKind::kCapital) return false;
    if (stop.closes_quote) return true;
    const char32_t glued = CharAt(para_, stop.end).c;
    if (IsOpeningQuoteChar(glued) || glued == '"') return true;
    if (!stop.plain_stop && !stop.exclaims) return false;
    const std::string_view before = WordBeforeStop(para_, start_, stop.begin);
    const char32_t last = CharBefore(para_.substr(0, stop.begin), stop.begin).c;
    if (!IsLowerChar(last) || before.size() < 3 ||
        before.find('.') != kNowhere || !IsSpaceChar(next.after)) {
      return false;
    }
    return IsLowerChar(CharAt(before, 0).c) || IsSentenceStarter(next.word);
  }

  // A stop that is followed by white space and a capital or a digit.
  bool PlainStopEnds(const SentenceStop& stop,
                     const SentenceOpening& next) const {
    const std::string_view word = WordBeforeStop(para_, start_, stop.begin);
    const bool digit = next.kind == OpeningKind::kDigit;
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
  std::string_view WithContext(std::string_view word,
                               const SentenceStop& stop) const {
    const bool second = word == "д" || word == "п" || word == "ч" ||
                        word == "э" || word == "е" || word == "к";
    if (!second) return word;
    std::size_t i = stop.begin - word.size();
    if (i <= start_ || text_[i - 1] != ' ') return word;
    if (i < start_ + 4 || text_[i - 2] != '.') return word;
    const std::string_view first = WordBeforeStop(para_, start_, i - 2);
    if (first == "т") {
      return word == "д"   ? "т.д"
             : word == "п" ? "т.п"
             : word == "ч" ? "т.ч"
             : word == "е" ? "т.е"
                           : "т.к";
    }
    return first == "н" && word == "э" ? "н.э" : word;
  }

  static bool StartsSentence(const SentenceOpening& next) {
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
  bool InitialEnds(const SentenceStop& stop, std::string_view word,
                   const SentenceOpening& next) const {
    if (next.kind == OpeningKind::kDigit) return true;
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
  bool StaysInQuotation(const SentenceStop& stop,
                        const SentenceOpening& next) const {
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
      const std::string_view word = WordAt(para_, i, &after);
      if (word.empty()) return false;
      if (n > 0 && IsReportingVerb(word)) return true;
      if (n == 0 && IsSentenceStarter(word)) return false;
      if (!IsUpperChar(CharAt(word, 0).c)) return false;
      i = static_cast<std::size_t>(word.data() - text_.data()) + word.size();
      if (after == '.') ++i;
      i = SpaceEnd(para_, i);
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

  bool IsListItemAt(std::size_t i) const {
    return list_.end != 0 && list_.GoesOnWith(ListMarkerAt(para_, i));
  }

  std::string_view text_;
  std::vector<Span>& out_;
  Field field_ = Field::kText;
  std::string_view para_;  // text_ up to the paragraph's end
  std::size_t end_ = 0;
  std::size_t at_ = 0;
  std::size_t start_ = 0;     // of the current sentence
  int words_ = 0;             // white space since then
  bool has_content_ = false;  // a letter or digit before content_seen_
  std::size_t content_seen_ = 0;
  std::size_t aside_end_ = 0;          // where the open bracket closes
  std::size_t quote_open_ = kNowhere;  // past the open quotation mark
  ListMarker list_;                    // of the last list item
  BracketPairs brackets_;
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
