#include "engine/contrast/label_anchors.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "engine/contrast/anchored_phrases.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/label_finding.h"

namespace rashomon {
namespace {

constexpr double kMinAnchorScore = 1.2;
// Heads that are less alike name two things, unless both carry a stance.
constexpr double kMinAlike = 0.1;

struct AnchorMatch {
  const AnchoredPhrase* near = nullptr;
  const AnchoredPhrase* far = nullptr;
  double shared = 0;
  double alike = 0;
  double loaded = 0;
  double score = 0;
};

AnchorMatch MatchPhrases(const Direction& d, const AnchoredPhrase& a,
                         const AnchoredPhrase& b) {
  AnchorMatch m{&a, &b, SharedAnchors(*d.near, a, b), 0, 0, 0};
  if (m.shared < kMinAnchor) return m;
  m.alike = WordCosine(*d.near, a.sentence, a.chunk.head, *d.far, b.sentence,
                       b.chunk.head);
  m.loaded = (IsLoaded(*d.near, a.sentence, a.chunk.range) ? 0.5 : 0) +
             (IsLoaded(*d.far, b.sentence, b.chunk.range) ? 0.5 : 0);
  if (m.loaded == 0 &&
      AreNeutralVariants(
          d.near->Between(d.near->base(a.sentence, a.chunk.head),
                          d.far->base(b.sentence, b.chunk.head)))) {
    return m;
  }
  if (m.alike < kMinAlike && m.loaded < 1) return m;
  m.score = m.shared / 10 + m.alike + m.loaded;
  return m;
}

}  // namespace

void CompareAnchoredPhrases(const Direction& d, std::vector<Finding>* found) {
  std::vector<const AnchoredPhrase*> far;  // whose heads are not said here
  for (const AnchoredPhrase& b : d.readings->Of(*d.far, &AnchoredPhrasesOf)) {
    const int stem = d.far->stem(b.sentence, b.chunk.head);
    if (d.near->SentencesWith(stem) == 0) far.push_back(&b);
  }
  for (const AnchoredPhrase& a : d.readings->Of(*d.near, &AnchoredPhrasesOf)) {
    const Word& head = d.near->words(a.sentence)[a.chunk.head];
    const int stem = d.near->stem(a.sentence, a.chunk.head);
    if (d.far->SentencesWith(stem) > 0) continue;
    AnchorMatch best;
    for (const AnchoredPhrase* b : far) {
      if (d.far->stem(b->sentence, b->chunk.head) == stem) continue;
      const AnchorMatch m = MatchPhrases(d, a, *b);
      if (m.score > best.score) best = m;
    }
    if (best.near == nullptr || best.score < kMinAnchorScore) continue;
    const AnchoredPhrase& b = *best.far;
    AddLabel(d, EvidenceAt(*d.near, a.sentence, a.range),
        EvidenceAt(*d.far, b.sentence, b.range), "label.anchor", 2,
        "The reports name it differently: ",
        {std::string(d.near->article().Quote(head.span)),
         std::string(d.far->article().Quote(
             d.far->words(b.sentence)[b.chunk.head].span))},
        {{"anchor", 1.0},
         {"anchor_shared", std::min(2.0, best.shared / 10)},
         {"anchor_alike", best.alike},
         {"anchor_loaded", best.loaded}},
        found);
  }
}

}  // namespace rashomon
