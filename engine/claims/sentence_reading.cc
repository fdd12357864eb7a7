#include "engine/claims/sentence_reading.h"

#include <algorithm>

#include "engine/text/byte_run.h"
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

// What a word is where no list has it.
WordClass ClassOf(WordKind kind) {
  switch (kind) {
    case WordKind::kPunctuation: return WordClass::kMark;
    case WordKind::kNumber: return WordClass::kNumber;
    case WordKind::kWord: return WordClass::kOpen;
  }
  return WordClass::kOpen;
}

bool StartsCyrillic(const Word& word) {
  const unsigned char c =
      word.normal.empty() ? 0 : static_cast<unsigned char>(word.normal[0]);
  return c >= 0xD0 && c <= 0xD3;
}

void SetClasses(SentenceReading* s) {
  s->classes.resize(s->size());
  std::size_t cyrillic = 0, letters = 0;
  auto word_class = s->classes.begin();
  for (const Word& word : s->words) {
    *word_class++ = ClassOf(word.kind);
    if (word.kind != WordKind::kWord) continue;
    ++letters;
    cyrillic += StartsCyrillic(word);
  }
  s->russian = 2 * cyrillic > letters;
  for (const PhraseMatch& m : s->matches.of(ListId::kFunctionWords)) {
    // "US" is no "us", "IT" no "it".
    const Word& first = s->word(m.first);
    const WordClass word_class = ClassNamed(m.entry->category);
    if (word_class == WordClass::kPronoun && first.all_caps &&
        first.normal.size() == 2) {
      continue;
    }
    std::fill(s->classes.begin() + static_cast<std::ptrdiff_t>(m.first),
              s->classes.begin() + static_cast<std::ptrdiff_t>(m.last),
              word_class);
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
  s->body = 0;
  const std::size_t begin = s->span.begin;
  const bool opens = begin == 0 || s->text[begin - 1] == '\n' ||
                     (begin > 1 && s->text[begin - 2] == '\n');
  if (!opens || s->size() == 0 || !s->word(0).capitalized) return;
  const std::string_view opening =
      Slice(s->text, s->span).substr(0, kMaxDatelineBytes);
  // No dateline ends without a dash (ASCII, or E2 80 ..), a stroke or a bracket.
  if (!HasByteOf<'-', '/', '(', '\xE2'>(opening)) return;
  const std::size_t end = begin + DatelineEnd(opening);
  while (s->body + 1 < s->size() && s->word(s->body).span.begin < end) {
    ++s->body;
  }
}

}  // namespace

void ReadSentence(const Lexicons& lexicons, std::string_view text, Span span,
                  const std::vector<Word>& words,
                  const std::vector<Quotation>& quotations,
                  std::size_t* next_quotation, WordMemory* memory,
                  SentenceReading* s) {
  s->text = text;
  s->span = span;
  s->words = words;
  lexicons.MatchAll(words, memory, &s->matches, &s->facts);
  SetClasses(s);
  SetQuotations(quotations, next_quotation, s);
  SetBody(s);
}

}  // namespace rashomon
