#include "engine/claims/cause_clause.h"

#include <algorithm>

#include "engine/claims/verb_group.h"

namespace rashomon {
namespace {

constexpr std::size_t kMaxInsertion = 8;  // "because, he said, the roads"
constexpr std::size_t kMaxListItem = 5;   // "over spying, fraud and theft"
constexpr int kMaxListItems = 8;

bool IsQuote(const SentenceReading& s, std::size_t i) {
  return s.IsMark(i, '"') || s.IsMark(i, '\'');
}

bool IsDash(const SentenceReading& s, std::size_t i) {
  return s.Is(i, "-") || s.Is(i, "\u2013") || s.Is(i, "\u2014");
}

bool IsFiniteAt(const SentenceReading& s, std::size_t i) {
  if (s.russian) {
    const auto group = ReadVerbGroup(s, i);
    return group && group->form == VerbForm::kFinite;
  }
  if (IsAuxiliary(s.tags[i]) || s.Is(i, Tag::kPast)) return true;
  // "Security concerns": a noun where nothing follows.
  return IsFinite(s.tags[i]) && i + 1 < s.size() && !s.Is(i + 1, Tag::kMark);
}

// Past quotation marks and what is inserted between commas.
std::size_t Start(const SentenceReading& s, std::size_t i) {
  if (s.IsMark(i, ',')) {
    const std::size_t end = std::min(s.size(), i + kMaxInsertion);
    for (std::size_t j = i + 1; j < end; ++j) {
      if (s.IsMark(j, ',')) {
        i = j + 1;
        break;
      }
    }
  }
  while (i < s.size() && IsQuote(s, i)) ++i;
  return i;
}

// Whether the comma at i stands in a list that "and" or "or" ends; `items` more
// commas may follow.
bool IsListComma(const SentenceReading& s, std::size_t i, int items) {
  if (s.Is(i + 1, Tag::kCoordinator)) return false;
  const std::size_t end = std::min(s.size(), i + 1 + kMaxListItem);
  for (std::size_t j = i + 1; j < end; ++j) {
    if (s.Is(j, Tag::kCoordinator)) {
      // Another clause follows: no list.
      const WordRange next = BasePhraseAt(s, j + 1);
      return !next.empty() && !s.Is(j, "but") &&
             (next.last >= s.size() || !IsFiniteAt(s, next.last));
    }
    if (s.Is(j, Tag::kPronoun) || s.Is(j, Tag::kRelative)) return false;
    if (IsFiniteAt(s, j)) return false;
    if (s.IsMark(j, ',')) return items > 0 && IsListComma(s, j, items - 1);
  }
  return false;
}

bool OpensRelative(const SentenceReading& s, std::size_t i) {
  return s.Is(i, Tag::kRelative) || s.Is(i, Tag::kThat) || s.Is(i, "where");
}

// A strong trigger begins another cause.
bool IsTrigger(const SentenceReading& s, std::size_t i) {
  const PhraseMatch* m = MatchAt(s, ListId::kCauses, i);
  if (m == nullptr || m->first != i) return false;
  const std::string_view type = m->entry->category;
  const std::string_view note = m->entry->note;
  if (type == "effect") return false;
  return note == "clause" || note == "any" ||
         (note == "np" && m->last > m->first + 1);
}

bool EndsClause(const SentenceReading& s, std::size_t i, std::size_t first) {
  if (s.IsMark(i, ',')) return !IsListComma(s, i, kMaxListItems);
  if (s.IsMark(i, ';') || s.IsMark(i, ':') || s.IsMark(i, '(') ||
      s.IsMark(i, ')') || (s.IsMark(i, '.') && i + 2 >= s.size()) ||
      s.IsMark(i, '!') || s.IsMark(i, '?')) {
    return true;
  }
  if (s.Is(i, Tag::kMark) && IsDash(s, i)) return true;
  return i > first && IsTrigger(s, i);
}

// Before a second clause inside a phrase: "over spying and the envoy left".
std::size_t BeforeVerb(const SentenceReading& s, std::size_t first,
                       std::size_t verb, std::size_t coordinator) {
  if (coordinator != 0) return coordinator;
  // "Because of rain flights were cancelled": the subject begins anew.
  const WordRange base = NounPhraseAt(s, first);
  return base.empty() || base.last >= verb ? verb : base.last;
}

bool HoldsQuote(const SentenceReading& s, std::size_t first,
                std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    if (IsQuote(s, i)) return true;
  }
  return false;
}

}  // namespace

WordRange CauseClauseFrom(const SentenceReading& s, std::size_t first,
                       bool finite) {
  first = Start(s, first);
  const std::size_t end = std::min(s.size(), first + kMaxCauseWords);
  std::size_t i = first, coordinator = 0;
  bool relative = false;
  for (; i < end && !EndsClause(s, i, first); ++i) {
    if (OpensRelative(s, i)) relative = true;
    if (s.Is(i, Tag::kCoordinator)) coordinator = i;
    if (finite || relative || i == first) continue;
    if (s.Is(i, Tag::kSubordinator)) break;
    if (IsFiniteAt(s, i)) {
      i = BeforeVerb(s, first, i, coordinator);
      break;
    }
  }
  while (i > first && s.Is(i - 1, Tag::kMark) && !s.IsMark(i - 1, '%')) --i;
  // A quotation that ends within the clause begins with it.
  if (first > 0 && s.IsMark(first - 1, '"') && HoldsQuote(s, first, i)) {
    --first;
  }
  return {first, std::max(first, i)};
}

}  // namespace rashomon
