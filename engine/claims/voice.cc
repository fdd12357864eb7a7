#include "engine/claims/voice.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "engine/claims/act_noun.h"
#include "engine/claims/agent.h"
#include "engine/claims/clause.h"
#include "engine/claims/noun_phrase.h"
#include "engine/claims/verb_group.h"

namespace rashomon {
namespace {

using Rank = ActReading::Rank;

std::optional<Span> SpanOrNone(const SentenceReading& s, const WordRange& p) {
  if (p.empty()) return std::nullopt;
  return s.SpanOf(p.first, p.last);
}

class ActReader {
 public:
  ActReader(const SentenceReading& s, const std::vector<Span>& times,
            std::vector<ActReading>* out)
      : s_(s), times_(times), headline_(IsHeadlineLike(s)), out_(*out) {}

  void Read() {
    const absl::InlinedVector<ActNoun, 2> nouns = FindActNouns(s_, times_);
    for (const Predicate& p : ReadPredicates(s_, times_)) {
      const bool is_noun =
          std::any_of(nouns.begin(), nouns.end(), [&](const ActNoun& n) {
            return n.noun == p.group.head;
          });
      if (!is_noun) ReadPredicate(p);
    }
    AddNouns(nouns);
  }

 private:
  void ReadPredicate(const Predicate& p) {
    ActReading& r = out_.emplace_back();
    r.rank = RankOf(p.group.form);
    r.subordinate = p.opener != kNoOpener;
    if (r.subordinate) r.clause_begin = s_.word(p.opener).span.begin;
    r.act.verb = s_.SpanOf(p.group.head, p.group.head + 1);
    r.act.lemma = s_.word(p.group.head).stem;
    SetVoice(p, &r.act);
  }

  static Rank RankOf(VerbForm form) {
    if (form == VerbForm::kFinite) return Rank::kFinite;
    return form == VerbForm::kParticiple ? Rank::kReduced : Rank::kOther;
  }

  void SetVoice(const Predicate& p, Act* act) const {
    const VerbGroup& g = p.group;
    if (g.copular) return SetCopular(p, act);
    const WordRange object = ObjectOf(p);
    if (g.passive || IsHeadlinePassive(p, object) ||
        IsRussianPassive(s_, p, object)) {
      return SetPassive(p, object, act);
    }
    act->voice = Voice::kActive;
    if ((object.empty() || (s_.russian && !p.subject.empty())) &&
        IsAct(s_, g.head, "unaccusative")) {
      act->agentless = true;
      act->undergoer = SubjectSpan(p);
      return;
    }
    act->actor = SubjectSpan(p);
    act->undergoer = SpanOrNone(s_, object);
    // "Судью уволил министр": the object came first.
    if (s_.russian && act->actor && act->undergoer &&
        IsClearlyOblique(s_, p.subject) && !IsAccusative(s_, object)) {
      std::swap(act->actor, act->undergoer);
    }
    // "В городе прошли выборы": the subject follows.
    if (s_.russian && !act->actor && !IsAccusative(s_, object)) {
      std::swap(act->actor, act->undergoer);
      if (IsAct(s_, g.head, "unaccusative")) {
        act->agentless = true;
        std::swap(act->actor, act->undergoer);
      }
    }
  }

  // "We're not going": the subject is the head of a contraction.
  std::optional<Span> SubjectSpan(const Predicate& p) const {
    if (!p.subject.empty() || s_.russian) return SpanOrNone(s_, p.subject);
    const Word& word = s_.word(p.group.first);
    const std::string_view normal = word.normal;
    const std::size_t cut = normal.find('\'');
    if (cut == std::string_view::npos || normal.substr(cut) == "'t") {
      return std::nullopt;
    }
    return Span{word.span.field, word.span.begin, word.span.begin + cut};
  }

  // "There was a fire": what is there follows.
  void SetCopular(const Predicate& p, Act* act) const {
    act->voice = Voice::kNone;
    const bool there = !p.subject.empty() && s_.Is(p.subject.first, "there");
    act->undergoer = there ? SpanOrNone(s_, ObjectOf(p)) : SubjectSpan(p);
  }

