#include <cstddef>
#include <utility>

#include "engine/claims/attribution_context.h"

namespace rashomon {
namespace {

bool IsSpeaker(std::size_t first, std::size_t last,
               const AttributionContext& c) {
  bool name = false;
  for (std::size_t i = first; i < last; ++i) {
    if (c.CueAt(i) != nullptr || IsVerb(c.s.tags[i])) return false;
    const bool capital = c.s.word(i).capitalized || c.phrases.IsRole(i);
    const bool fits = capital || c.s.Is(i, "of") || c.s.Is(i, "the") ||
                      c.phrases.IsStop(i) || c.phrases.IsInnerMark(i);
    if (!fits) return false;
    name = name || (capital && (IsNoun(c.s.tags[i]) || c.s.russian ||
                                c.s.word(i).all_caps));
  }
  return name;
}

Attribution SpeakerOnly(std::size_t first, std::size_t last, std::size_t mark) {
  Attribution a;
  a.source = {first, last};
  a.cue = {mark, mark + 1};
  return a;
}

// "Holm: offer rejected", "HOLM: We need ...".
bool ReadColon(AttributionContext* c) {
  for (std::size_t i = 1; i + 1 < c->s.size() && i < kMaxSpeakerWords; ++i) {
    if (!c->s.IsMark(i, ':')) continue;
    if (!IsSpeaker(0, i, *c)) return false;
    Attribution a = SpeakerOnly(0, i, i);
    AddContent(i + 1, c->ends.SentenceEnd(i + 1), &a);
    c->Keep(std::move(a));
    return !c->found.empty();
  }
  return false;
}

// "Offer rejected - Holm".
bool ReadDash(AttributionContext* c) {
  for (std::size_t i = c->s.size(); i-- > 2;) {
    if (i + kMaxSpeakerWords < c->s.size()) return false;
    if (!c->phrases.IsDash(i) || !c->phrases.HasSpacesAround(i)) continue;
    if (i + 1 >= c->s.size() || !IsSpeaker(i + 1, c->s.size(), *c)) continue;
    Attribution a = SpeakerOnly(i + 1, c->ends.SentenceEnd(i + 1), i);
    AddContent(0, i, &a);
    c->Keep(std::move(a));
    return !c->found.empty();
  }
  return false;
}

}  // namespace

bool ReadHeadline(AttributionContext* context) {
  return ReadColon(context) || (context->headline && ReadDash(context));
}

}  // namespace rashomon
