// Names, numbers or entities that two texts share.
//
//   AnchorOverlap o = CompareAnchors(a.names, b.names);
//   o.found_most     // of the names of one lead nearly all stand in the other
#ifndef RASHOMON_ENGINE_EVENTS_ANCHOR_OVERLAP_H_
#define RASHOMON_ENGINE_EVENTS_ANCHOR_OVERLAP_H_

#include <vector>

#include "engine/events/event_profile.h"

namespace rashomon {

struct AnchorOverlap {
  std::vector<Anchor> shared;  // rarest first
  // Shares of the rarity of one head's anchors that the other text has
  // anywhere, 0..1: of the head that finds more of its own, and of the other. A
  // head without any counts as the other one; both without: 0.
  double found_most = 0;
  double found_least = 0;
};

// Exchanging the sides changes nothing. O(anchors log anchors).
AnchorOverlap CompareAnchors(const AnchorMap& a, const AnchorMap& b);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_ANCHOR_OVERLAP_H_
