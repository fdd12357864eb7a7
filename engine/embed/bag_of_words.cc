#include "engine/embed/bag_of_words.h"

#include <algorithm>
#include <cmath>

namespace rashomon {
namespace {

void ScaleToUnitLength(Bag* bag) {
  double squares = 0;
  for (const BagEntry& entry : *bag) {
    squares += double{entry.weight} * entry.weight;
  }
  const auto scale = static_cast<float>(1 / std::sqrt(squares));
  for (BagEntry& entry : *bag) entry.weight *= scale;
}

}  // namespace

double Dot(const Bag& left, const Bag& right) {
  double sum = 0;
  auto l = left.begin();
  auto r = right.begin();
  while (l != left.end() && r != right.end()) {
    if (l->column < r->column) {
      ++l;
    } else if (r->column < l->column) {
      ++r;
    } else {
      sum += double{l++->weight} * r++->weight;
    }
  }
  return std::min(sum, 1.0);
}

int BagOfWords::ColumnOf(int number) {
  const auto at = static_cast<std::size_t>(number);
  if (at >= columns_.size()) {
    columns_.resize(static_cast<std::size_t>(book_->size()), kNone);
  }
  if (columns_[at] != kNone) return columns_[at];
  columns_[at] = columns();
  numbers_.push_back(number);
  weights_.push_back(book_->sif_weight(number));
  roots_.push_back(static_cast<float>(std::sqrt(weights_.back())));
  return columns_[at];
}

std::vector<int> BagOfWords::NumbersOf(const std::vector<Word>& sentence) {
  std::vector<int> numbers;
  numbers.reserve(sentence.size());
  for (const Word& word : sentence) {
    numbers.push_back(book_->Number(word.stem));
  }
  return numbers;
}

std::vector<int> BagOfWords::ColumnsOf(const std::vector<Word>& sentence,
                                       std::span<const int> numbers) {
  std::vector<int> columns;
  columns.reserve(sentence.size());
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const Word& word = sentence[i];
    const bool counts =
        word.kind != WordKind::kPunctuation && !word.stem.empty();
    columns.push_back(counts ? ColumnOf(numbers[i]) : kNone);
  }
  return columns;
}

Bag BagOfWords::BagOf(const std::vector<int>& columns) const {
  Bag bag;
  bag.reserve(columns.size());
  for (const int column : columns) {
    if (column == kNone) continue;
    bag.push_back({column, roots_[static_cast<std::size_t>(column)]});
  }
  std::sort(bag.begin(), bag.end(), [](const BagEntry& a, const BagEntry& b) {
    return a.column < b.column;
  });
  const auto same = [](const BagEntry& a, const BagEntry& b) {
    return a.column == b.column;
  };
  bag.erase(std::unique(bag.begin(), bag.end(), same), bag.end());
  if (!bag.empty()) ScaleToUnitLength(&bag);
  return bag;
}

}  // namespace rashomon
