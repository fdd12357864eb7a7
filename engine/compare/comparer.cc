#include "engine/compare/comparer.h"

#include <cstddef>
#include <optional>
#include <utility>

#include "engine/align/aligner.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/claims/annotator.h"
#include "engine/compare/notes.h"
#include "engine/contrast/confidence.h"
#include "engine/contrast/contrast.h"
#include "engine/embed/stem_numbers.h"
#include "engine/embed/word_book.h"
#include "engine/embed/word_model.h"
#include "engine/events/event_reader.h"
#include "engine/events/same_event.h"
#include "engine/lexicon/lexicons.h"
#include "engine/story/omission_counts.h"
#include "engine/story/story_input.h"
#include "engine/story/view.h"

namespace rashomon {

namespace {

// The shipped tables, where none were given. The same-event decision always
// reads by the shipped vectors: its weights hold for no others.
struct OwnTables {
  std::optional<Lexicons> lexicons;
  std::optional<WordModel> words;
  std::optional<WordModel> event_words;
};

absl::StatusOr<OwnTables> LoadMissing(const CompareOptions& options) {
  OwnTables own;
  if (options.lexicons == nullptr) {
    RASHOMON_ASSIGN_OR_RETURN(own.lexicons, Lexicons::Shipped());
  }
  if (options.words == nullptr) {
    RASHOMON_ASSIGN_OR_RETURN(own.words, WordModel::Shipped());
  } else {
    RASHOMON_ASSIGN_OR_RETURN(own.event_words, WordModel::Shipped());
  }
  return own;
}

StoryInput InputOf(const StoryComparison& story,
                   std::vector<std::string> owners) {
  StoryInput input;
  for (std::size_t i = 0; i < story.articles.size(); ++i) {
    input.reports.push_back({&story.articles[i], &story.annotations[i]});
  }
  input.owners = std::move(owners);
  for (const StoryPair& pair : story.pairs) {
    const Comparison& c = pair.comparison;
    input.pairs.push_back(
        {pair.left, pair.right,
         c.same_event.verdict != SameEventVerdict::kNo, &c.alignment,
         &c.divergences});
  }
  return input;
}

// Says in how many reports each omitted fact stands, and drops the flags that
// the other reports answer.
void ApplyOmissionCounts(const std::vector<OmissionCount>& counts,
                         std::vector<StoryPair>* pairs) {
  const auto flags = [pairs](const OmissionCount& count) {
    return &(*pairs)[count.pair].comparison.divergences;
  };
  for (auto count = counts.rbegin(); count != counts.rend(); ++count) {
    std::vector<Divergence>* divergences = flags(*count);
    if (count->told_after_all) {
      divergences->erase(divergences->begin() +
                         static_cast<std::ptrdiff_t>(count->divergence));
    } else if (count->of > 1) {
      StrAppend(&(*divergences)[count->divergence].explanation, " ",
                Sentence(*count));
    }
  }
}

}  // namespace

class Comparer::Impl {
 public:
  Impl(CompareOptions options, OwnTables own, SameEventModel events,
       ConfidenceModel confidence)
      : options_(std::move(options)),
        own_(std::move(own)),
        book_(words()),
        aligner_(words()),
        event_reader_(EventReaderOf(own_, &book_)),
        events_(std::move(events)),
        confidence_(std::move(confidence)),
        annotator_(lexicons()),
        versions_(Versions()) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  Comparison Compare(const Article& left, const Article& right) {
    return CompareRead(left, annotator_.Annotate(left), right,
                       annotator_.Annotate(right));
  }

