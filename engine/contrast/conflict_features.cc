#include "engine/contrast/conflict_features.h"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/contrast/unit_alignment.h"

namespace rashomon {
namespace {

constexpr std::array<std::string_view, kConflictFeatureCount> kNames = {
    "found",          "found_both", "negation",  "negated_focus",
    "negated_phrase", "opposite",   "predicate", "exclusive",
    "number",         "ordinal",    "name",      "other",
    "swapped",        "time"};

// What a word of a negated clause that gives way to another takes away. By
// reading SICK's training part, as are the next two.
constexpr double kLessForClash = 0.5;
// What evidence counts for where the two share no name.
constexpr double kUnnamed = 0.56;
// One of actor and undergoer alone has changed places.
constexpr double kHalfSwapped = 0.4;
// What one side leaves open does not exclude what the other asserts.
constexpr double kLeftOpen = 0.6;

using Links = std::vector<UnitLink>;

// Share of the weight of some units that the other side says.
class Share {
 public:
  void Add(const PairUnit& unit, const UnitLink& link) {
    all_ += unit.weight;
    found_ += unit.weight * link.similarity;
  }
  double value() const { return all_ > 0 ? found_ / all_ : 0; }

 private:
  double all_ = 0;
  double found_ = 0;
};

double FoundOf(const PairSide& side, const Links& links) {
  Share share;
  for (std::size_t i = 0; i < side.units.size(); ++i) {
    share.Add(side.units[i], links[i]);
  }
  return share.value();
}

ConflictFeature FeatureOf(ClashKind kind) {
  switch (kind) {
    case ClashKind::kOpposite: return ConflictFeature::kOpposite;
    case ClashKind::kPredicate: return ConflictFeature::kPredicate;
    case ClashKind::kExclusive: return ConflictFeature::kExclusive;
    case ClashKind::kNumber: return ConflictFeature::kNumber;
    case ClashKind::kOrdinal: return ConflictFeature::kOrdinal;
    case ClashKind::kTime: return ConflictFeature::kTime;
    case ClashKind::kName: return ConflictFeature::kName;
    case ClashKind::kOther: break;
  }
  return ConflictFeature::kOther;
}

// One side against the other, for what is looked for in both directions.
struct View {
  const PairSide& near;
  const PairSide& far;
  const Links& links;  // of near
};

class FeatureReader {
 public:
  FeatureReader(const PairSide& text, const PairSide& hypothesis,
                const WordModel& model)
      : text_(text),
        hypothesis_(hypothesis),
        alignment_(AlignUnits(text, hypothesis, model)) {}

  ConflictFeatures Read() {
    const double found_hypothesis =
        FoundOf(hypothesis_, alignment_.of_hypothesis);
    const double found_text = FoundOf(text_, alignment_.of_text);
    f_[ConflictFeature::kFound] = found_hypothesis;
    f_[ConflictFeature::kFoundBoth] = std::min(found_hypothesis, found_text);
    shares_name_ = SharesName();
    FindSharedNegations();
    ReadClashes();
    ReadNegations({text_, hypothesis_, alignment_.of_text});
    ReadNegations({hypothesis_, text_, alignment_.of_hypothesis});
    ReadRoles();
    return f_;
  }

 private:
  void Raise(ConflictFeature feature, double value) {
    f_[feature] = std::max(f_[feature], value);
  }

  void ReadClashes() {
    for (const UnitClash& c : alignment_.clashes) {
      if (IsNegatedOnce(c)) continue;
      const double rest = FoundBeside(c);
      const double strength = c.kind == ClashKind::kOther ? 1 : c.strength;
      Raise(FeatureOf(c.kind),
            strength * c.context * rest * rest * SameThing(c.kind) *
                (IsLeftOpenOnce(c) ? kLeftOpen : 1));
    }
  }

  // How far the two speak of one thing at all: two captions of "a man" may tell
  // of two men, where a shared name leaves less doubt (de Marneffe et al. 2008
  // on the coreference of events). Values and
  // names are definite by themselves.
  double SameThing(ClashKind kind) const {
    const bool definite =
        kind == ClashKind::kNumber || kind == ClashKind::kOrdinal ||
        kind == ClashKind::kTime || kind == ClashKind::kName;
    return definite || shares_name_ ? 1 : kUnnamed;
  }

  bool SharesName() const {
    for (std::size_t i = 0; i < hypothesis_.units.size(); ++i) {
      const UnitLink& link = alignment_.of_hypothesis[i];
      if (link.other >= 0 && hypothesis_.units[i].name &&
          text_.units[static_cast<std::size_t>(link.other)].name) {
        return true;
      }
    }
    return false;
  }

