#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/claims/attribution_context.h"

namespace rashomon {
namespace {

// Adverbs and auxiliaries between a subject and its verb.
constexpr std::size_t kMaxGap = 6;
// Addressee, time and place between a cue and its "that" or quotation.
constexpr std::size_t kMaxAdjunctWords = 16;
// What stands between an attribution and the rest of its content is at most
// this long.
constexpr std::size_t kMaxPhraseWords = 60;
// A clause to the left of ", he said" has at least this many words.
constexpr std::size_t kMinClauseWords = 2;
// How far before "to say" the verb that governs it may stand.
constexpr std::size_t kMaxGoverning = 8;
// What a thing is called starts within this many words of "called".
constexpr std::size_t kMaxNamedWords = 18;

// How the verb stands in its clause.
enum class Use {
  kFinite,      // "X said", "X has said", "X is saying", "X would say"
  kShared,      // ", adding", "and said": another verb's subject
  kReduced,     // "a report saying": the noun before it
  kLeading,     // "after saying that ..., X": the subject comes later
  kInfinitive,  // "X went on to say"
  kPassive,     // "was told", "is expected"
  kPassiveCut,  // "reported by X"
  kNone,
};

class VerbReader {
 public:
  VerbReader(const PhraseMatch& m, AttributionContext* context)
      : m_(m),
        c_(*context),
        s_(context->s),
        p_(context->phrases),
        frame_(FrameOf(*m.entry)) {
    left_ = m.first;
    while (left_ > 0 && m.first - left_ < kMaxGap &&
           p_.IsVerbPadding(left_ - 1)) {
      --left_;
    }
  }

  void Read() {
    a_.cue = {m_.first, m_.last};
    a_.cue_class = ClassOf(*m_.entry);
    a_.attitude = IsAttitude();
    a_.negated = IsNegated();
    const Use use = use_ = UseHere();
    switch (use) {
      case Use::kNone: return;
      case Use::kPassive: return ReadPassive();
      case Use::kPassiveCut: return ReadPassiveCut();
      case Use::kInfinitive: return ReadInfinitive();
      default: break;
    }
    if (frame_ == CueFrame::kRaising) return ReadRaising();
    // "A said B ... but wants C": whose wish it is cannot be told.
    if (a_.attitude && use == Use::kShared && InSaidContent()) return;
    const bool inverted = use == Use::kFinite && IsInverted();
    SetSource(use, inverted);
    if (IsStrayVerb(a_.source)) return;
    if (a_.source.empty() && !MayLackSource(use)) return;
    if (frame_ == CueFrame::kNaming && !NamesSomething()) return;
    if (IsUnlikelyAttitude()) return;
    if (frame_ == CueFrame::kShow && !inverted && !ShowsSomething()) return;
    SetContent(inverted, use != Use::kFinite);
    if (a_.cue_class == CueClass::kDenying) a_.denies = Denies();
    c_.Keep(std::move(a_));
  }

 private:
  bool IsAttitude() const {
    return frame_ == CueFrame::kMind || frame_ == CueFrame::kObject ||
           frame_ == CueFrame::kRaising;
  }
  // "..., it said": only what is said in words may come from nobody.
  bool MayLackSource(Use use) const {
    if (frame_ != CueFrame::kSay || use == Use::kLeading) return false;
    return s_.russian || use != Use::kFinite || left_ == s_.body ||
           p_.EndsQuote(left_ - 1);
  }
  bool IsSaying() const {
    return frame_ == CueFrame::kSay || frame_ == CueFrame::kShow;
  }

  bool IsNegated() const {
    for (std::size_t i = left_; i < m_.first; ++i) {
      const std::string_view word = s_.word(i).normal;
      if (word == "not" || word == "never" || word == "не" ||
          (word.size() > 3 && word.substr(word.size() - 3) == "n't")) {
        return true;
      }
    }
    return false;
  }

  bool HasBefore(Tag tag) const {
    for (std::size_t i = left_; i < m_.first; ++i) {
      if (s_.tags[i] == tag) return true;
    }
    return false;
  }

  // ---- how the verb is used ----

