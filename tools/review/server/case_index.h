// What lists and counts need of all flags of a case, kept in memory, so that a
// list of 20,000 flags is filtered, counted and sorted in a few milliseconds.
//
//   CaseIndex index;
//   RASHOMON_ASSIGN_OR_RETURN(CaseIndex::View view, index.Read(file));
//   for (const IndexedFlag& flag : view->flags) ...
//
// A view is never older than what the case held when Read was called.
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_CASE_INDEX_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_CASE_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <shared_mutex>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "tools/review/store/case_articles.h"
#include "tools/review/store/case_file.h"
#include "tools/review/store/records.h"

namespace rashomon {

// A decision that was not taken back.
struct IndexedVerdict {
  std::int64_t row = 0;
  std::string reviewer;
  Verdict verdict = Verdict::kConfirmed;
};

struct IndexedFlag {
  std::int64_t id = 0;
  std::size_t pair = 0;  // in IndexData::pairs
  FlagState state = FlagState::kCurrent;
  DivergenceKind kind = DivergenceKind::kQuantity;
  int weight = 1;
  double confidence = 0;
  int rank = 0;
  bool reopened = false;
  std::string added_by;  // a reviewer; "" for the engine
  // Where it stands in the left article, else in the right.
  Field field = Field::kText;
  std::size_t begin = 0;  // bytes
  // All that were not taken back, oldest first; the last of each reviewer
  // stands.
  std::vector<IndexedVerdict> verdicts;

  // nullptr where the reviewer has none that stands.
  const IndexedVerdict* VerdictOf(std::string_view reviewer) const;
};

struct IndexedPair {
  std::int64_t id = 0;
  std::int64_t comparison = 0;  // its current run
  SameEventVerdict same_event = SameEventVerdict::kNo;
  std::size_t left = 0;  // in IndexData::articles
  std::size_t right = 0;
};

struct IndexData {
  std::vector<IndexedFlag> flags;      // by id
  std::vector<IndexedPair> pairs;      // by id
  std::vector<ArticleHead> articles;   // by id
  std::map<std::int64_t, std::size_t> flag_at;  // by id

  // nullptr where there is none.
  const IndexedFlag* FindFlag(std::int64_t id) const;
  const IndexedPair* FindPair(std::int64_t id) const;
};

// Thread-safe.
class CaseIndex {
 public:
  // Holds the index as it is; keep it short, as decisions wait for it.
  class View {
   public:
    const IndexData* operator->() const { return data_; }
    const IndexData& operator*() const { return *data_; }

    // The normal forms (engine/text/normalize.h) of what a search looks in, by
    // position of the flag: quotations, explanation, note.
    const std::vector<std::string>& search_texts() const { return *texts_; }

   private:
    friend class CaseIndex;
    std::shared_lock<std::shared_mutex> lock_;
    const IndexData* data_ = nullptr;
    const std::vector<std::string>* texts_ = nullptr;
  };

  // `with_text`: search_texts() is filled. New decisions are taken over one by
  // one, O(new rows); anything else reads all flags again, O(flags).
  absl::StatusOr<View> Read(CaseFile* file, bool with_text = false);

 private:
  // Grows with everything that the index shows.
  struct Stamp {
    std::int64_t verdict = -1, flag = -1, divergence = -1, comparison = -1,
                 article = -1;
    friend bool operator==(const Stamp&, const Stamp&) = default;
  };

  static absl::StatusOr<Stamp> StampOf(CaseFile* file);
  bool IsCurrent(const Stamp& stamp, bool with_text) const;
  absl::Status Update(CaseFile* file, bool with_text);
  absl::Status Rebuild(CaseFile* file);
  absl::Status TakeVerdicts(CaseFile* file);
  absl::Status ReadTexts(CaseFile* file);

  mutable std::shared_mutex mutex_;
  Stamp stamp_;
  IndexData data_;
  bool has_texts_ = false;
  std::vector<std::string> texts_;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_CASE_INDEX_H_
