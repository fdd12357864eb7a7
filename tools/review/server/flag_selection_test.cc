#include "tools/review/server/flag_selection.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tools/report/fixture.h"
#include "tools/review/store/case_verdicts.h"
#include "tools/review/store/random_case.h"
#include "tools/review/store/test_case.h"

namespace rashomon {
namespace {

std::vector<std::int64_t> Ids(const FlagPage& page) {
  std::vector<std::int64_t> ids;
  for (const CaseFlag& flag : page.flags) ids.push_back(flag.id);
  return ids;
}

std::vector<std::int64_t> Ids(const IndexData& data,
                              const FlagSelection& selection) {
  std::vector<std::int64_t> ids;
  for (const std::size_t at : selection.flags) {
    ids.push_back(data.flags[at].id);
  }
  return ids;
}

std::vector<std::int64_t> Selected(CaseIndex* index, CaseFile* file,
                                   const FlagQuery& query) {
  const absl::StatusOr<CaseIndex::View> view = index->Read(file, true);
  if (!view.ok()) {
    ADD_FAILURE() << view.status();
    return {};
  }
  return Ids(**view, SelectFlags(**view, view->search_texts(), query));
}

void ExpectAsInStore(CaseIndex* index, CaseFile* file, const FlagQuery& query) {
  const absl::StatusOr<FlagPage> listed = ListFlags(file, query);
  ASSERT_TRUE(listed.ok()) << listed.status();
  EXPECT_EQ(Selected(index, file, query), Ids(*listed));
}

FlagQuery RandomQuery(std::mt19937_64* chance,
                      const std::vector<std::string>& reviewers) {
  const auto below = [&](std::uint64_t n) { return (*chance)() % n; };
  FlagQuery query;
  if (below(2) == 0) {
    query.kinds = {kAllDivergenceKinds[below(11)], kAllDivergenceKinds[below(11)]};
  }
  if (below(3) == 0) query.min_confidence = below(100) / 100.0;
  if (below(3) == 0) query.max_confidence = below(100) / 100.0;
  query.min_weight = 1 + static_cast<int>(below(3));
  if (below(3) == 0) query.pair = 1 + static_cast<std::int64_t>(below(3));
  if (below(4) == 0) query.text = "e";
  if (below(3) == 0) query.states = {};
  query.reopened_only = below(6) == 0;
  query.decided = static_cast<DecidedAs>(below(6));
  if (below(2) == 0 && !reviewers.empty()) {
    query.reviewer = reviewers[below(reviewers.size())];
  }
  query.order = static_cast<FlagOrder>(below(3));
  return query;
}

TEST(FlagSelectionTest, GivesWhatTheStoreLists) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    SCOPED_TRACE(seed);
    CaseFile file = RandomCase(seed);
    CaseIndex index;
    std::mt19937_64 chance(seed);
    const std::vector<std::string> reviewers = *Reviewers(&file);
    for (int i = 0; i < 25; ++i) {
      ExpectAsInStore(&index, &file, RandomQuery(&chance, reviewers));
    }
  }
}

TEST(FlagSelectionTest, FollowsDecisionsAndUndo) {
  CaseFile file = FerryCase();
  CaseIndex index;
  FlagQuery open;
  open.reviewer = "Ines";
  open.decided = DecidedAs::kUndecided;
  EXPECT_EQ(Selected(&index, &file, open).size(), 8u);
  Decision decision;
  decision.flag = 3;
  const auto rows = AddVerdicts("Ines", kTestTime, {decision}, &file);
  ASSERT_TRUE(rows.ok());
  EXPECT_EQ(Selected(&index, &file, open).size(), 7u);
  ASSERT_TRUE(UndoBatch("Ines", kTestTime, rows->front().batch, &file).ok());
  EXPECT_EQ(Selected(&index, &file, open).size(), 8u);
}

TEST(FlagSelectionTest, FollowsFlagsThatAreAddedAndWithdrawn) {
  CaseFile file = FerryCase();
  CaseIndex index;
  EXPECT_EQ(Selected(&index, &file, {}).size(), 8u);
  NewFlag added;
  added.comparison = 1;
  added.left = Span{Field::kText, 0, 3};
  ASSERT_TRUE(AddReviewerFlag("Ines", kTestTime, added, &file).ok());
  EXPECT_EQ(Selected(&index, &file, {}).size(), 9u);
  const auto batch = LastBatch(&file, "Ines");
  ASSERT_TRUE(batch.ok() && batch->has_value());
  ASSERT_TRUE(UndoBatch("Ines", kTestTime, **batch, &file).ok());
  EXPECT_EQ(Selected(&index, &file, {}).size(), 8u);
}

TEST(FlagSelectionTest, CountsLeaveTheirOwnFilterOut) {
  CaseFile file = FerryCase();
  CaseIndex index;
  FlagQuery query;
  query.kinds = {DivergenceKind::kQuantity};
  query.outlets = {"Fenmark Courier"};
  const auto view = index.Read(&file);
  ASSERT_TRUE(view.ok());
  const FlagSelection selection = SelectFlags(**view, {}, query);
  std::size_t of_all_kinds = 0;
  for (const auto& [kind, count] : selection.by_kind) of_all_kinds += count;
  EXPECT_EQ(of_all_kinds, 8u);
  EXPECT_EQ(selection.by_decision.at(DecidedAs::kUndecided),
            selection.flags.size());
  EXPECT_EQ(selection.by_outlet.at("Quillhaven Wire"), selection.flags.size());
}

}  // namespace
}  // namespace rashomon
