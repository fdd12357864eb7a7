// Fits engine/events/data/story_link.tsv: how likely two reports of a
// collection are of one story.
//
//   RASHOMON_ASSIGN_OR_RETURN(LinkFit fit, FitStoryLinks(neus_jsonl_path));
//
// Reports of data/events/neus_train are put into kPools collections of some
// three hundred events each; every pair of one collection that is of one event,
// or alike in words or meaning, is a row.
//
// The shipped word vectors were drawn together on the same events, and reports
// of one event are nearer there than any that the program will meet. A model
// fitted on that trusts them too much, so their cosines are first lowered
// (kDrawnTogether).
#ifndef RASHOMON_TOOLS_TRAIN_LINK_FIT_H_
#define RASHOMON_TOOLS_TRAIN_LINK_FIT_H_

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"

namespace rashomon {

struct LinkFit {
  std::string tsv;
  std::size_t reports = 0;
  std::size_t rows = 0;
  std::size_t same = 0;            // rows of one event
  std::size_t same_below_index = 0;  // that share too little to be candidates
  std::size_t reprints = 0;        // pairs of one event that are reprints
  std::size_t false_reprints = 0;  // of two events
};

absl::StatusOr<LinkFit> FitStoryLinks(const std::string& neus_path);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_LINK_FIT_H_
