#include "engine/claims/sentence_reading.h"

#include <algorithm>


#include "engine/text/dateline.h"

namespace rashomon {
namespace {

// As far as DatelineEnd looks.
constexpr std::size_t kMaxDatelineBytes = 160;

WordClass ClassNamed(std::string_view category) {
  // The third letter tells the names apart, but for one pair.
  const auto is = [&](std::string_view name, WordClass word_class) {
    return name == category ? word_class : WordClass::kOpen;
  };
  switch (category.size() < 3 ? 0 : category[2]) {
    case 't': return is("determiner", WordClass::kDeterminer);
    case 'e': return is("preposition", WordClass::kPreposition);
    case 'b': return is("subordinator", WordClass::kSubordinator);
    case 'l': return is("relative", WordClass::kRelative);
    case 'x': return is("auxiliary", WordClass::kAuxiliary);
    case 'v': return is("adverb", WordClass::kAdverb);
    case 'o':
      return category[0] == 'c' ? is("coordinator", WordClass::kCoordinator)
                                : is("pronoun", WordClass::kPronoun);
    default: return WordClass::kOpen;
  }
}

// A dash (ASCII, or E2 80 ..), a stroke or a bracket.
bool EndsDateline(char c) {
  return c == '-' || c == '/' || c == '(' || c == '\xE2';
}

bool StartsCyrillic(const Word& word) {
  const unsigned char c =
      word.normal.empty() ? 0 : static_cast<unsigned char>(word.normal[0]);
  return c >= 0xD0 && c <= 0xD3;
}

void SetClasses(SentenceReading* s) {
  s->classes.assign(s->size(), WordClass::kOpen);
  std::size_t cyrillic = 0, letters = 0;
  for (std::size_t i = 0; i < s->size(); ++i) {
    const Word& word = s->word(i);
    if (word.kind == WordKind::kPunctuation) s->classes[i] = WordClass::kMark;
    if (word.kind == WordKind::kNumber) s->classes[i] = WordClass::kNumber;
    if (word.kind == WordKind::kWord) {
      ++letters;
      cyrillic += StartsCyrillic(word);
    }
  }
  s->russian = 2 * cyrillic > letters;
  for (const PhraseMatch& m : s->matches.of(ListId::kFunctionWords)) {
    // "US" is no "us", "IT" no "it".
    const Word& first = s->word(m.first);
    if (m.entry->category == "pronoun" && first.all_caps &&
        first.normal.size() == 2) {
      continue;
    }
    for (std::size_t i = m.first; i < m.last; ++i) {
      s->classes[i] = ClassNamed(m.entry->category);
    }
  }
}

void SetQuotations(const std::vector<Quotation>& quotations,
                   std::size_t* next_quotation, SentenceReading* s) {
  s->quotation.assign(s->size(), -1);
  // Quotations that end before this sentence are never needed again: both
  // lists are in order, and outer ones come before those they contain.
  while (*next_quotation < quotations.size() &&
         quotations[*next_quotation].outer.end <= s->span.begin) {
    ++*next_quotation;
  }
  for (std::size_t q = *next_quotation; q < quotations.size(); ++q) {
    const Quotation& quotation = quotations[q];
    if (quotation.outer.begin >= s->span.end) break;
    if (quotation.scare) continue;
    // The first word inside, by halving; words are in order.
    std::size_t low = 0, high = s->size();
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (s->word(middle).span.begin < quotation.outer.begin) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (; low < s->size() && s->word(low).span.begin < quotation.outer.end;
         ++low) {
      s->quotation[low] = static_cast<std::int32_t>(q);
    }
  }
}

// "OSLO, May 3. /AGENCY/." opens a paragraph, and says nothing.
void SetBody(SentenceReading* s) {
  const std::size_t begin = s->span.begin;
  const bool opens = begin == 0 || s->text[begin - 1] == '\n' ||
                     (begin > 1 && s->text[begin - 2] == '\n');
  if (!opens || s->size() == 0 || !s->word(0).capitalized) return;
  const std::string_view opening =
      Slice(s->text, s->span).substr(0, kMaxDatelineBytes);
  // No dateline ends without one of these.
  if (std::none_of(opening.begin(), opening.end(), EndsDateline)) return;
  const std::size_t end = begin + DatelineEnd(opening);
  while (s->body + 1 < s->size() && s->word(s->body).span.begin < end) {
    ++s->body;
  }
}

}  // namespace

SentenceReading ReadSentence(const Lexicons& lexicons, std::string_view text,
                             Span span, const std::vector<Word>& words,
                             const std::vector<Quotation>& quotations,
                             std::size_t* next_quotation, WordMemory* memory) {
  SentenceReading s;
  s.text = text;
  s.span = span;
  s.words = &words;
  s.matches = lexicons.MatchAll(words, memory);
  SetClasses(&s);
  SetQuotations(quotations, next_quotation, &s);
  SetBody(&s);
  return s;
}

}  // namespace rashomon
