#include "engine/contrast/conflict_features.h"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/contrast/unit_alignment.h"

namespace rashomon {
namespace {

constexpr std::array<std::string_view, kConflictFeatureCount> kNames = {
    "found",    "found_both", "negation", "negated_phrase", "opposite",
    "exclusive", "number",    "ordinal",  "name",           "other",
    "swapped",  "time",       "unsure"};

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

// Of the units but one.
double FoundBeside(const PairSide& side, const Links& links, int left_out) {
  Share share;
  for (std::size_t i = 0; i < side.units.size(); ++i) {
    if (static_cast<int>(i) != left_out) share.Add(side.units[i], links[i]);
  }
  return share.value();
}

ConflictFeature FeatureOf(ClashKind kind) {
  switch (kind) {
    case ClashKind::kOpposite: return ConflictFeature::kOpposite;
    case ClashKind::kExclusive: return ConflictFeature::kExclusive;
    case ClashKind::kNumber: return ConflictFeature::kNumber;
    case ClashKind::kOrdinal: return ConflictFeature::kOrdinal;
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
      const double rest =
          FoundBeside(hypothesis_, alignment_.of_hypothesis, c.hypothesis);
      const double strength = c.kind == ClashKind::kOther ? 1 : c.strength;
      Raise(FeatureOf(c.kind), strength * c.context * rest * rest);
    }
  }

  static bool NegatesStatement(const PairSide& side, int clause) {
    return std::any_of(side.negations.begin(), side.negations.end(),
                       [&](const PairNegation& n) {
                         return n.whole && n.clause == clause;
                       });
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
      if (n.whole) {
        ReadStatement(v, n);
      } else {
        ReadPhrase(v, n);
      }
    }
  }

  void ReadStatement(const View& v, const PairNegation& n) {
    const int other = ClauseOfOther(v, n.clause);
    if (other < 0 || NegatesStatement(v.far, other)) return;
    const double found = FoundOfClause(v, n.clause);
    Raise(ConflictFeature::kNegation, found * found);
  }

  void ReadPhrase(const View& v, const PairNegation& n) {
    if (n.focus >= v.near.units.size()) return;
    const int other = v.links[n.focus].other;
    if (other < 0) return;
    for (const PairNegation& far : v.far.negations) {
      if (static_cast<int>(far.focus) == other) return;
    }
    const double found = FoundOf(v.near, v.links);
    Raise(ConflictFeature::kNegatedPhrase, found * found);
  }

  // The unit that heads a span: its last noun.
  static int HeadOf(const PairSide& side, int sentence,
                    const std::optional<Span>& span) {
    int head = -1;
    if (!span) return head;
    for (std::size_t i = 0; i < side.units.size(); ++i) {
      const PairUnit& unit = side.units[i];
      if (unit.sentence != sentence || !IsNoun(unit.tag)) continue;
      const Span& word =
          side.index->words(sentence)[unit.words.last - 1].span;
      if (Contains(*span, word)) head = static_cast<int>(i);
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
        Raise(ConflictFeature::kSwapped,
              (actor_moved && undergoer_moved ? 1.0 : 0.4) * found * found);
      }
    }
  }

  const PairSide& text_;
  const PairSide& hypothesis_;
  const UnitAlignment alignment_;
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
