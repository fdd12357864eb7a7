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

int BagOfWords::ColumnOf(std::string_view stem) {
  const auto found = columns_.find(stem);
  if (found != columns_.end()) return found->second;
  const int column = columns();
  columns_.emplace(stem, column);
  weights_.push_back(counts_->SifWeight(stem));
  stems_.emplace_back(stem);
  return column;
}

std::vector<int> BagOfWords::ColumnsOf(const std::vector<Word>& sentence) {
  std::vector<int> columns;
  columns.reserve(sentence.size());
  for (const Word& word : sentence) {
    const bool counts =
        word.kind != WordKind::kPunctuation && !word.stem.empty();
    columns.push_back(counts ? ColumnOf(word.stem) : kNone);
  }
  return columns;
}

Bag BagOfWords::BagOf(const std::vector<int>& columns) const {
  Bag bag;
  bag.reserve(columns.size());
  for (const int column : columns) {
    if (column == kNone) continue;
    bag.push_back({column, static_cast<float>(std::sqrt(weight(column)))});
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
