#include "engine/contrast/agency_detector.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/called_untrue.h"
#include "engine/contrast/clauses.h"
#include "engine/contrast/detector_words.h"
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
// Sentences less surely aligned tell one verb of two deeds; and of two doers
// sooner still.
// Of some 70 such findings in the pairs marked for the fit (tools/train) none
// was right; of those above, one in seven is.
constexpr double kMinAligned = 0.3;
constexpr double kMinAlignedActor = 0.6;
constexpr std::size_t kMaxWords = 14;

// What shows an act told by a noun is its phrase, by a verb its clause.
constexpr std::size_t kClauseWords = 10;

struct ActAt {
  std::size_t verb = 0;  // its head, or the noun of action
  int sentence = 0;
  WordRange range;  // actor, verb, undergoer
  bool agentless = false;
  bool names_actor = false;
  bool bare = false;     // "accused of shelling": another verb tells its doer
  bool pronoun = false;  // for one of the two
  bool state = false;    // "dead": no act is told
  bool nominal = false;  // "the shelling of"
  StemSet actor;         // stems of who did it; empty where it is not said
  StemSet beside_place;  // of these, without names of places
  StringSet entities;    // of the mentions there, of places only where alone
  StemSet undergoer;
};

bool NamesActor(const Act& act) {
  return act.actor.has_value() && !act.agentless &&
         act.voice != Voice::kPassive && act.voice != Voice::kNone;
}

// Who announces, orders or demands a deed stands for who does it: "the ministry
// announced | the expulsion of ten". Only where the content opens with the
// noun.
std::optional<Span> AnnouncerOf(const ReportIndex& report, const Claim& claim,
                                const Act& act) {
  if (act.voice != Voice::kNominal || act.actor || act.agentless ||
      claim.mode == ClaimMode::kQuote || claim.source.empty() ||
      claim.content.empty() || claim.cue_class == CueClass::kDenying) {
    return std::nullopt;
  }
  const WordRange content =
      report.WordsOf(claim.sentence, claim.content.front());
  const WordRange noun = report.WordsOf(claim.sentence, act.verb);
  const std::vector<Tag>& tags = report.tags(claim.sentence);
  for (std::size_t i = content.first; i < noun.first; ++i) {
    if (tags[i] != Tag::kDeterminer && tags[i] != Tag::kAdjective &&
        tags[i] != Tag::kNoun && tags[i] != Tag::kNumber &&
        tags[i] != Tag::kParticiple) {
      return std::nullopt;
    }
  }
  if (content.first > noun.first) return std::nullopt;
  return claim.source.front();
}

// Takes a part of the act into its range, and its stems into `stems`.
void TakePart(const ReportIndex& report, const Span& part, ActAt* at,
              StemSet* stems) {
  const WordRange range = report.WordsOf(at->sentence, part);
  if (range.empty()) return;
  *stems = StemsOf(report, at->sentence, range);
  at->range.first = std::min(at->range.first, range.first);
  at->range.last = std::max(at->range.last, range.last);
  at->pronoun |= range.last - range.first == 1 &&
                 IsPersonalPronoun(report.words(at->sentence)[range.first]);
}

void TakeEntities(const ReportIndex& report, const Span& part, ActAt* at) {
  at->beside_place = at->actor;
  StringSet places;
  for (const Mention& mention : report.annotation().mentions) {
    if (mention.entity.empty() || !Overlaps(mention.span, part)) continue;
    if (mention.type != MentionType::kPlace) {
      at->entities.emplace(mention.entity);
      continue;
    }
    places.emplace(mention.entity);
    const WordRange range = report.WordsOf(at->sentence, mention.span);
    for (std::size_t i = range.first; i < range.last; ++i) {
      at->beside_place.Erase(report.stem(at->sentence, i));
    }
  }
  if (at->beside_place.empty()) {
    at->entities.insert(places.begin(), places.end());
  }
}