  // Share of the hypothesis, without the clash, that the text says; of names
  // that clash all are left out, for two of them may be parts of one.
  double FoundBeside(const UnitClash& clash) const {
    std::vector<bool> left_out(hypothesis_.units.size());
    left_out[static_cast<std::size_t>(clash.hypothesis)] = true;
    for (const UnitClash& c : alignment_.clashes) {
      if (clash.kind == ClashKind::kName && c.kind == ClashKind::kName) {
        left_out[static_cast<std::size_t>(c.hypothesis)] = true;
      }
    }
    Share share;
    for (std::size_t i = 0; i < left_out.size(); ++i) {
      if (left_out[i]) continue;
      share.Add(hypothesis_.units[i], alignment_.of_hypothesis[i]);
    }
    return share.value();
  }

  bool IsLeftOpenOnce(const UnitClash& c) const {
    return text_.units[static_cast<std::size_t>(c.text)].open !=
           hypothesis_.units[static_cast<std::size_t>(c.hypothesis)].open;
  }

  // "She peels an onion" does not contradict "she peels no garlic".
  bool IsNegatedOnce(const UnitClash& c) const {
    const PairUnit& t = text_.units[static_cast<std::size_t>(c.text)];
    const PairUnit& h =
        hypothesis_.units[static_cast<std::size_t>(c.hypothesis)];
    return NegatesStatement(text_, t.clause) !=
           NegatesStatement(hypothesis_, h.clause);
  }

  // How far words of a negated clause give way to others on the other side:
  // each makes it less sure that what is said there is what is negated here.
  double LessForClashes(const PairSide& near, int clause) const {
    double factor = 1;
    for (const UnitClash& c : alignment_.clashes) {
      const auto unit = static_cast<std::size_t>(
          &near == &text_ ? c.text : c.hypothesis);
      if (near.units[unit].clause == clause) {
        factor *= 1 - kLessForClash * c.context;
      }
    }
    return factor;
  }

  // By the negations that the other side does not have as well. Two cancel.
  bool NegatesStatement(const PairSide& side, int clause) const {
    const std::vector<bool>& shared =
        &side == &text_ ? shared_text_ : shared_hypothesis_;
    int count = 0;
    for (std::size_t i = 0; i < side.negations.size(); ++i) {
      const PairNegation& n = side.negations[i];
      count += n.whole && !n.conditional && !shared[i] && n.clause == clause;
    }
    return count % 2 == 1;
  }

  // "failed to agree", "their failure to agree": both negate what is linked.
  void FindSharedNegations() {
    shared_text_.resize(text_.negations.size());
    shared_hypothesis_.resize(hypothesis_.negations.size());
    std::map<int, std::size_t> by_focus;  // unit of the hypothesis
    for (std::size_t i = 0; i < hypothesis_.negations.size(); ++i) {
      by_focus[static_cast<int>(hypothesis_.negations[i].focus)] = i;
    }
    for (std::size_t i = 0; i < text_.negations.size(); ++i) {
      const std::size_t focus = text_.negations[i].focus;
      if (focus >= text_.units.size()) continue;
      const auto other = by_focus.find(alignment_.of_text[focus].other);
      if (other == by_focus.end()) continue;
      shared_text_[i] = shared_hypothesis_[other->second] = true;
    }
  }

  // The clause of the other side that says most of what a clause says.
  static int ClauseOfOther(const View& v, int clause) {
    std::map<int, double> weights;
    for (std::size_t i = 0; i < v.near.units.size(); ++i) {
      const PairUnit& unit = v.near.units[i];
      if (unit.clause != clause || v.links[i].other < 0) continue;
      const auto other = static_cast<std::size_t>(v.links[i].other);
      weights[v.far.units[other].clause] +=
          unit.weight * v.links[i].similarity;
    }
    int best = -1;
    for (const auto& [other, weight] : weights) {
      if (best < 0 || weight > weights[best]) best = other;
    }
    return best;
  }

  static double FoundOfClause(const View& v, int clause) {
    Share share;
    for (std::size_t i = 0; i < v.near.units.size(); ++i) {
      if (v.near.units[i].clause == clause) {
        share.Add(v.near.units[i], v.links[i]);
      }
    }
    return share.value();
  }

  void ReadNegations(const View& v) {
    for (const PairNegation& n : v.near.negations) {
      if (n.conditional) continue;
      if (n.whole) {
        ReadStatement(v, n);
      } else {
        ReadPhrase(v, n);
      }
    }
  }

