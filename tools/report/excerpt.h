// A quotation as readers see it: the evidence, its trigger words, and a little
// of the sentence around it.
//
//   ExcerptMaker maker;
//   for (const ExcerptPart& part :
//        maker.Make(article, annotation, *flag.left, flag.triggers)) ...
//   // "… all " context, "118" trigger, " passengers" evidence, " were …"
//
// Not thread-safe (it owns a word splitter): one per report.
#ifndef RASHOMON_TOOLS_REPORT_EXCERPT_H_
#define RASHOMON_TOOLS_REPORT_EXCERPT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "engine/claims/claim.h"
#include "engine/contrast/divergence.h"
#include "engine/text/word.h"

namespace rashomon {

enum class ExcerptRole { kContext, kEvidence, kTrigger };

struct ExcerptPart {
  ExcerptRole role = ExcerptRole::kContext;
  std::string text;
};

struct ExcerptLimits {
  // Of the sentence on either side; cut at a space where one is near.
  std::size_t context_bytes = 90;
  // A longer quotation loses its middle.
  std::size_t quote_bytes = 1200;
};

// Half-open range of bytes within a quotation.
struct QuoteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class ExcerptMaker {
 public:
  // Parts in order; their texts joined are a stretch of the sentence, with
  // "…" where it was cut. Time linear in the sentence's size.
  std::vector<ExcerptPart> Make(const Article& article,
                                const Annotation& annotation,
                                const Evidence& evidence,
                                const std::vector<std::string>& triggers,
                                const ExcerptLimits& limits = {});

  // Where the triggers stand in `quote`, word for word without regard to case:
  // sorted, not overlapping.
  std::vector<QuoteRange> FindTriggers(
      std::string_view quote, const std::vector<std::string>& triggers);

 private:
  WordSplitter splitter_;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_EXCERPT_H_
