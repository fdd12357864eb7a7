#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/claims/attribution_context.h"
#include "engine/claims/cue_content.h"
#include "engine/claims/cue_verb.h"

namespace rashomon {
namespace {

// The words that an inserted attribution leaves on either side.
constexpr std::size_t kMaxQuotedWords = 60;
// How far before "to say" the verb that governs it may stand.
constexpr std::size_t kMaxGoverning = 8;
// What a thing is called starts within this many words of "called".
constexpr std::size_t kMaxNamedWords = 18;

class VerbReader {
 public:
  VerbReader(const PhraseMatch& m, AttributionContext* context)
      : m_(m),
        c_(*context),
        s_(context->s),
        p_(context->phrases),
        ends_(context->ends),
        verb_(m, *context),
        content_(verb_, context, &a_) {}

  void Read() {
    a_.cue = {m_.first, m_.last};
    a_.cue_class = ClassOf(*m_.entry);
    a_.attitude = verb_.IsAttitude();
    a_.negated = verb_.IsNegated();
    const Use use = verb_.use();
    switch (use) {
      case Use::kNone: return;
      case Use::kPassive: return ReadPassive();
      case Use::kPassiveCut: return ReadPassiveCut();
      case Use::kInfinitive: return ReadInfinitive();
      default: break;
    }
    if (verb_.frame() == CueFrame::kRaising) return ReadRaising();
    // "A said B ... but wants C": whose wish it is cannot be told.
    if (a_.attitude && use == Use::kShared && InSaidContent()) return;
    const bool inverted = use == Use::kFinite && verb_.IsInverted();
    SetSource(use, inverted);
    if (IsStrayVerb(a_.source)) return;
    if (a_.source.empty() && !MayLackSource(use)) return;
    if (verb_.frame() == CueFrame::kNaming && !NamesSomething()) return;
    if (IsUnlikelyAttitude()) return;
    if (verb_.frame() == CueFrame::kShow && !inverted && !ShowsSomething()) {
      return;
    }
    content_.Set(inverted, use != Use::kFinite);
    if (a_.cue_class == CueClass::kDenying) a_.denies = Denies();
    c_.Keep(std::move(a_));
  }

 private:
  using Use = CueVerb::Use;

  // "..., it said": only what is said in words may come from nobody.
  bool MayLackSource(Use use) const {
    if (verb_.frame() != CueFrame::kSay || use == Use::kLeading) return false;
    return s_.russian || use != Use::kFinite || verb_.left() == s_.body ||
           p_.EndsQuote(verb_.left() - 1);
  }

  bool InSaidContent() const {
    if (c_.found.empty() || c_.found.back().attitude) return false;
    const WordRange& said = c_.found.back().content.back();
    return said.first <= m_.first && m_.first < said.last;
  }

  // ---- sources ----

  void SetSource(Use use, bool inverted) {
    switch (use) {
      case Use::kShared:
        a_.source = SharedSubject();
        return;
      case Use::kLeading:
        a_.source = LaterSubject();
        if (a_.source.empty() && verb_.left() > s_.body) {
          a_.source = SharedSubject();
        }
        return;
      default:
        break;
    }
    a_.source = inverted ? p_.NounPhraseRight(m_.last)
                         : p_.SubjectLeft(verb_.left());
    if (a_.source.empty() && !inverted && s_.russian) {
      a_.source = p_.NounPhraseRight(m_.last);
    }
  }

  WordRange SharedSubject() const {
    // "who briefed reporters and said": the subject of the verb before.
    for (std::size_t i = c_.found.size(); i-- > 0;) {
      if (!c_.found[i].source.empty()) return c_.found[i].source;
    }
    return p_.FirstSubject(m_.first);
  }

  // "After saying that it would stay, the company ...".
  WordRange LaterSubject() const {
    const std::size_t end = ends_.ContentEnd(m_.first, m_.last, true);
    if (!p_.IsComma(end)) return {};
    WordRange subject = p_.NounPhraseRight(end + 1);
    if (subject.empty() || !p_.IsFinite(subject.last)) {
      if (s_.Is(end + 1, Tag::kPronoun)) return {end + 1, end + 2};
      return {};
    }
    return subject;
  }

  // "include alleged spies": one small word that is no plural is no speaker.
  bool IsStrayVerb(const WordRange& source) const {
    if (source.last != source.first + 1 || s_.russian) return false;
    const std::size_t i = source.first;
    if (s_.word(i).capitalized || p_.IsRole(i) || i == 0) return false;
    return s_.Is(i, Tag::kNoun) || s_.Is(i, Tag::kAdjective) ||
           s_.Is(i, Tag::kGerund);
  }

  // ---- passives and infinitives ----

