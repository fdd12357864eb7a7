#include "engine/claims/clause.h"

#include <algorithm>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "engine/base/word_set.h"

namespace rashomon {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
// An "and" joins verbs over at most this many words of what lies between.
constexpr std::size_t kMaxJoinReach = 6;
// Between a relative and what it takes up: a comma, a preposition.
constexpr std::size_t kMaxToAntecedent = 2;
// Deeper clauses are rare.
constexpr std::size_t kUsualDepth = 4;

struct OpenClause {
  std::size_t opener = kNoOpener;
  bool soft = false;         // "after", "as": perhaps only a preposition
  bool after_comma = false;  // closed by the next comma
  bool initial = false;      // stands before its main clause
  bool antecedent = false;   // the subject stands before the opener
  WordRange subject;
  std::size_t verb = kNone;  // index of its last predicate
};

class ClauseReader {
 public:
  ClauseReader(const SentenceReading& s, const std::vector<Span>& times)
      : s_(s), times_(times) {
    stack_.emplace_back();
  }

  Predicates Read() {
    at_ = s_.body;  // a dateline is no subject
    while (at_ < s_.size()) {
      const std::size_t before = at_;
      Step();
      if (at_ == before) ++at_;
    }
    return std::move(out_);
  }

 private:
  OpenClause& top() { return stack_.back(); }

  void Step() {
    const Tag tag = s_.tags[at_];
    if (tag == Tag::kMark) return ReadMark();
    if (tag == Tag::kCoordinator) {
      coordinator_ = at_;
      governed_ = false;
      return;
    }
    if (Opens(tag)) return Open(tag);
    if (tag == Tag::kPreposition || tag == Tag::kBy) return ReadPreposition();
    if (tag == Tag::kTo && !ReadVerbGroup(s_, at_)) return ReadPreposition();
    if (IsMonth()) {
      governed_ = false;
      return;
    }
    if (ReadPhrase()) return;
    if (const auto group = ReadVerbGroup(s_, at_)) {
      AddPredicate(*group);
      at_ = std::max(at_ + 1, group->last);
    }
  }

  // "In May", "March 5": no verbs.
  bool IsMonth() const {
    return s_.word(at_).capitalized && !IsNoun(s_.tags[at_]) &&
           TouchesTime(s_, {at_, at_ + 1}, times_);
  }

  // ---- marks ----

  void ReadMark() {
    governed_ = false;
    if (s_.IsMark(at_, ';') || s_.IsMark(at_, ':')) {
      Restart();
    } else if (s_.IsMark(at_, '(')) {
      OpenClause bracket;
      bracket.opener = at_;
      before_bracket_ = {at_, last_phrase_, free_phrase_};
      Push(bracket);
    } else if (s_.IsMark(at_, ')')) {
      CloseBracket();
    } else if (s_.IsMark(at_, ',')) {
      ReadComma();
    }
  }

  // Another main clause.
  void Restart() {
    stack_.resize(1);
    stack_[0] = OpenClause();
  }

  void CloseBracket() {
    for (std::size_t k = stack_.size(); k-- > 1;) {
      const std::size_t opener = stack_[k].opener;
      if (opener < s_.size() && s_.IsMark(opener, '(')) {
        stack_.resize(k);
        LeaveBracket(opener);
        return;
      }
    }
  }

  // "The Office of Assets (OA) took": the phrase before it goes on.
  void LeaveBracket(std::size_t opener) {
    if (before_bracket_.opener != opener) return;
    last_phrase_ = before_bracket_.last;
    free_phrase_ = before_bracket_.free;
    bracket_end_ = at_ + 1;
  }

  // Whether the phrase ends right before word at_.
  bool EndsHere(const WordRange& p) const {
    return p.last == at_ || (bracket_end_ == at_ && bracket_end_ != 0 &&
                             p.last == before_bracket_.opener);
  }

  void ReadComma() {
    comma_ = at_;
    while (stack_.size() > 1) {
      const OpenClause& c = top();
      const bool filled = c.verb != kNone;
      if (!(c.soft && !filled) && !(filled && (c.after_comma || c.initial))) {
        break;
      }
      stack_.pop_back();
    }
  }

  // ---- openers ----

  bool Opens(Tag tag) const {
    if (tag == Tag::kThat) return !IsDemonstrative();
    if (tag == Tag::kRelative) return true;
    if (tag == Tag::kSubordinator) return !IsLinkingAdverb();
    if (tag != Tag::kPreposition) return false;
    static constexpr WordSet kSoft({"after", "before", "since", "until"});
    return kSoft.Has(s_.word(at_).normal);
  }

  bool IsLinkingAdverb() const {
    static constexpr WordSet kLinking(
        {"however", "therefore", "meanwhile", "однако", "поэтому", "якобы",
         "ли", "так"});
    return kLinking.Has(s_.word(at_).normal);
  }

  // "That day", "in that town": no clause.
  bool IsDemonstrative() const {
    if (governed_) return true;
    return at_ == 0 && (s_.Is(1, Tag::kNoun) || s_.Is(1, Tag::kBe));
  }

