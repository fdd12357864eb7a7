#include "engine/embed/sentence_embedder.h"

#include <cmath>
#include <cstdint>
#include <string_view>

#include "engine/embed/bag_of_words.h"
#include "engine/embed/common_component.h"
#include "engine/embed/stem_hash.h"

namespace rashomon {
namespace {

using Sentences = std::vector<std::vector<Word>>;

std::vector<Bag> BagsOf(const Sentences& sentences, BagOfWords* words) {
  std::vector<Bag> bags;
  bags.reserve(sentences.size());
  for (const auto& sentence : sentences) bags.push_back(words->Add(sentence));
  return bags;
}

RowMatrix Dense(const std::vector<Bag>& bags, int columns) {
  RowMatrix matrix =
      RowMatrix::Zero(static_cast<Eigen::Index>(bags.size()), columns);
  for (std::size_t i = 0; i < bags.size(); ++i) {
    for (const BagEntry& entry : bags[i]) {
      matrix(static_cast<Eigen::Index>(i), entry.column) = entry.weight;
    }
  }
  return matrix;
}

// Adds one stem's weight to its four columns, each in a quarter of the row, so
// that they never coincide.
void Project(std::string_view stem, float weight, Eigen::Index d, float* row) {
  constexpr int kColumnsPerStem = 4;
  std::uint64_t hash = StemHash(stem);
  for (int i = 0; i < kColumnsPerStem; ++i) {
    const Eigen::Index begin = d * i / kColumnsPerStem;
    const Eigen::Index width = d * (i + 1) / kColumnsPerStem - begin;
    const auto bits = static_cast<std::uint32_t>(hash & 0x7FFF);
    const float signed_weight = (hash & 0x8000) != 0 ? weight : -weight;
    if (width > 0) {
      row[begin + static_cast<Eigen::Index>(bits % width)] += signed_weight;
    }
    hash >>= 16;
  }
}

RowMatrix Projected(const Sentences& sentences, const WordCounts& counts,
                    int d) {
  RowMatrix matrix =
      RowMatrix::Zero(static_cast<Eigen::Index>(sentences.size()), d);
  StringSet seen;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    float* row = matrix.row(static_cast<Eigen::Index>(i)).data();
    seen.clear();
    for (const Word& word : sentences[i]) {
      if (word.kind == WordKind::kPunctuation || word.stem.empty()) continue;
      if (!seen.emplace(word.stem).second) continue;
      const double weight = std::sqrt(counts.SifWeight(word.stem));
      Project(word.stem, static_cast<float>(weight), d, row);
    }
  }
  NormalizeRows(&matrix);
  return matrix;
}

}  // namespace

RowMatrix SentenceEmbedder::Embed(const Sentences& sentences) const {
  return EmbedBoth(sentences, {}).left;
}

EmbeddedPair SentenceEmbedder::EmbedBoth(const Sentences& left,
                                         const Sentences& right) const {
  EmbeddedPair pair;
  if (options_.dimensions > 0) {
    pair.left = Projected(left, *counts_, options_.dimensions);
    pair.right = Projected(right, *counts_, options_.dimensions);
  } else {
    BagOfWords words(counts_);
    const std::vector<Bag> left_bags = BagsOf(left, &words);
    const std::vector<Bag> right_bags = BagsOf(right, &words);
    pair.left = Dense(left_bags, words.columns());
    pair.right = Dense(right_bags, words.columns());
  }
  if (options_.remove_common_component) {
    RowMatrix both(pair.left.rows() + pair.right.rows(), pair.left.cols());
    both << pair.left, pair.right;
    const Eigen::VectorXf common = CommonComponent(both);
    RemoveComponent(common, &pair.left);
    RemoveComponent(common, &pair.right);
  }
  return pair;
}

}  // namespace rashomon
