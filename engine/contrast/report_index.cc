#include "engine/contrast/report_index.h"

#include <algorithm>
#include <cmath>

#include "engine/claims/tag.h"
#include "engine/embed/word_case.h"
#include "engine/embed/word_vectors.h"
#include "engine/lexicon/word_forms.h"

namespace rashomon {
namespace {

// More frequent words (about one in 150 running words) weigh nothing.
constexpr double kCommonRarity = 5.0;

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

// The row of each word in the vector table.
std::vector<std::uint32_t> RowsOf(const std::vector<Word>& words,
                                  const WordVectors* vectors) {
  std::vector<std::uint32_t> rows(words.size(), WordVectors::kUnknown);
  if (vectors == nullptr) return rows;
  const std::vector<WordCase> cases = CasesOf(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind != WordKind::kWord) continue;
    const bool by_stem = vectors->key_form() == WordVectors::KeyForm::kStem;
    rows[i] = vectors->Find(by_stem ? words[i].stem : words[i].normal,
                            cases[i]);
  }
  return rows;
}

double RarityOf(std::string_view stem, const WordModel& model) {
  const double rarity = -std::log(model.counts().Probability(stem));
  return rarity < kCommonRarity ? 0 : rarity;
}

bool MayBeIrregular(Tag tag) { return IsVerb(tag) || tag == Tag::kPlural; }

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
    : article_(&article), annotation_(&annotation), model_(&model) {
  claims_.resize(annotation.sentences.size());
  for (std::size_t c = 0; c < annotation.claims.size(); ++c) {
    claims_[annotation.claims[c].sentence].push_back(static_cast<int>(c));
  }
  Sort(annotation.hedges, &hedges_);
  Sort(annotation.wording, &wording_);
  for (const std::vector<Word>& words : annotation.words) {
    rows_.push_back(RowsOf(words, model.vectors()));
    bags_.push_back(MakeStemBag(words, model.counts()));
    for (const auto& [stem, weight] : bags_.back().weights) {
      ++sentences_with_[stem];
    }
  }
  whole_ = MakeStemBag(annotation.words, model.counts());
  WordSplitter splitter;
  for (int i = 0; i < sentence_count(); ++i) NoteBases(i, &splitter);
  NoteRarities();
}

void ReportIndex::NoteRarities() {
  for (const std::vector<Word>& sentence : annotation_->words) {
    for (const Word& word : sentence) {
      const auto [at, added] = rarities_.try_emplace(word.stem.data(), 0.0);
      if (added) at->second = RarityOf(word.stem, *model_);
    }
  }
}

void ReportIndex::NoteBases(int sentence, WordSplitter* splitter) {
  for (std::size_t i = 0; i < words(sentence).size(); ++i) {
    const std::string_view normal = words(sentence)[i].normal;
    if (!MayBeIrregular(tags(sentence)[i]) || bases_.contains(normal)) continue;
    const std::string_view base = WordFormTable::Shipped().IrregularBase(normal);
    if (!base.empty()) bases_.emplace(normal, splitter->Stem(base));
  }
}

std::string_view ReportIndex::BaseStem(int sentence, std::size_t word) const {
  const Word& w = words(sentence)[word];
  if (!MayBeIrregular(tags(sentence)[word])) return w.stem;
  const auto it = bases_.find(w.normal);
  return it == bases_.end() ? w.stem : std::string_view(it->second);
}

int ReportIndex::SentencesWith(std::string_view stem) const {
  const auto it = sentences_with_.find(stem);
  return it == sentences_with_.end() ? 0 : it->second;
}

double ReportIndex::Rarity(const Word& word) const {
  if (word.kind == WordKind::kPunctuation) return 0;
  const auto at = rarities_.find(word.stem.data());
  return at != rarities_.end() ? at->second : RarityOf(word.stem, *model_);
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
  for (std::size_t i = range.first; i < range.last; ++i) {
    const std::uint32_t row = rows_[sentence][i];
    if (row == WordVectors::kUnknown) continue;
    const WordRow values = vectors->row(row);
    sum += vectors->weight(row) * values.scale *
           Eigen::Map<const Eigen::Matrix<std::int8_t, Eigen::Dynamic, 1>>(
               values.values, d)
               .cast<float>();
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

WordRange ReportIndex::WordsOf(int sentence,
                                            const Span& span) const {
  const std::vector<Word>& list = words(sentence);
  WordRange range{list.size(), list.size()};
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!Overlaps(list[i].span, span)) continue;
    range.first = std::min(range.first, i);
    range.last = i + 1;
  }
  if (range.first == list.size()) range.last = range.first;
  return range;
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
