#include "engine/claims/phrase.h"

#include <algorithm>
#include <string_view>

#include "engine/base/suffix.h"
#include "engine/base/word_set.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// A restrictive relative clause ("who briefed reporters on Monday") is at most
// this long where a subject is looked for across it.
constexpr std::size_t kMaxRelativeWords = 25;
// Appositions in a row: "Holm, 39, of Oslo, a lawyer".
constexpr int kMaxAppositions = 4;
// An apposition without a mark of its own kind: "Holm, deputy minister".
constexpr std::size_t kMaxBareApposition = 5;

}  // namespace

Phrases::Phrases(const SentenceReading& s, const std::vector<Span>& times)
    : s_(s) {
  if (!times.empty()) MarkTimes(times);
}

void Phrases::MarkTimes(const std::vector<Span>& times) {
  time_.assign(s_.size(), false);
  MarkTouched(s_, times, &time_);
}

// ---- single words ----

bool Phrases::IsComma(std::size_t i) const {
  if (!s_.IsMark(i, ',')) return false;
  // "Washington, D.C.": the comma within a name parts nothing.
  const PhraseMatch* name = s_.matches.At(ListId::kPlaces, i);
  return name == nullptr || i == name->first || i + 1 == name->last;
}

bool Phrases::IsStop(std::size_t i) const {
  return s_.IsMark(i, '.') || s_.IsMark(i, '!') || s_.IsMark(i, '?');
}

bool Phrases::HasSpacesAround(std::size_t i) const {
  return i > 0 && i + 1 < s_.size() &&
         s_.word(i - 1).span.end < s_.word(i).span.begin &&
         s_.word(i).span.end < s_.word(i + 1).span.begin;
}

bool Phrases::IsInnerMark(std::size_t i) const {
  if (s_.IsMark(i, '\'') || s_.IsMark(i, '&') || s_.IsMark(i, '[') ||
      s_.IsMark(i, ']') || s_.IsMark(i, '/') || s_.IsMark(i, '%') ||
      s_.IsMark(i, '$')) {
    return true;
  }
  if (i == 0 || i + 1 >= s_.size()) return false;
  if (s_.IsMark(i, ',')) return !IsComma(i);
  if (IsDash(i)) {
    return !IsMark(i - 1) && !IsMark(i + 1) &&
           s_.word(i - 1).span.end == s_.word(i).span.begin &&
           s_.word(i).span.end == s_.word(i + 1).span.begin;
  }
  // "Sen. Holm".
  return s_.IsMark(i, '.') && s_.word(i - 1).capitalized;
}

bool Phrases::IsTime(std::size_t i) const {
  // "USA TODAY" is no day.
  return i < time_.size() && time_[i] && !s_.word(i).all_caps;
}

bool Phrases::IsRole(std::size_t i) const {
  return s_.matches.Has(ListId::kRoles, i);
}

bool Phrases::IsFiniteAuxiliary(std::size_t i) const {
  if (!IsAuxiliary(s_.tags[i])) return false;
  const std::string_view word = s_.word(i).normal;
  return word != "be" && word != "been" && word != "being" && word != "having";
}

bool Phrases::IsFinite(std::size_t i) const {
  if (i >= s_.size()) return false;
  return rashomon::IsFinite(s_.tags[i]) || IsFiniteAuxiliary(i);
}

bool Phrases::IsVerbPadding(std::size_t i) const {
  return s_.Is(i, WordClass::kAuxiliary) || s_.Is(i, Tag::kAdverb) ||
         s_.Is(i, "не") || s_.Is(i, "n't") ||
         (s_.Is(i, WordClass::kOpen) && EndsWith(s_.word(i).normal, "ly") &&
          !s_.word(i).capitalized);
}

bool Phrases::EndsQuote(std::size_t i) const {
  return s_.InQuote(i) || (i > 0 && s_.InQuote(i - 1));
}

// ---- the subject to the left ----

// "and" between two nouns or two adjectives, by what stands beside it.
bool Phrases::JoinsNouns(std::size_t i) const {
  if (!s_.Is(i, "and") && !s_.Is(i, "&") && !s_.Is(i, "or") &&
      !s_.Is(i, "или") && !s_.Is(i, "и") && !s_.Is(i, "nor")) {
    return false;
  }
  if (i == 0 || i + 1 >= s_.size()) return false;
  const auto nominal = [&](std::size_t k) {
    const Tag tag = s_.tags[k];
    return rashomon::IsNoun(tag) || tag == Tag::kAdjective ||
           tag == Tag::kNumber || tag == Tag::kDeterminer ||
           tag == Tag::kGerund || tag == Tag::kParticiple;
  };
  const std::size_t before = IsComma(i - 1) && i > 1 ? i - 2 : i - 1;
  return nominal(before) && s_.tags[before] != Tag::kDeterminer &&
         nominal(i + 1);
}

