#include "engine/align/pair_features.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <tuple>

#include "engine/align/patronymic.h"
#include "engine/base/simd_target.h"
#include "engine/base/strings.h"
#include "engine/claims/transliteration.h"
#include "engine/embed/letter_trigrams.h"
#include "engine/embed/row_sum.h"
#include "engine/embed/word_rows.h"
#include "engine/lexicon/related_words.h"
#include "engine/text/number_key.h"

namespace rashomon {
namespace {

// Weighted vectors are added up as whole numbers of 1 / kFixedPoint, so that no
// order of adding shows. Weights are below 1, and vectors of unit length.
constexpr double kFixedPoint = 1 << 15;

template <typename T>
void SortUnique(std::vector<T>* list) {
  std::sort(list->begin(), list->end());
  list->erase(std::unique(list->begin(), list->end()), list->end());
}

// The sentence as it is counted: without spare patronymics; across scripts, names
// by their stem in Latin letters, and numbers by what they say. New texts go
// into `texts`.
std::vector<Word> AsCounted(const std::vector<Word>& sentence,
                            const NamesAcrossScripts& names,
                            std::deque<std::string>* texts) {
  std::vector<Word> counted;
  counted.reserve(sentence.size());
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (IsSparePatronymic(sentence, i)) continue;
    counted.push_back(sentence[i]);
  }
  if (!names.mixed()) return counted;
  JoinNumberGroups(&counted, texts);
  for (Word& word : counted) {
    word.stem = texts->emplace_back(names.StemOf(word));
  }
  return counted;
}

bool HasSparePatronymic(const std::vector<Word>& sentence) {
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (IsSparePatronymic(sentence, i)) return true;
  }
  return false;
}

}  // namespace

std::string_view Name(PairFeature feature) {
  constexpr std::array<std::string_view, kPairFeatureCount> kNames = {
      "cosine",        "soft_cosine",     "plain_cosine",
      "bigram_cosine", "shared_weight",   "unshared_weight",
      "lesser_weight", "weight_ratio",    "number_shared",
      "number_conflict", "number_one_sided", "vector_cosine",
      "word_match",    "rest_cosine",     "opposites",
      "length"};
  const auto i = static_cast<std::size_t>(feature);
  return i < kNames.size() ? kNames[i] : std::string_view();
}

// Most sentences are counted as they stand, and are not copied.
SentenceProfile PairSpace::Add(const std::vector<Word>& sentence,
                               const std::vector<std::string>& anchors,
                               std::span<const int> stems,
                               std::vector<bool>* side) {
  SentenceProfile profile;
  if (!mixes_scripts() && !HasSparePatronymic(sentence)) {
    profile = stems.size() == sentence.size()
                  ? AddAsCounted(sentence, anchors, stems)
                  : AddAsCounted(sentence, anchors,
                                 words_.NumbersOf(sentence));
  } else {
    std::deque<std::string> texts;
    const std::vector<Word> counted =
        AsCounted(sentence, names_across_scripts_, &texts);
    profile = AddAsCounted(counted, anchors, words_.NumbersOf(counted));
  }
  profile.number = sentences_++;
  side->resize(static_cast<std::size_t>(columns()), false);
  for (const int word : profile.words) {
    (*side)[static_cast<std::size_t>(word)] = true;
  }
  return profile;
}

int PairSpace::BigramOf(int first, int second) {
  const std::uint64_t both = std::uint64_t{static_cast<std::uint32_t>(first)}
                                 << 32 |
                             static_cast<std::uint32_t>(second);
  return bigram_ids_.try_emplace(both, bigrams()).first->second;
}

// Of the words of a sentence that have columns.
void PairSpace::AddBigrams(const std::vector<int>& columns,
                           SentenceProfile* profile) {
  std::vector<std::pair<int, int>> bigrams;
  int last = BagOfWords::kNone;
  for (const int column : columns) {
    if (column == BagOfWords::kNone) continue;
    if (last != BagOfWords::kNone) bigrams.push_back({last, column});
    last = column;
  }
  SortUnique(&bigrams);
  for (const auto& [a, b] : bigrams) {
    profile->bigrams.push_back({BigramOf(a, b), 0.5 * (weight(a) + weight(b))});
    profile->bigram_weight += profile->bigrams.back().weight;
  }
}

