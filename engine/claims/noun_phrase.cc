#include "engine/claims/noun_phrase.h"

#include <algorithm>
#include <string_view>

#include "engine/claims/russian_participle.h"

namespace rashomon {
namespace {

constexpr int kMaxOfPhrases = 3;
constexpr int kMaxJoined = 4;

bool IsNominal(const SentenceReading& s, std::size_t i) {
  return i < s.size() && (IsNoun(s.tags[i]) || s.tags[i] == Tag::kNumber);
}

bool IsModifier(const SentenceReading& s, std::size_t i) {
  return i < s.size() && (IsNominal(s, i) || s.Is(i, Tag::kAdjective) ||
                          s.Is(i, Tag::kParticiple));
}

// "At least 30", "over 30": the bound belongs to the number.
std::size_t SkipBound(const SentenceReading& s, std::size_t i) {
  const PhraseMatch* m = MatchAt(s, ListId::kBounds, i);
  if (m == nullptr || m->first != i || m->last >= s.size()) return i;
  // "Left two": a verb that quantities know too.
  const std::string_view kind = m->entry->category;
  if (kind == "verb" || kind == "victim" || kind == "noun_group") return i;
  const bool number = s.Is(m->last, Tag::kNumber) ||
                      MatchAt(s, ListId::kNumbers, m->last) != nullptr;
  return number ? m->last : i;
}

// Marks that stand within a phrase: 5%, $5, "so-called" in quotation marks.
bool IsInnerMark(const SentenceReading& s, std::size_t i) {
  const std::string_view mark = s.word(i).normal;
  if (!s.Is(i, WordClass::kMark) || mark.size() != 1) return false;
  switch (mark[0]) {
    case '%':
      return true;
    case '$': case '"': case '\'': case '-': case '/': case '.':
      return i + 1 < s.size();
    default:
      return false;
  }
}

// One word further into an English phrase, or no further.
struct EnglishPhrase {
  const SentenceReading& s;
  std::size_t first;
  bool head = false;       // a noun or number was seen
  bool noun = false;       // a noun was seen
  bool determined = false;

  bool Takes(std::size_t j) {
    switch (s.tags[j]) {
      case Tag::kDeterminer:
        if (head) return false;
        determined = true;
        return true;
      case Tag::kNumber:
        if (noun && !s.Is(j - 1, Tag::kProper)) return false;
        return head = true;
      case Tag::kNoun:
      case Tag::kPlural:
      case Tag::kProper:
        return head = noun = true;
      case Tag::kAdjective:
        return !noun || (IsNominal(s, j + 1) && !s.Is(j - 1, Tag::kPlural));
      case Tag::kParticiple:
      case Tag::kPast:
        return !noun && (!head || IsNominal(s, j + 1)) &&
               (s.tags[j] == Tag::kParticiple || determined) &&
               IsModifier(s, j + 1);
      case Tag::kGerund:
        return TakesGerund(j);
      case Tag::kAdverb:
        return !noun && (IsModifier(s, j + 1) ||
                         (s.Is(j + 1, Tag::kAdverb) && IsModifier(s, j + 2)));
      case Tag::kCoordinator:
        return j > first && !head && s.Is(j - 1, Tag::kAdjective) &&
               s.Is(j + 1, Tag::kAdjective);
      case Tag::kMark:
        return IsInnerMark(s, j) &&
               (s.IsMark(j, '%') || IsModifier(s, j + 1));
      default:
        return false;
    }
  }

  bool IsPossessive(std::size_t j) const {
    const std::string_view w = s.word(j).normal;
    return w.size() > 2 && w.substr(w.size() - 2) == "'s";
  }

