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

namespace {

// The shipped tables, where none were given.
struct OwnTables {
  std::optional<Lexicons> lexicons;
  std::optional<WordModel> words;
};

absl::StatusOr<OwnTables> LoadMissing(const CompareOptions& options) {
  OwnTables own;
  if (options.lexicons == nullptr) {
    RASHOMON_ASSIGN_OR_RETURN(own.lexicons, Lexicons::Shipped());
  }
  if (options.words == nullptr) {
    RASHOMON_ASSIGN_OR_RETURN(own.words, WordModel::Shipped());
  }
  return own;
}

}  // namespace

class Comparer::Impl {
 public:
  Impl(CompareOptions options, OwnTables own, SameEventModel events,
       ConfidenceModel confidence)
      : options_(std::move(options)),
        own_(std::move(own)),
        aligner_(words()),
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
                          *words(), confidence_);
    }
    c.notes = NotesOn(c);
    c.versions = Versions();
    return c;
  }

 private:
  const Lexicons* lexicons() const {
    return options_.lexicons != nullptr ? options_.lexicons : &*own_.lexicons;
  }
  const WordModel* words() const {
    return options_.words != nullptr ? options_.words : &*own_.words;
  }

  std::map<std::string, std::string> Versions() const {
    const WordVectors* vectors = words()->vectors();
    return {{"program", options_.program_version},
            {"lexicons", lexicons()->version()},
            {"word_counts", words()->counts().version()},
            {"word_vectors", vectors != nullptr ? vectors->version() : "none"},
            {"same_event", events_.version()},
            {"confidence", confidence_.version()}};
  }

  CompareOptions options_;
  OwnTables own_;
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
  RASHOMON_ASSIGN_OR_RETURN(OwnTables own, LoadMissing(options));
  const WordModel& words =
      options.words != nullptr ? *options.words : *own.words;
  RASHOMON_ASSIGN_OR_RETURN(SameEventModel events,
                            SameEventModel::Shipped(words.counts()));
  RASHOMON_ASSIGN_OR_RETURN(ConfidenceModel confidence,
                            ConfidenceModel::Shipped());
  return Comparer(std::make_unique<Impl>(std::move(options), std::move(own),
                                         std::move(events),
                                         std::move(confidence)));
}

Comparison Comparer::Compare(const Article& left, const Article& right) {
  return impl_->Compare(left, right);
}

}  // namespace rashomon