// "after the talks failed Holm said" and the like: no noun hangs on these where
// a finite verb follows.
bool Phrases::IsClauseOpener(std::size_t i) const {
  static constexpr WordSet kOpeners(
      {"after", "before", "since", "until", "what", "whatever", "however"});
  if (i >= s_.size()) return false;
  return kOpeners.Has(s_.word(i).normal) ||
         (s_.Is(i, WordClass::kSubordinator) && !s_.Is(i, "as"));
}

bool Phrases::StopsLeft(std::size_t i, std::size_t end) const {
  if (s_.InQuote(i) || IsClauseOpener(i)) return true;
  if (IsMark(i)) return !IsInnerMark(i);
  switch (s_.tags[i]) {
    case Tag::kSubordinator: case Tag::kRelative: case Tag::kThat:
    case Tag::kPronoun: case Tag::kObject: case Tag::kBase:
      return true;
    case Tag::kCoordinator:
      return !JoinsNouns(i);
    case Tag::kParticiple:
      // "had said officials": a verb group, and no "officials accused".
      return i > 0 && IsFiniteAuxiliary(i - 1);
    case Tag::kGerund:
      return i == 0 || IsComma(i - 1) || IsAuxiliary(s_.tags[i - 1]);
    default:
      return IsFinite(i) && i + 1 <= end;
  }
}

