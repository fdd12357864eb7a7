#include "engine/text/number_key.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "engine/base/span.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::size_t DigitsFrom(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && IsDigit(text[end])) ++end;
  return end - begin;
}

// "1,5" and "10,25", not "16,000" or "1,200,000".
bool IsDecimalComma(std::string_view text, std::size_t at) {
  const std::size_t digits = DigitsFrom(text, at + 1);
  return digits > 0 && digits != 3 &&
         std::count(text.begin(), text.end(), ',') == 1;
}

bool IsDigits(std::string_view text) {
  return !text.empty() && DigitsFrom(text, 0) == text.size();
}

// A space is one byte, a no-break space two, a narrow one three.
bool StandsBehind(const Span& before, const Span& span) {
  return span.begin > before.end && span.begin - before.end <= 3;
}

bool IsGroupAfter(const Word& before, const Word& word) {
  return word.kind == WordKind::kNumber && word.normal.size() == 3 &&
         IsDigits(word.normal) && StandsBehind(before.span, word.span);
}

bool MayBegin(const Word& word) {
  return word.kind == WordKind::kNumber && word.normal.size() <= 3 &&
         IsDigits(word.normal) && word.normal[0] != '0';
}

}  // namespace

void JoinNumberGroups(std::vector<Word>* words,
                      std::deque<std::string>* texts) {
  std::size_t kept = 0;
  bool open = false;  // whether a group may go on with the last kept word
  for (Word& word : *words) {
    if (open && IsGroupAfter((*words)[kept - 1], word)) {
      Word& number = (*words)[kept - 1];
      number.normal =
          texts->emplace_back(StrCat(number.normal, word.normal));
      number.stem = number.normal;
      number.span.end = word.span.end;
      continue;
    }
    open = MayBegin(word);
    Word& place = (*words)[kept++];
    if (&place != &word) place = std::move(word);
  }
  words->resize(kept);
}

std::string NumberKey(std::string_view normal) {
  std::string key;
  for (std::size_t i = 0; i < normal.size(); ++i) {
    if (normal[i] == ',') {
      if (IsDecimalComma(normal, i)) key.push_back('.');
    } else if (normal[i] != ' ') {
      key.push_back(normal[i]);
    }
  }
  return key;
}

}  // namespace rashomon
