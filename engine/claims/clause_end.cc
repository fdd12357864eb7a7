#include "engine/claims/clause_end.h"

#include <algorithm>

namespace rashomon {
namespace {

// An object, or a clause whose end is looked for, is at most this long.
constexpr std::size_t kMaxPhraseWords = 60;
// How far behind a comma the verb of a new main clause is looked for.
constexpr std::size_t kMaxSubjectWords = 14;
// Where a clause has not ended by then, it goes to the end of the sentence.
constexpr std::size_t kMaxClauseWords = 150;
// How far before a cue the opener of its clause is looked for.
constexpr std::size_t kMaxClauseLook = 40;

}  // namespace

std::size_t ClauseEnds::QuoteEnd(std::size_t i) const {
  while (i < s_.size() && s_.InQuote(i)) ++i;
  return i;
}

std::size_t ClauseEnds::SentenceEnd(std::size_t from) const {
  std::size_t end = s_.size();
  while (end > from && p_.IsStop(end - 1) && !s_.InQuote(end - 1)) --end;
  return end;
}

// A comma of "A, B and C": a coordinator follows before any verb, or at once.
bool ClauseEnds::IsListComma(std::size_t i, std::size_t limit) const {
  if (!p_.IsComma(i) || i + 1 >= limit) return false;
  if (s_.Is(i + 1, Tag::kCoordinator)) return p_.JoinsNouns(i + 1);
  limit = std::min(limit, i + kMaxSubjectWords);
  bool coordinator = false;
  for (std::size_t k = i + 1; k < limit; ++k) {
    if (p_.IsFinite(k) || s_.Is(k, Tag::kRelative) || s_.Is(k, Tag::kGerund) ||
        s_.Is(k, Tag::kSubordinator) || s_.Is(k, Tag::kPronoun)) {
      return false;
    }
    if (p_.IsStop(k)) break;
    coordinator = coordinator || s_.Is(k, Tag::kCoordinator);
  }
  return coordinator;
}

std::size_t ClauseEnds::ObjectEnd(std::size_t first) const {
  const std::size_t limit = std::min(s_.size(), first + kMaxPhraseWords);
  std::size_t i = first;
  for (; i < limit; ++i) {
    if (s_.InQuote(i) || p_.IsQuoteMark(i)) continue;
    if (p_.IsMark(i) && !p_.IsInnerMark(i) && !s_.IsMark(i, '(') &&
        !s_.IsMark(i, ')') && !IsListComma(i, limit)) {
      break;
    }
    if (i == first) continue;
    if (p_.IsTime(i) || (s_.Is(i, Tag::kPreposition) && p_.IsTime(i + 1)))
      break;
    if (s_.Is(i, Tag::kSubordinator) && !s_.Is(i, "as") && !s_.Is(i, "than")) {
      break;
    }
    if (s_.Is(i, Tag::kCoordinator) && p_.IsFinite(i + 1)) break;
  }
  return i;
}

// In what clause the cue stands.
ClauseEnds::ClauseKind ClauseEnds::KindAt(std::size_t cue,
                                          std::size_t* opener) const {
  const std::size_t low = cue > kMaxClauseLook ? cue - kMaxClauseLook : 0;
  for (std::size_t k = cue; k-- > low;) {
    if (s_.InQuote(k)) return ClauseKind::kMain;
    *opener = k;
    if (s_.IsMark(k, ')')) return ClauseKind::kMain;
    if (s_.IsMark(k, '(') || (p_.IsDash(k) && p_.HasSpacesAround(k))) {
      return ClauseKind::kBracketed;
    }
    if (s_.Is(k, Tag::kRelative)) return ClauseKind::kRelative;
    const bool leads = k == 0 || p_.IsComma(k - 1) || p_.IsStop(k - 1) ||
                       s_.Is(k - 1, WordClass::kCoordinator);
    if (leads && (p_.IsClauseOpener(k) || s_.Is(k, "as") || s_.Is(k, "by"))) {
      return ClauseKind::kLeading;
    }
    if (p_.IsComma(k)) return ClauseKind::kMain;
  }
  return ClauseKind::kMain;
}

// A comma behind which a new subject and its verb follow.
std::size_t ClauseEnds::LeadingClauseEnd(std::size_t first,
                                         std::size_t last) const {
  const std::size_t reach = std::min(last, first + kMaxClauseWords);
  for (std::size_t i = first; i < reach; ++i) {
    if (s_.InQuote(i) || !p_.IsComma(i)) continue;
    if (!p_.StartsSubject(i + 1)) continue;
    const std::size_t limit = std::min(last, i + 1 + kMaxSubjectWords);
    for (std::size_t k = i + 1; k < limit; ++k) {
      if (p_.IsMark(k) && !p_.IsInnerMark(k)) break;
      if (s_.Is(k, Tag::kSubordinator) || s_.Is(k, Tag::kRelative)) break;
      if (p_.IsFinite(k)) return i;
    }
  }
  return last;
}

// "who decried the tests, ...", "who wants to unseat Holm is raising money".
std::size_t ClauseEnds::RelativeClauseEnd(std::size_t first, std::size_t last,
                                          bool clausal) const {
  bool due = clausal;  // the content's own verb is still to come
  const std::size_t reach = std::min(last, first + kMaxClauseWords);
  for (std::size_t i = first; i < reach; ++i) {
    if (s_.InQuote(i)) continue;
    if (p_.IsComma(i)) return i;
    if (s_.Is(i, Tag::kRelative) || s_.Is(i, Tag::kThat) ||
        s_.Is(i, Tag::kSubordinator) || s_.Is(i, Tag::kCoordinator)) {
      due = true;
      continue;
    }
    if (!p_.IsFinite(i)) continue;
    if (!due) return i;
    due = false;
    // The rest of this verb group: "would have been taken", and no more.
    bool main = IsFinite(s_.tags[i]);
    while (i + 1 < reach &&
           (p_.IsVerbPadding(i + 1) || IsVerb(s_.tags[i + 1])) &&
           !(main && p_.IsFinite(i + 1))) {
      ++i;
      main = main || IsVerb(s_.tags[i]);
    }
  }
  return last;
}

// "confirmed that A was true but would not say more": the verb behind "but" has
// the speaker as its subject; so has one behind ", and" without a subject.
std::size_t ClauseEnds::SharedVerbEnd(std::size_t first, std::size_t last,
                                      bool clausal) const {
  const std::size_t limit = std::min(last, first + kMaxPhraseWords);
  for (std::size_t i = first + 1; i < limit; ++i) {
    if (s_.InQuote(i) || !s_.Is(i, Tag::kCoordinator)) continue;
    std::size_t verb = i + 1;
    while (verb < limit && s_.Is(verb, Tag::kAdverb)) ++verb;
    if (!p_.IsFinite(verb) || s_.InQuote(verb)) continue;
    const bool comma = p_.IsComma(i - 1);
    const bool parts = s_.Is(i, "but") || comma || s_.InQuote(i - 1) ||
                       p_.IsQuoteMark(i - 1) || (i > 1 && s_.InQuote(i - 2)) ||
                       !clausal;
    if (parts) return comma ? i - 1 : i;
  }
  return last;
}

std::size_t ClauseEnds::NounClauseEnd(std::size_t first) const {
  return RelativeClauseEnd(first, SentenceEnd(first), true);
}

std::size_t ClauseEnds::ContentEnd(std::size_t cue, std::size_t first,
                                   bool clausal) const {
  std::size_t end = SentenceEnd(first);
  if (s_.russian) return end;
  std::size_t opener = 0;
  switch (KindAt(cue, &opener)) {
    case ClauseKind::kLeading:
      end = LeadingClauseEnd(first, end);
      break;
    case ClauseKind::kRelative:
      end = RelativeClauseEnd(first, end, clausal);
      break;
    case ClauseKind::kBracketed: {
      const bool dash = p_.IsDash(opener);
      const std::size_t reach = std::min(end, first + kMaxClauseWords);
      for (std::size_t i = first; i < reach && i < end; ++i) {
        if (s_.InQuote(i)) continue;
        if (dash ? p_.IsDash(i) && p_.HasSpacesAround(i) : s_.IsMark(i, ')')) {
          end = i;
        }
      }
      break;
    }
    case ClauseKind::kMain:
      break;
  }
  return SharedVerbEnd(first, end, clausal);
}

}  // namespace rashomon
