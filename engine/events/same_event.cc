#include "engine/events/same_event.h"

namespace rashomon {

std::string_view Name(SameEventVerdict verdict) {
  switch (verdict) {
    case SameEventVerdict::kYes:
      return "yes";
    case SameEventVerdict::kPartly:
      return "partly";
    case SameEventVerdict::kNo:
      break;
  }
  return "no";
}

}  // namespace rashomon
