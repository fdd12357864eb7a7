// One report as the detectors look at it: its annotation by sentence, and how
// much each sentence weighs.
//
//   ReportIndex near(article, annotation, word_model);
//   for (int c : near.claims_in(i)) ... near.annotation().claims[c] ...
#ifndef RASHOMON_ENGINE_CONTRAST_REPORT_INDEX_H_
#define RASHOMON_ENGINE_CONTRAST_REPORT_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "Eigen/Core"
#include "absl/container/flat_hash_map.h"

#include "corpus/article.h"
#include "engine/base/span.h"
#include "engine/base/strings.h"
#include "engine/claims/claim.h"
#include "engine/claims/word_range.h"
#include "engine/embed/word_model.h"
#include "engine/events/event_profile.h"
#include "engine/text/word.h"

namespace rashomon {

// Immutable after construction; thread-safe. Keeps references: what it is made
// from outlives it.
class ReportIndex {
 public:
  // Linear in the article's size.
  ReportIndex(const Article& article, const Annotation& annotation,
              const WordModel& model);

  const Article& article() const { return *article_; }
  const Annotation& annotation() const { return *annotation_; }
  int sentence_count() const { return static_cast<int>(bags_.size()); }
  const std::vector<Word>& words(int sentence) const {
    return annotation_->words[sentence];
  }
  const std::vector<Tag>& tags(int sentence) const {
    return annotation_->tags[sentence];
  }
  const Span& span(int sentence) const {
    return annotation_->sentences[sentence];
  }

  // Indices into the annotation's lists, in order.
  const std::vector<int>& claims_in(int i) const { return claims_[i]; }
  const std::vector<int>& hedges_in(int i) const { return hedges_[i]; }
  const std::vector<int>& wording_in(int i) const { return wording_[i]; }

  // Rare stems of one sentence, and of the whole report.
  const StemBag& bag(int sentence) const { return bags_[sentence]; }
  const StemBag& whole() const { return whole_; }
  // How many sentences hold the stem.
  int SentencesWith(std::string_view stem) const;

  // -ln of a stem's share of all words, 0..~16; 0 for punctuation and the
  // most frequent words (rarer than 1 in 150 counts). Fast for words of this
  // report.
  double Rarity(const Word& word) const;

  // The stem of a word, for an irregular verb or plural that of its base:
  // "lose" for "lost".
  std::string_view BaseStem(int sentence, std::size_t word) const;

  // Sum of the weighted vectors of the words, of unit length; zeros where the
  // table knows none of them. O(words x d).
  Eigen::VectorXf Meaning(int sentence, WordRange range) const;
  // The row of a word in the vector table, or WordVectors::kUnknown.
  std::uint32_t RowOf(int sentence, std::size_t word) const {
    return rows_[sentence][word];
  }
  const WordModel& model() const { return *model_; }

  bool is_title(int sentence) const {
    return span(sentence).field == Field::kTitle;
  }
  // 0 for the title and the first sentence of the text, 1 for the last.
  double Depth(int sentence) const;
  // In the title, or the first sentence of the text.
  bool IsLead(int sentence) const;

  // The sentence that covers the first byte of `span`, or -1.
  int SentenceAt(const Span& span) const;
  // Inside quotation marks that hold an utterance (no scare quotes).
  bool InQuotation(const Span& span) const;

  // Words of the sentence that overlap the span: [first, last).
  WordRange WordsOf(int sentence, const Span& span) const;

  // Days named in one sentence, as the claims resolved them; each span once.
  std::vector<TimeExpression> TimesIn(int sentence) const;
  std::vector<Quantity> QuantitiesIn(int sentence) const;

 private:
  template <typename Item>
  void Sort(const std::vector<Item>& items, std::vector<std::vector<int>>* to);
  void NoteBases(int sentence, WordSplitter* splitter);
  void NoteRarities();

  const Article* article_;
  const Annotation* annotation_;
  const WordModel* model_;
  std::vector<std::vector<int>> claims_;
  std::vector<std::vector<int>> hedges_;
  std::vector<std::vector<int>> wording_;
  std::vector<std::vector<std::uint32_t>> rows_;  // of the vector table
  std::vector<StemBag> bags_;
  StemBag whole_;
  StringMap<int> sentences_with_;
  StringMap<std::string> bases_;  // stem of the base by irregular form
  // By the place of the stem in the annotation's memory: equal stems of one
  // form share it.
  absl::flat_hash_map<const char*, double> rarities_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_REPORT_INDEX_H_