// "Wrote in support of": the subject's act.
bool HangsOnIn(const ReportIndex& report, int sentence, std::size_t noun) {
  return noun > 0 && report.words(sentence)[noun - 1].normal == "in";
}

std::optional<ActAt> ReadAct(const ReportIndex& report, const Claim& claim,
                             const Act& act) {
  if (act.voice == Voice::kNone) return std::nullopt;
  const WordRange verb = report.WordsOf(claim.sentence, act.verb);
  if (verb.empty()) return std::nullopt;
  ActAt at;
  at.verb = verb.last - 1;
  at.sentence = claim.sentence;
  at.range = verb;
  at.agentless = act.agentless;
  const std::optional<Span> announcer = AnnouncerOf(report, claim, act);
  at.names_actor = NamesActor(act) || announcer.has_value();
  at.nominal = act.voice == Voice::kNominal;
  at.bare = !act.actor && !act.agentless &&
            (act.voice == Voice::kActive ||
             (at.nominal && HangsOnIn(report, claim.sentence, at.verb)));
  const std::optional<Span>& actor = announcer ? announcer : act.actor;
  if (actor) {
    TakePart(report, *actor, &at, &at.actor);
    TakeEntities(report, *actor, &at);
  }
  if (act.undergoer) TakePart(report, *act.undergoer, &at, &at.undergoer);
  return at;
}

// "Dead civilians": what befell them, with nobody who did it.
bool IsState(const Word& word, Tag tag) {
  return (tag == Tag::kAdjective || tag == Tag::kParticiple) &&
         DetectorWords::Shipped().Has(WordGroup::kState, word);
}

void AddStates(const ReportIndex& report, int sentence,
               std::vector<ActAt>* acts) {
  const std::vector<Word>& words = report.words(sentence);
  const std::vector<Tag>& tags = report.tags(sentence);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!IsState(words[i], tags[i])) continue;
    std::size_t head = i + 1;
    while (head + 1 < words.size() && IsNoun(tags[head + 1])) ++head;
    if (!IsNoun(tags[head])) continue;
    ActAt at;
    at.verb = i;
    at.sentence = sentence;
    at.range = {i, head + 1};
    at.agentless = true;
    at.state = true;
    at.undergoer = StemsOf(report, sentence, {i + 1, head + 1});
    acts->push_back(std::move(at));
  }
}

std::vector<ActAt> ActsIn(const ReportIndex& report, int sentence) {
  std::vector<ActAt> acts;
  for (int c : report.claims_in(sentence)) {
    const Claim& claim = report.annotation().claims[c];
    for (const Act& act : claim.acts) {
      std::optional<ActAt> at = ReadAct(report, claim, act);
      if (!at) continue;
      const auto known =
          std::find_if(acts.begin(), acts.end(), [&](const ActAt& a) {
            return a.verb == at->verb;
          });
      if (known == acts.end()) {
        acts.push_back(*std::move(at));
      } else if (at->names_actor && !known->names_actor) {
        *known = *std::move(at);
      }
    }
  }
  AddStates(report, sentence, &acts);
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

bool SharesEntity(const StringSet& a, const StringSet& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& entity) {
    return b.contains(entity);
  });
}

// A place does not tell who it is where other words do: "a U.S. court", "the
// U.S. treasury".
bool SameActor(const ActAt& a, const ActAt& b) {
  const bool told = !a.beside_place.empty() && !b.beside_place.empty();
  return SharesStem(told ? a.beside_place : a.actor, b.actor) ||
         SharesEntity(a.entities, b.entities);
}

// Whether both befell one: named as what the act befell, or where one act names
// none, somewhere in its sentence.
bool SharesUndergoer(const Direction& d, const ActAt& near, const ActAt& far) {
  return SharesStem(near.undergoer, far.undergoer) ||
         (far.undergoer.empty() &&
          SharesStem(near.undergoer, d.far->stems_in(far.sentence))) ||
         (near.undergoer.empty() &&
          SharesStem(far.undergoer, d.near->stems_in(near.sentence)));
}

