#include "engine/contrast/agency_detector.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/clauses.h"
#include "engine/contrast/evidence.h"
#include "engine/lexicon/word_relations.h"

namespace rashomon {
namespace {

// Verbs whose vectors are less alike name different acts. Chosen by reading
// agency rows of data/divergences; not fitted.
constexpr double kSameAct = 0.5;
constexpr double kRelatedAct = 0.8;
// The same where both befell one and the far verb names no doer: "killed" /
// "died".
constexpr double kSameFate = 0.3;
constexpr double kMinNearness = 0.25;
constexpr std::size_t kMaxWords = 14;

struct ActAt {
  const Act* act = nullptr;
  int sentence = 0;
  std::size_t verb = 0;
  WordRange range;  // actor, verb, undergoer
  StemSet actor;    // stems of who did it; empty where it is not said
  bool pronoun = false;
  StemSet undergoer;
};

bool NamesActor(const Act& act) {
  return act.actor.has_value() && !act.agentless &&
         act.voice != Voice::kPassive && act.voice != Voice::kNone;
}

std::vector<ActAt> ActsIn(const ReportIndex& report, int sentence) {
  std::vector<ActAt> acts;
  for (int c : report.claims_in(sentence)) {
    for (const Act& act : report.annotation().claims[c].acts) {
      if (act.voice == Voice::kNone) continue;
      const bool known =
          std::any_of(acts.begin(), acts.end(), [&](const ActAt& a) {
            return a.act->verb == act.verb;
          });
      const WordRange verb = report.WordsOf(sentence, act.verb);
      if (known || verb.empty()) continue;
      ActAt at{&act, sentence, verb.last - 1, verb, {}, false, {}};
      auto take = [&](const std::optional<Span>& part, StemSet* stems) {
        if (!part) return;
        const WordRange range = report.WordsOf(sentence, *part);
        if (range.empty()) return;
        *stems = StemsOf(report, sentence, range);
        at.range.first = std::min(at.range.first, range.first);
        at.range.last = std::max(at.range.last, range.last);
        at.pronoun |= range.last - range.first == 1 &&
                      IsPersonalPronoun(report.words(sentence)[range.first]);
      };
      take(act.actor, &at.actor);
      take(act.undergoer, &at.undergoer);
      acts.push_back(std::move(at));
    }
  }
  return acts;
}

// 1: one verb, or its noun; less: verbs of like meaning.
double Relatedness(const Direction& d, const ActAt& a, const ActAt& b) {
  const int x = d.near->base(a.sentence, a.verb);
  const int y = d.far->base(b.sentence, b.verb);
  if (x == y) return 1;
  const WordRelation relation = d.near->Between(x, y);
  if (relation == WordRelation::kOpposite) return 0;
  const double cosine =
      WordCosine(*d.near, a.sentence, a.verb, *d.far, b.sentence, b.verb);
  return relation == WordRelation::kSynonym ||
                 relation == WordRelation::kDerived
             ? std::max(kRelatedAct, cosine)
             : cosine;
}

struct Match {
  const ActAt* far = nullptr;
  Partner partner;
  double related = 0;
  double context = 0;  // likeness of the stretches round the acts
  bool shares_undergoer = false;
  bool dropped = false;
  double score = 0;
};

double ContextOf(const Direction& d, const ActAt& a, const ActAt& b) {
  const WordRange x = ClauseAround(*d.near, a.sentence, a.range, kMaxWords);
  const WordRange y = ClauseAround(*d.far, b.sentence, b.range, kMaxWords);
  const Eigen::VectorXf p = d.near->Meaning(a.sentence, x);
  const Eigen::VectorXf q = d.far->Meaning(b.sentence, y);
  return p.size() == q.size() ? std::max(0.0f, p.dot(q)) : 0.0;
}

std::optional<Match> MatchWith(const Direction& d, const ActAt& near,
                               const Partner& partner, const ActAt& far) {
  Match m;
  m.related = Relatedness(d, near, far);
  m.dropped = !NamesActor(*far.act);
  m.shares_undergoer = SharesStem(near.undergoer, far.undergoer);
  const bool same_fate = far.act->agentless && m.shares_undergoer;
  if (m.related < (same_fate ? kSameFate : kSameAct)) return std::nullopt;
  if (!m.dropped) {
    if (far.pronoun || far.actor.empty() ||
        SharesStem(near.actor, far.actor)) {
      return std::nullopt;
    }
  } else if (SharesStem(near.actor, d.far->stems_in(far.sentence))) {
    return std::nullopt;  // named elsewhere in the sentence
  }
  m.context = ContextOf(d, near, far);
  m.partner = partner;
  m.score = m.related + m.context + partner.confidence +
            (m.shares_undergoer ? 0.5 : 0);
  m.far = &far;
  return m;
}

// The acts of each sentence.
using Acts = std::vector<std::vector<ActAt>>;

Acts ActsOf(const ReportIndex& report) {
  Acts acts;
  for (int i = 0; i < report.sentence_count(); ++i) {
    acts.push_back(ActsIn(report, i));
  }
  return acts;
}

std::optional<Match> BestMatch(const Direction& d, const ActAt& near,
                               const Acts& far_acts) {
  std::optional<Match> best;
  for (const Partner& partner : (*d.partners)[near.sentence]) {
    if (Nearness(partner) < kMinNearness) {
      continue;
    }
    for (const ActAt& far : far_acts[partner.sentence]) {
      std::optional<Match> m = MatchWith(d, near, partner, far);
      if (m && (!best || m->score > best->score)) best = std::move(m);
    }
  }
  return best;
}

void AddFinding(const Direction& d, const ActAt& near, const Match& m,
                std::vector<Finding>* found) {
  Evidence here =
      EvidenceAt(*d.near, near.sentence,
                 ClauseAround(*d.near, near.sentence, near.range, 10));
  Evidence there =
      EvidenceAt(*d.far, m.far->sentence,
                 ClauseAround(*d.far, m.far->sentence, m.far->range, 10));
  const std::string explanation =
      m.dropped
          ? StrCat("One report names who did it: ", Quoted(here.quote),
                   "; the other tells it without: ", Quoted(there.quote), ".")
          : StrCat("The reports show different actors: ",
                   QuotedBoth(here.quote, there.quote), ".");
  Finding finding;
  const bool near_lead = d.near->IsLead(near.sentence);
  const bool far_lead = d.far->IsLead(m.far->sentence);
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kAgency;
  result.rule = m.dropped ? "agency.agent-dropped" : "agency.actor";
  result.triggers = {std::string(d.near->article().Quote(near.act->verb)),
                     std::string(d.far->article().Quote(m.far->act->verb))};
  std::sort(result.triggers.begin(), result.triggers.end());
  result.weight = near_lead || far_lead ? 3 : 2;
  result.explanation = explanation;
  finding.features = {
      {"dropped", m.dropped ? 1.0 : 0.0},
      {"related", m.related},
      {"context", m.context},
      {"undergoer", m.shares_undergoer ? 1.0 : 0.0},
      {"aligned", m.partner.confidence},
      {"similarity", m.partner.similarity},
      {"titles", d.near->is_title(near.sentence) &&
                         d.far->is_title(m.far->sentence)
                     ? 1.0
                     : 0.0},
      {"lead", (near_lead ? 0.5 : 0) + (far_lead ? 0.5 : 0)},
      {"quoted", d.near->InQuotation(near.act->verb) ? 1.0 : 0.0},
  };
  found->push_back(std::move(finding));
}

}  // namespace

void DetectAgency(const Direction& direction, std::vector<Finding>* found) {
  const Acts far = ActsOf(*direction.far);
  for (const std::vector<ActAt>& acts : ActsOf(*direction.near)) {
    for (const ActAt& near : acts) {
      if (!NamesActor(*near.act) || near.pronoun || near.actor.empty()) {
        continue;
      }
      const std::optional<Match> match = BestMatch(direction, near, far);
      if (match) AddFinding(direction, near, *match, found);
    }
  }
}

}  // namespace rashomon
