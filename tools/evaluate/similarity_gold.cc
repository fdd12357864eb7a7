#include "tools/evaluate/similarity_gold.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <set>
#include <utility>

#include "absl/status/status.h"
#include "engine/align/pair_features.h"
#include "engine/align/pair_scorer.h"
#include "engine/base/span.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/evaluate/gold_file.h"

namespace rashomon {
namespace {

bool ReadNumber(const std::string& text, double* value) {
  const char* end = text.data() + text.size();
  return std::from_chars(text.data(), end, *value).ptr == end &&
         !text.empty() && std::isfinite(*value);
}

void AppendUtf8(UChar32 c, std::string* to) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  to->append(bytes, static_cast<std::size_t>(length));
}

// The lesser text first: the same key for either order.
std::pair<std::string, std::string> PairKey(const SimilarityPair& pair) {
  std::pair<std::string, std::string> key(TextKey(pair.left),
                                          TextKey(pair.right));
  if (key.second < key.first) std::swap(key.first, key.second);
  return key;
}

}  // namespace

absl::StatusOr<std::vector<SimilarityPair>> ReadSimilarityGold(
    const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(GoldTable table, ReadGoldTsv(path));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t score, table.Column("score"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t left, table.Column("left"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t right, table.Column("right"));
  std::vector<SimilarityPair> pairs;
  for (std::vector<std::string>& row : table.rows) {
    SimilarityPair pair;
    if (!ReadNumber(row[score], &pair.score)) {
      return absl::InvalidArgumentError(
          StrCat(path, ": line ", pairs.size() + 2, ": score is no number"));
    }
    pair.left = std::move(row[left]);
    pair.right = std::move(row[right]);
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

std::vector<Word> WordsOf(std::string_view text, WordSplitter* splitter) {
  return splitter->Split(text, Span{Field::kText, 0, text.size()});
}

Eigen::MatrixXd FeatureTable(const WordModel& word_model,
                             const std::vector<SimilarityPair>& pairs) {
  Eigen::MatrixXd table(static_cast<Eigen::Index>(pairs.size()),
                        kPairFeatureCount);
  WordSplitter splitter;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const PairFeatures f =
        FeaturesOf(word_model, WordsOf(pairs[i].left, &splitter),
                   WordsOf(pairs[i].right, &splitter));
    table.row(static_cast<Eigen::Index>(i)) =
        Eigen::Map<const Eigen::RowVectorXd>(f.values().data(),
                                             kPairFeatureCount);
  }
  return table;
}

std::string TextKey(std::string_view text) {
  std::string key;
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 c;
    U8_NEXT(text.data(), i, length, c);
    if (c >= 0 && u_isalnum(c)) {
      AppendUtf8(u_foldCase(c, U_FOLD_CASE_DEFAULT), &key);
    }
  }
  return key;
}

std::vector<SimilarityPair> WithoutShared(
    const std::vector<SimilarityPair>& pairs,
    const std::vector<SimilarityPair>& held_out) {
  std::set<std::pair<std::string, std::string>> held;
  for (const SimilarityPair& pair : held_out) held.insert(PairKey(pair));
  std::vector<SimilarityPair> kept;
  for (const SimilarityPair& pair : pairs) {
    if (!held.contains(PairKey(pair))) kept.push_back(pair);
  }
  return kept;
}

}  // namespace rashomon
