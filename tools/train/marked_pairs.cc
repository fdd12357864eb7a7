#include "tools/train/marked_pairs.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "engine/base/file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "nlohmann/json.hpp"
#include "tools/train/article_lines.h"
#include "tools/train/marked_pairs_tsv.h"
#include "tools/train/marks_tsv.h"

namespace rashomon {
namespace {

constexpr std::size_t kMaxBytes = 64u << 20;

using Columns = std::vector<std::string_view>;

// Calls visit(columns) for each row below the comment and the header, which has
// `width` columns. Errors of visit get the table's name and the line's number.
template <typename Visit>
absl::Status ForEachRow(std::string_view tsv, std::string_view table,
                        std::size_t width, const Visit& visit) {
  int number = 0;
  bool header = true;
  for (std::string_view line : SplitOn(tsv, '\n')) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    if (std::exchange(header, false)) continue;
    const Columns columns = SplitOn(line, '\t');
    const bool right = columns.size() == width && visit(columns);
    if (!right) {
      return absl::InvalidArgumentError(
          StrCat(table, ":", number, ": no row of ", width, " columns: \"",
                 line, "\""));
    }
  }
  return absl::OkStatus();
}

bool ReadNumber(std::string_view text, std::size_t* number) {
  return absl::SimpleAtoi(AbslView(text), number);
}

// "title:3-17"; "-" for none. False where it is neither.
bool ReadSpan(std::string_view text, std::optional<Span>* span) {
  span->reset();
  if (text == "-") return true;
  const std::size_t colon = text.find(':'), dash = text.find('-');
  if (colon == text.npos || dash == text.npos || dash < colon) return false;
  const std::string_view field = text.substr(0, colon);
  if (field != "title" && field != "text") return false;
  Span read;
  read.field = field == "title" ? Field::kTitle : Field::kText;
  if (!ReadNumber(text.substr(colon + 1, dash - colon - 1), &read.begin) ||
      !ReadNumber(text.substr(dash + 1), &read.end) || read.end < read.begin) {
    return false;
  }
  *span = read;
  return true;
}

bool ReadPair(const Columns& columns, std::vector<MarkedPair>* pairs) {
  MarkedPair pair;
  pair.id = std::string(columns[0]);
  pair.set = std::string(columns[1]);
  pair.left.id = std::string(columns[2]);
  pair.right.id = std::string(columns[4]);
  if (!ReadNumber(columns[3], &pair.left.bytes) ||
      !ReadNumber(columns[5], &pair.right.bytes)) {
    return false;
  }
  pairs->push_back(std::move(pair));
  return true;
}

bool ReadMark(const Columns& columns, StringMap<MarkedPair*>* pairs) {
  const auto pair = pairs->find(columns[0]);
  const std::optional<DivergenceKind> kind = DivergenceKindFromName(columns[1]);
  GoldDivergence mark;
  if (pair == pairs->end() || !kind ||
      !absl::SimpleAtoi(AbslView(columns[2]), &mark.weight) ||
      !ReadSpan(columns[3], &mark.left) || !ReadSpan(columns[4], &mark.right) ||
      !(mark.left || mark.right)) {
    return false;
  }
  mark.kind = *kind;
  pair->second->divergences.push_back(mark);
  return true;
}

// The JSON of the reports that the pairs name, by set and id.
using Texts = StringMap<std::string>;

std::string KeyOf(std::string_view set, std::string_view id) {
  return StrCat(set, "/", id);
}

Texts WantedTexts(const std::vector<MarkedPair>& pairs) {
  Texts texts;
  for (const MarkedPair& pair : pairs) {
    texts[KeyOf(pair.set, pair.left.id)];
    texts[KeyOf(pair.set, pair.right.id)];
  }
  return texts;
}

void Keep(std::string_view set, const nlohmann::json& row, Texts* texts) {
  const auto wanted = texts->find(KeyOf(set, row.value("id", std::string())));
  if (wanted == texts->end()) return;
  nlohmann::json article = {{"title", row.value("title", "")},
                            {"text", row.value("text", "")},
                            {"outlet", row.value("outlet", "")}};
  if (row.contains("date")) article["published"] = row["date"];
  wanted->second = article.dump();
}

absl::Status ReadBackground(const std::string& data, Texts* texts) {
  return ForEachArticle(
      StrCat(data, "/background/articles.jsonl.zst"),
      [&](const nlohmann::json& row) { Keep("background", row, texts); });
}

absl::Status ReadNeusTrain(const std::string& data, Texts* texts) {
  const std::string path = StrCat(data, "/events/neus_train.jsonl");
  RASHOMON_ASSIGN_OR_RETURN(const std::string bytes, ReadFile(path, kMaxBytes));
  for (std::string_view line : SplitOn(bytes, '\n')) {
    const auto row = nlohmann::json::parse(line, nullptr, false);
    if (row.is_object()) Keep("neus_train", row, texts);
  }
  return absl::OkStatus();
}

absl::StatusOr<Article> ArticleOf(const MarkedPair& pair,
                                  const MarkedReport& report,
                                  std::string_view side, const Texts& texts) {
  const std::string key = KeyOf(pair.set, report.id);
  const auto text = texts.find(key);
  if (text == texts.end() || text->second.empty()) {
    return absl::NotFoundError(
        StrCat("the data have no report ", key, " (pair ", pair.id, ")"));
  }
  RASHOMON_ASSIGN_OR_RETURN(
      Article article,
      GoldArticle(text->second, StrCat(pair.id, "-", side)));
  if (article.text.size() != report.bytes) {
    return absl::FailedPreconditionError(
        StrCat("report ", key, " has ", article.text.size(), " bytes; the one "
               "that was marked has ", report.bytes));
  }
  return article;
}

absl::StatusOr<GoldPair> WithTexts(MarkedPair pair, const Texts& texts) {
  GoldPair gold;
  gold.id = pair.id;
  gold.source = pair.set;
  gold.same_event = SameEventVerdict::kYes;
  RASHOMON_ASSIGN_OR_RETURN(gold.left,
                            ArticleOf(pair, pair.left, "left", texts));
  RASHOMON_ASSIGN_OR_RETURN(gold.right,
                            ArticleOf(pair, pair.right, "right", texts));
  gold.divergences = std::move(pair.divergences);
  return gold;
}

}  // namespace

