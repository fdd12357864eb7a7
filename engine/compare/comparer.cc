#include "engine/compare/comparer.h"

#include <cstddef>
#include <optional>
#include <utility>

#include "engine/align/aligner.h"
#include "engine/base/status_macros.h"
#include "engine/claims/annotator.h"
#include "engine/compare/notes.h"
#include "engine/contrast/confidence.h"
#include "engine/contrast/contrast.h"
#include "engine/embed/word_model.h"
#include "engine/events/same_event.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

class Comparer::Impl {
 public:
  Impl(CompareOptions options, std::optional<Lexicons> own, WordModel words,
       SameEventModel events, ConfidenceModel confidence)
      : options_(std::move(options)),
        own_lexicons_(std::move(own)),
        words_(std::move(words)),
        aligner_(&words_),
        events_(std::move(events)),
        confidence_(std::move(confidence)),
        annotator_(lexicons()) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  Comparison Compare(const Article& left, const Article& right) {
    Comparison c;
    c.left = left;
    c.right = right;
    c.left_annotation = annotator_.Annotate(left);
    c.right_annotation = annotator_.Annotate(right);
    c.same_event = DecideSameEvent(left, c.left_annotation, right,
                                   c.right_annotation, events_);
    c.alignment = aligner_.Align(c.left_annotation, c.right_annotation);
    const bool one_text = left.title == right.title && left.text == right.text;
    if (c.same_event.verdict != SameEventVerdict::kNo && !one_text) {
      c.divergences =
          FindDivergences({&c.left, &c.left_annotation},
                          {&c.right, &c.right_annotation}, c.alignment,
                          words_, confidence_);
    }
    c.notes = NotesOn(c);
    c.versions = Versions();
    return c;
  }

 private:
  const Lexicons* lexicons() const {
    return options_.lexicons != nullptr ? options_.lexicons : &*own_lexicons_;
  }

  std::map<std::string, std::string> Versions() const {
    return {{"program", options_.program_version},
            {"lexicons", lexicons()->version()},
            {"word_counts", words_.counts().version()},
            {"word_vectors", words_.vectors()->version()},
            {"same_event", events_.version()},
            {"confidence", confidence_.version()}};
  }

  CompareOptions options_;
  std::optional<Lexicons> own_lexicons_;
  WordModel words_;
  Aligner aligner_;
  SameEventModel events_;
  ConfidenceModel confidence_;
  Annotator annotator_;
};

Comparer::Comparer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Comparer::Comparer(Comparer&&) noexcept = default;
Comparer& Comparer::operator=(Comparer&&) noexcept = default;
Comparer::~Comparer() = default;

absl::StatusOr<Comparer> Comparer::Make(CompareOptions options) {
  std::optional<Lexicons> own;
  if (options.lexicons == nullptr) {
    RASHOMON_ASSIGN_OR_RETURN(own, Lexicons::Shipped());
  }
  RASHOMON_ASSIGN_OR_RETURN(WordModel words, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(SameEventModel events,
                            SameEventModel::Shipped(words.counts()));
  RASHOMON_ASSIGN_OR_RETURN(ConfidenceModel confidence,
                            ConfidenceModel::Shipped());
  return Comparer(std::make_unique<Impl>(std::move(options), std::move(own),
                                         std::move(words), std::move(events),
                                         std::move(confidence)));
}

Comparison Comparer::Compare(const Article& left, const Article& right) {
  return impl_->Compare(left, right);
}

}  // namespace rashomon
