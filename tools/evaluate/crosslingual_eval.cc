#include "tools/evaluate/crosslingual_eval.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "corpus/article.h"
#include "engine/align/aligner.h"
#include "engine/align/alignment_features.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/claims/annotator.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"
#include "engine/text/word.h"
#include "tools/evaluate/gold_file.h"

namespace rashomon {
namespace {

constexpr char kFirstRule[] =
    "the candidate whose words and anchors cover most of an English sentence "
    "and it of them (local_match: names by transliteration, numbers, words "
    "spelt alike), among all Russian sentences, is its translation; the order "
    "of the sentences is not looked at";
constexpr char kFoundRule[] =
    "its translation is among the candidates of an English sentence";
constexpr std::size_t kLocalMatch =
    kPairFeatureCount + static_cast<std::size_t>(ContextFeature::kLocalMatch);

// The sentences of one language, with and without what a list says of names.
struct Side {
  std::vector<std::vector<Word>> words;
  Anchors anchors;
};

Side ReadSide(const GoldTable& table, std::size_t column,
              Annotator* annotator) {
  Side side;
  for (const std::vector<std::string>& row : table.rows) {
    Article article;
    article.text = row[column];
    const Annotation annotation = annotator->Annotate(article);
    std::vector<Word>& words = side.words.emplace_back();
    for (const std::vector<Word>& sentence : annotation.words) {
      words.insert(words.end(), sentence.begin(), sentence.end());
    }
    std::vector<std::string>& anchors = side.anchors.emplace_back();
    for (const std::vector<std::string>& list : AnchorsOf(annotation)) {
      anchors.insert(anchors.end(), list.begin(), list.end());
    }
  }
  return side;
}

struct Found {
  std::int64_t first = 0;  // sentences whose translation ranks first
  std::int64_t any = 0;    // whose translation is a candidate
};

Found Count(const std::vector<AlignmentCandidate>& candidates,
            std::size_t sentences) {
  Found found;
  std::vector<const AlignmentCandidate*> best(sentences, nullptr);
  for (const AlignmentCandidate& c : candidates) {
    const AlignmentCandidate*& first = best[static_cast<std::size_t>(c.left)];
    if (first == nullptr ||
        c.features[kLocalMatch] > first->features[kLocalMatch]) {
      first = &c;
    }
    found.any += c.left == c.right;
  }
  found.first = std::count_if(
      best.begin(), best.end(), [](const AlignmentCandidate* c) {
        return c != nullptr && c->left == c->right;
      });
  return found;
}

Score ShareOf(const std::string& measure, std::int64_t count,
              std::int64_t sentences, const char* rule) {
  return {measure,
          static_cast<double>(count) / static_cast<double>(sentences),
          {{"right", count}, {"of", sentences}},
          rule};
}

absl::StatusOr<std::vector<Score>> Run(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const WordModel model, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const Lexicons lexicons, Lexicons::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const GoldTable table, ReadGoldTsv(input.path));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t en, table.Column("en"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t ru, table.Column("ru"));
  if (table.rows.empty()) {
    return absl::InvalidArgumentError(StrCat(input.path, ": no row"));
  }
  Annotator annotator(&lexicons);
  const Side left = ReadSide(table, en, &annotator);
  const Side right = ReadSide(table, ru, &annotator);
  const Found by_words = Count(
      AlignmentCandidates(model, left.words, right.words, {}, {}),
      table.rows.size());
  const Found by_anchors =
      Count(AlignmentCandidates(model, left.words, right.words, left.anchors,
                                right.anchors),
            table.rows.size());
  const auto n = static_cast<std::int64_t>(table.rows.size());
  return std::vector<Score>{
      ShareOf("accuracy@1, words", by_words.first, n, kFirstRule),
      ShareOf("accuracy@1, and anchors", by_anchors.first, n, kFirstRule),
      ShareOf("candidates, words", by_words.any, n, kFoundRule),
      ShareOf("candidates, and anchors", by_anchors.any, n, kFoundRule)};
}

}  // namespace

Evaluation CrosslingualEvaluation() {
  return {"crosslingual/wmt21_en_ru", "crosslingual/wmt21_en_ru.tsv", Run};
}

}  // namespace rashomon
