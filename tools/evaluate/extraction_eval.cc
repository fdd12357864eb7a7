#include "tools/evaluate/extraction_eval.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "corpus/html_reader.h"
#include "corpus/outlet_registry.h"
#include "engine/base/file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/evaluate/gzip_file.h"
#include "tools/evaluate/measures.h"

namespace rashomon {
namespace {

constexpr char kRule[] =
    "shingles of 4 words, as often as they stand in both texts; precision and "
    "recall are means over pages, F1 is of these means";
constexpr std::size_t kShingleWords = 4;
// The largest page of the set has a few MB.
constexpr std::size_t kMaxPageBytes = std::size_t{64} << 20;
constexpr std::size_t kMaxTruthBytes = std::size_t{256} << 20;

bool IsWordCharacter(UChar32 c) {
  return c == '_' || (U_MASK(u_charType(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

StringMap<std::int64_t> Shingles(std::string_view text) {
  const std::vector<std::string> words = ShingleWords(text);
  StringMap<std::int64_t> counts;
  if (words.empty()) return counts;
  const std::size_t size = std::min(kShingleWords, words.size());
  for (std::size_t i = 0; i + size <= words.size(); ++i) {
    std::string shingle;
    for (std::size_t j = i; j < i + size; ++j) {
      StrAppend(&shingle, words[j], " ");
    }
    ++counts[shingle];
  }
  return counts;
}

std::int64_t Total(const StringMap<std::int64_t>& counts) {
  std::int64_t total = 0;
  for (const auto& [shingle, count] : counts) total += count;
  return total;
}

// Means over the pages for which a share can be given.
struct MacroMeans {
  double precision_sum = 0;
  double recall_sum = 0;
  std::int64_t with_text_found = 0;
  std::int64_t with_text_expected = 0;

  void Add(const ShingleCounts& c) {
    if (c.found > 0) {
      precision_sum += static_cast<double>(c.shared) / c.found;
      ++with_text_found;
    }
    if (c.expected > 0) {
      recall_sum += static_cast<double>(c.shared) / c.expected;
      ++with_text_expected;
    }
  }
  double precision() const {
    return with_text_found == 0 ? 0 : precision_sum / with_text_found;
  }
  double recall() const {
    return with_text_expected == 0 ? 0 : recall_sum / with_text_expected;
  }
};

absl::StatusOr<nlohmann::json> ReadTruth(const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(const std::string bytes,
                            ReadFile(path, kMaxTruthBytes));
  nlohmann::json truth = nlohmann::json::parse(bytes, nullptr, false);
  if (!truth.is_object()) {
    return absl::InvalidArgumentError(StrCat(path, ": not a JSON object"));
  }
  return truth;
}

// The text found in one page; "" where the page cannot be read, which counts
// against recall.
absl::StatusOr<std::string> TextOfPage(const std::string& path,
                                       const OutletRegistry& registry) {
  RASHOMON_ASSIGN_OR_RETURN(const std::string page,
                            ReadGzipFile(path, kMaxPageBytes));
  const absl::StatusOr<Article> article = ExtractHtml(page, registry);
  return article.ok() ? article->text : std::string();
}

std::vector<Score> ScoresOf(const MacroMeans& means, std::int64_t pages) {
  const std::vector<std::pair<std::string, std::int64_t>> counts = {
      {"pages", pages}, {"with text found", means.with_text_found}};
  return {{"F1", HarmonicMean(means.precision(), means.recall()), counts,
           kRule},
          {"precision", means.precision(), counts, kRule},
          {"recall", means.recall(), counts, kRule}};
}

absl::StatusOr<std::vector<Score>> Run(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const OutletRegistry registry,
                            OutletRegistry::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const nlohmann::json truth,
                            ReadTruth(input.path + "/ground_truth.json"));
  MacroMeans means;
  std::int64_t pages = 0;
  for (const auto& [id, page] : truth.items()) {
    RASHOMON_ASSIGN_OR_RETURN(
        const std::string found,
        TextOfPage(StrCat(input.path, "/html/", id, ".html.gz"), registry));
    means.Add(CountShingles(page.value("articleBody", ""), found));
    input.progress(StrCat("extraction, page ", ++pages));
  }
  return ScoresOf(means, pages);
}

}  // namespace

std::vector<std::string> ShingleWords(std::string_view utf8) {
  std::vector<std::string> words;
  std::string word;
  const int size = static_cast<int>(utf8.size());
  for (int i = 0; i < size;) {
    const int begin = i;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(utf8.data(), i, size, c);
    if (IsWordCharacter(c)) {
      word += utf8.substr(begin, i - begin);
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, ""));
    }
  }
  if (!word.empty()) words.push_back(word);
  return words;
}

ShingleCounts CountShingles(std::string_view expected, std::string_view found) {
  const StringMap<std::int64_t> of_expected = Shingles(expected);
  const StringMap<std::int64_t> of_found = Shingles(found);
  ShingleCounts counts;
  counts.expected = Total(of_expected);
  counts.found = Total(of_found);
  for (const auto& [shingle, count] : of_found) {
    const auto other = of_expected.find(shingle);
    if (other != of_expected.end()) {
      counts.shared += std::min(count, other->second);
    }
  }
  return counts;
}

Evaluation ExtractionEvaluation() { return {"extraction", "extraction", Run}; }

}  // namespace rashomon
