#include "engine/contrast/label_events.h"

#include <string>
#include <utility>

#include "engine/contrast/anchored_phrases.h"
#include "engine/contrast/detector_words.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/label_finding.h"
#include "engine/contrast/stem_set.h"

namespace rashomon {
namespace {

const Word& HeadOf(const ReportIndex& report, const AnchoredPhrase& p) {
  return report.words(p.sentence)[p.chunk.head];
}

int HeadStem(const ReportIndex& report, const AnchoredPhrase& p) {
  return report.stem(p.sentence, p.chunk.head);
}

// Phrases whose heads are nouns of events.
struct EventPhrases {
  std::vector<AnchoredPhrase> list;
};

bool IsEvent(const ReportIndex& report, const AnchoredPhrase& phrase) {
  const Word& head = HeadOf(report, phrase);
  const DetectorWords& words = DetectorWords::Shipped();
  return words.Has(WordGroup::kEvent, head) &&
         !words.Has(WordGroup::kDoer, head);
}

const EventPhrases& EventsOf(const Direction& d, const ReportIndex& report) {
  return d.readings->Of(report, [&d](const ReportIndex& r) {
    EventPhrases events;
    for (const AnchoredPhrase& p : d.readings->Of(r, &AnchoredPhrasesOf)) {
      if (IsEvent(r, p)) events.list.push_back(p);
    }
    return events;
  });
}

struct EventMatch {
  const AnchoredPhrase* far = nullptr;
  int uses = 0;  // sentences of the far report that have its head
  double shared = 0;
};

bool IsBetter(const EventMatch& a, const EventMatch& b) {
  return a.uses != b.uses ? a.uses > b.uses : a.shared > b.shared;
}

EventMatch BestMatch(const Direction& d, const AnchoredPhrase& near,
                     const std::vector<AnchoredPhrase>& far) {
  EventMatch best;
  for (const AnchoredPhrase& other : far) {
    const int head = HeadStem(*d.far, other);
    const int uses = d.far->SentencesWith(head);
    if (uses <= d.near->SentencesWith(head) ||
        AreNeutralVariants(d.near->Between(HeadStem(*d.near, near), head))) {
      continue;
    }
    const EventMatch m{&other, uses,
                       SharedAnchors(*d.near, near, other)};
    if (m.shared >= kMinAnchor && (best.far == nullptr || IsBetter(m, best))) {
      best = m;
    }
  }
  return best;
}

// What a name of loaded.tsv, or one in scare quotes, weighs.
constexpr double kStance = 0.7;

void AddEvent(const Direction& d, const AnchoredPhrase& near,
              const EventMatch& m, std::vector<Finding>* found) {
  const bool near_loaded = IsLoaded(*d.near, near.sentence, near.range);
  const bool far_loaded = IsLoaded(*d.far, m.far->sentence, m.far->range);
  AddCompeting(
      d, EvidenceAt(*d.near, near.sentence, near.range),
      EvidenceAt(*d.far, m.far->sentence, m.far->range),
      {std::string(d.near->article().Quote(HeadOf(*d.near, near).span)),
       std::string(d.far->article().Quote(HeadOf(*d.far, *m.far).span))},
      {.stance = near_loaded || far_loaded ? kStance : 0,
       .both = near_loaded && far_loaded,
       .shares = true},
      found);
}

}  // namespace

void CompareEventNames(const Direction& d, std::vector<Finding>* found) {
  const EventPhrases& far = EventsOf(d, *d.far);
  StemSet seen;
  for (const AnchoredPhrase& near : EventsOf(d, *d.near).list) {
    const int head = HeadStem(*d.near, near);
    if (d.far->SentencesWith(head) > 0 || seen.Contains(head)) continue;
    const EventMatch m = BestMatch(d, near, far.list);
    if (m.far == nullptr) continue;
    seen.Insert(head);
    AddEvent(d, near, m, found);
  }
}

}  // namespace rashomon
