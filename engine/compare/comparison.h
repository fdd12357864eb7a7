// The whole comparison of two articles: what every report shows.
//
//   RASHOMON_ASSIGN_OR_RETURN(Comparer comparer, Comparer::Make({}));
//   Comparison c = comparer.Compare(left, right);
//   for (const Divergence& d : c.divergences) ...
#ifndef RASHOMON_ENGINE_COMPARE_COMPARISON_H_
#define RASHOMON_ENGINE_COMPARE_COMPARISON_H_

#include <map>
#include <string>
#include <vector>

#include "corpus/article.h"
#include "engine/align/alignment.h"
#include "engine/claims/claim.h"
#include "engine/contrast/divergence.h"
#include "engine/events/same_event.h"

namespace rashomon {

// Something the reader of a comparison should know.
struct Note {
  std::string code;     // "different-events", "no-date", "different-languages"
  std::string message;  // a plain sentence
};

struct Comparison {
  Article left;
  Article right;
  Annotation left_annotation;
  Annotation right_annotation;
  SameEvent same_event;
  Alignment alignment;
  // In reading order (reading_order.h), best first. Empty where same_event is no.
  std::vector<Divergence> divergences;
  std::vector<Note> notes;
  std::map<std::string, std::string> versions;  // of program, lists, models
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_COMPARE_COMPARISON_H_
