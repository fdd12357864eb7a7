#include "engine/contrast/label_terms.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/label_finding.h"
#include "engine/contrast/noun_chunks.h"

namespace rashomon {
namespace {

// From here on a name takes a side (see labels.tsv).
constexpr double kStance = 0.5;
constexpr std::size_t kMaxUses = 400;
// Longer phrases are shown by the name alone.
constexpr std::size_t kMaxWords = 8;
constexpr double kMinNearness = 0.25;
constexpr std::size_t kNameReach = 3;  // "the killings in Almerin"

// A name where it stands.
struct Use {
  const CompetingName* name = nullptr;
  int sentence = 0;
  WordRange shown;  // the noun phrase
  bool head = true;
  int head_stem = 0;
  StemSet rest;   // of the phrase but the name
  StemSet names;  // proper names in it and in what hangs on it
};

bool HoldsMark(const ReportIndex& report, int sentence, WordRange range) {
  const auto begin = report.words(sentence).begin();
  return std::any_of(begin + static_cast<std::ptrdiff_t>(range.first),
                     begin + static_cast<std::ptrdiff_t>(range.last),
                     [](const Word& w) {
                       return w.kind == WordKind::kPunctuation;
                     });
}

// The proper names from the range on, up to where the clause ends.
StemSet NamesFrom(const ReportIndex& report, int sentence, WordRange range) {
  const WordRange reach =
      GrowInClause(report, sentence, range, 0, kNameReach);
  StemSet names;
  for (std::size_t i = reach.first; i < reach.last; ++i) {
    if (report.tags(sentence)[i] == Tag::kProper) {
      names.Insert(report.stem(sentence, i));
    }
  }
  return names;
}

Use UseOf(const ReportIndex& report, const CompetingName& name, int sentence) {
  Use use;
  use.name = &name;
  use.sentence = sentence;
  use.shown = report.WordsOf(sentence, name.span);
  const WordRange words = use.shown;
  for (const NounChunk& chunk : NounChunksOf(report, sentence)) {
    if (chunk.range.first > words.first || chunk.range.last < words.last) {
      continue;
    }
    use.head = chunk.head < words.last;
    use.head_stem = report.stem(sentence, chunk.head);
    use.rest = StemsOf(report, sentence, chunk.range);
    use.names = NamesFrom(report, sentence, chunk.range);
    if (chunk.range.last - chunk.range.first <= kMaxWords &&
        !HoldsMark(report, sentence, chunk.range)) {
      use.shown = chunk.range;
    }
  }
  for (std::size_t i = words.first; i < words.last; ++i) {
    use.rest.Erase(report.stem(sentence, i));
  }
  return use;
}

// The names of a report, and where they stand.
struct Uses {
  std::vector<Use> list;
  StringSet names;  // of any group

  bool Has(const CompetingName& name) const {
    return names.contains(KeyOf(name));
  }
  static std::string KeyOf(const CompetingName& name) {
    return StrCat(name.group, "\n", name.name);
  }
};

Uses UsesOf(const ReportIndex& report) {
  Uses uses;
  for (const CompetingName& name : report.annotation().names) {
    const int sentence = report.SentenceAt(name.span);
    if (sentence < 0 || uses.list.size() >= kMaxUses) continue;
    uses.list.push_back(UseOf(report, name, sentence));
    uses.names.insert(Uses::KeyOf(name));
  }
  return uses;
}

double NearnessOf(const Direction& d, int near, int far) {
  for (const Partner& p : (*d.partners)[near]) {
    if (p.sentence == far) return Nearness(p);
  }
  return 0;
}

struct TermMatch {
  const Use* far = nullptr;
  double nearness = 0;  // of the sentences
  bool shares = false;  // a word of the phrases
  double score = 0;
};

// Whether the two may name one thing, and how surely.
TermMatch MatchUses(const Direction& d, const Use& near, const Use& far) {
  TermMatch m{&far, NearnessOf(d, near.sentence, far.sentence),
              SharesStem(near.rest, far.rest), 0};
  const bool alike = near.head == far.head &&
                     (near.head || near.head_stem == far.head_stem);
  const bool both = near.name->strength >= kStance &&
                    far.name->strength >= kStance && !near.name->common;
  // "The massacre in Almerin", "the killings in Velmora".
  const bool apart = !near.names.empty() && !far.names.empty() &&
                     !SharesStem(near.names, far.names);
  if (!alike || apart || (!both && !m.shares && m.nearness < kMinNearness)) {
    return m;
  }
  m.score = 0.1 + m.nearness + (m.shares ? 1 : 0) + far.name->strength -
            (far.name->in_quotation ? 0.5 : 0);
  return m;
}

TermMatch BestMatch(const Direction& d, const Use& near,
                    const Uses& near_uses, const Uses& far_uses) {
  TermMatch best;
  for (const Use& far : far_uses.list) {
    if (far.name->group != near.name->group ||
        far.name->name == near.name->name ||
        (far.name->strength >= kStance && near_uses.Has(*far.name))) {
      continue;
    }
    const TermMatch m = MatchUses(d, near, far);
    if (m.score > best.score) best = m;
  }
  return best;
}

void AddTerm(const Direction& d, const Use& near, const TermMatch& m,
             std::vector<Finding>* found) {
  const CompetingName& here = *near.name;
  const CompetingName& there = *m.far->name;
  AddCompeting(d, EvidenceAt(*d.near, near.sentence, near.shown),
               EvidenceAt(*d.far, m.far->sentence, m.far->shown),
               {std::string(d.near->article().Quote(here.span)),
                std::string(d.far->article().Quote(there.span))},
               {.stance = std::max(here.strength, there.strength),
                .both = there.strength >= kStance,
                .nearness = m.nearness,
                .shares = m.shares,
                .quoted = here.in_quotation || there.in_quotation},
               found);
}

}  // namespace

void CompareTerms(const Direction& d, std::vector<Finding>* found) {
  const Uses& near = d.readings->Of(*d.near, &UsesOf);
  const Uses& far = d.readings->Of(*d.far, &UsesOf);
  std::vector<std::pair<const Use*, TermMatch>> best;  // a name each
  for (const Use& use : near.list) {
    if (use.name->strength < kStance || far.Has(*use.name)) continue;
    const TermMatch m = BestMatch(d, use, near, far);
    if (m.far == nullptr || m.score <= 0) continue;
    const auto known =
        std::find_if(best.begin(), best.end(), [&](const auto& b) {
          return b.first->name->group == use.name->group &&
                 b.first->name->name == use.name->name;
        });
    if (known == best.end()) {
      best.emplace_back(&use, m);
    } else if (m.score > known->second.score) {
      *known = {&use, m};
    }
  }
  for (const auto& [use, m] : best) AddTerm(d, *use, m, found);
}

}  // namespace rashomon
