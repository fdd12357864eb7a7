// From what was read in each sentence to claims: one per attribution, one for
// a sentence that belongs to a quotation begun or named elsewhere, one in the
// outlet's own voice where nobody else speaks.
//
// A claim whose speaker is named in another sentence (the middle of a long
// quotation) carries the source and cue spans of that sentence: claims with
// the same cue span are parts of one utterance.
#ifndef RASHOMON_ENGINE_CLAIMS_CLAIM_BUILDER_H_
#define RASHOMON_ENGINE_CLAIMS_CLAIM_BUILDER_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "corpus/article.h"
#include "engine/claims/attribution.h"
#include "engine/claims/certainty.h"
#include "engine/claims/claim.h"
#include "engine/claims/clause_map.h"
#include "engine/claims/mention.h"
#include "engine/claims/sentence_reading.h"
#include "engine/claims/voice.h"

namespace rashomon {

// What was read in one sentence. One that was filled before may be filled again:
// it keeps its memory.
struct SentenceParts {
  std::vector<TimeExpression> times;
  std::vector<Quantity> quantities;
  std::vector<HedgeMatch> hedges;
  std::vector<Attribution> attributions;
  std::vector<ActReading> acts;
  std::vector<Cause> causes;
  // Of each attribution; one more for the sentence as a whole.
  absl::InlinedVector<int, 4> polarities;
  // A run of words outside every cue and content of what is said.
  struct Rest {
    WordRange words;
    bool frame = false;  // it is a source
    int polarity = 1;
  };
  absl::InlinedVector<Rest, 2> rest;  // in order; empty where nothing is said
  std::size_t body = 0;    // first word behind the dateline
  // Of each word: index into Annotation::quotations, or -1. Empty, as the next
  // one, where the sentence has no quotation.
  std::vector<std::int32_t> quotation;
  // quoted[i]: how many of the words before i stand in a quotation.
  std::vector<std::uint32_t> quoted;

  std::int32_t QuotationAt(std::size_t word) const {
    return quotation.empty() ? -1 : quotation[word];
  }
  // How many of the words [first, last) stand in a quotation.
  std::size_t QuotedWithin(std::size_t first, std::size_t last) const {
    return quoted.empty() ? 0 : quoted[last] - quoted[first];
  }

  // `base`: where the field's quotations start in Annotation::quotations.
  void SetQuotations(const SentenceReading& s, std::size_t base);
  // Those of the attributions, of the sentence, and of its rest.
  void SetPolarities(const SentenceReading& s, LazyClauseMap* clauses);

 private:
  enum class Cover : std::uint8_t { kNone, kFrame, kTold };

  void FindRest(const SentenceReading& s);
};

// `parts`: of each sentence of `a`. In order of sentence. Linear time.
std::vector<Claim> BuildClaims(const Article& article, const Annotation& a,
                               std::span<const SentenceParts> parts,
                               const std::vector<MentionDetail>& mentions);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_CLAIM_BUILDER_H_
