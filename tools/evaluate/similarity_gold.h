// Pairs of sentences with the readers' score: STS and MRPC.
//
//   RASHOMON_ASSIGN_OR_RETURN(const std::vector<SimilarityPair> pairs,
//                             ReadSimilarityGold("stsb_train.tsv"));
//   const auto clean = WithoutShared(pairs, held_out);   // for fitting
//   const Eigen::MatrixXd features = FeatureTable(word_model, clean);
#ifndef RASHOMON_TOOLS_EVALUATE_SIMILARITY_GOLD_H_
#define RASHOMON_TOOLS_EVALUATE_SIMILARITY_GOLD_H_

#include <Eigen/Core>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/embed/word_model.h"
#include "engine/text/word.h"

namespace rashomon {

struct SimilarityPair {
  double score = 0;  // as the file has it: 0 to 5, or 0 and 1
  std::string left;
  std::string right;
};

// TSV with columns score, left and right. The error names the file and line.
absl::StatusOr<std::vector<SimilarityPair>> ReadSimilarityGold(
    const std::string& path);

// The words of a text that is one sentence.
std::vector<Word> WordsOf(std::string_view text, WordSplitter* splitter);

// n x kPairFeatureCount, a row for each pair.
Eigen::MatrixXd FeatureTable(const WordModel& word_model,
                             const std::vector<SimilarityPair>& pairs);

// The letters and digits of a text (UTF-8), case folded: equal for texts that
// differ in case, spaces and punctuation alone.
std::string TextKey(std::string_view text);

// The pairs that are not among `held_out` by the keys of their texts, in either
// order. O(bytes).
std::vector<SimilarityPair> WithoutShared(
    const std::vector<SimilarityPair>& pairs,
    const std::vector<SimilarityPair>& held_out);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_SIMILARITY_GOLD_H_
