#include "engine/contrast/read_once.h"

#include <string>

#include "corpus/article.h"
#include "engine/claims/claim.h"
#include "engine/embed/word_counts.h"
#include "engine/embed/word_model.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(ReadOnceTest, ReadsEachReportOnceForEachTypeOfReading) {
  const Article article;
  const Annotation annotation;
  const WordModel words(*WordCounts::Shipped());
  const ReportIndex a(article, annotation, words), b(article, annotation, words);
  ReadOnce readings;
  int reads = 0;
  const auto count = [&reads](const ReportIndex&) { return ++reads; };
  EXPECT_EQ(readings.Of(a, count), 1);
  EXPECT_EQ(readings.Of(b, count), 2);
  EXPECT_EQ(readings.Of(a, count), 1);
  const auto name = [](const ReportIndex&) { return std::string("a"); };
  std::string& first = readings.Of(a, name);
  first += "b";
  EXPECT_EQ(&readings.Of(a, name), &first);
  EXPECT_EQ(readings.Of(a, name), "ab");
  EXPECT_EQ(reads, 2);
}

}  // namespace
}  // namespace rashomon
