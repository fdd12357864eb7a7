#include "engine/embed/table_vectors.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/read_word_table.h"
#include "engine/embed/word_vectors_writer.h"
#include "engine/text/normalize.h"
#include "engine/text/word.h"

namespace rashomon {
namespace {

constexpr std::string_view kUnigramStart = "\xE2\x96\x81";  // U+2581

bool HasTokens(const WordTable& table) {
  return table.subwords() == Subwords::kWordPiece ||
         table.subwords() == Subwords::kUnigram;
}

// The word that a token is when it stands alone; empty for parts of words.
std::string_view WholeWord(const WordTable& table, std::size_t i) {
  std::string_view token = table.word(i);
  if (table.subwords() == Subwords::kWordPiece) {
    return token.starts_with("##") ? std::string_view() : token;
  }
  if (table.subwords() == Subwords::kUnigram) {
    if (!token.starts_with(kUnigramStart)) return {};
    token.remove_prefix(kUnigramStart.size());
  }
  return token;
}

struct Chosen {
  std::size_t row = 0;
  std::string normal;
  bool name = false;
};

// The rows that are kept, in order.
std::vector<Chosen> Choose(const WordTable& table) {
  StringSet small;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const std::string_view word = WholeWord(table, i);
    if (!word.empty() && NormalForm(word) == word) small.emplace(word);
  }
  std::vector<Chosen> chosen;
  StringSet commons;
  StringSet names;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const std::string_view word = WholeWord(table, i);
    if (word.empty()) continue;
    Chosen c{i, NormalForm(word), false};
    if (c.normal.empty()) continue;
    c.name = c.normal != word && small.contains(c.normal);
    if (!(c.name ? names : commons).insert(c.normal).second) continue;
    chosen.push_back(std::move(c));
  }
  return chosen;
}

}  // namespace

absl::StatusOr<WordVectors> VectorsFromTable(
    std::shared_ptr<const WordTable> table, const WordCounts& counts,
    std::string_view source) {
  const std::vector<Chosen> chosen = Choose(*table);
  if (chosen.empty()) {
    return absl::InvalidArgumentError(
        StrCat(source, ": there is no word in the table"));
  }
  WordVectorsInput input;
  input.key_form = WordVectors::KeyForm::kNormal;
  input.vectors.resize(static_cast<Eigen::Index>(chosen.size()),
                       table->dimensions());
  WordSplitter splitter;
  float heaviest = 0;
  for (const Chosen& c : chosen) {
    const auto i = static_cast<Eigen::Index>(input.words.size());
    input.vectors.row(i) = Eigen::Map<const Eigen::RowVectorXf>(
        table->row(c.row).data(), table->dimensions());
    const float weight =
        HasTokens(*table)
            ? std::max(input.vectors.row(i).stableNorm(), 1e-6f)
            : static_cast<float>(counts.SifWeight(splitter.Stem(c.normal)));
    input.words.push_back(c.normal);
    input.names.push_back(c.name);
    input.weights.push_back(weight);
    heaviest = std::max(heaviest, weight);
  }
  input.unseen_weight = HasTokens(*table) ? heaviest : 1.0f;
  RASHOMON_ASSIGN_OR_RETURN(std::string bytes, EncodeWordVectors(input));
  RASHOMON_ASSIGN_OR_RETURN(WordVectors vectors,
                            WordVectors::FromBytes(std::move(bytes), source));
  return std::move(vectors).WithSubwords(std::move(table));
}

absl::StatusOr<WordVectors> OpenWordVectors(const std::string& path,
                                            const WordCounts& counts) {
  if (WordVectors::IsWordVectorFile(path)) return WordVectors::Open(path);
  RASHOMON_ASSIGN_OR_RETURN(WordTable table, ReadWordTable(path));
  return VectorsFromTable(std::make_shared<WordTable>(std::move(table)), counts,
                          path);
}

}  // namespace rashomon
