#include "engine/contrast/clause_likeness.h"

#include <memory>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "engine/claims/annotator.h"
#include "engine/embed/stem_numbers.h"
#include "engine/embed/word_book.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

// The clauses of two reports.
struct TwoReports {
  TwoReports(std::string_view left, std::string_view right)
      : lexicons(*Lexicons::Shipped()),
        words(*WordModel::Shipped()),
        book(&words) {
    Annotator annotator(&lexicons);
    articles[0].text = left;
    articles[1].text = right;
    for (int i = 0; i < 2; ++i) {
      annotations[i] = annotator.Annotate(articles[i]);
    }
    const auto numbers = std::make_shared<const StemNumbers>(
        std::vector<const Annotation*>{&annotations[0], &annotations[1]},
        &book);
    for (std::size_t i = 0; i < 2; ++i) {
      reports.push_back(std::make_unique<ReportIndex>(
          articles[i], annotations[i], &book, numbers, i));
      clauses.push_back(std::make_unique<ClauseList>(*reports.back()));
    }
  }

  Lexicons lexicons;
  WordModel words;
  WordBook book;
  Article articles[2];
  Annotation annotations[2];
  std::vector<std::unique_ptr<ReportIndex>> reports;
  std::vector<std::unique_ptr<ClauseList>> clauses;
};

// Asked twice and from either side, to the bit.
TEST(ClauseLikenessTest, IsThatOfTheClauses) {
  const TwoReports two(
      "Police fired on the crowd in the square, and dozens of protesters fled "
      "to the harbour. The minister denied it, but the union blamed him.",
      "Officers shot at protesters near the harbour, where dozens had fled. "
      "A minister, who was not named, said the union lied about the square.");
  const ClauseList& left = *two.clauses[0];
  const ClauseList& right = *two.clauses[1];
  ClauseLikeness likeness(&left, &right);
  Direction from_left, from_right;
  from_right.near_side = Side::kRight;
  from_left.likeness = from_right.likeness = &likeness;
  ASSERT_GT(left.all().size(), 2u);
  ASSERT_GT(right.all().size(), 2u);
  for (int round = 0; round < 2; ++round) {
    for (int a = static_cast<int>(left.all().size()) - 1; a >= 0; --a) {
      for (int b = 0; b < static_cast<int>(right.all().size()); ++b) {
        EXPECT_EQ(LikenessOf(from_left, a, b),
                  Likeness(left.at(a), right.at(b)));
        EXPECT_EQ(LikenessOf(from_right, b, a),
                  Likeness(right.at(b), left.at(a)));
      }
    }
  }
}

}  // namespace
}  // namespace rashomon
