#include "engine/claims/verb_group.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/base/suffix.h"
#include "engine/claims/noun_phrase.h"
#include "engine/claims/russian_participle.h"

namespace rashomon {
namespace {

bool IsGet(const SentenceReading& s, std::size_t i) {
  const std::string_view stem = s.word(i).stem;
  return stem == "get" || stem == "got" || stem == "gotten";
}

// Reads one group from left to right.
class EnglishGroup {
 public:
  EnglishGroup(const SentenceReading& s, std::size_t i)
      : s_(s), end_(std::min(s.size(), i + kMaxGroupWords)), at_(i) {
    g_.first = g_.last = g_.head = i;
  }

  std::optional<VerbGroup> Read() {
    if (!Start()) return std::nullopt;
    while (at_ < end_ && Step()) {
    }
    return g_;
  }

 private:
  enum class After { kNothing, kModal, kBe, kHave, kGet };

  bool Start() {
    const Tag tag = s_.tags[at_];
    if (tag == Tag::kTo) {
      const std::size_t verb = SkipAdverbs(at_ + 1);
      if (!IsBase(verb)) return false;
      g_.form = VerbForm::kInfinitive;
      after_ = After::kModal;
      at_ = verb;
      return true;
    }
    const std::string_view word = s_.word(at_).normal;
    if (word == "according") return false;
    if (word == "being" || word == "having") g_.form = VerbForm::kGerund;
    if (tag == Tag::kGerund) g_.form = VerbForm::kGerund;
    if (tag == Tag::kParticiple) {
      g_.form = VerbForm::kParticiple;
      g_.passive = true;
    }
    return IsAuxiliary(tag) || IsFinite(tag) || tag == Tag::kGerund ||
           tag == Tag::kParticiple;
  }

  bool IsBase(std::size_t i) const {
    if (i >= s_.size()) return false;
    const Tag tag = s_.tags[i];
    return tag == Tag::kBase || tag == Tag::kPlain ||
           s_.Is(i, "be") || s_.Is(i, "have");
  }

  std::size_t SkipAdverbs(std::size_t i) const {
    constexpr std::size_t kMaxAdverbs = 3;
    const std::size_t stop = std::min(end_, i + kMaxAdverbs);
    // "Will \"pay the price\"": a quotation may begin within the group.
    while (i < stop && (s_.Is(i, Tag::kAdverb) || s_.IsMark(i, '"'))) ++i;
    return i;
  }

  // False: the group is complete.
  bool Step() {
    const Tag tag = s_.tags[at_];
    if (IsAuxiliary(tag)) return TakeAuxiliary(tag);
    if (tag == Tag::kAdverb ||
        (after_ != After::kNothing && s_.IsMark(at_, '"'))) {
      const std::size_t next = SkipAdverbs(at_);
      if (next >= end_ || next == at_) return false;
      at_ = next;
      return !s_.Is(at_, Tag::kAdverb);
    }
    return TakeVerb(tag);
  }

  bool TakeAuxiliary(Tag tag) {
    Take(at_);
    g_.copular = tag == Tag::kBe;
    if (tag == Tag::kBe) after_ = After::kBe;
    if (tag == Tag::kHave) after_ = After::kHave;
    if (tag == Tag::kModal || tag == Tag::kDo) after_ = After::kModal;
    // "Has to pay", "is to leave".
    if ((tag == Tag::kHave || tag == Tag::kBe) && HandOn()) return true;
    return true;
  }

  void Take(std::size_t i) {
    g_.head = i;
    g_.last = i + 1;
    at_ = i + 1;
  }

  bool TakeVerb(Tag tag) {
    const bool fits = Fits(tag);
    if (!fits) return TakeAdjective(tag);
    if (after_ == After::kBe) g_.passive = tag != Tag::kGerund;
    if (after_ == After::kGet) g_.passive = true;
    g_.copular = false;
    const std::size_t verb = at_;
    Take(verb);
    if (g_.passive && g_.form != VerbForm::kParticiple) {
      g_.reporting = IsAct(s_, verb, "raising");
    }
    if (IsAct(s_, verb, "copula") && !g_.passive) g_.copular = true;
    if (IsGet(s_, verb) && !g_.passive && IsGotParticiple()) {
      after_ = After::kGet;
      return true;
    }
    const bool raises =
        IsAct(s_, verb, "raising") || (IsAct(s_, verb, "copula"));
    return raises && HandOn();
  }

  // "Got hit by": the word may be a noun as well.
  bool IsGotParticiple() const {
    if (s_.Is(at_, Tag::kParticiple)) return true;
    return (s_.Is(at_ + 1, Tag::kBy) || s_.Is(at_ + 1, Tag::kMark)) &&
           MayBeParticiple(s_, at_);
  }

  // "Were cut": a base form too, where it is the participle as well.
  bool IsParticipleLike(Tag tag) const {
    if (tag == Tag::kParticiple || tag == Tag::kPast) return true;
    return (tag == Tag::kPlain || tag == Tag::kBase ||
            (tag == Tag::kNoun && after_ == After::kGet)) &&
           MayBeParticiple(s_, at_);
  }