  void Open(Tag tag) {
    OpenClause c;
    c.opener = at_;
    c.soft = tag == Tag::kPreposition || s_.Is(at_, "as") ||
             s_.Is(at_, "than") || s_.Is(at_, "so") || s_.Is(at_, "как") ||
             s_.Is(at_, "чем") || (tag == Tag::kThat && stack_.size() == 1 &&
                                   top().verb == kNone && !IsVerbAt(at_ + 1));
    const bool relative = tag == Tag::kRelative || tag == Tag::kThat;
    c.after_comma = tag != Tag::kThat && (CommaBefore() || s_.russian);
    c.initial = !relative && top().verb == kNone && top().subject.empty();
    if (relative && last_phrase_.last + kMaxToAntecedent >= at_) {
      c.subject = last_phrase_;
      c.antecedent = true;
    }
    // "It was reported that": the clause is the main one.
    if (tag == Tag::kThat && ReportsImpersonally()) {
      c.opener = top().opener;
      c.antecedent = false;
      c.subject = {};
    }
    governed_ = tag == Tag::kPreposition;
    Push(c);
  }

  bool IsVerbAt(std::size_t i) const {
    return i < s_.size() && (IsFinite(s_.tags[i]) || IsAuxiliary(s_.tags[i]));
  }

  bool CommaBefore() const {
    return comma_ != kNone && comma_ + 2 >= at_ && at_ > 0;
  }

  bool ReportsImpersonally() {
    if (top().verb == kNone) return false;
    Predicate& p = out_[top().verb];
    if (!p.group.reporting || p.subject.empty()) return false;
    if (!s_.Is(p.subject.first, "it")) return false;
    p.group.form = VerbForm::kGerund;  // no main verb any more
    return true;
  }

  void Push(const OpenClause& c) {
    if (stack_.size() < kMaxOpenClauses) {
      stack_.push_back(c);
    } else {
      top() = c;
    }
  }

  // ---- phrases ----

  void ReadPreposition() {
    if (ReadPhrase()) return;  // "over 30 envoys"
    governed_ = true;
  }

  // A noun phrase that may be a subject, unless a preposition governs it.
  bool ReadPhrase() {
    if (s_.russian && ReadVerbGroup(s_, at_)) return false;
    const WordRange p = JoinedPhraseAt(s_, at_, top().verb == kNone);
    if (p.empty()) return false;
    at_ = p.last;
    last_phrase_ = p;
    if (std::exchange(governed_, false)) return true;
    if (TouchesTime(s_, p, times_) && p.last - p.first <= 3) return true;
    if (IsObjectOfNonFinite(p)) return true;
    free_phrase_ = p;
    OpenClause& c = top();
    // "The town that the army took": the phrase inside is the subject.
    if (c.verb == kNone && (c.subject.empty() || c.antecedent)) {
      c.subject = p;
      c.antecedent = false;
    }
    return true;
  }

  // "To save the bank, the state ...", "having lost the vote": no subject.
  bool IsObjectOfNonFinite(const WordRange& p) const {
    if (s_.russian || out_.empty() || stack_.back().verb != kNone) {
      return false;
    }
    const VerbGroup& last = out_.back().group;
    return last.last == p.first && !last.passive &&
           (last.form == VerbForm::kInfinitive ||
            last.form == VerbForm::kGerund);
  }

  // ---- verbs ----

  void AddPredicate(const VerbGroup& group) {
    governed_ = false;
    Predicate p;
    p.group = group;
    if (IsReducedPassive(group)) {
      p.group.form = VerbForm::kParticiple;
      p.group.passive = true;
    }
    if (p.group.form == VerbForm::kFinite) return AddFinite(std::move(p));
    p.opener = top().opener;
    if (p.group.form == VerbForm::kParticiple) p.subject = Antecedent();
    if (group.form == VerbForm::kInfinitive) p.subject = Controller();
    // "Denied taking bribes".
    if (group.form == VerbForm::kGerund && !out_.empty() &&
        out_.back().group.last == at_) {
      p.subject = out_.back().subject;
    }
    out_.push_back(p);
  }

  // "They found miners killed by the army": the clause has its verb, and what
  // looks like a past tense has an agent.
  bool IsReducedPassive(const VerbGroup& g) const {
    return !s_.russian && g.form == VerbForm::kFinite &&
           g.first + 1 == g.last && stack_.back().verb != kNone &&
           s_.Is(g.head, Tag::kPast) && s_.Is(g.last, Tag::kBy) &&
           MayBeParticiple(s_, g.head) && last_phrase_.last == g.first &&
           !IsAct(s_, g.head, "unaccusative") &&
           !IsAct(s_, g.head, "intransitive") &&
           !s_.Is(g.last + 1, Tag::kNumber) &&
           !BasePhraseAt(s_, g.last + 1).empty();
  }