SentenceProfile PairSpace::AddAsCounted(
    const std::vector<Word>& sentence, const std::vector<std::string>& anchors,
    std::span<const int> stems) {
  SentenceProfile profile;
  const std::vector<int> columns = words_.ColumnsOf(sentence, stems);
  profile.bag = words_.BagOf(columns);
  profile.words.reserve(profile.bag.size());
  for (const BagEntry& entry : profile.bag) {
    profile.words.push_back(entry.column);
    profile.weight += weight(entry.column);
  }
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (columns[i] == BagOfWords::kNone) continue;
    if (sentence[i].kind == WordKind::kNumber) {
      profile.numbers.push_back(
          number_ids_
              .try_emplace(NumberKey(sentence[i].normal),
                           static_cast<int>(number_ids_.size()))
              .first->second);
    }
  }
  // No stem starts with a control character: anchors keep to themselves.
  for (const std::string& anchor : anchors) {
    profile.anchors.push_back(words_.ColumnOf(StrCat("\x01", anchor)));
  }
  SortUnique(&profile.anchors);
  SortUnique(&profile.numbers);
  if (asks_bigrams_) AddBigrams(columns, &profile);
  if (table() != nullptr) {
    profile.vector = VectorOf(sentence, columns);
    profile.norm = profile.vector.norm();
  }
  return profile;
}

// A word in both cases counts as the more frequent one. Of forms with one stem
// the most frequent in the table is looked up: rows stand by falling frequency.
void PairSpace::NoteKey(int column, const Word& word, WordCase word_case) {
  const auto at = static_cast<std::size_t>(column);
  if (at >= keys_.size()) keys_.resize(at + 1);
  std::optional<VectorKey>& noted = keys_[at];
  const bool first = !noted;
  if (first) noted.emplace(VectorKey{word_case, {}});
  if (noted->word_case != word_case) noted->word_case = WordCase::kEither;
  if (by_stem()) return;
  const WordVectors& vectors = *table();
  const auto order = [&vectors](std::string_view normal) {
    return std::tuple(vectors.Find(normal, WordCase::kEither), normal.size(),
                      normal);
  };
  if (first || order(word.normal) < order(noted->normal)) {
    noted->normal = word.normal;
  }
}

const Eigen::VectorXf& PairSpace::UnknownVector(int column,
                                                std::string_view key,
                                                WordCase word_case) {
  if (by_stem()) {
    return book_->VectorOfUnknown(words_.number(column), word_case);
  }
  StringMap<Eigen::VectorXf>& vectors =
      word_case == WordCase::kCommon ? unknown_common_ : unknown_others_;
  const auto found = vectors.find(key);
  if (found != vectors.end()) return found->second;
  return vectors.emplace(key, table()->VectorOfUnknown(key, word_case))
      .first->second;
}

// The row of a word of a column. `key`: what tables of forms are asked for.
std::uint32_t PairSpace::RowOf(int column, std::string_view key,
                               WordCase word_case) {
  return by_stem() ? book_->RowOf(words_.number(column), word_case)
                   : table()->Find(key, word_case);
}

// The weighted sum of the words' vectors. Notes how each column is looked up.
Eigen::VectorXf PairSpace::VectorOf(const std::vector<Word>& sentence,
                                    const std::vector<int>& columns) {
  const WordVectors& vectors = *table();
  Eigen::VectorXf sum = Eigen::VectorXf::Zero(vectors.dimensions());
  std::vector<WeightedRow> known;  // that are not in the sum yet
  known.reserve(sentence.size());
  const auto add_known = [&] {
    AddRows(SimdTarget::kBest, known.data(), known.size(),
            static_cast<std::size_t>(sum.size()), sum.data());
    known.clear();
  };
  CaseReader cases(sentence);
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const Word& word = sentence[i];
    const WordCase word_case = cases.Next(word);
    if (word.kind != WordKind::kWord || word.stem.empty()) continue;
    NoteKey(columns[i], word, word_case);
    const std::uint32_t id = RowOf(columns[i], word.normal, word_case);
    if (id != WordVectors::kUnknown) {
      const WordRow row = vectors.row(id);
      known.push_back({row.values, row.scale * vectors.weight(id),
                       vectors.weight(id), id});
      continue;
    }
    add_known();
    sum += vectors.unseen_weight() * static_cast<float>(weight(columns[i])) *
           UnknownVector(columns[i], word.normal, word_case);
  }
  add_known();
  return sum;
}

// Of unit length; zeros for what is no word.
void PairSpace::ReadColumnVector(int column, float* out) {
  const auto d = static_cast<std::size_t>(table()->dimensions());
  std::fill(out, out + d, 0.0f);
  const std::optional<VectorKey>& noted =
      keys_[static_cast<std::size_t>(column)];
  if (!noted) return;
  const std::uint32_t id = RowOf(column, noted->normal, noted->word_case);
  if (id == WordVectors::kUnknown) {
    const Eigen::VectorXf& unknown =
        UnknownVector(column, noted->normal, noted->word_case);
    std::copy(unknown.data(), unknown.data() + unknown.size(), out);
    return;
  }
  const WordRow row = table()->row(id);
  const WeightedRow scaled{row.values, row.scale, 0, id};
  AddRows(SimdTarget::kBest, &scaled, 1, d, out);
}

