#include "engine/embed/lsa.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace rashomon {
namespace {

bool IsTerm(const Word& word) {
  return word.kind != WordKind::kPunctuation && !word.stem.empty();
}

// Columns for the stems of enough documents, in the order of the alphabet, so
// that they do not hang on the order of a hash table.
StringMap<int> Vocabulary(const std::vector<std::vector<Word>>& documents,
                          int min_documents) {
  std::map<std::string_view, std::pair<std::size_t, int>> last_and_count;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    for (const Word& word : documents[i]) {
      if (!IsTerm(word)) continue;
      auto& [last, count] = last_and_count[word.stem];
      if (count == 0 || last != i) ++count;
      last = i;
    }
  }
  StringMap<int> columns;
  for (const auto& [stem, last_count] : last_and_count) {
    if (last_count.second < min_documents) continue;
    columns.emplace(stem, static_cast<int>(columns.size()));
  }
  return columns;
}

}  // namespace

// n x vocabulary: (1 + ln frequency) x root of the weight, rows of unit length.
SparseRows Lsa::RowsOf(const std::vector<std::vector<Word>>& texts) const {
  std::vector<Eigen::Triplet<float>> entries;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::map<int, std::pair<int, double>> row;  // frequency, weight
    for (const Word& word : texts[i]) {
      const auto at = columns_.find(word.stem);
      if (!IsTerm(word) || at == columns_.end()) continue;
      auto& [frequency, weight] = row[at->second];
      if (frequency++ == 0) weight = std::sqrt(counts_->SifWeight(word.stem));
    }
    double squares = 0;
    for (auto& [column, entry] : row) {
      entry.second *= 1 + std::log(entry.first);
      squares += entry.second * entry.second;
    }
    for (const auto& [column, entry] : row) {
      entries.emplace_back(static_cast<int>(i), column,
                           static_cast<float>(entry.second /
                                              std::sqrt(squares)));
    }
  }
  SparseRows rows(static_cast<Eigen::Index>(texts.size()),
                  static_cast<Eigen::Index>(columns_.size()));
  rows.setFromTriplets(entries.begin(), entries.end());
  return rows;
}

Lsa Lsa::Fit(const WordCounts* counts,
             const std::vector<std::vector<Word>>& documents,
             const LsaOptions& options) {
  Lsa lsa(counts);
  lsa.columns_ = Vocabulary(documents, options.min_documents);
  RandomizedSvdOptions svd;
  svd.dimensions = options.dimensions;
  svd.seed = options.seed;
  lsa.stems_ = RandomizedSvd(lsa.RowsOf(documents), svd).v;
  return lsa;
}

RowMatrix Lsa::Embed(const std::vector<std::vector<Word>>& sentences) const {
  RowMatrix vectors = RowsOf(sentences) * stems_;
  NormalizeRows(&vectors);
  return vectors;
}

}  // namespace rashomon
