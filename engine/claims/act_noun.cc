#include "engine/claims/act_noun.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/base/suffix.h"
#include "engine/claims/agent.h"
#include "engine/claims/verb_group.h"

namespace rashomon {
namespace {

// How far before its noun a possessor may stand: "Holm's sudden death".
constexpr std::size_t kMaxModifiers = 4;

class ActNounReader {
 public:
  ActNounReader(const SentenceReading& s, const std::vector<Span>& times)
      : s_(s), times_(times) {}

  absl::InlinedVector<ActNoun, 2> Read() {
    absl::InlinedVector<ActNoun, 2> out;
    for (const PhraseMatch& m : s_.matches.of(ListId::kActs)) {
      const std::string_view role = m.entry->note;
      if (role.empty()) continue;
      const std::size_t noun = m.last - 1;
      if (!IsNounUse(noun) || NamesWhoActs(noun, m.entry->phrase)) continue;
      ActNoun n = ReadNoun(noun, role);
      if (!n.actor.empty() || !n.undergoer.empty()) out.push_back(n);
    }
    return out;
  }

 private:
  // "Attackers" have the stem of "attack", and are who did it.
  bool NamesWhoActs(std::size_t i, std::string_view listed) const {
    static constexpr std::array<std::string_view, 4> kEnds = {"er", "ers", "or",
                                                              "ors"};
    return !s_.russian && EndsWithOneOf(s_.word(i).normal, kEnds) &&
           !EndsWithOneOf(listed, kEnds);
  }

  bool IsNounUse(std::size_t i) const {
    if (s_.russian) {
      return IsNoun(s_.tags[i]) || !ReadVerbGroup(s_, i).has_value();
    }
    if (s_.Is(i, Tag::kNoun) || s_.Is(i, Tag::kPlural)) return true;
    if (IsObjectOfVerb(i)) return true;
    // "The killing of"; a capital may hide it at the start.
    return (s_.Is(i, Tag::kGerund) || s_.Is(i, Tag::kProper)) &&
           (s_.Is(i + 1, "of") || (i > 0 && s_.Is(i - 1, Tag::kDeterminer)));
  }

  // "Condemns shelling at the plant": right after a verb, without an object of
  // its own.
  bool IsObjectOfVerb(std::size_t i) const {
    return s_.Is(i, Tag::kGerund) && i > 0 && IsFinite(s_.tags[i - 1]) &&
           BasePhraseAt(s_, i + 1).empty() && !s_.Is(i + 1, Tag::kTo) &&
           !s_.Is(i + 1, Tag::kAdverb);
  }

  ActNoun ReadNoun(std::size_t noun, std::string_view role) const {
    ActNoun n;
    n.noun = noun;
    n.agentless = role == "event";
    if (s_.russian) {
      ReadRussian(role, &n);
    } else {
      ReadAfter(&n);
      ReadBefore(role, &n);
    }
    return n;
  }

  // "of", "on", "against", "at" and "by" phrases after the noun.
  void ReadAfter(ActNoun* n) const {
    std::size_t i = n->noun + 1;
    if (IsObjectPreposition(i)) {
      const WordRange p = JoinedPhraseAt(s_, i + 1);
      if (!p.empty() && !TouchesTime(s_, p, times_)) {
        n->undergoer = p;
        i = p.last;
      }
    }
    if (!s_.Is(i, Tag::kBy) || IsActNoun(n->undergoer)) return;
    n->actor = ByAgentAt(s_, i + 1, times_);
  }

  // "Reports of a massacre by rebels": the agent is that of the massacre.
  bool IsActNoun(WordRange phrase) const {
    if (phrase.empty()) return false;
    const PhraseMatch* m = MatchAt(s_, ListId::kActs, phrase.last - 1);
    return m != nullptr && !m->entry->note.empty();
  }

  bool IsObjectPreposition(std::size_t i) const {
    for (const std::string_view word : {"of", "on", "against", "at"}) {
      if (s_.Is(i, word)) return true;
    }
    return false;
  }

  // "Russia's attack", "Russian attack", "police raid".
  void ReadBefore(std::string_view role, ActNoun* n) const {
    const WordRange before = ModifierBefore(n->noun);
    if (before.empty()) return;
    const bool possessive = IsPossessive(before.last - 1);
    if (role != "actor" && n->undergoer.empty()) {
      if (possessive) n->undergoer = before;
      return;
    }
    if (role != "event" && n->actor.empty()) n->actor = before;
  }