// Whether the clause round the act names the doer of another.
bool ClauseNames(const ReportIndex& report, const ActAt& at,
                 const ActAt& other) {
  const WordRange clause =
      ClauseAround(report, at.sentence, at.range, kMaxWords);
  return SharesStem(other.beside_place, StemsOf(report, at.sentence, clause));
}

// Whether the acts are one act of two doers.
bool HasOtherDoer(const Direction& d, const ActAt& near, const ActAt& far,
                  double related, const Partner& partner) {
  return related >= kRelatedAct && partner.confidence >= kMinAlignedActor &&
         SharesStem(near.undergoer, far.undergoer) && !far.pronoun &&
         !far.actor.empty() && !SameActor(near, far) &&
         ClauseNames(*d.far, far, near) == ClauseNames(*d.near, near, far);
}

// Whether they are one act, and the far sentence names the doer nowhere.
bool DropsDoer(const Direction& d, const ActAt& near, const ActAt& far,
               double related) {
  return !far.bare && !(near.nominal && far.nominal) &&
         related >= (far.agentless ? kSameFate : kSameAct) &&
         !SharesStem(near.actor, d.far->stems_in(far.sentence));
}

std::optional<Match> MatchWith(const Direction& d, const ActAt& near,
                               const Partner& partner, const ActAt& far) {
  if (!SharesUndergoer(d, near, far)) return std::nullopt;
  Match m;
  m.related = Relatedness(d, near, far);
  m.dropped = !far.names_actor;
  if (m.dropped ? !DropsDoer(d, near, far, m.related)
                : !HasOtherDoer(d, near, far, m.related, partner)) {
    return std::nullopt;
  }
  m.context = ContextOf(d, near, far);
  m.partner = partner;
  m.score = m.related + m.context + partner.confidence;
  m.far = &far;
  return m;
}

// The acts of each of the first sentences, those that have partners.
using Acts = std::vector<std::vector<ActAt>>;

// What is denied is no telling of an act.
Acts ActsOf(const ReportIndex& report) {
  Acts acts;
  const std::vector<bool> denials = DenialsOf(report).of;
  for (std::size_t i = 0; i < denials.size(); ++i) {
    acts.push_back(denials[i] ? std::vector<ActAt>()
                              : ActsIn(report, static_cast<int>(i)));
  }
  return acts;
}

void KeepBetter(std::optional<Match> m, std::optional<Match>* best) {
  if (m && (!*best || m->score > (*best)->score)) *best = std::move(m);
}

std::optional<Match> BestOfPartners(const Direction& d, const ActAt& near,
                                    const Acts& far_acts) {
  std::optional<Match> best;
  for (const Partner& partner : (*d.partners)[near.sentence]) {
    if (Nearness(partner) < kMinNearness) continue;
    for (const ActAt& far : far_acts[partner.sentence]) {
      // "Killed" / "died" is telling by itself.
      if (partner.confidence < kMinAligned && !far.agentless) continue;
      KeepBetter(MatchWith(d, near, partner, far), &best);
    }
  }
  return best;
}

// One verb, or its noun, and one that it befell, wherever that is told:
// "Kiev's shelling of the plant" / "the plant has been shelled".
bool IsSameDeed(const Direction& d, const ActAt& near, const ActAt& far) {
  return SharesStem(near.undergoer, far.undergoer) &&
         Relatedness(d, near, far) >= (far.state ? kSameFate : kRelatedAct);
}

// Whether the far report names the same doer of the deed anywhere.
bool NamesDoer(const Direction& d, const ActAt& near, const Acts& far_acts) {
  for (const std::vector<ActAt>& acts : far_acts) {
    for (const ActAt& far : acts) {
      if (far.names_actor && SameActor(near, far) && IsSameDeed(d, near, far)) {
        return true;
      }
    }
  }
  return false;
}

// Whether the act is one of force, whose tellings meet wherever they stand:
// many a complaint is filed.
bool IsForce(const ReportIndex& report, const ActAt& at) {
  const Word& word = report.words(at.sentence)[at.verb];
  return DetectorWords::Shipped().Has(WordGroup::kEvent, word) ||
         DetectorWords::Shipped().Has(WordGroup::kHarm, word);
}

