#include "engine/embed/text_embedder.h"

#include <cstddef>

#include "engine/embed/row_sum.h"

namespace rashomon {

void TextEmbedder::EmbedInto(std::string_view field_text, Span sentence,
                             float* row) {
  const std::vector<WordView>& words = splitter_.Views(field_text, sentence);
  rows_.Renew(splitter_.generation());
  const std::vector<WeightedRow>& rows = rows_.Of(words);
  UnitSum(target_, rows.data(), rows.size(),
          static_cast<std::size_t>(dimensions()), row);
}

RowMatrix TextEmbedder::Embed(std::string_view field_text,
                              const std::vector<Span>& sentences) {
  RowMatrix matrix(static_cast<Eigen::Index>(sentences.size()), dimensions());
  float* row = matrix.data();
  for (const Span& sentence : sentences) {
    EmbedInto(field_text, sentence, row);
    row += dimensions();
  }
  return matrix;
}

RowMatrix TextEmbedder::Embed(
    const std::vector<std::string_view>& sentences) {
  RowMatrix matrix(static_cast<Eigen::Index>(sentences.size()), dimensions());
  float* row = matrix.data();
  for (const std::string_view sentence : sentences) {
    EmbedInto(sentence, {Field::kText, 0, sentence.size()}, row);
    row += dimensions();
  }
  return matrix;
}

}  // namespace rashomon
