#include "engine/embed/word_rows.h"

#include <cmath>

namespace rashomon {

void WordRows::Renew(std::uint32_t generation) {
  if (generation == generation_) return;
  generation_ = generation;
  by_id_.clear();
  unknown_.clear();
}

const WeightedRow& WordRows::Row(std::uint32_t word_id, std::string_view stem,
                                 std::string_view normal,
                                 WordCase word_case) {
  const std::size_t at =
      std::size_t{word_id} * kCases + static_cast<std::size_t>(word_case);
  if (at >= by_id_.size()) by_id_.resize((std::size_t{word_id} + 1) * kCases);
  WeightedRow& row = by_id_[at];
  if (row.values == nullptr) row = Find(stem, normal, word_case);
  return row;
}

WeightedRow WordRows::Find(std::string_view stem, std::string_view normal,
                           WordCase word_case) {
  const bool by_stem = vectors_->key_form() == WordVectors::KeyForm::kStem;
  const std::string_view key = by_stem ? stem : normal;
  WeightedRow found;
  found.id = vectors_->Find(key, word_case);
  if (found.id != WordVectors::kUnknown) {
    const WordRow row = vectors_->row(found.id);
    found.values = row.values;
    found.weight = vectors_->weight(found.id);
    found.factor = row.scale * found.weight;
    return found;
  }
  const Eigen::VectorXf vector = vectors_->VectorOfUnknown(key, word_case);
  const float largest = vector.cwiseAbs().maxCoeff();
  const float scale = largest > 0 ? largest / 127 : 1;
  std::vector<std::int8_t>& codes = unknown_.emplace_back();
  codes.reserve(static_cast<std::size_t>(vector.size()));
  for (const float value : vector) {
    codes.push_back(static_cast<std::int8_t>(std::round(value / scale)));
  }
  found.values = codes.data();
  found.weight = vectors_->unseen_weight();
  if (counts_ != nullptr) {
    found.weight *= static_cast<float>(counts_->SifWeight(stem));
  }
  found.factor = scale * found.weight;
  return found;
}

}  // namespace rashomon