  StoryComparison CompareStory(
      std::vector<Article> articles, std::vector<std::string> owners,
      const std::function<void(std::size_t, std::size_t)>& progress) {
    StoryComparison s;
    s.articles = std::move(articles);
    for (const Article& article : s.articles) {
      s.annotations.push_back(annotator_.Annotate(article));
    }
    const std::size_t count = s.articles.size();
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = i + 1; j < count; ++j) {
        s.pairs.push_back(
            {static_cast<int>(i), static_cast<int>(j),
             CompareRead(s.articles[i], s.annotations[i], s.articles[j],
                         s.annotations[j])});
        if (progress) progress(s.pairs.size(), count * (count - 1) / 2);
      }
    }
    const StoryInput input = InputOf(s, std::move(owners));
    s.story = ViewStory(input, *words());
    ApplyOmissionCounts(CountOmissions(input, s.story), &s.pairs);
    s.notes = NotesOn(s);
    s.versions = versions_;
    return s;
  }

 private:
  Comparison CompareRead(const Article& left, Annotation left_annotation,
                         const Article& right, Annotation right_annotation) {
    book_.Renew();
    Comparison c;
    c.left = left;
    c.right = right;
    c.left_annotation = std::move(left_annotation);
    c.right_annotation = std::move(right_annotation);
    c.same_event = DecideSameEvent(
        event_reader_.Read(left, c.left_annotation),
        event_reader_.Read(right, c.right_annotation), events_);
    const auto numbers = std::make_shared<const StemNumbers>(
        std::vector<const Annotation*>{&c.left_annotation,
                                       &c.right_annotation},
        &book_);
    c.alignment = aligner_.Align(c.left_annotation, c.right_annotation,
                                 *numbers, &book_);
    const bool one_text = left.title == right.title && left.text == right.text;
    if (c.same_event.verdict != SameEventVerdict::kNo && !one_text) {
      c.divergences =
          FindDivergences({&c.left, &c.left_annotation},
                          {&c.right, &c.right_annotation}, c.alignment,
                          numbers, &book_, confidence_);
    }
    c.notes = NotesOn(c);
    c.versions = versions_;
    return c;
  }

  const Lexicons* lexicons() const {
    return options_.lexicons != nullptr ? options_.lexicons : &*own_.lexicons;
  }
  const WordModel* words() const {
    return options_.words != nullptr ? options_.words : &*own_.words;
  }
  static EventReader EventReaderOf(const OwnTables& own, WordBook* book) {
    return own.event_words ? EventReader(&*own.event_words) : EventReader(book);
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
  WordBook book_;
  Aligner aligner_;
  EventReader event_reader_;
  SameEventModel events_;
  ConfidenceModel confidence_;
  Annotator annotator_;
  std::map<std::string, std::string> versions_;
};

Comparer::Comparer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Comparer::Comparer(Comparer&&) noexcept = default;
Comparer& Comparer::operator=(Comparer&&) noexcept = default;
Comparer::~Comparer() = default;

absl::StatusOr<Comparer> Comparer::Make(CompareOptions options) {
  RASHOMON_ASSIGN_OR_RETURN(OwnTables own, LoadMissing(options));
  RASHOMON_ASSIGN_OR_RETURN(SameEventModel events, SameEventModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(ConfidenceModel confidence,
                            options.confidence == nullptr
                                ? ConfidenceModel::Shipped()
                                : *options.confidence);
  return Comparer(std::make_unique<Impl>(std::move(options), std::move(own),
                                         std::move(events),
                                         std::move(confidence)));
}

absl::StatusOr<StoryComparison> Comparer::CompareStory(
    std::vector<Article> articles, std::vector<std::string> owners,
    const std::function<void(std::size_t, std::size_t)>& progress) {
  if (articles.size() < 2 || articles.size() > kMaxReports) {
    return absl::InvalidArgumentError(
        StrCat("a story is of 2 to ", kMaxReports, " reports, and there are ",
               articles.size()));
  }
  owners.resize(articles.size());
  return impl_->CompareStory(std::move(articles), std::move(owners), progress);
}

Comparison Comparer::Compare(const Article& left, const Article& right) {
  return impl_->Compare(left, right);
}

}  // namespace rashomon
