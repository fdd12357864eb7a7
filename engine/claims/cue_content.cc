#include "engine/claims/cue_content.h"

#include <algorithm>
#include <string_view>

namespace rashomon {
namespace {

// What stands between an attribution and the rest of its content is at most
// this long.
constexpr std::size_t kMaxPhraseWords = 60;
// A clause to the left of ", he said" has at least this many words.
constexpr std::size_t kMinClauseWords = 2;
// How far behind a cue another one may take over: "by saying that".
constexpr std::size_t kMaxToInnerCue = 8;

}  // namespace

CueContent::CueContent(const CueVerb& verb, AttributionContext* context,
                       Attribution* attribution)
    : verb_(verb),
      m_(verb.match()),
      c_(*context),
      s_(context->s),
      p_(context->phrases),
      ends_(context->ends),
      a_(*attribution) {}

void CueContent::Set(bool inverted, bool shared) {
  if (shared) return SetRight(m_.last);
  const std::size_t block_first =
      a_.source.empty() ? std::min(verb_.left(), m_.first)
                        : std::min({verb_.left(), a_.source.first, m_.first});
  const std::size_t block_last = std::max(a_.cue.last, a_.source.last);
  const bool comma_left =
      block_first > 0 &&
      (p_.IsComma(block_first - 1) || s_.InQuote(block_first - 1) ||
       p_.IsDash(block_first - 1) || p_.IsQuoteMark(block_first - 1));
  const bool quote_left = block_first > 0 && p_.EndsQuote(block_first - 1);
  const bool that = !quote_left && HasThat(block_last);
  const bool bare =
      NeedsClause() && !IsClausal(block_last, ends_.SentenceEnd(block_last));
  if (verb_.IsSaying() && comma_left && !that &&
      (inverted || quote_left || bare || NothingFollows(block_last)) &&
      (quote_left || p_.IsComma(block_last) ||
       HasClause(s_.body, block_first))) {
    return SetLeft(block_first, block_last, quote_left);
  }
  SetRight(block_last);
}

// "In an interview, he answered at once": the phrase is no content.
bool CueContent::HasClause(std::size_t first, std::size_t last) const {
  if (s_.russian || c_.headline) return true;
  for (std::size_t i = first; i < last; ++i) {
    if (p_.IsFinite(i) || s_.InQuote(i)) return true;
  }
  return false;
}

// Frames marked "c" take no mere object: "told the court", "added two rooms".
bool CueContent::NeedsClause() const {
  const std::string_view note = m_.entry->note;
  return note.size() > 2 && note.substr(note.size() - 2) == " c" && !s_.russian;
}

// Words [first, last) tell something: a verb, a quotation, a question.
bool CueContent::IsClausal(std::size_t first, std::size_t last) const {
  if (first > 0 &&
      (s_.Is(first - 1, Tag::kThat) || s_.IsMark(first - 1, ':'))) {
    return true;
  }
  const std::size_t limit = std::min(last, first + kMaxPhraseWords);
  for (std::size_t i = first; i < limit; ++i) {
    if (s_.InQuote(i) || p_.IsQuoteMark(i)) return true;
    if (s_.Is(i, Tag::kRelative) && i > first) return false;
    if (s_.Is(i, Tag::kSubordinator) || s_.Is(i, Tag::kThat)) return true;
    if (s_.Is(i, "yes") || s_.Is(i, "no") || s_.Is(i, "what")) return true;
    if (s_.Is(i, Tag::kTo) && s_.Is(i + 1, Tag::kBase)) return true;
    // "he'd", "it's": subject and verb in one word.
    const bool clitic = s_.word(i).normal.find('\'') != std::string::npos;
    if (p_.IsFinite(i)) return (i > first || clitic) && !TakesOver(i);
  }
  return false;
}

// "who briefed reporters said ...": the verb of the main clause.
bool CueContent::TakesOver(std::size_t verb) const {
  const WordRange& r = a_.source;
  const bool relative =
      r.last == r.first + 1 && !r.empty() &&
      (s_.Is(r.first, Tag::kRelative) || s_.Is(r.first, Tag::kThat));
  return relative && c_.CueAt(verb) != nullptr;
}

// "said in an interview with the agency that ...".
bool CueContent::HasThat(std::size_t from) const {
  const std::size_t limit = std::min(s_.size(), from + kMaxAdjunctWords);
  for (std::size_t i = from; i < limit && !p_.IsMark(i); ++i) {
    if (s_.Is(i, "that") || s_.Is(i, "что")) return true;
  }
  return false;
}

// True where nothing of a clause follows word i: a stop, or adjuncts to the
// end ("said on Tuesday during a press call").
bool CueContent::NothingFollows(std::size_t i) const {
  if (i >= s_.size() || p_.IsStop(i) || p_.IsComma(i)) return true;
  if (s_.IsMark(i, ')')) return true;
  if (s_.Is(i, "to") || s_.Is(i, "that")) return false;
  return s_.Is(i, WordClass::kPreposition) || p_.IsTime(i) ||
         s_.Is(i, WordClass::kSubordinator) || s_.Is(i, Tag::kAdverb);
}

// What others say within the content to the left ends with it.
void CueContent::EndInnerContent(std::size_t last) {
  for (Attribution& inner : c_.found) {
    for (WordRange& r : inner.content) {
      if (r.first < last) r.last = std::min(r.last, last);
    }
  }
}

// The attribution follows its content, or leads as "according to" does: what
// comes next is another statement.
bool CueContent::HasLeftContent(const Attribution& a) {
  return a.content.front().first < a.cue.first || a.cue.first == 0;
}

// `Y, said X` and `Y, X said, Z`.
void CueContent::SetLeft(std::size_t block_first, std::size_t block_last,
                         bool quote_left) {
  std::size_t first = s_.body;
  if (!c_.found.empty() && !quote_left && HasLeftContent(c_.found.back())) {
    const Attribution& before = c_.found.back();
    first = std::max(before.cue.last, before.source.last);
  }
  std::size_t last = block_first;
  while (last > first && !p_.IsQuoteMark(last - 1) && p_.IsMark(last - 1) &&
         !s_.InQuote(last - 1)) {
    --last;
  }
  if (last >= first + kMinClauseWords) a_.content.push_back({first, last});
  EndInnerContent(last);
  AddContentBehind(block_last, quote_left, first, last);
}

// What goes on after the attribution: `," he said, "and ...`.
void CueContent::AddContentBehind(std::size_t block_last, bool quote_left,
                                  std::size_t left_first,
                                  std::size_t left_last) {
  std::size_t next = block_last;
  const std::size_t limit = std::min(s_.size(), block_last + kMaxPhraseWords);
  while (next < limit && !s_.InQuote(next) && !p_.IsComma(next)) ++next;
  if (next >= limit) return;
  if (s_.InQuote(next)) return AddContent(next, ends_.QuoteEnd(next), &a_);
  if (next != block_last) return;
  const std::size_t begin = next + 1;
  if (s_.InQuote(begin)) return AddContent(begin, ends_.QuoteEnd(begin), &a_);
  if (StartsParticiple(begin) && !IsPartlyQuoted(left_first, left_last)) {
    return;
  }
  const bool partial = IsPartlyQuoted(left_first, left_last) &&
                       HasQuotation(begin) && !StartsClause(begin);
  if (!quote_left || partial) {
    AddContent(begin, ends_.SentenceEnd(begin), &a_);
  }
}

bool CueContent::StartsParticiple(std::size_t i) const {
  return s_.Is(i, Tag::kGerund) || s_.Is(i, WordClass::kPreposition) ||
         s_.Is(i, WordClass::kCoordinator) || s_.Is(i, Tag::kRelative);
}

bool CueContent::StartsClause(std::size_t i) const {
  return s_.Is(i, Tag::kGerund) || s_.Is(i, WordClass::kCoordinator) ||
         s_.Is(i, Tag::kRelative) || s_.Is(i, Tag::kSubordinator);
}

// Some words in quotation marks, others not.
bool CueContent::IsPartlyQuoted(std::size_t first, std::size_t last) const {
  bool in = false, out = false;
  for (std::size_t i = first; i < last; ++i) {
    (s_.InQuote(i) ? in : out) = true;
  }
  return in && out;
}

bool CueContent::HasQuotation(std::size_t first) const {
  const std::size_t limit = std::min(s_.size(), first + kMaxPhraseWords);
  for (std::size_t i = first; i < limit; ++i) {
    if (s_.InQuote(i)) return true;
  }
  return false;
}

// Whether words [first, last) hold a verb of their own.
bool CueContent::IsClauseBetween(std::size_t first, std::size_t last) const {
  for (std::size_t i = first; i < last; ++i) {
    if (p_.IsFinite(i) || s_.Is(i, Tag::kPronoun)) return true;
    // "rejected claims that": the clause is the noun's.
    if (c_.CueAt(i) != nullptr && c_.CueAt(i)->last == last) return true;
    if (s_.Is(i, Tag::kTo) && s_.Is(i + 1, Tag::kBase)) return true;
    // "continued his speech by saying that": the other cue's content.
    if (c_.CueAt(i) != nullptr && IsVerb(s_.tags[i])) return true;
    if (p_.IsMark(i) && !p_.IsComma(i) && !p_.IsInnerMark(i)) return true;
  }
  return false;
}

// Addressees, times and places between a cue and its content: "told
// reporters on Tuesday in a statement that".
std::size_t CueContent::SkipAdjuncts(std::size_t i) const {
  const std::size_t limit = std::min(s_.size(), i + kMaxAdjunctWords);
  for (std::size_t k = i; k < limit; ++k) {
    // If a "that" or a quotation is near, everything before it is adjunct.
    if (s_.InQuote(k)) return IsClauseBetween(i, k) ? SkipShort(i) : k;
    if (s_.Is(k, Tag::kThat) || s_.Is(k, "что")) {
      return IsClauseBetween(i, k) ? SkipShort(i) : k + 1;
    }
    if (s_.IsMark(k, ':')) return k + 1;
  }
  return SkipShort(i);
}

// "told him the vote was off", "said on Monday the vote was off".
std::size_t CueContent::SkipShort(std::size_t i) const {
  if (s_.Is(i, Tag::kObject) && p_.StartsSubject(i + 1)) ++i;
  if (p_.IsTime(i)) {
    while (p_.IsTime(i)) ++i;
    return i;
  }
  if (s_.Is(i, Tag::kPreposition) && p_.IsTime(i + 1)) {
    ++i;
    while (p_.IsTime(i) || s_.Is(i, Tag::kNumber)) ++i;
  }
  return i;
}

// "continued his speech by saying that ...": what is said is said there.
bool CueContent::GivesWay(std::size_t first, std::size_t last) const {
  const std::size_t limit = std::min(last, first + kMaxToInnerCue);
  for (std::size_t i = first; i < limit; ++i) {
    if (p_.IsFinite(i) || s_.InQuote(i) || p_.IsMark(i)) return false;
    if (i > first && c_.CueAt(i) != nullptr && s_.Is(i, Tag::kGerund) &&
        s_.Is(i - 1, WordClass::kPreposition)) {
      return true;
    }
  }
  return false;
}

// "an attack, which Holm says was planned": what was planned is the attack.
void CueContent::AddAntecedent() {
  const std::size_t subject = a_.source.first;
  if (a_.source.empty() || subject < 2 || subject > m_.first) return;
  if (!verb_.IsSaying() || !p_.IsFinite(m_.last)) return;
  std::size_t end = subject;
  if (s_.Is(end - 1, Tag::kRelative) || s_.Is(end - 1, Tag::kThat)) --end;
  const bool relative = end < subject;
  if (end > 0 && p_.IsComma(end - 1)) {
    if (!relative) return;
    --end;
  }
  const WordRange noun = p_.SubjectLeft(end);
  if (!noun.empty() && noun.last <= subject) a_.content.push_back(noun);
}

void CueContent::SetRight(std::size_t block_last) {
  std::size_t first = block_last;
  if (p_.IsComma(first) || s_.IsMark(first, ':')) ++first;
  const bool clausal = verb_.frame() != CueFrame::kObject &&
                       verb_.frame() != CueFrame::kNaming &&
                       !s_.Is(first, Tag::kTo);
  if (verb_.IsSaying()) {
    if (!s_.Is(first, Tag::kTo)) first = SkipAdjuncts(first);
  } else if (s_.Is(first, Tag::kThat)) {
    ++first;
  }
  std::size_t last = verb_.use() == CueVerb::Use::kReduced && clausal
                         ? ends_.NounClauseEnd(first)
                         : ends_.ContentEnd(m_.first, first, clausal);
  if (verb_.IsSaying() && GivesWay(first, last)) return;
  AddAntecedent();
  const bool told = !a_.content.empty() || IsClausal(first, last);
  if (NeedsClause() && !told) return;
  if (verb_.frame() == CueFrame::kObject)
    last = std::min(last, ends_.ObjectEnd(first));
  AddContent(first, last, &a_);
}

}  // namespace rashomon