absl::StatusOr<std::vector<MarkedPair>> ReadMarks(std::string_view pairs_tsv,
                                                  std::string_view marks_tsv) {
  std::vector<MarkedPair> pairs;
  RASHOMON_RETURN_IF_ERROR(
      ForEachRow(pairs_tsv, "pairs.tsv", 6, [&](const Columns& columns) {
        return ReadPair(columns, &pairs);
      }));
  StringMap<MarkedPair*> by_id;
  for (MarkedPair& pair : pairs) by_id[pair.id] = &pair;
  RASHOMON_RETURN_IF_ERROR(
      ForEachRow(marks_tsv, "marks.tsv", 5, [&](const Columns& columns) {
        return ReadMark(columns, &by_id);
      }));
  return pairs;
}

absl::StatusOr<std::vector<GoldPair>> ReadMarkedPairs(
    const std::string& data_folder) {
  RASHOMON_ASSIGN_OR_RETURN(std::vector<MarkedPair> pairs,
                            ReadMarks(MarkedPairsTsv(), MarksTsv()));
  Texts texts = WantedTexts(pairs);
  RASHOMON_RETURN_IF_ERROR(ReadBackground(data_folder, &texts));
  RASHOMON_RETURN_IF_ERROR(ReadNeusTrain(data_folder, &texts));
  std::vector<GoldPair> marked;
  for (MarkedPair& pair : pairs) {
    RASHOMON_ASSIGN_OR_RETURN(GoldPair gold, WithTexts(std::move(pair), texts));
    marked.push_back(std::move(gold));
  }
  return marked;
}

}  // namespace rashomon
