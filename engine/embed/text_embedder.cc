#include "engine/embed/text_embedder.h"

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>

#include "engine/embed/row_sum.h"

namespace rashomon {
namespace {

// n x d, its numbers still to be set. Memory of a large matrix is asked for in
// large pages: in small ones, the system takes as long to hand it out as the
// words take to look up. Where it declines, nothing changes but the time.
RowMatrix RoomFor(std::size_t n, int d) {
  RowMatrix matrix(static_cast<Eigen::Index>(n), d);
  constexpr std::uintptr_t kLargePage = 2 << 20;
  const auto address = reinterpret_cast<std::uintptr_t>(matrix.data());
  const std::uintptr_t begin = (address + kLargePage - 1) & ~(kLargePage - 1);
  const std::uintptr_t end =
      address + n * static_cast<std::size_t>(d) * sizeof(float);
  if (end >= begin + kLargePage) {
    madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
  }
  return matrix;
}

}  // namespace

void TextEmbedder::EmbedInto(std::string_view field_text, Span sentence,
                             float* row) {
  const std::vector<Word>& words = splitter_.Views(field_text, sentence);
  rows_.Renew(splitter_.generation());
  const std::vector<WeightedRow>& rows = rows_.Of(words);
  UnitSum(target_, rows.data(), rows.size(),
          static_cast<std::size_t>(dimensions()), row);
}

RowMatrix TextEmbedder::Embed(std::string_view field_text,
                              const std::vector<Span>& sentences) {
  RowMatrix matrix = RoomFor(sentences.size(), dimensions());
  float* row = matrix.data();
  for (const Span& sentence : sentences) {
    EmbedInto(field_text, sentence, row);
    row += dimensions();
  }
  return matrix;
}

RowMatrix TextEmbedder::Embed(
    const std::vector<std::string_view>& sentences) {
  RowMatrix matrix = RoomFor(sentences.size(), dimensions());
  float* row = matrix.data();
  for (const std::string_view sentence : sentences) {
    EmbedInto(sentence, {Field::kText, 0, sentence.size()}, row);
    row += dimensions();
  }
  return matrix;
}

}  // namespace rashomon