  Use UseHere() const {
    if (s_.russian) {
      if (s_.Is(m_.first, Tag::kParticiple)) return Use::kNone;
      return IsShared() ? Use::kShared : Use::kFinite;
    }
    const Tag tag = s_.tags[m_.first];
    if (tag == Tag::kGerund) return GerundUse();
    if (left_ > 0 && s_.Is(left_ - 1, Tag::kTo)) return Use::kInfinitive;
    if (tag == Tag::kParticiple && HasBefore(Tag::kBe) &&
        !HasOwnHave()) {
      return Use::kPassive;
    }
    if (s_.Is(m_.last, Tag::kBy) && !HasBefore(Tag::kHave)) {
      return HasBefore(Tag::kBe) ? Use::kPassive : Use::kPassiveCut;
    }
    // "the vote seen as rigged", "the claimed area".
    if (tag == Tag::kParticiple && !HasBefore(Tag::kHave)) {
      // "Asked whether ...", "when asked about ...".
      const bool opens = left_ == s_.body || s_.Is(left_ - 1, Tag::kSubordinator);
      return opens && IsSaying() ? Use::kPassive : Use::kNone;
    }
    return IsShared() ? Use::kShared : Use::kFinite;
  }

  // "has been told" is passive, "is having told" is not met.
  bool HasOwnHave() const {
    for (std::size_t i = m_.first; i-- > left_;) {
      if (s_.tags[i] == Tag::kBe) return false;
      if (s_.tags[i] == Tag::kHave) return true;
    }
    return false;
  }

  Use GerundUse() const {
    if (HasBefore(Tag::kBe)) return Use::kFinite;
    if (left_ == 0) return Use::kLeading;
    const std::size_t before = left_ - 1;
    if (p_.IsComma(before) || p_.IsQuoteMark(before) || s_.InQuote(before) ||
        p_.IsDash(before)) {
      return Use::kShared;
    }
    const Tag tag = s_.tags[before];
    // "was quoted as saying", "and adding".
    if (tag == Tag::kCoordinator || s_.Is(before, "as")) return Use::kShared;
    if (tag == Tag::kPreposition || tag == Tag::kSubordinator ||
        tag == Tag::kBy) {
      return IsSaying() ? Use::kLeading : Use::kNone;
    }
    if (IsNoun(tag)) {
      return IsSaying() || HasWith(before) ? Use::kReduced : Use::kNone;
    }
    return IsSaying() && IsVerb(tag) ? Use::kShared : Use::kNone;
  }

  // "with critics calling it a war".
  bool HasWith(std::size_t noun) const {
    const std::size_t low = noun > kMaxGoverning ? noun - kMaxGoverning : 0;
    for (std::size_t i = noun; i-- > low;) {
      if (s_.Is(i, "with")) return true;
      if (p_.IsMark(i) && !p_.IsInnerMark(i)) return false;
    }
    return false;
  }

  // "and said", ", but added": the subject is the one before.
  bool IsShared() const {
    return left_ > 0 && s_.Is(left_ - 1, WordClass::kCoordinator);
  }

  bool InSaidContent() const {
    if (c_.found.empty() || c_.found.back().attitude) return false;
    const WordRange& said = c_.found.back().content.back();
    return said.first <= m_.first && m_.first < said.last;
  }

  // The verb comes before its subject: `," said X`, "- сообщил X".
  bool IsInverted() const {
    if (left_ == 0) return s_.russian && !p_.IsMark(m_.last);
    if (m_.last >= s_.size() || p_.IsMark(m_.last)) return false;
    const std::size_t before = left_ - 1;
    const bool after_content =
        p_.IsComma(before) || p_.IsQuoteMark(before) || p_.IsDash(before) ||
        s_.InQuote(before) || s_.IsMark(before, '?') ||
        s_.IsMark(before, '!');
    if (!after_content) return false;
    if (s_.Is(m_.last, "that") || s_.Is(m_.last, "reporters")) return false;
    if (!p_.StartsSubject(m_.last)) return false;
    if (!p_.IsComma(before) || p_.EndsQuote(before)) return true;
    // "X, a Y, said": what follows a plain comma may be a verb with its
    // subject to the left.
    const auto open = p_.ApposedFrom(before);
    return !(open.has_value() && *open > 0);
  }

  // ---- sources ----

