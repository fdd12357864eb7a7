// Reads an article: sentences, words, claims, mentions, wording.
//
//   RASHOMON_ASSIGN_OR_RETURN(Lexicons lexicons, Lexicons::Shipped());
//   Annotator annotator(&lexicons);            // one per thread
//   Annotation a = annotator.Annotate(article);
#ifndef RASHOMON_ENGINE_CLAIMS_ANNOTATOR_H_
#define RASHOMON_ENGINE_CLAIMS_ANNOTATOR_H_

#include <memory>

#include "corpus/article.h"
#include "engine/claims/claim.h"
#include "engine/claims/tagger.h"
#include "engine/lexicon/lexicons.h"
#include "engine/lexicon/word_memory.h"
#include "engine/text/word.h"

namespace rashomon {

// Not thread-safe (it owns a word splitter): one per thread.
class Annotator {
 public:
  // `lexicons` outlives the annotator.
  explicit Annotator(const Lexicons* lexicons);
  Annotator(Annotator&&) noexcept;
  Annotator& operator=(Annotator&&) noexcept;
  ~Annotator();

  // Time linear in the article's size. Times are resolved against
  // article.published; without it only complete dates are. Residue spans are
  // never covered by a sentence.
  Annotation Annotate(const Article& article);

 private:
  class Work;

  const Lexicons* lexicons_;
  WordSplitter splitter_;
  WordMemory memory_;  // of the splitter's words
  Tagger tagger_;
  std::unique_ptr<Work> work_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_ANNOTATOR_H_
