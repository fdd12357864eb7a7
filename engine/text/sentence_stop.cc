#include "engine/text/sentence_stop.h"

#include "engine/text/char_class.h"
#include "engine/text/utf8.h"

namespace rashomon {
namespace {

// How far a word beside a stop is read; longer ones are no abbreviation.
constexpr std::size_t kLongestWord = 48;
// A longer run of openers is no start of a sentence.
constexpr int kMaxOpeners = 12;

// A space between the stops of ". . .": not before ".NET" or ".5".
bool IsSpacedStop(std::string_view paragraph, std::size_t i) {
  if (paragraph[i] != ' ' || i + 1 >= paragraph.size() ||
      paragraph[i + 1] != '.') {
    return false;
  }
  const char32_t after = CharAt(paragraph, i + 2).c;
  return !IsLetterChar(after) && !IsAsciiDigit(after);
}

void ReadMarks(std::string_view paragraph, SentenceStop* stop) {
  std::size_t i = stop->begin;
  std::size_t count = 0;
  bool only_stops = true;
  while (i < paragraph.size()) {
    const Utf8Char c = CharAt(paragraph, i);
    if (IsTerminatorChar(c.c)) {
      ++count;
      only_stops = only_stops && c.c == '.';
      stop->exclaims |= c.c == '!' || c.c == '?';
      i = c.end;
    } else if (only_stops && IsSpacedStop(paragraph, i)) {
      i += 1;
    } else {
      break;
    }
  }
  stop->plain_stop = only_stops && count == 1;
  stop->marks_end = i;
}

// Whether the quotation mark after a stop closes a quotation. Before a letter
// it does only if one is open ("said."The), and an apostrophe never does
// (Jr.'s).
bool IsCloserHere(std::string_view paragraph, const Utf8Char& c,
                  bool quote_open) {
  if (!IsQuoteChar(c.c)) return c.c == '_';
  const char32_t after = CharAt(paragraph, c.end).c;
  const bool glued = IsLetterChar(after) || IsAsciiDigit(after);
  if (!glued) return true;
  if (c.c == '\'' || c.c == 0x2019 || c.c == 0x2018) return false;
  return !IsOpeningQuoteChar(c.c) && quote_open;
}

void ReadClosers(std::string_view paragraph, bool quote_open,
                 SentenceStop* stop) {
  std::size_t i = stop->marks_end;
  const std::size_t first = stop->marks_end;
  while (i < paragraph.size()) {
    const Utf8Char c = CharAt(paragraph, i);
    if (c.c == ')' || c.c == ']' || c.c == '}') {
      i = c.end;
    } else if (IsCloserHere(paragraph, c, quote_open)) {
      stop->closes_quote = stop->closes_quote || c.c != '\'';
      i = c.end;
    } else if (i > first && IsTerminatorChar(c.c)) {
      stop->plain_stop = false;
      i = c.end;
    } else {
      break;
    }
  }
  stop->end = i;
  stop->next = SpaceEnd(paragraph, i);
}

void Classify(std::string_view paragraph, std::size_t i,
              SentenceOpening* opening) {
  const Utf8Char c = CharAt(paragraph, i);
  if (i >= paragraph.size()) return;
  if (IsAsciiDigit(c.c)) {
    opening->kind = OpeningKind::kDigit;
  } else if (IsLetterChar(c.c)) {
    opening->word = WordAt(paragraph, i, &opening->after);
    const Utf8Char second = CharAt(paragraph, c.end);
    // "iPhone" starts a sentence, "the" does not; a letter without case does.
    const bool lower = IsLowerChar(c.c) && !IsUpperChar(second.c);
    opening->kind = lower ? OpeningKind::kLower : OpeningKind::kCapital;
  } else if (c.c == '$' || c.c == '#' || c.c == '@' || c.c == 0x20AC ||
             c.c == 0xA3 || c.c == 0x2116 || c.c >= 0x1F000) {
    opening->kind = OpeningKind::kCapital;
  } else {
    opening->kind = OpeningKind::kMark;
  }
}

}  // namespace

std::string_view WordAt(std::string_view paragraph, std::size_t i,
                        char32_t* after) {
  const std::size_t begin = i;
  while (i < paragraph.size() && i - begin < kLongestWord) {
    const Utf8Char c = CharAt(paragraph, i);
    if (!IsLetterChar(c.c)) {
      const bool inner = (c.c == '\'' || c.c == 0x2019) &&
                         IsLetterChar(CharAt(paragraph, c.end).c);
      if (!inner) break;
    }
    i = c.end;
  }
  *after = CharAt(paragraph, i).c;
  return paragraph.substr(begin, i - begin);
}

SentenceStop SentenceStopAt(std::string_view paragraph, std::size_t i,
                            bool quote_open) {
  SentenceStop stop;
  stop.begin = i;
  ReadMarks(paragraph, &stop);
  ReadClosers(paragraph, quote_open, &stop);
  return stop;
}

SentenceStop SentenceStopOf(std::string_view paragraph, std::size_t begin,
                            std::size_t end, bool quote_open) {
  SentenceStop stop;
  stop.begin = begin;
  stop.marks_end = end;
  ReadClosers(paragraph, quote_open, &stop);
  return stop;
}

SentenceOpening OpeningAt(std::string_view paragraph, std::size_t i) {
  SentenceOpening opening;
  int openers = 0;
  while (i < paragraph.size()) {
    const Utf8Char c = CharAt(paragraph, i);
    if (IsQuoteChar(c.c)) {
      opening.quote = true;
    } else if (c.c == '(' || c.c == '[' || c.c == '<') {
      opening.bracket = true;
    } else if (IsDashChar(c.c) || IsBulletChar(c.c)) {
      opening.dash = true;
    } else if (!IsSpaceChar(c.c) && c.c != 0x2026 && c.c != '_' && c.c != '.' &&
               !(opening.bracket && c.c == '>')) {
      break;
    }
    i = c.end;
    if (++openers > kMaxOpeners) break;
  }
  Classify(paragraph, i, &opening);
  return opening;
}

std::string_view WordBeforeStop(std::string_view paragraph, std::size_t start,
                                std::size_t end) {
  std::size_t i = end;
  while (i > start) {
    const Utf8Char c = CharBefore(paragraph.substr(0, i), i);
    const bool part = IsLetterChar(c.c) || IsAsciiDigit(c.c) || c.c == '.' ||
                      c.c == '\'' || c.c == '-' || c.c == 0x2019;
    if (!part) break;
    i = c.begin;
    if (end - i > kLongestWord) return {};
  }
  while (i < end &&
         (paragraph[i] == '.' || paragraph[i] == '-' || paragraph[i] == '\'')) {
    ++i;
  }
  return paragraph.substr(i, end - i);
}

}  // namespace rashomon
