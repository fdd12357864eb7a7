// One report as the detectors look at it: its annotation by sentence, and how
// much each sentence weighs.
//
//   ReportIndex near(article, annotation, word_model);
//   for (int c : near.claims_in(i)) ... near.annotation().claims[c] ...
#ifndef RASHOMON_ENGINE_CONTRAST_REPORT_INDEX_H_
#define RASHOMON_ENGINE_CONTRAST_REPORT_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "Eigen/Core"
#include "corpus/article.h"
#include "engine/base/span.h"
#include "engine/claims/claim.h"
#include "engine/claims/word_range.h"
#include "engine/contrast/stem_set.h"
#include "engine/embed/stem_numbers.h"
#include "engine/embed/word_book.h"
#include "engine/embed/word_model.h"
#include "engine/embed/word_rows.h"
#include "engine/events/stem_bag.h"
#include "engine/lexicon/word_relations.h"
#include "engine/text/word.h"

namespace rashomon {

struct ContentWord {
  int stem = 0;
  double rarity = 0;
};

// Immutable after construction; thread-safe. Keeps references: what it is made
// from outlives it.
class ReportIndex {
 public:
  // Linear in the article's size.
  ReportIndex(const Article& article, const Annotation& annotation,
              const WordModel& model);
  // One of reports that are compared: `numbers` are of all their stems, and
  // this annotation is number `which` among theirs. `book`: what they were made
  // with, not kept.
  ReportIndex(const Article& article, const Annotation& annotation,
              WordBook* book, std::shared_ptr<const StemNumbers> numbers,
              std::size_t which);

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
  // The words of each of these.
  const std::vector<WordRange>& wording_words(int i) const {
    return wording_words_[i];
  }

  // Stems by number; reports that are compared have the same numbers.
  const StemNumbers& numbers() const { return *numbers_; }
  int stem(int sentence, std::size_t word) const {
    return (*words_)[sentence][word].stem;
  }
  // That of the base for an irregular verb or plural: "lose" for "lost".
  int base(int sentence, std::size_t word) const {
    return (*words_)[sentence][word].base;
  }
  std::string_view BaseStem(int sentence, std::size_t word) const {
    return numbers_->stem(base(sentence, word));
  }
  // How WordNet relates two bases or stems.
  WordRelation Between(int a, int b) const { return numbers_->Between(a, b); }
  // All stems of a sentence.
  const StemSet& stems_in(int sentence) const { return stems_[sentence]; }

  // Rare stems of one sentence, and of the whole report.
  const NumberedBag& bag(int sentence) const { return bags_[sentence]; }
  const std::vector<NumberedBag>& bags() const { return bags_; }
  const NumberedBag& whole() const { return whole_; }
  // The same of a part of a sentence.
  NumberedBag BagOf(int sentence, WordRange range) const;
  // How many sentences hold the stem, which is a rare one.
  int SentencesWith(int stem) const {
    return sentences_with_[static_cast<std::size_t>(stem)];
  }

  // RarityOf the stem; 0 for punctuation.
  double Rarity(int sentence, std::size_t word) const {
    return rarities_[sentence][word];
  }
  // The stems of a sentence that have some rarity, each where it first stands.
  const std::vector<ContentWord>& content(int sentence) const {
    return content_[sentence];
  }
  // Of any word, whether the report has it or not.
  double Rarity(const Word& word) const;

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
  ReportIndex(const Article& article, const Annotation& annotation,
              WordBook&& book);

  template <typename Item>
  void Sort(const std::vector<Item>& items, std::vector<std::vector<int>>* to);
  void NoteRows(WordBook* book);
  void NoteRarities();
  // `last_seen`: of each stem, the last sentence noted that has it.
  void NoteStems(int sentence, std::vector<int>* last_seen);
  // With repetitions.
  std::vector<int> RareStems(int sentence, WordRange range) const;
  NumberedBag BagOf(std::vector<int> stems) const;

  // The words of a sentence that have rows, weighted, and how many of them
  // stand before each word.
  struct SentenceRows {
    std::vector<WeightedRow> rows;
    std::vector<std::size_t> before;
  };

  const Article* article_;
  const Annotation* annotation_;
  const WordModel* model_;
  std::vector<std::vector<int>> claims_;
  std::vector<std::vector<int>> hedges_;
  std::vector<std::vector<int>> wording_;
  std::vector<std::vector<WordRange>> wording_words_;
  std::vector<std::vector<std::uint32_t>> rows_;  // of the vector table
  std::vector<SentenceRows> weighted_;
  std::shared_ptr<const StemNumbers> numbers_;
  const StemNumbers::Sentences* words_;  // of this report
  std::vector<std::vector<double>> rarities_;
  std::vector<StemSet> stems_;
  std::vector<std::vector<ContentWord>> content_;
  std::vector<NumberedBag> bags_;
  NumberedBag whole_;
  std::vector<int> sentences_with_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_REPORT_INDEX_H_
