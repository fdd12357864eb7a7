#include "tools/review/server/case_index.h"

#include <algorithm>
#include <limits>
#include <mutex>
#include <string_view>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/text/normalize.h"
#include "tools/review/store/case_verdicts.h"
#include "tools/review/store/database.h"

namespace rashomon {
namespace {

constexpr std::string_view kPairRows =
    "SELECT c.pair, c.comparison, c.same_event, c.left_article, "
    "c.right_article FROM current_comparisons AS n JOIN comparisons AS c "
    "USING (comparison) ORDER BY c.pair";

constexpr std::string_view kFlagRows =
    "SELECT f.flag, f.pair, d.comparison, d.kind, d.weight, d.confidence, "
    "d.rank, f.reopens, a.reviewer, coalesce(d.left_field, d.right_field), "
    "coalesce(d.left_begin, d.right_begin) FROM flags AS f JOIN divergences AS "
    "d ON d.divergence = (SELECT max(divergence) FROM divergences WHERE flag = "
    "f.flag) LEFT JOIN added_flags AS a ON a.flag = f.flag ORDER BY f.flag";

constexpr std::string_view kTextRows =
    "SELECT f.flag, d.left_quote, d.right_quote, d.explanation, a.note FROM "
    "flags AS f JOIN divergences AS d ON d.divergence = (SELECT "
    "max(divergence) FROM divergences WHERE flag = f.flag) LEFT JOIN "
    "added_flags AS a ON a.flag = f.flag ORDER BY f.flag";

SameEventVerdict SameEventFrom(std::string_view name) {
  for (const SameEventVerdict verdict :
       {SameEventVerdict::kYes, SameEventVerdict::kPartly}) {
    if (Name(verdict) == name) return verdict;
  }
  return SameEventVerdict::kNo;
}

std::size_t PositionOfArticle(const std::vector<ArticleHead>& articles,
                              std::int64_t id) {
  const auto at = std::lower_bound(
      articles.begin(), articles.end(), id,
      [](const ArticleHead& head, std::int64_t wanted) {
        return head.id < wanted;
      });
  return static_cast<std::size_t>(at - articles.begin());
}

absl::Status ReadPairs(CaseFile* file, IndexData* data) {
  RASHOMON_ASSIGN_OR_RETURN(Statement rows, file->db()->Prepare(kPairRows));
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return absl::OkStatus();
    IndexedPair pair;
    pair.id = rows.Int(0);
    pair.comparison = rows.Int(1);
    pair.same_event = SameEventFrom(rows.Text(2));
    pair.left = PositionOfArticle(data->articles, rows.Int(3));
    pair.right = PositionOfArticle(data->articles, rows.Int(4));
    data->pairs.push_back(pair);
  }
}

absl::StatusOr<IndexedFlag> FlagOf(const Statement& row,
                                   const IndexData& data) {
  IndexedFlag flag;
  flag.id = row.Int(0);
  const IndexedPair* pair = data.FindPair(row.Int(1));
  const auto kind = DivergenceKindFromName(row.Text(3));
  if (pair == nullptr || !kind) {
    return absl::DataLossError(
        StrCat("flag ", flag.id, " has no pair or no known kind; rashomon "
               "case check says more"));
  }
  flag.pair = static_cast<std::size_t>(pair - data.pairs.data());
  flag.kind = *kind;
  flag.weight = static_cast<int>(row.Int(4));
  flag.confidence = row.Double(5);
  flag.rank = static_cast<int>(row.Int(6));
  flag.reopened = !row.IsNull(7);
  flag.added_by = row.String(8);
  flag.field = row.Text(9) == FieldName(Field::kTitle) ? Field::kTitle
                                                       : Field::kText;
  flag.begin = static_cast<std::size_t>(row.Int(10));
  if (flag.added_by.empty() && row.Int(2) != pair->comparison) {
    flag.state = FlagState::kSuperseded;
  }
  return flag;
}

absl::Status ReadFlags(CaseFile* file, IndexData* data) {
  RASHOMON_ASSIGN_OR_RETURN(Statement rows, file->db()->Prepare(kFlagRows));
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return absl::OkStatus();
    RASHOMON_ASSIGN_OR_RETURN(IndexedFlag flag, FlagOf(rows, *data));
    data->flag_at[flag.id] = data->flags.size();
    data->flags.push_back(std::move(flag));
  }
}

// A flag that its own reviewer took back is withdrawn.
void SetAddedState(IndexedFlag* flag) {
  if (flag->added_by.empty()) return;
  flag->state = flag->VerdictOf(flag->added_by) != nullptr
                    ? FlagState::kCurrent
                    : FlagState::kWithdrawn;
}

void Take(const VerdictRow& row, IndexedFlag* flag) {
  if (row.verdict) {
    flag->verdicts.push_back({row.id, row.reviewer, *row.verdict});
  } else {
    std::erase_if(flag->verdicts, [&](const IndexedVerdict& verdict) {
      return verdict.row == row.undoes;
    });
  }
  SetAddedState(flag);
}

}  // namespace