  // "X was told by Y that ...", "X is expected to ...", "it was said that".
  void ReadPassive() {
    std::size_t next = m_.last;
    if (s_.Is(next, Tag::kBy)) {
      a_.source = p_.NounPhraseRight(next + 1);
      next = std::max(next, a_.source.last);
    }
    const WordRange subject = p_.SubjectLeft(verb_.left());
    // "was quoted as saying": the one who speaks is the subject.
    const bool quoted = s_.Is(next, "as") && s_.Is(next + 1, Tag::kGerund);
    if (quoted) {
      a_.source = subject;
      const std::size_t first = next + (s_.Is(next + 2, Tag::kThat) ? 3 : 2);
      AddContent(first, ends_.ContentEnd(m_.first, first, true), &a_);
      return c_.Keep(std::move(a_));
    }
    if (SaysSomething() && !IsInfinitive(next)) {
      const std::size_t first = content_.SkipAdjuncts(next);
      AddContent(first, ends_.ContentEnd(m_.first, first, true), &a_);
      return c_.Keep(std::move(a_));
    }
    const bool complement = IsInfinitive(next) || s_.Is(next, "as") ||
                            s_.Is(next, "about") ||
                            s_.Is(next, Tag::kSubordinator);
    if (!complement && a_.source.empty()) return;
    if (!subject.empty() && !IsDummy(subject)) {
      AddContent(subject.first, subject.last, &a_);
    }
    if (complement) {
      AddContent(next, ends_.ContentEnd(m_.first, next, false), &a_);
    }
    c_.Keep(std::move(a_));
  }

  // "to leave", "to be"; not "compared to a war".
  bool IsInfinitive(std::size_t to) const {
    return s_.Is(to, Tag::kTo) && to + 1 < s_.size() &&
           (s_.Is(to + 1, Tag::kBase) || s_.Is(to + 1, Tag::kAdverb) ||
            IsAuxiliary(s_.tags[to + 1]));
  }

  bool IsDummy(const WordRange& subject) const {
    return subject.last == subject.first + 1 && s_.Is(subject.first, "it");
  }

  // "a plan criticised by X", ", first reported by X", "as reported by X".
  void ReadPassiveCut() {
    a_.source = p_.NounPhraseRight(m_.last + 1);
    if (a_.source.empty() || verb_.left() == 0) return;
    const std::size_t before = verb_.left() - 1;
    const bool whole = p_.IsComma(before) || s_.Is(before, "as");
    if (whole && verb_.IsSaying()) {
      std::size_t last = before;
      while (last > 0 && p_.IsMark(last - 1)) --last;
      const std::size_t after = a_.source.last;
      if (last > s_.body) {
        AddContent(s_.body, last, &a_);
      } else if (p_.IsComma(after)) {
        AddContent(after + 1, ends_.SentenceEnd(after + 1), &a_);
      }
    } else {
      const WordRange noun = p_.SubjectLeft(p_.IsComma(before) ? before : verb_.left());
      if (noun.empty()) return;
      a_.content = {noun};
    }
    c_.Keep(std::move(a_));
  }

  // "X went on to say that ...": X is the subject of the governing verb.
  void ReadInfinitive() {
    const std::size_t to = verb_.left() - 1;
    const std::size_t low = to > kMaxGoverning ? to - kMaxGoverning : 0;
    std::size_t verb = to;
    while (verb > low && !p_.IsFinite(verb - 1) && !p_.IsMark(verb - 1)) --verb;
    if (verb == low || !p_.IsFinite(verb - 1)) return;
    --verb;
    // Only what is said is content; "to support X" is a purpose more often.
    if (!verb_.IsSaying() || !SaysSomething()) return;
    a_.source = p_.SubjectLeft(VerbGroupStart(p_, verb));
    if (a_.source.empty()) return;
    content_.SetRight(m_.last);
    c_.Keep(std::move(a_));
  }

  bool SaysSomething() const {
    const std::size_t end = std::min(s_.size(), m_.last + kMaxAdjunctWords);
    for (std::size_t i = m_.last; i < end; ++i) {
      if (s_.InQuote(i) || s_.Is(i, Tag::kThat) || s_.IsMark(i, ':')) {
        return true;
      }
      if (p_.IsMark(i)) return false;
    }
    return false;
  }

  // "X seems to ...", "it appears that ...": nobody is named.
  void ReadRaising() {
    const std::size_t next = m_.last;
    const bool complement =
        s_.Is(next, Tag::kTo) || s_.Is(next, Tag::kThat) ||
        s_.Is(next, "like") || s_.Is(next, "as") ||
        s_.Is(next, Tag::kAdjective) || s_.Is(next, Tag::kParticiple);
    if (!complement) return;
    const WordRange subject = p_.SubjectLeft(verb_.left());
    if (subject.empty()) return;
    if (!IsDummy(subject)) AddContent(subject.first, subject.last, &a_);
    const std::size_t first = s_.Is(next, Tag::kThat) ? next + 1 : next;
    AddContent(first, ends_.ContentEnd(m_.first, first, true), &a_);
    c_.Keep(std::move(a_));
  }

