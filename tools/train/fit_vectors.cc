#include "tools/train/fit_vectors.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "absl/status/status.h"
#include "absl/strings/str_format.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/matrix.h"
#include "engine/embed/randomized_svd.h"
#include "engine/embed/word_counts.h"
#include "engine/embed/word_vectors.h"
#include "engine/embed/word_vectors_writer.h"
#include "tools/train/article_lines.h"
#include "tools/train/contrastive.h"
#include "tools/train/cooccurrence.h"
#include "tools/train/spelling_fit.h"
#include "tools/train/vector_corpus.h"
#include "tools/train/vector_scores.h"

namespace rashomon {
namespace {

using Rows = std::span<const std::int32_t>;

// Shorter texts say too little to be told from others.
constexpr std::size_t kLeastWords = 5;
constexpr std::size_t kLeastTitleWords = 3;
constexpr std::size_t kLeadSentences = 3;
constexpr std::size_t kNextSentences = 3;
// Words that are hardly seen keep a length of about that of rare ones.
constexpr double kRareShare = 1e-6;

absl::Status ReadArticles(const std::string& path, VectorCorpus* corpus) {
  return ForEachArticle(path, [corpus](const nlohmann::json& article) {
    const bool titled =
        article.contains("title") && article["title"].is_string();
    corpus->Add(titled ? article["title"].get<std::string>() : std::string(),
                article["text"].get_ref<const std::string&>());
  });
}

// Directions of the PPMI matrix, not scaled by their singular values: all 256
// count alike. Rows of unit length.
RowMatrix StartVectors(const VectorCorpus& corpus, int dimensions) {
  RandomizedSvdOptions svd;
  svd.dimensions = dimensions;
  svd.power_iterations = 3;
  RowMatrix vectors = RandomizedSvd(PpmiOf(corpus, {}), svd).u;
  vectors.rowwise() -= vectors.colwise().mean().eval();
  NormalizeRows(&vectors);
  return vectors;
}

// The words of up to `count` sentences from `first` on, before `last`.
std::vector<std::int32_t> Joined(const VectorCorpus& corpus, std::size_t first,
                                 std::size_t count, std::size_t last) {
  std::vector<std::int32_t> joined;
  for (std::size_t s = first; s < std::min(first + count, last); ++s) {
    const Rows sentence = corpus.sentence(s);
    joined.insert(joined.end(), sentence.begin(), sentence.end());
  }
  return joined;
}

// Title and lead; each sentence and the next three.
void AddArticlePairs(const VectorCorpus& corpus, const CorpusArticle& article,
                     TextPairs* pairs) {
  const Rows title = corpus.sentence(article.first);
  std::size_t first = article.first + 1;
  // Many texts begin with their title.
  if (first < article.last && std::ranges::equal(corpus.sentence(first), title)) {
    ++first;
  }
  const std::vector<std::int32_t> lead =
      Joined(corpus, first, kLeadSentences, article.last);
  if (title.size() >= kLeastTitleWords && lead.size() >= kLeastWords) {
    pairs->Add(title, lead);
  }
  for (std::size_t s = first; s + 1 < article.last; ++s) {
    const Rows sentence = corpus.sentence(s);
    if (sentence.size() < kLeastWords ||
        corpus.sentence(s + 1).size() < kLeastWords) {
      continue;
    }
    pairs->Add(sentence, Joined(corpus, s + 1, kNextSentences, article.last));
  }
}

// Reports of one event stand together: title and text of each with those of
// the others, in turn.
void AddEventPairs(const std::vector<EventReport>& reports, int repeats,
                   VectorCorpus* corpus, TextPairs* pairs) {
  std::vector<std::vector<std::int32_t>> titles;
  std::vector<std::vector<std::int32_t>> texts;
  for (const EventReport& report : reports) {
    titles.push_back(corpus->RowsOf(report.title));
    texts.push_back(corpus->RowsOf(report.text));
  }
  for (int repeat = 0; repeat < repeats; ++repeat) {
    for (std::size_t i = 0; i < reports.size(); ++i) {
      for (std::size_t j = i + 1;
           j < reports.size() && reports[j].event == reports[i].event; ++j) {
        const std::size_t turn = i + j + static_cast<std::size_t>(repeat);
        const auto& left = turn % 2 == 0 ? titles[i] : texts[i];
        const auto& right = turn / 2 % 2 == 0 ? titles[j] : texts[j];
        if (left.size() < kLeastTitleWords || right.size() < kLeastTitleWords) {
          continue;
        }
        pairs->Add(left, right);
      }
    }
  }
}

// Lengths of rows become weights; what is left has unit length.
WordVectorsInput Input(const VectorCorpus& corpus, RowMatrix vectors) {
  WordVectorsInput input;
  input.words = corpus.words();
  input.names = corpus.names();
  double rare = 0;
  int rare_words = 0;
  for (Eigen::Index i = 0; i < vectors.rows(); ++i) {
    const float length = std::max(vectors.row(i).norm(), 1e-6f);
    vectors.row(i) /= length;
    input.weights.push_back(length);
    if (corpus.shares()[static_cast<std::size_t>(i)] < kRareShare) {
      rare += double{length};
      ++rare_words;
    }
  }
  input.unseen_weight =
      rare_words > 0 ? static_cast<float>(rare / rare_words) : 1.0f;
  input.vectors = std::move(vectors);
  return input;
}

}  // namespace

absl::StatusOr<std::string> FitVectors(const VectorFiles& files,
                                       const VectorFitOptions& options) {
  const auto log = [&options](const std::string& line) {
    if (options.log) options.log(line);
  };
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<EventReport> reports,
                            ReadEventReports(files.events));
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<GradedPair> graded,
                            ReadGradedPairs(files.pairs));
  RASHOMON_ASSIGN_OR_RETURN(const WordCounts counts, WordCounts::Shipped());
  VectorCorpus corpus;
  RASHOMON_RETURN_IF_ERROR(ReadArticles(files.english, &corpus));
  VectorCorpusOptions choice;
  choice.max_words = options.max_words;
  corpus.Finish(choice);
  if (corpus.words().size() <= static_cast<std::size_t>(options.dimensions)) {
    return absl::InvalidArgumentError(
        StrCat(files.english, ": only ", corpus.words().size(),
               " words are frequent enough; more text is needed"));
  }
  log(absl::StrFormat(
      "%d articles, %d sentences, %d words; %d rows, the rarest seen %.0f "
      "times; %d stems are a name and a common word",
      corpus.articles().size(), corpus.sentences(), corpus.running_words(),
      corpus.words().size(),
      corpus.shares().back() * static_cast<double>(corpus.running_words()),
      corpus.split_stems()));

  RowMatrix vectors = StartVectors(corpus, options.dimensions);
  log("PPMI and its singular vectors are done");
  for (Eigen::Index i = 0; i < vectors.rows(); ++i) {
    const double share = corpus.shares()[static_cast<std::size_t>(i)];
    vectors.row(i) *=
        static_cast<float>(options.start_a / (options.start_a + share));
  }
  TextPairs pairs;
  for (const CorpusArticle& article : corpus.articles()) {
    AddArticlePairs(corpus, article, &pairs);
  }
  const std::size_t article_pairs = pairs.size();
  AddEventPairs(reports, options.event_repeats, &corpus, &pairs);
  log(absl::StrFormat("%d pairs of neighbours, %d of one event", article_pairs,
                      pairs.size() - article_pairs));
  ContrastiveOptions contrastive;
  contrastive.epochs = options.epochs;
  contrastive.progress = [&log](double done, double loss) {
    log(absl::StrFormat("%3.0f %%  loss %.3f", 100 * done, loss));
  };
  FitContrastive(pairs, contrastive, &vectors);

  WordVectorsInput input = Input(corpus, std::move(vectors));
  std::vector<std::string> common;
  std::vector<Eigen::Index> common_rows;
  for (std::size_t i = 0; i < corpus.words().size(); ++i) {
    if (corpus.mostly_names()[i]) continue;
    common.push_back(corpus.words()[i]);
    common_rows.push_back(static_cast<Eigen::Index>(i));
  }
  FittedSpelling spelling = FitSpelling(
      common, input.vectors(common_rows, Eigen::all), SpellingFitOptions());
  input.spelling = std::move(spelling.model);
  log(absl::StrFormat(
      "spelling: %d n-grams over %d common words, cosine %.3f of words held "
      "out",
      input.spelling.grams.size(), common.size(), spelling.held_out_cosine));

  RASHOMON_ASSIGN_OR_RETURN(std::string bytes, EncodeWordVectors(input));
  RASHOMON_ASSIGN_OR_RETURN(
      const WordVectors table,
      WordVectors::View(bytes, "the table that was fitted"));
  log(absl::StrFormat("%d bytes; Pearson %.4f on %d graded pairs; %.3f of "
                      "titles find their event",
                      bytes.size(), SimilarityScore(table, counts, graded),
                      graded.size(), RetrievalScore(table, counts, reports)));
  return bytes;
}

}  // namespace rashomon