// The relative pronoun that opens the clause of the verb at i, with a noun right
// before it.
std::optional<std::size_t> Phrases::RelativeBefore(std::size_t i) const {
  const std::size_t low = i > kMaxRelativeWords ? i - kMaxRelativeWords : 0;
  for (std::size_t k = i; k-- > low;) {
    if (IsMark(k) && !IsInnerMark(k)) return std::nullopt;
    const bool relative = s_.Is(k, Tag::kRelative) || s_.Is(k, Tag::kThat);
    if (!relative) {
      if (IsFinite(k)) return std::nullopt;
      continue;
    }
    if (k > 0 && (rashomon::IsNoun(s_.tags[k - 1]) || s_.Is(k - 1, "those"))) {
      return k;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

// "a poll published Monday", "the order signed in Oslo": a past form behind a
// noun, with nothing after it that could be the subject of the verb at `end`.
bool Phrases::IsReducedRelative(std::size_t k, std::size_t end) const {
  if (!s_.Is(k, Tag::kPast) || k == 0 || !rashomon::IsNoun(s_.tags[k - 1])) {
    return false;
  }
  const std::size_t next = k + 1;
  return next == end || IsTime(next) || s_.Is(next, Tag::kPreposition) ||
         s_.Is(next, Tag::kBy);
}

// The first word of the noun phrase that ends before `end`.
std::size_t Phrases::WalkLeft(std::size_t end) const {
  std::size_t i = end;
  std::size_t joined = end;  // right of the last "and"
  while (i > s_.body && end - i < kMaxSourceWords) {
    const std::size_t k = i - 1;
    if (!StopsLeft(k, end)) {
      if (s_.Is(k, Tag::kCoordinator)) joined = i;
      --i;
      continue;
    }
    if (IsReducedRelative(k, end)) {
      --i;
      continue;
    }
    if (IsFinite(k) && i < end) {
      const std::optional<std::size_t> relative = RelativeBefore(k);
      if (relative) {
        i = *relative;
        continue;
      }
      // "met envoys and Holm said": two clauses.
      if (joined < end) return joined;
    }
    // "Holm, Strand and Berg said": commas of a list.
    if (IsComma(k) && joined < end && k > 0 &&
        rashomon::IsNoun(s_.tags[k - 1]) && i < s_.size() && IsNamePart(i)) {
      --i;
      continue;
    }
    break;
  }
  return i;
}

bool Phrases::IsNamePart(std::size_t i) const {
  return s_.Is(i, Tag::kProper) && s_.word(i).capitalized;
}

bool Phrases::LooksApposed(std::size_t first, std::size_t comma) const {
  if (s_.Is(first, Tag::kRelative) || s_.Is(first, "whose")) return true;
  for (std::size_t i = first; i < comma; ++i) {
    if (s_.Is(i, Tag::kRelative)) break;
    if (IsFinite(i)) return false;
  }
  return s_.Is(first, Tag::kDeterminer) || s_.Is(first, Tag::kNumber) ||
         IsRole(first) || s_.Is(first, Tag::kPreposition) ||
         s_.Is(first, Tag::kParticiple) || s_.Is(first, "former") ||
         EndsWith(s_.word(first).normal, "ing");
}

std::optional<std::size_t> Phrases::ApposedFrom(std::size_t comma) const {
  std::optional<std::size_t> relative;
  for (std::size_t i = comma; i > 0 && comma - i < kMaxSourceWords;) {
    --i;
    if (IsMark(i) && !IsInnerMark(i) && !IsComma(i)) return std::nullopt;
    if (s_.InQuote(i)) return std::nullopt;
    if (!IsComma(i)) continue;
    const std::size_t next = i + 1;
    if (next >= comma) return std::nullopt;
    if (LooksApposed(next, comma)) return i;
    bool finite = false;
    for (std::size_t k = next; k < comma; ++k) finite = finite || IsFinite(k);
    if (!finite && comma - next <= kMaxBareApposition) return i;
    // A comma within a relative clause: look on for its "who".
    if (finite) continue;
    return std::nullopt;
  }
  return std::nullopt;
}

WordRange Phrases::SubjectLeft(std::size_t end) const {
  if (end <= s_.body) return {};
  if (s_.Is(end - 1, Tag::kPronoun)) return {end - 1, end};
  std::size_t i = end;
  std::size_t last = end;
  if (IsComma(i - 1)) {
    std::optional<std::size_t> open = ApposedFrom(i - 1);
    if (!open) return {};
    // "In May, Holm, a lawyer,": a name is no apposition of what precedes.
    for (int n = 0; n < kMaxAppositions && open; ++n) {
      i = *open;
      open = ApposedFrom(i);
      if (open && !LooksApposed(*open + 1, i)) open.reset();
    }
  }
  if (i > 0 && s_.IsMark(i - 1, ')')) {
    const std::size_t low = i > kMaxSourceWords ? i - kMaxSourceWords : 0;
    std::size_t k = i - 1;
    while (k > low && !s_.IsMark(k, '(')) --k;
    if (s_.IsMark(k, '(')) i = k;
  }
  if (i > 0 && s_.Is(i - 1, Tag::kPronoun)) return {i - 1, last};
  const bool apposed = i < end;
  i = WalkLeft(i);
  if (!apposed) last = WithoutTime(i, last);
  // "who", "which", "that": the relative pronoun stands for the source.
  if (i == end && i > 0 &&
      (s_.Is(i - 1, Tag::kRelative) ||
       (s_.Is(i - 1, Tag::kThat) && i > 1 && IsNoun(s_.tags[i - 2])))) {
    return {i - 1, end};
  }
  // "After the talks Holm said", but "after the union said".
  if (i > s_.body && s_.Is(i - 1, WordClass::kPreposition)) {
    const std::size_t first = SkipLeadingPhrase({i - 1, last});
    if (first < last) i = first;
  }
  return Trim({i, last});
}

// "The ministry on August 31 ordered": the time is no part of the source.
std::size_t Phrases::WithoutTime(std::size_t first, std::size_t last) const {
  for (std::size_t i = first + 1; i + 1 < last; ++i) {
    if (!s_.Is(i, "on") && !s_.Is(i, "in")) continue;
    const bool date = s_.word(i + 1).capitalized && i + 2 < last &&
                      s_.Is(i + 2, WordClass::kNumber);
    if (date || IsTime(i + 1)) return i;
  }
  while (last > first + 1 && IsTime(last - 1)) --last;
  return last;
}

// After "On Tuesday", "In a speech in Paris": where the subject starts.
std::size_t Phrases::SkipLeadingPhrase(const WordRange& r) const {
  bool noun = false;
  for (std::size_t i = r.first + 1; i < r.last; ++i) {
    const Tag tag = s_.tags[i];
    const bool opens = tag == Tag::kDeterminer || tag == Tag::kPronoun ||
                       (tag == Tag::kProper && !IsNoun(s_.tags[i - 1]));
    if (noun && (opens || (IsNamePart(i) && IsTime(i - 1)))) return i;
    if (noun && IsNamePart(i) && !s_.word(i - 1).capitalized &&
        IsNoun(s_.tags[i - 1])) {
      return i;
    }
    noun = (noun || IsNoun(tag) || IsTime(i) || tag == Tag::kNumber) &&
           tag != Tag::kPreposition && tag != Tag::kBy && tag != Tag::kTo;
  }
  return r.last;
}

WordRange Phrases::Trim(WordRange r) const {
  while (!r.empty() && IsMark(r.last - 1) && !s_.IsMark(r.last - 1, '.') &&
         !s_.IsMark(r.last - 1, ')') && !IsComma(r.last - 1)) {
    --r.last;
  }
  // The comma that closes an apposition.
  while (!r.empty() && IsComma(r.last - 1)) --r.last;
  while (!r.empty() &&
         (IsMark(r.first) || s_.Is(r.first, WordClass::kCoordinator) ||
          s_.Is(r.first, Tag::kAdverb) || IsTime(r.first) ||
          s_.Is(r.first, WordClass::kSubordinator))) {
    ++r.first;
  }
  if (r.empty()) return {};
  if (s_.Is(r.first, WordClass::kPreposition)) {
    r.first = SkipLeadingPhrase(r);
    if (r.empty()) return {};
  }
  return r;
}

// ---- the noun phrase to the right ----

bool Phrases::StopsRight(std::size_t i, std::size_t first) const {
  if (IsMark(i)) return !IsInnerMark(i);
  if (IsTime(i) || IsFinite(i)) return true;
  switch (s_.tags[i]) {
    case Tag::kSubordinator: case Tag::kRelative: case Tag::kThat:
      return true;
    case Tag::kPronoun: case Tag::kObject:
      return i > first;
    case Tag::kAdverb:
      return !s_.word(i).capitalized;
    case Tag::kGerund:
      return !s_.word(i).capitalized && i > first;
    case Tag::kTo:
      return true;
    case Tag::kCoordinator:
      return !JoinsNouns(i);
    case Tag::kPreposition:
      return !(s_.Is(i, "of") || s_.Is(i, "for") || s_.Is(i, "from") ||
               s_.Is(i, "with") || s_.Is(i, "по") || s_.Is(i, "at") ||
               s_.Is(i, "in"));
    default:
      return false;
  }
}

// The end of the apposition or relative clause behind `comma`, or `comma`.
std::size_t Phrases::AppositionEnd(std::size_t comma) const {
  const std::size_t first = comma + 1;
  if (first >= s_.size() || s_.InQuote(first)) return comma;
  const Tag tag = s_.tags[first];
  const bool relative = tag == Tag::kRelative;
  const bool opens = relative || tag == Tag::kDeterminer ||
                     tag == Tag::kNumber || tag == Tag::kNoun ||
                     tag == Tag::kProper || tag == Tag::kAdjective ||
                     IsRole(first) || s_.Is(first, "of");
  if (!opens) return comma;
  const std::size_t limit = std::min(s_.size(), first + kMaxSourceWords);
  std::size_t end = first;
  bool in_relative = relative;
  for (; end < limit; ++end) {
    if (IsMark(end) && !IsInnerMark(end)) break;
    if (s_.InQuote(end) || s_.Is(end, WordClass::kSubordinator)) return comma;
    in_relative = in_relative || s_.Is(end, Tag::kRelative) ||
                  s_.Is(end, Tag::kThat);
    if (!in_relative && IsFinite(end)) return comma;
  }
  const bool closed = end >= s_.size() || IsComma(end) || IsStop(end);
  return closed ? end : comma;
}

WordRange Phrases::NounPhraseRight(std::size_t first) const {
  std::size_t i = first;
  if (s_.Is(i, Tag::kAdverb) && !s_.word(i).capitalized) ++i;
  while (i < s_.size() && i - first < kMaxSourceWords && !s_.InQuote(i) &&
         !StopsRight(i, first)) {
    ++i;
  }
  if (i == first) return {};
  for (int n = 0; n < kMaxAppositions && IsComma(i); ++n) {
    const std::size_t end = AppositionEnd(i);
    if (end == i) break;
    i = end;
  }
  while (i > first && (IsMark(i - 1) || IsTime(i - 1) ||
                       s_.Is(i - 1, Tag::kPreposition)) &&
         !s_.IsMark(i - 1, '.')) {
    --i;
  }
  return {first, i};
}

bool Phrases::StartsSubject(std::size_t i) const {
  if (i >= s_.size()) return false;
  const Tag tag = s_.tags[i];
  return s_.word(i).capitalized || tag == Tag::kDeterminer ||
         tag == Tag::kPronoun || tag == Tag::kNumber || IsNoun(tag) ||
         tag == Tag::kAdjective || s_.russian;
}

WordRange Phrases::FirstSubject(std::size_t before) const {
  std::size_t first = s_.body;
  while (first < before &&
         (IsMark(first) || s_.Is(first, WordClass::kCoordinator))) {
    ++first;
  }
  // An opening phrase: "In a speech on Monday, Holm ...".
  if (first < before && (s_.Is(first, WordClass::kPreposition) ||
                         s_.Is(first, WordClass::kSubordinator) ||
                         s_.Is(first, Tag::kGerund) ||
                         s_.Is(first, Tag::kParticiple) || IsTime(first))) {
    std::size_t i = first;
    while (i < before && !IsComma(i)) ++i;
    if (i + 1 < before) first = i + 1;
  }
  std::size_t last = first;
  while (last < before && last - first < kMaxSourceWords &&
         (!IsMark(last) || IsInnerMark(last)) && !IsFinite(last) &&
         !s_.Is(last, Tag::kAdverb) && !s_.Is(last, Tag::kSubordinator) &&
         !s_.Is(last, Tag::kRelative)) {
    ++last;
  }
  return Trim({first, last});
}

}  // namespace rashomon