  void SetSource(Use use, bool inverted) {
    switch (use) {
      case Use::kShared:
        a_.source = SharedSubject();
        return;
      case Use::kLeading:
        a_.source = LaterSubject();
        if (a_.source.empty() && left_ > s_.body) a_.source = SharedSubject();
        return;
      default:
        break;
    }
    a_.source = inverted ? p_.NounPhraseRight(m_.last) : p_.SubjectLeft(left_);
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
    const std::size_t end = p_.ContentEnd(m_.first, m_.last, true);
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
    const WordRange subject = p_.SubjectLeft(left_);
    // "was quoted as saying": the one who speaks is the subject.
    const bool quoted = s_.Is(next, "as") && s_.Is(next + 1, Tag::kGerund);
    if (quoted) {
      a_.source = subject;
      const std::size_t first = next + (s_.Is(next + 2, Tag::kThat) ? 3 : 2);
      AddContent(first, p_.ContentEnd(m_.first, first, true), &a_);
      return c_.Keep(std::move(a_));
    }
    if (SaysSomething() && !IsInfinitive(next)) {
      const std::size_t first = SkipAdjuncts(next);
      AddContent(first, p_.ContentEnd(m_.first, first, true), &a_);
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
      AddContent(next, p_.ContentEnd(m_.first, next, false), &a_);
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
    if (a_.source.empty() || left_ == 0) return;
    const std::size_t before = left_ - 1;
    const bool whole = p_.IsComma(before) || s_.Is(before, "as");
    if (whole && IsSaying()) {
      std::size_t last = before;
      while (last > 0 && p_.IsMark(last - 1)) --last;
      const std::size_t after = a_.source.last;
      if (last > s_.body) {
        AddContent(s_.body, last, &a_);
      } else if (p_.IsComma(after)) {
        AddContent(after + 1, p_.SentenceEnd(after + 1), &a_);
      }
    } else {
      const WordRange noun = p_.SubjectLeft(p_.IsComma(before) ? before : left_);
      if (noun.empty()) return;
      a_.content = {noun};
    }
    c_.Keep(std::move(a_));
  }

  // "X went on to say that ...": X is the subject of the governing verb.
  void ReadInfinitive() {
    const std::size_t to = left_ - 1;
    const std::size_t low = to > kMaxGoverning ? to - kMaxGoverning : 0;
    std::size_t verb = to;
    while (verb > low && !p_.IsFinite(verb - 1) && !p_.IsMark(verb - 1)) --verb;
    if (verb == low || !p_.IsFinite(verb - 1)) return;
    --verb;
    // Only what is said is content; "to support X" is a purpose more often.
    if (!IsSaying() || !SaysSomething()) return;
    std::size_t left = verb;
    while (left > 0 && verb - left < kMaxGap && p_.IsVerbPadding(left - 1)) {
      --left;
    }
    a_.source = p_.SubjectLeft(left);
    if (a_.source.empty()) return;
    SetRightContent(m_.last);
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
    const WordRange subject = p_.SubjectLeft(left_);
    if (subject.empty()) return;
    if (!IsDummy(subject)) AddContent(subject.first, subject.last, &a_);
    const std::size_t first = s_.Is(next, Tag::kThat) ? next + 1 : next;
    AddContent(first, p_.ContentEnd(m_.first, first, true), &a_);
    c_.Keep(std::move(a_));
  }

  // Wishes and stances under a modal or in the infinitive are suppositions more
  // often than reports: "would support the plan".
  bool IsUnlikelyAttitude() const {
    if (!a_.attitude) return false;
    const bool clausal = s_.Is(m_.last, Tag::kThat) || s_.Is(m_.last, Tag::kTo);
    return HasBefore(Tag::kModal) ||
           (s_.Is(m_.first, Tag::kBase) && !clausal && !HasBefore(Tag::kDo));
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

  // ---- content ----

  // `shared`: the subject is another verb's, so nothing before is content.
  void SetContent(bool inverted, bool shared) {
    if (shared) return SetRightContent(m_.last);
    const std::size_t block_first =
        a_.source.empty() ? std::min(left_, m_.first)
                          : std::min({left_, a_.source.first, m_.first});
    const std::size_t block_last = std::max(a_.cue.last, a_.source.last);
    const bool comma_left =
        block_first > 0 &&
        (p_.IsComma(block_first - 1) || s_.InQuote(block_first - 1) ||
         p_.IsDash(block_first - 1) || p_.IsQuoteMark(block_first - 1));
    const bool quote_left = block_first > 0 && p_.EndsQuote(block_first - 1);
    const bool that = !quote_left && HasThat(block_last);
    const bool bare = NeedsClause() &&
                      !IsClausal(block_last, p_.SentenceEnd(block_last));
    if (IsSaying() && comma_left && !that &&
        (inverted || quote_left || bare || NothingFollows(block_last)) &&
        (quote_left || p_.IsComma(block_last) ||
         HasClause(s_.body, block_first))) {
      return SetLeftContent(block_first, block_last, quote_left);
    }
    SetRightContent(block_last);
  }

  // "In an interview, he answered at once": the phrase is no content.
  bool HasClause(std::size_t first, std::size_t last) const {
    if (s_.russian || c_.headline) return true;
    for (std::size_t i = first; i < last; ++i) {
      if (p_.IsFinite(i) || s_.InQuote(i)) return true;
    }
    return false;
  }

  // Frames marked "c" take no mere object: "told the court", "added two rooms".
  bool NeedsClause() const {
    const std::string_view note = m_.entry->note;
    return note.size() > 2 && note.substr(note.size() - 2) == " c" &&
           !s_.russian;
  }

  // Words [first, last) tell something: a verb, a quotation, a question.
  bool IsClausal(std::size_t first, std::size_t last) const {
    if (first > 0 && (s_.Is(first - 1, Tag::kThat) ||
                      s_.IsMark(first - 1, ':'))) {
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
      const bool clitic =
          s_.word(i).normal.find('\'') != std::string::npos;
      if (p_.IsFinite(i)) return (i > first || clitic) && !TakesOver(i);
    }
    return false;
  }

  // "who briefed reporters said ...": the verb of the main clause.
  bool TakesOver(std::size_t verb) const {
    const WordRange& r = a_.source;
    const bool relative = r.last == r.first + 1 && !r.empty() &&
                          (s_.Is(r.first, Tag::kRelative) ||
                           s_.Is(r.first, Tag::kThat));
    return relative && c_.CueAt(verb) != nullptr;
  }

  // "said in an interview with the agency that ...".
  bool HasThat(std::size_t from) const {
    const std::size_t limit = std::min(s_.size(), from + kMaxAdjunctWords);
    for (std::size_t i = from; i < limit && !p_.IsMark(i); ++i) {
      if (s_.Is(i, "that") || s_.Is(i, "что")) return true;
    }
    return false;
  }

  // True where nothing of a clause follows word i: a stop, or adjuncts to the
  // end ("said on Tuesday during a press call").
  bool NothingFollows(std::size_t i) const {
    if (i >= s_.size() || p_.IsStop(i) || p_.IsComma(i)) return true;
    if (s_.IsMark(i, ')')) return true;
    if (s_.Is(i, "to") || s_.Is(i, "that")) return false;
    return s_.Is(i, WordClass::kPreposition) || p_.IsTime(i) ||
           s_.Is(i, WordClass::kSubordinator) || s_.Is(i, Tag::kAdverb);
  }

  // What others say within the content to the left ends with it.
  void EndInnerContent(std::size_t last) {
    for (Attribution& inner : c_.found) {
      for (WordRange& r : inner.content) {
        if (r.first < last) r.last = std::min(r.last, last);
      }
    }
  }

  // The attribution follows its content, or leads as "according to" does: what
  // comes next is another statement.
  static bool HasLeftContent(const Attribution& a) {
    return a.content.front().first < a.cue.first || a.cue.first == 0;
  }

  // `Y, said X` and `Y, X said, Z`.
  void SetLeftContent(std::size_t block_first, std::size_t block_last,
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
  void AddContentBehind(std::size_t block_last, bool quote_left,
                        std::size_t left_first, std::size_t left_last) {
    std::size_t next = block_last;
    const std::size_t limit = std::min(s_.size(), block_last + kMaxPhraseWords);
    while (next < limit && !s_.InQuote(next) && !p_.IsComma(next)) ++next;
    if (next >= limit) return;
    if (s_.InQuote(next)) return AddContent(next, p_.QuoteEnd(next), &a_);
    if (next != block_last) return;
    const std::size_t begin = next + 1;
    if (s_.InQuote(begin)) return AddContent(begin, p_.QuoteEnd(begin), &a_);
    if (StartsParticiple(begin) && !IsPartlyQuoted(left_first, left_last)) {
      return;
    }
    const bool partial = IsPartlyQuoted(left_first, left_last) &&
                         HasQuotation(begin) && !StartsClause(begin);
    if (!quote_left || partial) {
      AddContent(begin, p_.SentenceEnd(begin), &a_);
    }
  }

  bool StartsParticiple(std::size_t i) const {
    return s_.Is(i, Tag::kGerund) || s_.Is(i, WordClass::kPreposition) ||
           s_.Is(i, WordClass::kCoordinator) || s_.Is(i, Tag::kRelative);
  }
  bool StartsClause(std::size_t i) const {
    return s_.Is(i, Tag::kGerund) || s_.Is(i, WordClass::kCoordinator) ||
           s_.Is(i, Tag::kRelative) || s_.Is(i, Tag::kSubordinator);
  }

  // Some words in quotation marks, others not.
  bool IsPartlyQuoted(std::size_t first, std::size_t last) const {
    bool in = false, out = false;
    for (std::size_t i = first; i < last; ++i) {
      (s_.InQuote(i) ? in : out) = true;
    }
    return in && out;
  }

  bool HasQuotation(std::size_t first) const {
    const std::size_t limit = std::min(s_.size(), first + kMaxPhraseWords);
    for (std::size_t i = first; i < limit; ++i) {
      if (s_.InQuote(i)) return true;
    }
    return false;
  }

  // Whether words [first, last) hold a verb of their own.
  bool IsClauseBetween(std::size_t first, std::size_t last) const {
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
  std::size_t SkipAdjuncts(std::size_t i) const {
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
  std::size_t SkipShort(std::size_t i) const {
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
  bool GivesWay(std::size_t first, std::size_t last) const {
    const std::size_t limit = std::min(last, first + kMaxGoverning);
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
  void AddAntecedent() {
    const std::size_t subject = a_.source.first;
    if (a_.source.empty() || subject < 2 || subject > m_.first) return;
    if (!IsSaying() || !p_.IsFinite(m_.last)) return;
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

  void SetRightContent(std::size_t block_last) {
    std::size_t first = block_last;
    if (p_.IsComma(first) || s_.IsMark(first, ':')) ++first;
    const bool clausal = frame_ != CueFrame::kObject &&
                         frame_ != CueFrame::kNaming &&
                         !s_.Is(first, Tag::kTo);
    if (IsSaying()) {
      if (!s_.Is(first, Tag::kTo)) first = SkipAdjuncts(first);
    } else if (s_.Is(first, Tag::kThat)) {
      ++first;
    }
    std::size_t last = use_ == Use::kReduced && clausal
                           ? p_.NounClauseEnd(first)
                           : p_.ContentEnd(m_.first, first, clausal);
    if (IsSaying() && GivesWay(first, last)) return;
    AddAntecedent();
    const bool told = !a_.content.empty() || IsClausal(first, last);
    if (NeedsClause() && !told) return;
    if (frame_ == CueFrame::kObject) last = std::min(last, p_.ObjectEnd(first));
    AddContent(first, last, &a_);
  }

  const PhraseMatch& m_;
  AttributionContext& c_;
  const SentenceReading& s_;
  const Phrases& p_;
  const CueFrame frame_;
  std::size_t left_ = 0;  // of the verb group
  Use use_ = Use::kNone;
  Attribution a_;
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
  const std::size_t low = first > kMaxPhraseWords ? first - kMaxPhraseWords : 0;
  while (first > low && s.InQuote(first - 1)) --first;
  AddContent(first, m.first - 1, &a);
  while (end < s.size() && s.Is(end, WordClass::kMark) && s.InQuote(end)) ++end;
  AddContent(end, std::max(end, p.QuoteEnd(end)), &a);
  context->Keep(std::move(a));
}

void ReadVerbCue(const PhraseMatch& m, AttributionContext* context) {
  VerbReader(m, context).Read();
}

}  // namespace rashomon