  // The possessor, with what precedes it, or the name or body right before, or
  // a nationality before what it is done with: "Russian missile strike".
  WordRange ModifierBefore(std::size_t noun) const {
    const std::size_t stop = noun > kMaxModifiers ? noun - kMaxModifiers : 0;
    for (std::size_t i = noun; i-- > stop;) {
      if (IsPossessive(i)) return {StartOf(i), i + 1};
      if (!IsInside(i)) break;
      if (IsNationality(i) && OnlyNouns(i + 1, noun)) return {i, i + 1};
    }
    if (noun == 0) return {};
    return IsActorModifier(noun - 1) ? WordRange{noun - 1, noun} : WordRange{};
  }

  bool IsInside(std::size_t i) const {
    return IsNoun(s_.tags[i]) || s_.Is(i, Tag::kAdjective) ||
           s_.Is(i, Tag::kNumber) || s_.Is(i, Tag::kParticiple) ||
           s_.Is(i, Tag::kAdverb);
  }

  bool IsPossessive(std::size_t i) const {
    const Span& span = s_.word(i).span;
    const std::string_view word =
        s_.text.substr(span.begin, span.end - span.begin);
    return EndsWith(word, "'s") || EndsWith(word, "\u2019s") ||
           EndsWith(word, "s'") || EndsWith(word, "s\u2019");
  }

  std::size_t StartOf(std::size_t i) const {
    const std::size_t stop = i > kMaxModifiers ? i - kMaxModifiers : 0;
    while (i > stop && (IsInside(i - 1) || s_.Is(i - 1, Tag::kDeterminer))) {
      --i;
    }
    return i;
  }

  bool IsNationality(std::size_t i) const {
    const PhraseMatch* m = MatchAt(s_, ListId::kPlaces, i);
    return m != nullptr && m->entry->category == "nationality";
  }

  bool OnlyNouns(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      if (!s_.Is(i, Tag::kNoun)) return false;
    }
    return first < last;
  }

  // Countries, nationalities and organisations act; towns are places.
  bool IsActorModifier(std::size_t i) const {
    if (const PhraseMatch* m = MatchAt(s_, ListId::kPlaces, i)) {
      const std::string_view kind = m->entry->category;
      return kind == "country" || kind == "nationality";
    }
    if (MatchAt(s_, ListId::kOrganisations, i) != nullptr) return true;
    return MatchAt(s_, ListId::kRoles, i) != nullptr ||
           s_.Is(i, "police") || s_.Is(i, "army") || s_.Is(i, "rebel") ||
           s_.Is(i, "government");
  }

  // "Убийство фермера солдатами": the genitive, then the instrumental.
  void ReadRussian(std::string_view role, ActNoun* n) const {
    const std::size_t next = n->noun + 1;
    const WordRange genitive = BasePhraseAt(s_, next);
    std::size_t i = next;
    if (!genitive.empty() && !IsMeans(genitive)) {
      (role == "actor" ? n->actor : n->undergoer) = genitive;
      i = genitive.last;
    }
    // "Атака повстанцев на порт".
    if (role == "actor" && s_.Is(i, "на")) {
      const WordRange target = BasePhraseAt(s_, i + 1);
      if (!TouchesTime(s_, target, times_)) n->undergoer = target;
    }
    const WordRange agent = BasePhraseAt(s_, i);
    if (role == "event" || agent.empty() || agent.first != i) return;
    const WordRange by = InstrumentalFrom(s_, i);
    if (by.first != i) return;
    // "Обстрел города артиллерией": the genitive is whom it befell.
    if (role == "actor") n->undergoer = n->actor;
    n->actor = by;
  }

  bool IsMeans(const WordRange& p) const { return IsAct(s_, p.first, "means"); }

  const SentenceReading& s_;
  const std::vector<Span>& times_;
};

}  // namespace

absl::InlinedVector<ActNoun, 2> FindActNouns(const SentenceReading& s,
                                             const std::vector<Span>& times) {
  if (s.matches.of(ListId::kActs).empty()) return {};
  return ActNounReader(s, times).Read();
}

}  // namespace rashomon
