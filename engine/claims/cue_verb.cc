#include "engine/claims/cue_verb.h"

#include <string_view>

namespace rashomon {
namespace {

// Adverbs and auxiliaries between a subject and its verb.
constexpr std::size_t kMaxGap = 6;
// How far before a noun the "with" that brings it in may stand.
constexpr std::size_t kMaxWith = 8;

}  // namespace

std::size_t VerbGroupStart(const Phrases& phrases, std::size_t verb) {
  std::size_t left = verb;
  while (left > 0 && verb - left < kMaxGap && phrases.IsVerbPadding(left - 1)) {
    --left;
  }
  return left;
}

CueVerb::CueVerb(const PhraseMatch& m, const AttributionContext& context)
    : m_(m),
      s_(context.s),
      p_(context.phrases),
      frame_(FrameOf(*m.entry)),
      left_(VerbGroupStart(context.phrases, m.first)),
      use_(UseHere()) {}

bool CueVerb::IsAttitude() const {
  return frame_ == CueFrame::kMind || frame_ == CueFrame::kObject ||
         frame_ == CueFrame::kRaising;
}

bool CueVerb::IsSaying() const {
  return frame_ == CueFrame::kSay || frame_ == CueFrame::kShow;
}

bool CueVerb::IsNegated() const {
  for (std::size_t i = left_; i < m_.first; ++i) {
    const std::string_view word = s_.word(i).normal;
    if (word == "not" || word == "never" || word == "не" ||
        (word.size() > 3 && word.substr(word.size() - 3) == "n't")) {
      return true;
    }
  }
  return false;
}

bool CueVerb::HasBefore(Tag tag) const {
  for (std::size_t i = left_; i < m_.first; ++i) {
    if (s_.tags[i] == tag) return true;
  }
  return false;
}

CueVerb::Use CueVerb::UseHere() const {
  if (s_.russian) {
    if (s_.Is(m_.first, Tag::kParticiple)) return Use::kNone;
    return IsShared() ? Use::kShared : Use::kFinite;
  }
  const Tag tag = s_.tags[m_.first];
  if (tag == Tag::kGerund) return GerundUse();
  if (left_ > 0 && s_.Is(left_ - 1, Tag::kTo)) return Use::kInfinitive;
  if (tag == Tag::kParticiple && HasBefore(Tag::kBe) && !HasOwnHave()) {
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
bool CueVerb::HasOwnHave() const {
  for (std::size_t i = m_.first; i-- > left_;) {
    if (s_.tags[i] == Tag::kBe) return false;
    if (s_.tags[i] == Tag::kHave) return true;
  }
  return false;
}

CueVerb::Use CueVerb::GerundUse() const {
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
bool CueVerb::HasWith(std::size_t noun) const {
  const std::size_t low = noun > kMaxWith ? noun - kMaxWith : 0;
  for (std::size_t i = noun; i-- > low;) {
    if (s_.Is(i, "with")) return true;
    if (p_.IsMark(i) && !p_.IsInnerMark(i)) return false;
  }
  return false;
}

// "and said", ", but added": the subject is the one before.
bool CueVerb::IsShared() const {
  return left_ > 0 && s_.Is(left_ - 1, WordClass::kCoordinator);
}

// The verb comes before its subject: `," said X`, "- сообщил X".
bool CueVerb::IsInverted() const {
  if (left_ == 0) return s_.russian && !p_.IsMark(m_.last);
  if (m_.last >= s_.size() || p_.IsMark(m_.last)) return false;
  const std::size_t before = left_ - 1;
  const bool after_content = p_.IsComma(before) || p_.IsQuoteMark(before) ||
                             p_.IsDash(before) || s_.InQuote(before) ||
                             s_.IsMark(before, '?') || s_.IsMark(before, '!');
  if (!after_content) return false;
  if (s_.Is(m_.last, "that") || s_.Is(m_.last, "reporters")) return false;
  if (!p_.StartsSubject(m_.last)) return false;
  if (!p_.IsComma(before) || p_.EndsQuote(before)) return true;
  // "X, a Y, said": what follows a plain comma may be a verb with its
  // subject to the left.
  const auto open = p_.ApposedFrom(before);
  return !(open.has_value() && *open > 0);
}

}  // namespace rashomon