  // Wishes and stances under a modal or in the infinitive are suppositions more
  // often than reports: "would support the plan".
  bool IsUnlikelyAttitude() const {
    if (!a_.attitude) return false;
    const bool clausal = s_.Is(m_.last, Tag::kThat) || s_.Is(m_.last, Tag::kTo);
    return verb_.HasBefore(Tag::kModal) ||
           (s_.Is(m_.first, Tag::kBase) && !clausal && !verb_.HasBefore(Tag::kDo));
  }

  // "denied the theft", "rejected claims that", "disputes he was there"; what
  // is turned down otherwise is an offer or a plan.
  bool Denies() const {
    const std::string_view stem = s_.word(m_.first).stem;
    if (s_.russian || a_.content.empty() || stem == "deni") return true;
    const WordRange& r = a_.content.back();
    const std::size_t limit = std::min(r.last, r.first + kMaxAdjunctWords);
    for (std::size_t i = r.first; i < limit; ++i) {
      if (s_.InQuote(i) || p_.IsFinite(i)) return true;
      if (c_.CueAt(i) != nullptr && IsNoun(s_.tags[i]) &&
          c_.CueAt(i)->entry->category == "doubting") {
        return true;
      }
      if (s_.Is(i, Tag::kRelative)) return false;
    }
    return false;
  }

  // "showed that", "found no link", "shows Holm leads": a clause, a quotation
  // or the want of one.
  bool ShowsSomething() const {
    const std::size_t end = std::min(s_.size(), m_.last + kMaxNamedWords);
    for (std::size_t i = m_.last; i < end; ++i) {
      if (s_.InQuote(i) || s_.Is(i, Tag::kThat) || s_.IsMark(i, ':') ||
          s_.Is(i, "no") || s_.Is(i, "how") || s_.Is(i, "what") ||
          s_.Is(i, "whether") || s_.Is(i, WordClass::kNumber)) {
        return true;
      }
      if (p_.IsComma(i) || s_.Is(i, Tag::kRelative)) return false;
      if (i > m_.last && (p_.IsFinite(i) || s_.Is(i, Tag::kGerund))) return true;
    }
    return false;
  }

  // "called it a war", "called the plan 'mad'": an object and its name.
  bool NamesSomething() const {
    const std::size_t end = std::min(s_.size(), m_.last + kMaxNamedWords);
    // "what he called a war": the object stands before the subject.
    const std::size_t first = a_.source.first;
    bool object = first > 0 && (s_.Is(first - 1, Tag::kRelative) ||
                                s_.Is(first - 1, "what") ||
                                s_.Is(first - 1, Tag::kThat));
    if (s_.tags[m_.first] == Tag::kGerund) object = false;
    for (std::size_t i = m_.last; i < end; ++i) {
      if (s_.InQuote(i) || p_.IsQuoteMark(i)) return object;
      if (s_.Is(i, "as")) return true;
      if (p_.IsMark(i) && !p_.IsInnerMark(i)) return false;
      if (p_.IsFinite(i)) return false;
      if (s_.Is(i, Tag::kPreposition) && !s_.Is(i, "of")) return false;
      const bool opens = s_.Is(i, Tag::kDeterminer);
      if (object && (opens || s_.Is(i, Tag::kAdjective))) return true;
      object = object || IsNoun(s_.tags[i]) || s_.Is(i, Tag::kObject) ||
               s_.Is(i, Tag::kPronoun) || s_.Is(i, "this") ||
               s_.Is(i, "that") || s_.Is(i, "her");
    }
    return false;
  }

  const PhraseMatch& m_;
  AttributionContext& c_;
  const SentenceReading& s_;
  const Phrases& p_;
  const ClauseEnds& ends_;
  Attribution a_;
  const CueVerb verb_;
  CueContent content_;
};

}  // namespace

void ReadInsertedCue(const PhraseMatch& m, AttributionContext* context) {
  const SentenceReading& s = context->s;
  const Phrases& p = context->phrases;
  if (!s.russian || m.first < 2 || !p.IsDash(m.first - 1) ||
      !p.HasSpacesAround(m.first - 1) || !s.Is(m.first - 2, WordClass::kMark)) {
    return;
  }
  Attribution a;
  a.cue = {m.first, m.last};
  a.cue_class = ClassOf(*m.entry);
  std::size_t end = m.last;
  const std::size_t limit = std::min(s.size(), end + kMaxSourceWords);
  while (end < limit && (!s.Is(end, WordClass::kMark) || p.IsInnerMark(end))) {
    ++end;
  }
  a.source = {m.last, end};
  if (a.source.empty()) return;
  std::size_t first = m.first;
  const std::size_t low = first > kMaxQuotedWords ? first - kMaxQuotedWords : 0;
  while (first > low && s.InQuote(first - 1)) --first;
  AddContent(first, m.first - 1, &a);
  while (end < s.size() && s.Is(end, WordClass::kMark) && s.InQuote(end)) ++end;
  AddContent(end, std::max(end, context->ends.QuoteEnd(end)), &a);
  context->Keep(std::move(a));
}

void ReadVerbCue(const PhraseMatch& m, AttributionContext* context) {
  VerbReader(m, context).Read();
}

}  // namespace rashomon