// Reads the weighted vectors of all columns. The vectors of the words of either
// side.
std::array<SideVectors, 2> PairSpace::ReadColumnVectors() {
  std::array<SideVectors, 2> sides;
  if (table() == nullptr) return sides;
  const auto n = static_cast<std::size_t>(columns());
  const auto d = static_cast<std::size_t>(table()->dimensions());
  const std::array<const std::vector<bool>*, 2> stands = {&left_columns_,
                                                          &right_columns_};
  for (std::size_t s = 0; s < sides.size(); ++s) {
    sides[s].vectors.resize(
        std::count(stands[s]->begin(), stands[s]->end(), true),
        static_cast<Eigen::Index>(d));
  }
  vectors_ = FixedRows(n, d);
  keys_.resize(n);
  std::vector<float> row(d);
  for (std::size_t i = 0; i < n; ++i) {
    const int column = static_cast<int>(i);
    ReadColumnVector(column, row.data());
    vectors_.Set(i, row.data(),
                 static_cast<float>(kFixedPoint * weight(column)));
    if (std::all_of(row.begin(), row.end(), [](float x) { return x == 0; })) {
      continue;
    }
    for (std::size_t s = 0; s < sides.size(); ++s) {
      if (!(*stands[s])[i]) continue;
      std::copy(row.begin(), row.end(),
                sides[s].vectors.data() + sides[s].words.size() * d);
      sides[s].words.push_back(column);
    }
  }
  for (SideVectors& side : sides) {
    side.vectors.conservativeResize(static_cast<Eigen::Index>(side.words.size()),
                                    Eigen::NoChange);
  }
  return sides;
}

// Across scripts, Cyrillic stems are spelt as they sound: "президент" is much
// like "president".
SpellingNeighbors PairSpace::SpellingOfColumns(const WordSides& sides) const {
  LetterTrigrams latin;
  SpellingNeighbors::TrigramLists lists;
  lists.reserve(static_cast<std::size_t>(columns()));
  if (mixes_scripts()) {
    for (int i = 0; i < columns(); ++i) {
      latin.Add(Transliterate(words_.stem(i)));
    }
  }
  const LetterTrigrams& trigrams = mixes_scripts() ? latin : book_->Trigrams();
  for (int i = 0; i < columns(); ++i) {
    lists.push_back(trigrams.of(mixes_scripts() ? i : words_.number(i)));
  }
  return SpellingNeighbors(lists, trigrams.distinct(), sides);
}

// Across scripts words have stems that nobody numbered.
std::vector<RelatedPair> PairSpace::RelatedColumns() const {
  std::vector<RelatedPair> pairs;
  if (numbers_ == nullptr || mixes_scripts()) {
    std::vector<RelatedWord> words;
    for (int i = 0; i < columns(); ++i) {
      words.push_back(book_->related(words_.number(i)));
    }
    const RelatedWords related(words);
    for (int i = 0; i < columns(); ++i) {
      for (const Relative& r : related.of(i)) {
        pairs.push_back({i, r.other, r.relation});
      }
    }
    return pairs;
  }
  std::vector<int> column_of;
  for (int n = 0; n < numbers_->size(); ++n) {
    column_of.push_back(words_.FindColumn(numbers_->book_number(n)));
  }
  for (int n = 0; n < numbers_->size(); ++n) {
    const int word = column_of[static_cast<std::size_t>(n)];
    if (word == BagOfWords::kNone) continue;
    for (const Relative& r : numbers_->related().of(n)) {
      const int other = column_of[static_cast<std::size_t>(r.other)];
      if (other != BagOfWords::kNone) pairs.push_back({word, other, r.relation});
    }
  }
  return pairs;
}

void PairSpace::Finish() {
  left_columns_.resize(static_cast<std::size_t>(columns()), false);
  right_columns_.resize(static_cast<std::size_t>(columns()), false);
  const std::array<SideVectors, 2> vectors = ReadColumnVectors();
  const WordSides sides{left_columns_, right_columns_};
  const SpellingNeighbors spelling = SpellingOfColumns(sides);
  ties_.emplace(columns(), spelling,
                WordNeighbors(sides, spelling, RelatedColumns(), vectors[0],
                              vectors[1]));
}

Bag PairSpace::BagWithAnchors(const SentenceProfile& profile) const {
  Bag bag;
  double weights = 0;
  for (const std::vector<int>* columns : {&profile.words, &profile.anchors}) {
    for (const int column : *columns) {
      weights += weight(column);
      bag.push_back({column, static_cast<float>(std::sqrt(weight(column)))});
    }
  }
  const auto norm = static_cast<float>(std::sqrt(weights));
  for (BagEntry& entry : bag) entry.weight /= norm;
  std::sort(bag.begin(), bag.end(), [](const BagEntry& a, const BagEntry& b) {
    return a.column < b.column;
  });
  return bag;
}

}  // namespace rashomon
