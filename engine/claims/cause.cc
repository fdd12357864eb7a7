#include "engine/claims/cause.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/base/word_set.h"
#include "engine/claims/cause_clause.h"
#include "engine/claims/noun_phrase.h"
#include "engine/claims/verb_group.h"

namespace rashomon {
namespace {

// How far back a reaction allows its trigger: "jailed two clerks ... for".
constexpr std::size_t kMaxReactionReach = 12;
// How far before its trigger a reaction that is a noun stands.
constexpr std::size_t kMaxNounReach = 4;
// How far ahead, where the trigger opens the sentence: "After ..., X expelled".
constexpr std::size_t kMaxAheadReach = 40;
// How far back the verb is looked for whose purpose "to" names.
constexpr std::size_t kMaxPurposeReach = 14;
// A verb of asking this near "чтобы" makes it a wish, not a purpose.
constexpr std::size_t kMaxWishReach = 6;
// A clause shows within this many words whether it tells a state.
constexpr std::size_t kMaxStateReach = 8;

// So many triggers before a content are asked whether they reach into it.
constexpr std::ptrdiff_t kMaxReachingIn = 3;

std::optional<CauseType> TypeNamed(std::string_view category) {
  static constexpr std::array<std::pair<std::string_view, CauseType>, 8>
      kTypes = {{{"cause", CauseType::kCause},
                 {"ground", CauseType::kGround},
                 {"response", CauseType::kResponse},
                 {"pretext", CauseType::kPretext},
                 {"purpose", CauseType::kPurpose},
                 {"after", CauseType::kAfter},
                 {"circumstance", CauseType::kCircumstance},
                 {"effect", CauseType::kEffect}}};
  // Most rows are of another: what reacts, what a trigger belongs to.
  static constexpr WordSet kNames({"cause", "ground", "response", "pretext",
                                   "purpose", "after", "circumstance",
                                   "effect"});
  if (!kNames.Has(category)) return std::nullopt;
  for (const auto& [name, type] : kTypes) {
    if (name == category) return type;
  }
  return std::nullopt;
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

class CauseReader {
 public:
  CauseReader(const SentenceReading& s, const std::vector<Span>& times)
      : s_(s), times_(times), all_(s.matches.of(ListId::kCauses)) {}

  void Read(std::vector<Cause>* out) {
    for (at_ = 0; at_ < all_.size(); ++at_) {
      const PhraseMatch& m = all_[at_];
      const auto type = TypeNamed(m.entry->category);
      if (!type || !Passes(m)) continue;
      const WordRange clause = CauseClauseFrom(s_, m.last, IsClausal(m));
      if (clause.empty()) continue;
      out->push_back({s_.SpanOf(m.first, m.last),
                      s_.SpanOf(clause.first, clause.last), *type,
                      m.entry->strength});
    }
  }

 private:
  static bool IsClausal(const PhraseMatch& m) {
    const std::string_view note = m.entry->note;
    return note == "clause" || note == "stative" || note == "react" ||
           note == "any" || note == "inf";
  }

  bool Passes(const PhraseMatch& m) const {
    const std::string_view note = m.entry->note;
    if (m.last >= s_.size()) return false;
    if (note == "inf") return IsPurpose(m.first);
    if (note == "stative") return IsStateClause(m);
    if (note == "start") return OpensPhrase(m);
    if (m.entry->category == "effect") return IsEffectVerb(m, note == "obj");
    if (Contains(note, "react")) return IsAllowed(m);
    if (note == "clause") return !IsWish(m.first);
    return HasObject(m);
  }

  // "Due to leave", "из-за границы": no cause.
  bool HasObject(const PhraseMatch& m) const {
    if (m.entry->category == "purpose") {
      return !s_.Is(m.first, Tag::kPast) || s_.Is(m.last, Tag::kGerund) ||
             s_.Is(m.last, Tag::kTo);
    }
    if (s_.Is(m.last, Tag::kBase) && IsMoreOftenVerb(m.last)) return false;
    // "В силу вступил закон", "в результате никто не пострадал".
    if (s_.russian && (s_.Is(m.last, Tag::kPronoun) ||
                       MatchAt(s_, ListId::kNegations, m.last) != nullptr ||
                       ReadVerbGroup(s_, m.last).has_value())) {
      return false;
    }
    return !IsCategory(m.last, "beyond");
  }

  bool IsMoreOftenVerb(std::size_t i) const {
    const WordForms& forms = s_.forms(i);
    return forms.verb > forms.noun;
  }

  bool IsCategory(std::size_t i, std::string_view category) const {
    const PhraseMatch* m = MatchAt(s_, ListId::kCauses, i);
    return m != nullptr && m->entry->category == category;
  }

  // ---- over, for, of, after ----

  bool IsAllowed(const PhraseMatch& m) const {
    const std::string_view trigger = s_.word(m.first).normal;
    if (s_.Is(m.last, Tag::kMark) && !s_.IsMark(m.last, '"')) return false;
    if (m.first > 0 && s_.Is(m.first - 1, Tag::kDeterminer)) return false;
    if (IsDated(m)) return false;
    const WordRange p = NounPhraseAt(s_, m.last);
    if (!p.empty() && IsNoGround(p, trigger)) return false;
    if (trigger == "for" && GivesReasons(p)) return true;
    return ReactionBefore(m, trigger == "following" ? "after" : trigger) ||
           (m.first == 0 && ReactionAhead(m));
  }

  // "Two days after the vote" dates; so does a time as the object.
  bool IsDated(const PhraseMatch& m) const {
    return m.first > 0 &&
           TouchesTime(s_, {m.first - 1, m.first}, times_) &&
           m.entry->category == "after" && MatchAt(s_, ListId::kUnits,
                                                   m.first - 1) != nullptr;
  }

  bool IsNoGround(const WordRange& p, std::string_view trigger) const {
    const std::size_t base = BasePhraseAt(s_, p.first).last;
    const std::size_t head = base - 1;
    if (TouchesTime(s_, {p.first, base}, times_)) return true;
    if (IsCategory(head, "routine") || IsCategory(head, "beyond") ||
        IsCategory(p.first, "beyond")) {
      return true;
    }
    if (trigger == "after" || trigger == "following" || trigger == "после") {
      return false;
    }
    // "Chances for voters to".
    if (s_.Is(p.last, Tag::kTo)) return true;
    return IsCount(p.first) || IsPlace(p) || s_.Is(head, "time");
  }

  bool IsCount(std::size_t i) const {
    return s_.Is(i, Tag::kNumber) ||
           MatchAt(s_, ListId::kNumbers, i) != nullptr ||
           MatchAt(s_, ListId::kCurrencies, i) != nullptr;
  }

  bool IsPlace(const WordRange& p) const {
    const PhraseMatch* m = MatchAt(s_, ListId::kPlaces, p.last - 1);
    return m != nullptr && m->entry->category != "nationality" &&
           m->last - m->first == p.last - p.first;
  }

  // "For security reasons"; "for this reason" points back.
  bool GivesReasons(const WordRange& p) const {
    return p.last - p.first >= 2 && s_.Is(p.last - 1, "reasons") &&
           !s_.Is(p.first, Tag::kDeterminer);
  }

  bool Allows(const PhraseMatch& m, std::string_view trigger) const {
    return m.entry->category == "reaction" || m.entry->category == "complement"
               ? Contains(m.entry->note, trigger)
               : false;
  }

  bool ReactionBefore(const PhraseMatch& m, std::string_view trigger) const {
    for (std::size_t k = at_; k-- > 0;) {
      if (all_[k].last + kMaxReactionReach < m.first) return false;
      if (!Allows(all_[k], trigger)) continue;
      if (m.entry->category == "after") return true;
      // Of an adjacent phrase only: "accused him of".
      if (trigger == "of") return IsShortObject(all_[k].last, m.first);
      return Governs(all_[k], m.first);
    }
    return false;
  }

  // No other verb between; a noun stands near ("a fine of $5 for").
  bool Governs(const PhraseMatch& reaction, std::size_t trigger) const {
    if (s_.russian) return true;
    if (!IsVerb(s_.tags[reaction.last - 1]) &&
        reaction.last + kMaxNounReach < trigger) {
      return false;
    }
    for (std::size_t i = reaction.last; i < trigger; ++i) {
      if (IsVerb(s_.tags[i]) || s_.IsMark(i, ',')) return false;
    }
    return true;
  }

  bool IsShortObject(std::size_t first, std::size_t last) const {
    const WordRange p = BasePhraseAt(s_, first);
    return !p.empty() && p.last == last;
  }

  bool ReactionAhead(const PhraseMatch& m) const {
    if (m.entry->category != "after") return false;
    for (std::size_t k = at_ + 1; k < all_.size(); ++k) {
      if (all_[k].first > m.last + kMaxAheadReach) return false;
      if (Allows(all_[k], s_.russian ? "после" : "after") &&
          CommaWithin(m.last, all_[k].first)) {
        return true;
      }
    }
    return false;
  }

  bool CommaWithin(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      if (s_.IsMark(i, ',')) return true;
    }
    return false;
  }

  // ---- as, since ----

  // Causal where the clause tells a state: "since it is no longer safe".
  bool IsStateClause(const PhraseMatch& m) const {
    const bool initial = m.first == 0;
    if (!initial && !s_.IsMark(m.first - 1, ',')) return false;
    if (s_.Is(m.first, "as") && initial) return false;
    const WordRange subject = JoinedPhraseAt(s_, m.last);
    if (subject.empty() || TouchesTime(s_, subject, times_)) return false;
    const std::size_t verb = subject.last;
    if (verb >= s_.size() || verb > m.last + kMaxStateReach) return false;
    const Tag tag = s_.tags[verb];
    if (s_.Is(m.first, "since")) return IsPresent(verb);
    // "As I have in May" compares.
    if (s_.Is(verb + 1, Tag::kPreposition) || s_.Is(verb + 1, Tag::kMark)) {
      return false;
    }
    return tag == Tag::kModal || tag == Tag::kHave || tag == Tag::kDo ||
           (tag == Tag::kBe && !s_.Is(verb + 1, Tag::kGerund));
  }

  bool IsPresent(std::size_t i) const {
    const Tag tag = s_.tags[i];
    if (tag == Tag::kThird || tag == Tag::kPlain || tag == Tag::kModal) {
      return true;
    }
    for (const std::string_view word : {"is", "are", "has", "have", "do",
                                        "does", "isn't", "aren't"}) {
      if (s_.Is(i, word)) return true;
    }
    return false;
  }

  // ---- citing, given ----

  bool OpensPhrase(const PhraseMatch& m) const {
    if (s_.Is(m.last, Tag::kTo) || s_.Is(m.last, Tag::kBy) ||
        s_.Is(m.last, Tag::kPreposition)) {
      return false;
    }
    return m.first == 0 || s_.Is(m.first - 1, Tag::kMark) ||
           s_.Is(m.first, "citing");
  }

  // ---- verbs ----

  // "The ruling sparked protests", not "was sparked", "the triggers".
  bool IsEffectVerb(const PhraseMatch& m, bool needs_object) const {
    if (m.first == 0) return false;
    if (!s_.russian && !IsVerb(s_.tags[m.first])) return false;
    if (s_.Is(m.first - 1, Tag::kBe) || s_.Is(m.last, Tag::kBy)) return false;
    if (s_.Is(m.first - 1, Tag::kDeterminer)) return false;
    return !needs_object || !BasePhraseAt(s_, m.last).empty();
  }

  // ---- to, чтобы ----

  bool IsWish(std::size_t i) const {
    if (!s_.russian || !s_.Is(i, "чтобы")) return false;
    for (std::size_t k = at_; k-- > 0;) {
      if (all_[k].last + kMaxWishReach < i) return false;
      if (all_[k].entry->category == "complement") return true;
    }
    return false;
  }

  // "Flew to Geneva to sign": an act, and an infinitive that no verb or noun
  // between asks for.
  bool IsPurpose(std::size_t to) const {
    if (to < 2 || !IsInfinitive(to + 1) || TakesInfinitive(to - 1, true)) {
      return false;
    }
    // "Face to face".
    if (s_.word(to - 1).normal == s_.word(to + 1).normal) return false;
    const std::size_t stop = to > kMaxPurposeReach ? to - kMaxPurposeReach : 0;
    for (std::size_t i = to; i-- > stop;) {
      if (TakesInfinitive(i, i + 1 == to)) return false;
      if (s_.Is(i, Tag::kMark) && !s_.IsMark(i, '"')) return false;
      const Tag tag = s_.tags[i];
      if (tag == Tag::kSubordinator || tag == Tag::kRelative) return false;
      if (IsAuxiliary(tag)) return false;
      if (IsVerb(tag)) {
        return !HasDummySubject(i) &&
               (i + 1 < to || IsAct(s_, i, "intransitive") || IsPassive(i));
      }
    }
    return false;
  }

  // "It took two hours to", "it will cost millions to".
  bool HasDummySubject(std::size_t verb) const {
    std::size_t i = verb;
    while (i > 0 && (IsAuxiliary(s_.tags[i - 1]) ||
                     s_.Is(i - 1, Tag::kAdverb))) {
      --i;
    }
    return i > 0 && s_.Is(i - 1, "it");
  }

  // "Was diverted | to avoid".
  bool IsPassive(std::size_t verb) const {
    return s_.Is(verb, Tag::kParticiple) && verb > 0 &&
           s_.Is(verb - 1, Tag::kBe);
  }

  bool IsInfinitive(std::size_t i) const {
    if (s_.Is(i, Tag::kAdverb)) ++i;
    // "To coach Olof Berg": an office and its holder.
    if (s_.Is(i + 1, Tag::kProper) &&
        MatchAt(s_, ListId::kRoles, i) != nullptr) {
      return false;
    }
    return s_.Is(i, Tag::kBase) || s_.Is(i, Tag::kPlain) || s_.Is(i, "be") ||
           s_.Is(i, "have");
  }

  bool TakesInfinitive(std::size_t i, bool adjacent) const {
    if (adjacent) {
      const Tag tag = s_.tags[i];
      if (tag == Tag::kAdjective || tag == Tag::kNumber ||
          IsAct(s_, i, "raising")) {
        return true;
      }
    }
    const PhraseMatch* m = MatchAt(s_, ListId::kCauses, i);
    if (m == nullptr) return false;
    const std::string_view note = m->entry->note;
    if (m->entry->category == "complement") return adjacent || note != "near";
    return m->entry->category == "reaction" && Contains(note, "to");
  }

  const SentenceReading& s_;
  const std::vector<Span>& times_;
  const PhraseMatches all_;
  std::size_t at_ = 0;  // of all_
};

}  // namespace

void FindCauses(const SentenceReading& s, const std::vector<Span>& times,
                std::vector<Cause>* causes) {
  causes->clear();
  if (s.matches.of(ListId::kCauses).empty()) return;
  CauseReader(s, times).Read(causes);
}

std::vector<Cause> CausesIn(const std::vector<Cause>& causes,
                            const std::vector<Span>& content) {
  std::vector<Cause> out;
  for (const Span& c : content) {
    auto cause = std::lower_bound(
        causes.begin(), causes.end(), c.begin,
        [](const Cause& k, std::size_t at) { return k.trigger.begin < at; });
    // Clauses of triggers before the content may reach into it.
    cause -= std::min<std::ptrdiff_t>(kMaxReachingIn, cause - causes.begin());
    for (; cause != causes.end() && cause->trigger.begin < c.end; ++cause) {
      const bool inside =
          Overlaps(c, cause->trigger) || Overlaps(c, cause->clause);
      const bool known =
          !out.empty() && out.back().trigger.begin >= cause->trigger.begin;
      if (inside && !known) out.push_back(*cause);
    }
  }
  return out;
}

}  // namespace rashomon