  bool TakesGerund(std::size_t j) {
    // "Holm's meeting": a noun.
    if (noun && IsPossessive(j - 1)) return true;
    if (noun) return false;
    if (determined && !IsNominal(s, j + 1)) return head = noun = true;
    return determined && IsNominal(s, j + 1);
  }
};

// False for tags that Takes() never takes.
bool MayTake(Tag tag) {
  switch (tag) {
    case Tag::kDeterminer: case Tag::kNumber: case Tag::kNoun:
    case Tag::kPlural: case Tag::kProper: case Tag::kAdjective:
    case Tag::kParticiple: case Tag::kPast: case Tag::kGerund:
    case Tag::kAdverb: case Tag::kCoordinator: case Tag::kMark:
      return true;
    default:
      return false;
  }
}

// Whether a quotation mark of words [first, last) has no partner there.
bool HasOpenQuote(const SentenceReading& s, std::size_t first,
                  std::size_t last) {
  bool open = false;
  for (std::size_t k = first; k < last; ++k) open ^= s.IsMark(k, '"');
  return open;
}

WordRange EnglishAt(const SentenceReading& s, std::size_t i) {
  if (s.Is(i, Tag::kPronoun) || s.Is(i, Tag::kObject)) return {i, i + 1};
  if (!MayTake(s.tags[i]) && !s.matches.Has(ListId::kBounds, i)) return {i, i};
  EnglishPhrase phrase{s, i};
  std::size_t j = SkipBound(s, i);
  const std::size_t end = std::min(s.size(), i + kMaxPhraseWords);
  while (j < end && phrase.Takes(j)) ++j;
  while (j > i && s.Is(j - 1, Tag::kMark) && !s.IsMark(j - 1, '%')) --j;
  if (phrase.head && s.IsMark(j, '"') && HasOpenQuote(s, i, j)) ++j;
  if (phrase.head) return {i, j};
  // "The wounded", "this": a determiner may stand alone.
  return phrase.determined && j > i ? WordRange{i, j} : WordRange{i, i};
}

// What a word is inside a Russian phrase.
enum class Part { kHead, kModifier, kNumber, kOutside };

bool IsCyrillicAdjective(std::string_view word) {
  for (const std::string_view end : {"ый", "ий", "ая", "ое", "ые", "ие",
                                     "ого", "ому", "ых", "их", "ую"}) {
    if (word.size() > end.size() + 4 &&
        word.substr(word.size() - end.size()) == end) {
      return true;
    }
  }
  return false;
}

Part RussianPart(const SentenceReading& s, std::size_t i) {
  const Tag tag = s.tags[i];
  if (tag == Tag::kNumber || MatchAt(s, ListId::kNumbers, i) != nullptr) {
    return Part::kNumber;
  }
  if (tag == Tag::kAdjective || tag == Tag::kDeterminer) {
    return Part::kModifier;
  }
  if (tag == Tag::kProper && i == 0 && IsCyrillicAdjective(s.word(i).normal)) {
    return Part::kModifier;
  }
  if (tag == Tag::kParticiple) {
    if (IsAct(s, i, "noun")) return Part::kHead;
    return IsRussianShortParticiple(s, i, true) ? Part::kOutside
                                                : Part::kModifier;
  }
  if (!IsNoun(tag)) return Part::kOutside;
  return tag == Tag::kNoun && IsRussianShortParticiple(s, i, false)
             ? Part::kOutside
             : Part::kHead;
}

WordRange RussianAt(const SentenceReading& s, std::size_t i) {
  if (s.Is(i, Tag::kPronoun) || s.Is(i, Tag::kObject)) return {i, i + 1};
  const std::size_t end = std::min(s.size(), i + kMaxPhraseWords);
  std::size_t j = i;
  bool head = false;
  for (; j < end; ++j) {
    const Part part = RussianPart(s, j);
    if (part == Part::kOutside) break;
    if (head && part != Part::kHead) break;
    // "Директор Иванов": names go on with the phrase, nouns begin another.
    if (head && !s.Is(j, Tag::kProper)) break;
    head = part == Part::kHead;
  }
  // "Двоих", "раненых": adjectives stand for people; "его", "их" too.
  const bool determiner = j == i + 1 && s.Is(i, Tag::kDeterminer) &&
                          !s.Is(i, "его") && !s.Is(i, "ее") && !s.Is(i, "их");
  return determiner ? WordRange{i, i} : WordRange{i, j};
}

}  // namespace

bool IsAct(const SentenceReading& s, std::size_t i,
           std::string_view category) {
  const PhraseMatch* m = MatchAt(s, ListId::kActs, i);
  return m != nullptr && m->entry->category == category;
}

WordRange BasePhraseAt(const SentenceReading& s, std::size_t i) {
  if (i >= s.size()) return {i, i};
  return s.russian ? RussianAt(s, i) : EnglishAt(s, i);
}

WordRange NounPhraseAt(const SentenceReading& s, std::size_t i) {
  WordRange p = BasePhraseAt(s, i);
  if (p.empty()) return p;
  for (int k = 0; k < kMaxOfPhrases && s.Is(p.last, "of"); ++k) {
    const WordRange of = BasePhraseAt(s, p.last + 1);
    if (of.empty()) break;
    p.last = of.last;
  }
  return p;
}

WordRange JoinedPhraseAt(const SentenceReading& s, std::size_t i,
                      bool before_verb) {
  WordRange p = NounPhraseAt(s, i);
  if (p.empty()) return p;
  for (int k = 0; k < kMaxJoined && s.Is(p.last, Tag::kCoordinator); ++k) {
    const WordRange next = NounPhraseAt(s, p.last + 1);
    if (next.empty() || s.Is(p.last, "but")) break;
    const Tag after = next.last < s.size() ? s.tags[next.last] : Tag::kMark;
    if (!before_verb && (IsFinite(after) || IsAuxiliary(after))) break;
    p.last = next.last;
  }
  return p;
}

bool TouchesTime(const SentenceReading& s, const WordRange& p,
                 const std::vector<Span>& times) {
  if (p.empty() || times.empty()) return false;
  const Span span = s.SpanOf(p.first, p.last);
  const auto at = std::lower_bound(
      times.begin(), times.end(), span.begin,
      [](const Span& t, std::size_t begin) { return t.end <= begin; });
  return at != times.end() && Overlaps(*at, span);
}

}  // namespace rashomon
