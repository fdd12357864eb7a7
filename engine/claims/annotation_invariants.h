// What must hold of every annotation, whatever the text was; in one place for
// the tests of hostile text, the fuzz target and its replay.
//
//   EXPECT_EQ(InvariantViolation(article, annotator.Annotate(article)), "");
#ifndef RASHOMON_ENGINE_CLAIMS_ANNOTATION_INVARIANTS_H_
#define RASHOMON_ENGINE_CLAIMS_ANNOTATION_INVARIANTS_H_

#include <string>

#include "corpus/article.h"
#include "engine/claims/claim.h"

namespace rashomon {

// The first invariant that does not hold, in words; "" where all do:
//   - every span lies inside its field, and where the field is valid UTF-8 it
//     stands on character boundaries;
//   - sentences are in order, do not overlap, and cover no residue;
//   - there is one list of words and one score a sentence, scores in 0..1;
//   - words lie inside their sentence, in order;
//   - every mention, wording and hedge lies inside one sentence, in order;
//   - a claim has content, and it lies in the claim's sentence; so do its
//     figures and, but for quotations that go on, its source and cue: a
//     sentence inside a quotation takes them from where the speaker was named;
//   - polarity is 1 or -1; quantities and intervals are not upside down;
//   - quotations are in order of where they begin, the outer before the inner;
//     `inner` lies in `outer` and is not empty.
// O(size of the annotation x log sentences).
std::string InvariantViolation(const Article& article, const Annotation& a);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_ANNOTATION_INVARIANTS_H_
