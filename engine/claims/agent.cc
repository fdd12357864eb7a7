#include "engine/claims/agent.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/base/suffix.h"

namespace rashomon {
namespace {

// Where the look-out for "by" stops: the clause or its verb ends.
bool StopsLookOut(const SentenceReading& s, std::size_t i) {
  const Tag tag = s.tags[i];
  if (tag == Tag::kMark) {
    return !s.IsMark(i, '"') && !s.IsMark(i, '\'') && !s.IsMark(i, '-');
  }
  if (tag == Tag::kRelative || tag == Tag::kSubordinator ||
      tag == Tag::kThat || tag == Tag::kTo) {
    return true;
  }
  // "Arrested and questioned by police": one agent for both.
  const bool joined = i > 0 && s.Is(i - 1, Tag::kCoordinator);
  if (tag == Tag::kParticiple || tag == Tag::kPast) return !joined;
  return IsFinite(tag) || tag == Tag::kGerund || IsAuxiliary(tag);
}

// A count without what it counts, or one of percent: how much, not who.
bool IsMeasure(const SentenceReading& s, const WordRange& p) {
  const std::size_t head = p.last - 1;
  if (IsAct(s, head, "measure") || s.IsMark(head, '%')) return true;
  if (s.Is(head, Tag::kNumber) || s.IsMark(p.first, '$')) return true;
  const bool counted = s.Is(p.first, Tag::kNumber) || s.IsMark(p.first, '$');
  return counted && (MatchAt(s, ListId::kUnits, head) != nullptr ||
                     MatchAt(s, ListId::kCurrencies, head) != nullptr);
}

// "By day", "by train", "by the river".
bool IsCircumstance(const SentenceReading& s, const WordRange& p) {
  const std::size_t base_end = BasePhraseAt(s, p.first).last;
  const std::size_t head = base_end - 1;
  if (IsAct(s, head, "when") || IsAct(s, head, "beside")) return true;
  return base_end == p.first + 1 && IsAct(s, head, "means") &&
         !s.word(head).capitalized;
}

// ---- Russian ----

// Instrumental endings (Shvedova 1980, 1163-1300).
constexpr std::array<std::string_view, 12> kInstrumental = {
    "ом", "ем", "ой", "ей", "ью", "ами", "ями", "ым", "им", "ыми", "ими",
    "ею"};
constexpr std::array<std::string_view, 14> kOblique = {
    "у",  "ю",  "ого", "его", "ых", "их", "ов",
    "ев", "ей", "ом",  "ам",  "ям", "ах", "ях"};
constexpr std::array<std::string_view, 6> kPresentReflexive = {
    "ается", "яется", "уется", "ится", "аются", "яются"};

// By the first word: what follows it may be its genitive.
bool IsInstrumental(const SentenceReading& s, const WordRange& p) {
  return EndsWithOneOf(s.word(p.first).normal, kInstrumental) &&
         !IsAct(s, p.first, "means");
}

// "Задержали", "сообщают": no subject need be named.
bool IsThirdPlural(std::string_view word) {
  return EndsWith(word, "ли") || EndsWith(word, "ют") || EndsWith(word, "ут") ||
         EndsWith(word, "ят") || EndsWith(word, "ат");
}

bool IsObliquePronoun(const SentenceReading& s, std::size_t i) {
  for (const std::string_view word :
       {"его", "ее", "их", "ему", "ей", "им", "меня", "мне", "нас", "нам",
        "вас", "вам"}) {
    if (s.Is(i, word)) return true;
  }
  return false;
}

// Nouns that a plural verb may follow though they are singular.
bool IsRussianCollective(const SentenceReading& s, std::size_t i) {
  for (const std::string_view word : {"ряд", "человек", "часть", "пара"}) {
    if (s.Is(i, word)) return true;
  }
  return false;
}

// "Завод закрыли": one noun that ends in a consonant is no subject of a plural
// past, unless a number stands before it.
bool DisagreesWithPlural(const SentenceReading& s, const Predicate& p) {
  const std::size_t i = p.subject.first;
  if (i + 1 != p.group.first || !EndsWith(s.word(p.group.head).normal, "ли")) {
    return false;
  }
  if (!s.Is(i, Tag::kNoun) && i != 0) return false;
  if (i > 0 && (MatchAt(s, ListId::kNumbers, i - 1) != nullptr ||
                s.Is(i - 1, Tag::kNumber) || s.Is(i - 1, Tag::kDeterminer) ||
                s.Is(i - 1, Tag::kCoordinator))) {
    return false;
  }
  static constexpr std::array<std::string_view, 17> kConsonants = {
      "б", "в", "г", "д", "ж", "з", "к", "л", "м",
      "н", "п", "р", "с", "т", "ф", "х", "ц"};
  return EndsWithOneOf(s.word(i).normal, kConsonants) &&
         !EndsWith(s.word(i).normal, "ов") && !IsRussianCollective(s, i);
}

}  // namespace

WordRange ByAgentAt(const SentenceReading& s, std::size_t i,
                 const std::vector<Span>& times) {
  const WordRange p = JoinedPhraseAt(s, i);
  if (p.empty() || TouchesTime(s, {p.first, std::min(p.last, p.first + 3)},
                               times)) {
    return {};
  }
  if (IsMeasure(s, p) || IsCircumstance(s, p)) return {};
  return p;
}

WordRange InstrumentalFrom(const SentenceReading& s, std::size_t i) {
  const std::size_t end = std::min(s.size(), i + kMaxAgentReach);
  while (i < end) {
    if (s.Is(i, Tag::kMark) || s.Is(i, Tag::kRelative)) return {};
    if (s.Is(i, Tag::kPreposition)) {
      const WordRange governed = BasePhraseAt(s, i + 1);
      i = governed.empty() ? i + 1 : governed.last;
      continue;
    }
    WordRange p = BasePhraseAt(s, i);
    if (p.empty()) {
      ++i;
      continue;
    }
    if (IsInstrumental(s, p)) return p;
    i = p.last;
  }
  return {};
}

WordRange AgentOf(const SentenceReading& s, const VerbGroup& group,
               const std::vector<Span>& times) {
  if (s.russian) return InstrumentalFrom(s, group.last);
  const std::size_t end = std::min(s.size(), group.last + kMaxAgentReach);
  for (std::size_t i = group.last; i < end; ++i) {
    if (s.Is(i, Tag::kBy)) {
      const WordRange agent = ByAgentAt(s, i + 1, times);
      if (!agent.empty()) return agent;
      continue;
    }
    if (StopsLookOut(s, i)) break;
  }
  return {};
}

bool IsAccusative(const SentenceReading& s, const WordRange& p) {
  if (p.empty()) return false;
  if (s.Is(p.first, Tag::kNumber)) return true;
  const std::string_view first = s.word(p.first).normal;
  return EndsWithOneOf(first, kOblique) || EndsWith(first, "оих");
}

bool IsClearlyOblique(const SentenceReading& s, const WordRange& p) {
  static constexpr std::array<std::string_view, 5> kEnds = {"у", "ю", "ого",
                                                            "его", "ую"};
  return !p.empty() && (p.first == 0 || !s.word(p.first).capitalized) &&
         EndsWithOneOf(s.word(p.first).normal, kEnds);
}

bool IsRussianPassive(const SentenceReading& s, const Predicate& p,
                      const WordRange& object) {
  if (!s.russian || p.group.form != VerbForm::kFinite) return false;
  const std::string_view verb = s.word(p.group.head).normal;
  if (EndsWithOneOf(verb, kPresentReflexive)) {
    return !IsAct(s, p.group.head, "intransitive") &&
           !IsAct(s, p.group.head, "unaccusative");
  }
  if (!IsThirdPlural(verb)) return false;
  if (IsAct(s, p.group.head, "unaccusative")) return false;
  if (p.subject.empty()) {
    if (object.empty()) return false;
    return IsAccusative(s, object) ||
           MatchAt(s, ListId::kNumbers, object.first) != nullptr;
  }
  // "Министру отказали", "завод закрыли": what stands before is no subject.
  if (p.subject.last - p.subject.first != 1 || !object.empty()) return false;
  if (s.Is(p.subject.first, Tag::kPronoun)) {
    return IsObliquePronoun(s, p.subject.first);
  }
  return IsAccusative(s, p.subject) || IsObliquePronoun(s, p.subject.first) ||
         DisagreesWithPlural(s, p);
}

}  // namespace rashomon