  void SetPassive(const Predicate& p, const WordRange& object, Act* act) const {
    const WordRange agent = AgentOf(s_, p.group, times_);
    if (agent.empty() && !s_.russian && IsAct(s_, p.group.head, "stative") &&
        p.group.form == VerbForm::kFinite && p.group.head > p.group.first) {
      act->verb = s_.SpanOf(p.group.first, p.group.first + 1);
      act->lemma = s_.word(p.group.first).stem;
      return SetCopular(p, act);
    }
    act->voice = agent.empty() ? Voice::kPassive : Voice::kPassiveAgent;
    act->actor = SpanOrNone(s_, agent);
    act->undergoer = SubjectSpan(p);
    if (s_.russian && !object.empty() && p.subject.empty()) {
      act->undergoer = SpanOrNone(s_, object);
    }
  }

  // The phrase right after the verb, unless it is a time.
  WordRange ObjectOf(const Predicate& p) const {
    constexpr std::size_t kMaxAdverbs = 2;
    std::size_t i = p.group.last;
    // "Take place": one verb.
    const PhraseMatch* phrasal = MatchAt(s_, ListId::kActs, p.group.head);
    if (phrasal != nullptr && phrasal->last > i) i = phrasal->last;
    const std::size_t stop = std::min(s_.size(), i + kMaxAdverbs);
    while (i < stop && (s_.Is(i, Tag::kAdverb) || IsAct(s_, i, "particle"))) {
      ++i;
    }
    const WordRange object = ObjectAt(i);
    // A time may follow a bound: "between 2004 and 2013".
    const WordRange start{object.first,
                       std::min(object.last, object.first + 2)};
    if (object.empty() || TouchesTime(s_, start, times_)) {
      return {};
    }
    return object;
  }

  WordRange ObjectAt(std::size_t i) const {
    if (i < s_.size() && s_.russian && ReadVerbGroup(s_, i)) return {};
    return JoinedPhraseAt(s_, i);
  }

  // "Envoys expelled over spying": headlines leave out "were".
  bool IsHeadlinePassive(const Predicate& p, const WordRange& object) const {
    const VerbGroup& g = p.group;
    if (!headline_ || s_.russian || g.first + 1 != g.last) return false;
    if (!s_.Is(g.head, Tag::kPast) || !object.empty()) return false;
    if (IsAct(s_, g.head, "unaccusative") ||
        IsAct(s_, g.head, "intransitive")) {
      return false;
    }
    return !s_.Is(g.last, Tag::kTo) && !s_.Is(g.last, Tag::kThat) &&
           g.head > 0 && MayBeParticiple(s_, g.head);
  }

  void AddNouns(const absl::InlinedVector<ActNoun, 2>& nouns) {
    if (nouns.empty()) return;
    const std::size_t verbs = out_.size();
    for (const ActNoun& n : nouns) {
      ActReading& r = out_.emplace_back();
      r.rank = Rank::kNoun;
      r.act.voice = Voice::kNominal;
      r.act.verb = s_.SpanOf(n.noun, n.noun + 1);
      r.act.lemma = s_.word(n.noun).stem;
      r.act.agentless = n.agentless;
      r.act.actor = SpanOrNone(s_, n.actor);
      r.act.undergoer = SpanOrNone(s_, n.undergoer);
    }
    std::inplace_merge(out_.begin(),
                       out_.begin() + static_cast<std::ptrdiff_t>(verbs),
                       out_.end(),
                       [](const ActReading& a, const ActReading& b) {
                         return a.act.verb.begin < b.act.verb.begin;
                       });
  }

