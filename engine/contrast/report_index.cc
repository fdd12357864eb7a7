#include "engine/contrast/report_index.h"

#include <algorithm>
#include <utility>

#include "engine/base/simd_target.h"
#include "engine/embed/row_sum.h"
#include "engine/embed/word_case.h"
#include "engine/embed/word_vectors.h"

namespace rashomon {
namespace {

template <typename Item>
std::vector<Item> Once(std::vector<Item> items) {
  std::sort(items.begin(), items.end(),
            [](const Item& a, const Item& b) { return a.span < b.span; });
  items.erase(std::unique(items.begin(), items.end(),
                          [](const Item& a, const Item& b) {
                            return a.span == b.span;
                          }),
              items.end());
  return items;
}

// The rows of a sentence's words in the vector table.
std::vector<std::uint32_t> RowsOf(const std::vector<Word>& words,
                                  const std::vector<NumberedWord>& numbers,
                                  const StemNumbers& stems, WordBook* book) {
  std::vector<std::uint32_t> rows(words.size(), WordVectors::kUnknown);
  const WordVectors* vectors = book->model().vectors();
  if (vectors == nullptr) return rows;
  const bool by_stem = vectors->key_form() == WordVectors::KeyForm::kStem;
  CaseReader cases(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordCase word_case = cases.Next(words[i]);
    if (words[i].kind != WordKind::kWord) continue;
    rows[i] = by_stem ? book->RowOf(stems.book_number(numbers[i].stem),
                                    word_case)
                      : vectors->Find(words[i].normal, word_case);
  }
  return rows;
}

}  // namespace

template <typename Item>
void ReportIndex::Sort(const std::vector<Item>& items,
                       std::vector<std::vector<int>>* to) {
  to->resize(annotation_->sentences.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const int sentence = SentenceAt(items[i].span);
    if (sentence >= 0) (*to)[sentence].push_back(static_cast<int>(i));
  }
}

ReportIndex::ReportIndex(const Article& article, const Annotation& annotation,
                         const WordModel& model)
    : ReportIndex(article, annotation, WordBook(&model)) {}

ReportIndex::ReportIndex(const Article& article, const Annotation& annotation,
                         WordBook&& book)
    : ReportIndex(article, annotation, &book,
                  std::make_shared<const StemNumbers>(
                      std::vector<const Annotation*>{&annotation}, &book),
                  0) {}

ReportIndex::ReportIndex(const Article& article, const Annotation& annotation,
                         WordBook* book,
                         std::shared_ptr<const StemNumbers> numbers,
                         std::size_t which)
    : article_(&article),
      annotation_(&annotation),
      model_(&book->model()),
      numbers_(std::move(numbers)),
      words_(&numbers_->words(which)),
      sentences_with_(static_cast<std::size_t>(numbers_->size()), 0) {
  claims_.resize(annotation.sentences.size());
  for (std::size_t c = 0; c < annotation.claims.size(); ++c) {
    claims_[annotation.claims[c].sentence].push_back(static_cast<int>(c));
  }
  Sort(annotation.hedges, &hedges_);
  Sort(annotation.wording, &wording_);
  for (int i = 0; i < static_cast<int>(wording_.size()); ++i) {
    std::vector<WordRange>& ranges = wording_words_.emplace_back();
    for (const int w : wording_[i]) {
      ranges.push_back(WordsOf(i, annotation.wording[w].span));
    }
  }
  NoteRows(book);
  NoteRarities();
  std::vector<int> all;
  std::vector<int> last_seen(static_cast<std::size_t>(numbers_->size()), -1);
  for (int i = 0; i < static_cast<int>(annotation.words.size()); ++i) {
    NoteStems(i, &last_seen);
    const std::vector<int> rare = RareStems(i, {0, words(i).size()});
    all.insert(all.end(), rare.begin(), rare.end());
    bags_.push_back(BagOf(rare));
    for (const auto& [stem, weight] : bags_.back().weights) {
      ++sentences_with_[static_cast<std::size_t>(stem)];
    }
  }
  whole_ = BagOf(std::move(all));
}

void ReportIndex::NoteRows(WordBook* book) {
  const WordVectors* vectors = model_->vectors();
  for (std::size_t i = 0; i < annotation_->words.size(); ++i) {
    rows_.push_back(
        RowsOf(annotation_->words[i], (*words_)[i], *numbers_, book));
    SentenceRows& weighted = weighted_.emplace_back();
    weighted.rows.reserve(rows_.back().size());
    weighted.before.reserve(rows_.back().size() + 1);
    weighted.before.push_back(0);
    for (const std::uint32_t row : rows_.back()) {
      if (row != WordVectors::kUnknown) {
        const WordRow values = vectors->row(row);
        weighted.rows.push_back(
            {values.values, vectors->weight(row) * values.scale,
             vectors->weight(row), row});
      }
      weighted.before.push_back(weighted.rows.size());
    }
  }
}

void ReportIndex::NoteRarities() {
  for (std::size_t i = 0; i < annotation_->words.size(); ++i) {
    std::vector<double>& rarities = rarities_.emplace_back();
    rarities.reserve(annotation_->words[i].size());
    for (std::size_t k = 0; k < annotation_->words[i].size(); ++k) {
      rarities.push_back(
          annotation_->words[i][k].kind == WordKind::kPunctuation
              ? 0
              : numbers_->rarity((*words_)[i][k].stem));
    }
  }
}

void ReportIndex::NoteStems(int sentence, std::vector<int>* last_seen) {
  std::vector<ContentWord>& content = content_.emplace_back();
  std::vector<int> stems;
  stems.reserve(words(sentence).size());
  content.reserve(words(sentence).size());
  for (std::size_t k = 0; k < words(sentence).size(); ++k) {
    const int number = stem(sentence, k);
    int& seen = (*last_seen)[static_cast<std::size_t>(number)];
    if (std::exchange(seen, sentence) == sentence) continue;
    stems.push_back(number);
    if (Rarity(sentence, k) > 0) {
      content.push_back({number, Rarity(sentence, k)});
    }
  }
  stems_.emplace_back(std::move(stems));
}

std::vector<int> ReportIndex::RareStems(int sentence, WordRange range) const {
  std::vector<int> stems;
  stems.reserve(range.last - range.first);
  for (std::size_t k = range.first; k < range.last; ++k) {
    if (Rarity(sentence, k) > kCommonStem && !words(sentence)[k].stem.empty()) {
      stems.push_back(stem(sentence, k));
    }
  }
  return stems;
}

NumberedBag ReportIndex::BagOf(std::vector<int> stems) const {
  std::sort(stems.begin(), stems.end());
  return BagOfSorted<int>(
      stems, [](int stem) { return stem; },
      [this](int stem) { return numbers_->rarity(stem); });
}

NumberedBag ReportIndex::BagOf(int sentence, WordRange range) const {
  return BagOf(RareStems(sentence, range));
}

double ReportIndex::Rarity(const Word& word) const {
  if (word.kind == WordKind::kPunctuation) return 0;
  const int number = numbers_->Find(word.stem);
  return number != StemNumbers::kNone ? numbers_->rarity(number)
                                      : RarityOf(word.stem, model_->counts());
}

double ReportIndex::Depth(int sentence) const {
  if (is_title(sentence)) return 0;
  int titles = 0;
  while (titles < sentence_count() && is_title(titles)) ++titles;
  const int last = sentence_count() - titles - 1;
  return last <= 0 ? 0 : static_cast<double>(sentence - titles) / last;
}

Eigen::VectorXf ReportIndex::Meaning(int sentence, WordRange range) const {
  const WordVectors* vectors = model_->vectors();
  const int d = vectors == nullptr ? 0 : vectors->dimensions();
  Eigen::VectorXf sum = Eigen::VectorXf::Zero(d);
  const SentenceRows& weighted = weighted_[sentence];
  if (!range.empty()) {
    const std::size_t first = weighted.before[range.first];
    AddRows(SimdTarget::kBest, weighted.rows.data() + first,
            weighted.before[range.last] - first, static_cast<std::size_t>(d),
            sum.data());
  }
  const float norm = sum.norm();
  if (norm > 1e-12f) sum /= norm;
  return sum;
}

bool ReportIndex::IsLead(int sentence) const {
  return is_title(sentence) || sentence == 0 || is_title(sentence - 1);
}

int ReportIndex::SentenceAt(const Span& span) const {
  const std::vector<Span>& sentences = annotation_->sentences;
  const Span probe{span.field, span.begin, static_cast<std::size_t>(-1)};
  auto it = std::upper_bound(sentences.begin(), sentences.end(), probe);
  if (it == sentences.begin()) return -1;
  --it;
  if (it->field != span.field || span.begin >= it->end) return -1;
  return static_cast<int>(it - sentences.begin());
}

bool ReportIndex::InQuotation(const Span& span) const {
  for (const Quotation& q : annotation_->quotations) {
    if (!q.scare && Contains(q.outer, span)) return true;
    if (q.outer.field == span.field && q.outer.begin > span.begin) break;
  }
  return false;
}

WordRange ReportIndex::WordsOf(int sentence, const Span& span) const {
  const std::vector<Word>& list = words(sentence);
  const WordRange none{list.size(), list.size()};
  if (list.empty() || list[0].span.field != span.field) return none;
  const auto first = std::partition_point(
      list.begin(), list.end(),
      [&](const Word& w) { return w.span.end <= span.begin; });
  // Most spans are short.
  constexpr std::ptrdiff_t kShort = 16;
  const auto begins_inside = [&](const Word& w) {
    return w.span.begin < span.end;
  };
  const auto near = first + std::min(kShort, list.end() - first);
  auto last = std::find_if_not(first, near, begins_inside);
  if (last == near) {
    last = std::partition_point(near, list.end(), begins_inside);
  }
  if (first == last) return none;
  return {static_cast<std::size_t>(first - list.begin()),
          static_cast<std::size_t>(last - list.begin())};
}

std::vector<TimeExpression> ReportIndex::TimesIn(int sentence) const {
  std::vector<TimeExpression> times;
  for (int c : claims_in(sentence)) {
    const std::vector<TimeExpression>& own = annotation_->claims[c].times;
    times.insert(times.end(), own.begin(), own.end());
  }
  return Once(std::move(times));
}

std::vector<Quantity> ReportIndex::QuantitiesIn(int sentence) const {
  std::vector<Quantity> quantities;
  for (int c : claims_in(sentence)) {
    const std::vector<Quantity>& own = annotation_->claims[c].quantities;
    quantities.insert(quantities.end(), own.begin(), own.end());
  }
  return Once(std::move(quantities));
}

}  // namespace rashomon