  bool Fits(Tag tag) const {
    switch (after_) {
      case After::kNothing:
        return at_ == g_.first && IsVerb(tag);
      case After::kModal:
        return tag == Tag::kBase || tag == Tag::kPlain;
      case After::kBe:
        return tag == Tag::kGerund || IsParticipleLike(tag);
      case After::kHave:
      case After::kGet:
        return IsParticipleLike(tag);
    }
    return false;
  }

  // "Is likely to leave": the adjective hands on.
  bool TakeAdjective(Tag tag) {
    if (after_ != After::kBe || tag == Tag::kMark) return false;
    if (!IsAct(s_, at_, "raising")) return false;
    ++at_;
    if (HandOn()) return true;
    --at_;
    return false;
  }

  // Goes on with the infinitive at at_; false where there is none.
  bool HandOn() {
    const std::size_t to = SkipAdverbs(at_);
    if (to >= end_ || !s_.Is(to, Tag::kTo)) return false;
    const std::size_t verb = SkipAdverbs(to + 1);
    if (verb >= end_ || !IsBase(verb)) return false;
    at_ = verb;
    after_ = After::kModal;
    g_.passive = g_.copular = g_.reporting = false;
    return true;
  }

  const SentenceReading& s_;
  const std::size_t end_;
  std::size_t at_;
  VerbGroup g_;
  After after_ = After::kNothing;
};

// ---- Russian ----

constexpr std::size_t kMaxToParticiple = 4;
// An opening verb is no shorter: "Взяли".
constexpr std::size_t kMinOpeningBytes = 10;

bool IsBeForm(const SentenceReading& s, std::size_t i) {
  const std::string_view w = s.word(i).normal;
  for (const std::string_view be :
       {"был", "была", "было", "были", "быть", "будет", "будут"}) {
    if (w == be) return true;
  }
  return false;
}

// A capital hides the ending of a sentence's first verb from the tagger.
bool IsOpeningVerb(const SentenceReading& s, std::size_t i) {
  if (i != 0 || !s.Is(i, Tag::kProper)) return false;
  static constexpr std::array<std::string_view, 5> kEnds = {
      "али", "или", "ели", "яли", "ули"};
  return s.word(i).normal.size() >= kMinOpeningBytes &&
         EndsWithOneOf(s.word(i).normal, kEnds) &&
         MatchAt(s, ListId::kPlaces, i) == nullptr;
}

std::optional<VerbGroup> RussianGroup(const SentenceReading& s,
                                      std::size_t i) {
  VerbGroup g;
  g.first = g.head = i;
  g.last = i + 1;
  if (IsBeForm(s, i)) {
    g.copular = true;
    if (s.Is(i, "быть")) g.form = VerbForm::kInfinitive;
    const std::size_t end = std::min(s.size(), i + kMaxToParticiple);
    for (std::size_t j = i + 1; j < end; ++j) {
      if (IsRussianShortParticiple(s, j, true) || s.Is(j, Tag::kBase)) {
        g.passive = !s.Is(j, Tag::kBase);
        g.copular = false;
        g.head = j;
        g.last = j + 1;
        break;
      }
      if (!s.Is(j, Tag::kAdverb)) break;
    }
    return g;
  }
  if (IsRussianShortParticiple(s, i, false)) {
    g.passive = true;
    return g;
  }
  const Tag tag = s.tags[i];
  const bool raises = IsAct(s, i, "raising");
  const bool listed =
      tag != Tag::kBase && s.classes[i] == WordClass::kOpen &&
      (IsAct(s, i, "unaccusative") || IsAct(s, i, "intransitive") ||
       IsAct(s, i, "copula"));
  if (raises || listed || tag == Tag::kPast || tag == Tag::kThird ||
      tag == Tag::kModal || IsOpeningVerb(s, i)) {
    g.copular = tag == Tag::kModal || IsAct(s, i, "copula");
    if (!raises || i + 1 >= s.size()) return g;
    const bool infinitive = s.Is(i + 1, Tag::kBase) || s.Is(i + 1, "быть");
    if (!infinitive) return g;
    VerbGroup next = *RussianGroup(s, i + 1);
    next.first = i;
    next.form = VerbForm::kFinite;
    return next;
  }
  if (tag != Tag::kBase) return std::nullopt;
  g.form = VerbForm::kInfinitive;
  return g;
}

}  // namespace

bool MayBeParticiple(const SentenceReading& s, std::size_t i) {
  return IsAct(s, i, "invariant") ||
         s.forms(i).participle;
}

std::optional<VerbGroup> ReadVerbGroup(const SentenceReading& s,
                                       std::size_t i) {
  return s.russian ? RussianGroup(s, i) : EnglishGroup(s, i).Read();
}

}  // namespace rashomon