// The telling of the same deed without its doer that is most alike.
std::optional<Match> BestWithoutDoer(const Direction& d, const ActAt& near,
                                     const Acts& far_acts) {
  std::optional<Match> best;
  for (const std::vector<ActAt>& acts : far_acts) {
    for (const ActAt& far : acts) {
      if (far.names_actor || !IsSameDeed(d, near, far)) continue;
      KeepBetter(MatchWith(d, near, {far.sentence, 0, 0, 0}, far), &best);
    }
  }
  return best;
}

const Span& VerbSpan(const ReportIndex& report, const ActAt& at) {
  return report.words(at.sentence)[at.verb].span;
}

std::string TriggerOf(const ReportIndex& report, const ActAt& at) {
  return std::string(report.article().Quote(VerbSpan(report, at)));
}

Evidence Shown(const ReportIndex& report, const ActAt& at) {
  if (at.nominal && at.names_actor && !at.undergoer.empty()) {
    return EvidenceAt(report, at.sentence, at.range);
  }
  const bool brief = at.range.last - at.range.first <= kClauseWords;
  const WordRange shown = brief ? at.range : WordRange{at.verb, at.verb + 1};
  return EvidenceAt(report, at.sentence,
                    ClauseAround(report, at.sentence, shown, kClauseWords));
}

void AddFinding(const Direction& d, const ActAt& near, const Match& m,
                std::vector<Finding>* found) {
  Evidence here = Shown(*d.near, near);
  Evidence there = Shown(*d.far, *m.far);
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
  result.triggers = {TriggerOf(*d.near, near), TriggerOf(*d.far, *m.far)};
  std::sort(result.triggers.begin(), result.triggers.end());
  result.weight = near_lead || far_lead ? 3 : 2;
  result.explanation = explanation;
  finding.features = {
      {"dropped", m.dropped ? 1.0 : 0.0},
      {"related", m.related},
      {"context", m.context},
      {"aligned", m.partner.confidence},
      {"similarity", m.partner.similarity},
      {"titles", d.near->is_title(near.sentence) &&
                         d.far->is_title(m.far->sentence)
                     ? 1.0
                     : 0.0},
      {"lead", (near_lead ? 0.5 : 0) + (far_lead ? 0.5 : 0)},
      {"quoted", d.near->InQuotation(VerbSpan(*d.near, near)) ? 1.0 : 0.0},
  };
  found->push_back(std::move(finding));
}

}  // namespace

void DetectAgency(const Direction& direction, std::vector<Finding>* found) {
  const Acts& near = direction.readings->Of(*direction.near, &ActsOf);
  const Acts& far = direction.readings->Of(*direction.far, &ActsOf);
  // Deeds that no aligned sentence tells: the best telling of each verb.
  std::map<int, std::pair<const ActAt*, Match>> elsewhere;
  for (const std::vector<ActAt>& acts : near) {
    for (const ActAt& act : acts) {
      if (!act.names_actor || act.pronoun || act.actor.empty()) continue;
      std::optional<Match> match = BestOfPartners(direction, act, far);
      const bool aligned = match.has_value();
      if (!match && IsForce(*direction.near, act)) {
        match = BestWithoutDoer(direction, act, far);
      }
      if (!match || (match->dropped && NamesDoer(direction, act, far))) {
        continue;
      }
      if (aligned) {
        AddFinding(direction, act, *match, found);
        continue;
      }
      const int verb = direction.near->base(act.sentence, act.verb);
      const auto known = elsewhere.find(verb);
      if (known == elsewhere.end() ||
          match->score > known->second.second.score) {
        elsewhere.insert_or_assign(verb, std::make_pair(&act, *match));
      }
    }
  }
  for (const auto& [verb, best] : elsewhere) {
    AddFinding(direction, *best.first, best.second, found);
  }
}

}  // namespace rashomon