  const SentenceReading& s_;
  const std::vector<Span>& times_;
  const bool headline_;
  std::vector<ActReading>& out_;
};

bool Holds(const std::vector<Span>& content, const Span& span) {
  return std::any_of(content.begin(), content.end(), [&](const Span& c) {
    return c.field == span.field && c.begin <= span.begin && span.end <= c.end;
  });
}

// Whether no subordinate clause round the act opens inside the content.
bool IsMain(const ActReading& r, const Span& content) {
  return !r.subordinate || r.clause_begin < content.begin;
}

// Whether the content is that clause: "who ..., that ...", or a clause that its
// own subject opens: "Today, the office took ...".
bool IsWholeClause(const ActReading& r, const Span& content,
                   bool first_verb) {
  if (!r.subordinate) return false;
  const std::optional<Span>& who = r.act.actor ? r.act.actor : r.act.undergoer;
  return r.clause_begin == content.begin ||
         (first_verb && who.has_value() && r.clause_begin == who->begin);
}

// "(Officials say) the streets hold miners killed by the army".
bool HangsOnWhole(const ActReading& r, const Span& content) {
  return r.rank == Rank::kReduced && r.clause_begin == content.begin;
}

// What a claim's act may name as doer and undergoer.
struct Scope {
  const std::vector<Span>& content;
  const std::vector<Span>& source;

  void Keep(std::optional<Span>* who) const {
    if (!who->has_value() || Holds(content, **who)) return;
    if (source.empty() || !Overlaps(source.front(), **who)) who->reset();
  }
};

// The first acts of one rank inside a content, at most kMaxActs.
class FirstActs {
 public:
  void Add(const ActReading* r) {
    if (size_ < kMaxActs) acts_[size_++] = r;
  }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const ActReading* const* begin() const { return acts_.data(); }
  const ActReading* const* end() const { return acts_.data() + size_; }

 private:
  std::array<const ActReading*, kMaxActs> acts_;
  std::size_t size_ = 0;
};

void Append(const ActReading& r, const Scope& scope, std::vector<Act>* out) {
  if (out->size() >= kMaxActs) return;
  out->push_back(r.act);
  scope.Keep(&out->back().actor);
  scope.Keep(&out->back().undergoer);
}

}  // namespace

void FindActs(const SentenceReading& s, const std::vector<Span>& times,
              std::vector<ActReading>* acts) {
  acts->clear();
  ActReader(s, times, acts).Read();
}

std::vector<Act> MainActs(const std::vector<ActReading>& acts,
                          const std::vector<Span>& content,
                          const std::vector<Span>& source) {
  const Scope scope{content, source};
  FirstActs inside[4];
  const FirstActs& others = inside[static_cast<std::size_t>(Rank::kOther)];
  const ActReading* clause = nullptr;
  for (const Span& c : content) {
    auto r = std::lower_bound(
        acts.begin(), acts.end(), c.begin,
        [](const ActReading& a, std::size_t begin) {
          return a.act.verb.begin < begin;
        });
    for (; r != acts.end() && r->act.verb.end <= c.end; ++r) {
      if (IsMain(*r, c) || HangsOnWhole(*r, c)) {
        inside[static_cast<std::size_t>(r->rank)].Add(&*r);
      }
      if (clause == nullptr && r->rank == Rank::kFinite &&
          IsWholeClause(*r, c, others.empty())) {
        clause = &*r;
      }
    }
  }
  std::vector<Act> out;
  const FirstActs& finite = inside[static_cast<std::size_t>(Rank::kFinite)];
  const FirstActs& nouns = inside[static_cast<std::size_t>(Rank::kNoun)];
  out.reserve(std::min(kMaxActs, finite.size() + nouns.size() + 1));
  for (const ActReading* r : finite) Append(*r, scope, &out);
  if (out.empty() && clause != nullptr) Append(*clause, scope, &out);
  // Headlines and fragments: the first other verb, the participle first.
  for (const Rank rank : {Rank::kReduced, Rank::kOther}) {
    const FirstActs& of = inside[static_cast<std::size_t>(rank)];
    if (out.empty() && !of.empty()) Append(**of.begin(), scope, &out);
  }
  for (const ActReading* r : nouns) Append(*r, scope, &out);
  for (const ActReading* r :
       inside[static_cast<std::size_t>(Rank::kReduced)]) {
    const bool known = std::any_of(out.begin(), out.end(), [&](const Act& a) {
      return a.verb == r->act.verb;
    });
    if (!known && r->act.voice == Voice::kPassiveAgent) {
      Append(*r, scope, &out);
    }
  }
  return out;
}

}  // namespace rashomon