const IndexedVerdict* IndexedFlag::VerdictOf(std::string_view reviewer) const {
  for (auto verdict = verdicts.rbegin(); verdict != verdicts.rend();
       ++verdict) {
    if (verdict->reviewer == reviewer) return &*verdict;
  }
  return nullptr;
}

const IndexedFlag* IndexData::FindFlag(std::int64_t id) const {
  const auto found = flag_at.find(id);
  return found == flag_at.end() ? nullptr : &flags[found->second];
}

const IndexedPair* IndexData::FindPair(std::int64_t id) const {
  const auto at = std::lower_bound(
      pairs.begin(), pairs.end(), id,
      [](const IndexedPair& pair, std::int64_t wanted) {
        return pair.id < wanted;
      });
  return at == pairs.end() || at->id != id ? nullptr : &*at;
}

absl::StatusOr<CaseIndex::Stamp> CaseIndex::StampOf(CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(
      Statement row,
      file->db()->Prepare(
          "SELECT (SELECT max(verdict) FROM verdicts), (SELECT max(flag) FROM "
          "flags), (SELECT max(divergence) FROM divergences), (SELECT "
          "max(comparison) FROM comparisons), (SELECT max(article) FROM "
          "articles)"));
  RASHOMON_RETURN_IF_ERROR(row.Step().status());
  return Stamp{row.Int(0), row.Int(1), row.Int(2), row.Int(3), row.Int(4)};
}

bool CaseIndex::IsCurrent(const Stamp& stamp, bool with_text) const {
  return stamp == stamp_ && (has_texts_ || !with_text);
}

absl::StatusOr<CaseIndex::View> CaseIndex::Read(CaseFile* file,
                                                bool with_text) {
  RASHOMON_ASSIGN_OR_RETURN(const Stamp stamp, StampOf(file));
  View view;
  view.lock_ = std::shared_lock(mutex_);
  if (!IsCurrent(stamp, with_text)) {
    view.lock_.unlock();
    {
      const std::unique_lock lock(mutex_);
      RASHOMON_RETURN_IF_ERROR(Update(file, with_text));
    }
    // What another thread took over in between is newer still.
    view.lock_.lock();
  }
  view.data_ = &data_;
  view.texts_ = &texts_;
  return view;
}

absl::Status CaseIndex::Update(CaseFile* file, bool with_text) {
  RASHOMON_ASSIGN_OR_RETURN(Transaction moment,
                            Transaction::BeginRead(file->db()));
  RASHOMON_ASSIGN_OR_RETURN(Stamp stamp, StampOf(file));
  Stamp flags_alone = stamp;
  flags_alone.verdict = stamp_.verdict;
  if (!(flags_alone == stamp_)) RASHOMON_RETURN_IF_ERROR(Rebuild(file));
  // A thread whose case is of an earlier moment leaves what is newer.
  if (stamp.verdict > stamp_.verdict) {
    RASHOMON_RETURN_IF_ERROR(TakeVerdicts(file));
  }
  stamp.verdict = stamp_.verdict;
  stamp_ = stamp;
  if (with_text && !has_texts_) RASHOMON_RETURN_IF_ERROR(ReadTexts(file));
  return absl::OkStatus();
}

absl::Status CaseIndex::Rebuild(CaseFile* file) {
  data_ = IndexData();
  stamp_ = Stamp();
  stamp_.verdict = 0;
  has_texts_ = false;
  texts_.clear();
  RASHOMON_ASSIGN_OR_RETURN(data_.articles, ListArticles(file));
  RASHOMON_RETURN_IF_ERROR(ReadPairs(file, &data_));
  return ReadFlags(file, &data_);
}

absl::Status CaseIndex::TakeVerdicts(CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(
      const std::vector<VerdictRow> rows,
      HistoryAfter(file, stamp_.verdict,
                   std::numeric_limits<std::int32_t>::max()));
  for (const VerdictRow& row : rows) {
    const auto at = data_.flag_at.find(row.flag);
    if (at != data_.flag_at.end()) Take(row, &data_.flags[at->second]);
    stamp_.verdict = row.id;
  }
  return absl::OkStatus();
}

absl::Status CaseIndex::ReadTexts(CaseFile* file) {
  texts_.assign(data_.flags.size(), "");
  RASHOMON_ASSIGN_OR_RETURN(Statement rows, file->db()->Prepare(kTextRows));
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) break;
    const auto at = data_.flag_at.find(rows.Int(0));
    if (at == data_.flag_at.end()) continue;
    std::string& text = texts_[at->second];
    // A line feed is in no normal form, so nothing is found across parts.
    for (int column = 1; column <= 4; ++column) {
      StrAppend(&text, NormalForm(rows.Text(column)), "\n");
    }
  }
  has_texts_ = true;
  return absl::OkStatus();
}

}  // namespace rashomon