  // What a bare participle hangs on: the phrase right before it.
  WordRange Antecedent() const {
    return last_phrase_.last == at_ ? last_phrase_ : WordRange{};
  }

  // Whose act an infinitive is: "urged Holm to leave" is Holm's, "hopes to
  // leave" and "left to rest" the subject's.
  WordRange Controller() const {
    const WordRange& subject = stack_.back().subject;
    if (out_.empty() || last_phrase_.last != at_) return subject;
    const VerbGroup& verb = out_.back().group;
    const bool object = !verb.passive && !free_phrase_.empty() &&
                        free_phrase_.first == verb.last;
    return object && MatchAt(s_, ListId::kCues, verb.head) != nullptr
               ? free_phrase_
               : subject;
  }

  void AddFinite(Predicate p) {
    DropSoft();
    const bool own = free_phrase_.last > LastVerbEnd();
    while (top().verb != kNone && stack_.size() > 1 && !Joins()) {
      stack_.pop_back();
    }
    OpenClause& c = top();
    p.opener = c.opener;
    if (s_.Is(at_, Tag::kBe) && at_ > 0 && s_.Is(at_ - 1, "there")) {
      p.subject = {at_ - 1, at_};
    } else if (c.verb == kNone) {
      p.subject = c.subject;
    } else if (Joins()) {
      p.joined = true;
      p.subject = own && coordinator_ < free_phrase_.first
                      ? free_phrase_
                      : out_[c.verb].subject;
      if (own && coordinator_ >= free_phrase_.first) {
        p.subject = out_[c.verb].subject;
      }
    } else if (IsGardenPath(out_[c.verb])) {
      DemoteToRelative(&out_[c.verb]);
      p.subject = out_[c.verb].subject;
    } else if (own && EndsHere(free_phrase_)) {
      // "Officials say talks failed".
      p.opener = free_phrase_.first;
      p.subject = free_phrase_;
      OpenClause inner;
      inner.opener = p.opener;
      inner.subject = p.subject;
      Push(inner);
    } else {
      p.opener = at_;
      p.subject = own ? free_phrase_ : WordRange{};
    }
    top().verb = out_.size();
    out_.push_back(p);
  }

  std::size_t LastVerbEnd() const {
    return out_.empty() ? 0 : out_.back().group.last;
  }

  // "Police after the raid closed ...": the verb belongs below.
  void DropSoft() {
    while (stack_.size() > 1 && top().soft && top().verb == kNone) {
      const OpenClause& below = stack_[stack_.size() - 2];
      if (below.verb != kNone || below.subject.empty()) return;
      stack_.pop_back();
    }
  }

  // Whether "and" stands right before this verb or its own subject.
  bool Joins() const {
    if (coordinator_ == kNone || coordinator_ >= at_) return false;
    if (coordinator_ < LastVerbEnd()) return false;
    for (std::size_t i = coordinator_ + 1; i < at_; ++i) {
      if (i > coordinator_ + kMaxJoinReach) return free_phrase_.last == at_;
      if (s_.Is(i, Tag::kAdverb)) continue;
      return free_phrase_.first == i;
    }
    return true;
  }

  // "The town taken by the army was burned", read as "the town took".
  bool IsGardenPath(const Predicate& p) const {
    const std::size_t head = p.group.head;
    return p.group.first + 1 == p.group.last && s_.Is(head, Tag::kPast) &&
           !s_.russian && BasePhraseAt(s_, head + 1).empty() &&
           !s_.Is(head + 1, Tag::kMark) && MayBeParticiple(s_, head);
  }

  static void DemoteToRelative(Predicate* p) {
    p->opener = p->group.first;
    p->group.form = VerbForm::kParticiple;
    p->group.passive = true;
  }

  struct BeforeBracket {
    std::size_t opener = kNone;
    WordRange last;
    WordRange free;
  };

  const SentenceReading& s_;
  const std::vector<Span>& times_;
  absl::InlinedVector<OpenClause, kUsualDepth> stack_;
  Predicates out_;
  std::size_t at_ = 0;
  std::size_t comma_ = kNone;
  std::size_t coordinator_ = kNone;
  bool governed_ = false;  // a preposition waits for its phrase
  WordRange last_phrase_;
  WordRange free_phrase_;     // the last that no preposition governs
  BeforeBracket before_bracket_;
  std::size_t bracket_end_ = 0;  // one past the last bracket that closed
};

}  // namespace

Predicates ReadPredicates(const SentenceReading& s,
                          const std::vector<Span>& times) {
  return ClauseReader(s, times).Read();
}

bool IsHeadlineLike(const SentenceReading& s) {
  constexpr std::size_t kMaxClosingMarks = 3;
  for (std::size_t k = 1; k <= std::min(kMaxClosingMarks, s.size()); ++k) {
    const std::size_t i = s.size() - k;
    if (!s.Is(i, Tag::kMark)) return true;
    if (s.IsMark(i, '.') || s.IsMark(i, '!') || s.IsMark(i, '?')) return false;
  }
  return true;
}

}  // namespace rashomon