  void ReadStatement(const View& v, const PairNegation& n) {
    const int other = ClauseOfOther(v, n.clause);
    if (other < 0 || !NegatesStatement(v.near, n.clause) ||
        NegatesStatement(v.far, other)) {
      return;
    }
    const double less =
        LessForClashes(v.near, n.clause) * (shares_name_ ? 1 : kUnnamed);
    const double found = FoundOfClause(v, n.clause);
    Raise(ConflictFeature::kNegation, found * found * less);
    if (n.focus < v.near.units.size() && v.links[n.focus].other >= 0) {
      const double by_focus = f_[ConflictFeature::kFound];
      Raise(ConflictFeature::kNegatedFocus,
            v.links[n.focus].similarity * by_focus * by_focus * less);
    }
  }

  void ReadPhrase(const View& v, const PairNegation& n) {
    if (n.focus >= v.near.units.size()) return;
    const int other = v.links[n.focus].other;
    if (other < 0) return;
    for (const PairNegation& far : v.far.negations) {
      if (static_cast<int>(far.focus) == other) return;
    }
    const double found = f_[ConflictFeature::kFound];
    Raise(ConflictFeature::kNegatedPhrase,
          v.links[n.focus].similarity * found * found);
  }

  // The unit that heads a span: its last noun before a preposition.
  static int HeadOf(const PairSide& side, int sentence,
                    const std::optional<Span>& span) {
    int head = -1;
    if (!span) return head;
    for (std::size_t i = 0; i < side.units.size(); ++i) {
      const PairUnit& unit = side.units[i];
      if (unit.sentence != sentence || !IsNoun(unit.tag)) continue;
      const std::size_t last = unit.words.last;
      const Span& word = side.index->words(sentence)[last - 1].span;
      if (!Contains(*span, word)) continue;
      head = static_cast<int>(i);
      const std::vector<Tag>& tags = side.index->tags(sentence);
      if (last < tags.size() && tags[last] == Tag::kPreposition) break;
    }
    return head;
  }

  struct Roles {
    int verb = -1;
    int actor = -1;
    int undergoer = -1;
  };

  static std::vector<Roles> RolesOf(const PairSide& side) {
    constexpr std::size_t kMost = 40;
    std::vector<Roles> all;
    for (const Claim& claim : side.annotation->claims) {
      for (const Act& act : claim.acts) {
        if (all.size() >= kMost) return all;
        Roles roles;
        for (std::size_t i = 0; i < side.units.size(); ++i) {
          const PairUnit& unit = side.units[i];
          if (unit.sentence == claim.sentence &&
              Overlaps(side.index->words(unit.sentence)[unit.words.last - 1]
                           .span, act.verb)) {
            roles.verb = static_cast<int>(i);
          }
        }
        roles.actor = HeadOf(side, claim.sentence, act.actor);
        roles.undergoer = HeadOf(side, claim.sentence, act.undergoer);
        if (roles.verb >= 0) all.push_back(roles);
      }
    }
    return all;
  }

  int LinkOf(int hypothesis) const {
    return hypothesis < 0 ? -1
                          : alignment_
                                .of_hypothesis[static_cast<std::size_t>(
                                    hypothesis)]
                                .other;
  }

  void ReadRoles() {
    const std::vector<Roles> text = RolesOf(text_);
    for (const Roles& h : RolesOf(hypothesis_)) {
      for (const Roles& t : text) {
        if (LinkOf(h.verb) != t.verb) continue;
        const bool actor_moved =
            t.undergoer >= 0 && LinkOf(h.actor) == t.undergoer;
        const bool undergoer_moved =
            t.actor >= 0 && LinkOf(h.undergoer) == t.actor;
        if (!actor_moved && !undergoer_moved) continue;
        const double found = f_[ConflictFeature::kFound];
        const double moved = actor_moved && undergoer_moved ? 1 : kHalfSwapped;
        Raise(ConflictFeature::kSwapped,
              moved * found * found * (shares_name_ ? 1 : kUnnamed));
      }
    }
  }

  const PairSide& text_;
  const PairSide& hypothesis_;
  const UnitAlignment alignment_;
  bool shares_name_ = false;
  // Of each negation: the other side negates the same.
  std::vector<bool> shared_text_;
  std::vector<bool> shared_hypothesis_;
  ConflictFeatures f_;
};

}  // namespace

std::string_view Name(ConflictFeature feature) {
  return kNames[static_cast<std::size_t>(feature)];
}

std::vector<FeatureValue> ConflictFeatures::Named() const {
  std::vector<FeatureValue> named;
  for (std::size_t i = 0; i < kConflictFeatureCount; ++i) {
    named.push_back({std::string(kNames[i]), values_[i]});
  }
  return named;
}

ConflictFeatures FeaturesOfConflict(const PairSide& text,
                                    const PairSide& hypothesis,
                                    const WordModel& model) {
  if (text.units.empty() || hypothesis.units.empty()) return {};
  return FeatureReader(text, hypothesis, model).Read();
}

}  // namespace rashomon
