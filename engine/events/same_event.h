// Whether two articles report the same event.
//
//   SameEvent e = DecideSameEvent(left, left_annotation, right,
//                                 right_annotation, model);
//   if (e.verdict == SameEventVerdict::kNo) ...   // no divergences are listed
#ifndef RASHOMON_ENGINE_EVENTS_SAME_EVENT_H_
#define RASHOMON_ENGINE_EVENTS_SAME_EVENT_H_

#include <string>
#include <string_view>
#include <vector>

namespace rashomon {

// yes: one occurrence is the main matter of both; partly: they share an
// occurrence, but the main matters differ; no: neither.
enum class SameEventVerdict { kYes, kPartly, kNo };

// "yes", "partly", "no".
std::string_view Name(SameEventVerdict verdict);

struct SameEvent {
  SameEventVerdict verdict = SameEventVerdict::kNo;
  double confidence = 0;  // 0..1, of the verdict
  // What decided, in plain words: "shared rare names: Lavrov, Blinken".
  std::vector<std::string> reasons;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_SAME_EVENT_H_
