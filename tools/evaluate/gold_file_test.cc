#include "tools/evaluate/gold_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "engine/base/file.h"

namespace rashomon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string Written(const std::string& name, const std::string& bytes) {
  const std::string path = testing::TempDir() + "/" + name;
  EXPECT_TRUE(WriteFileAtomically(path, bytes).ok());
  return path;
}

TEST(ReadGoldTsv, GivesRowsUnderTheirHeader) {
  const auto table = ReadGoldTsv(Written("a.tsv", "left\tright\r\nx\ty\n\tz\n"));
  ASSERT_TRUE(table.ok()) << table.status();
  EXPECT_EQ(*table->Column("right"), 1u);
  EXPECT_THAT(table->rows,
              ElementsAre(ElementsAre("x", "y"), ElementsAre("", "z")));
}

TEST(ReadGoldTsv, NamesTheLineOfABadRow) {
  const auto table = ReadGoldTsv(Written("b.tsv", "left\tright\nx\ty\nz\n"));
  EXPECT_THAT(std::string(table.status().message()), HasSubstr("b.tsv:3"));
}

TEST(ReadGoldTsv, NamesAMissingColumn) {
  const auto table = ReadGoldTsv(Written("c.tsv", "left\n"));
  ASSERT_TRUE(table.ok());
  EXPECT_THAT(std::string(table->Column("right").status().message()),
              HasSubstr("\"right\""));
}

TEST(ReadGoldTsv, RefusesAnEmptyFile) {
  EXPECT_FALSE(ReadGoldTsv(Written("d.tsv", "")).ok());
}

TEST(ReadGoldJsonl, ReadsALineEach) {
  const auto rows = ReadGoldJsonl(Written("a.jsonl", "{\"a\":1}\n\n[2]\n"));
  ASSERT_TRUE(rows.ok()) << rows.status();
  ASSERT_EQ(rows->size(), 2u);
  EXPECT_EQ((*rows)[0]["a"], 1);
}

TEST(ReadGoldJsonl, NamesTheLineThatDoesNotParse) {
  const auto rows = ReadGoldJsonl(Written("b.jsonl", "{\"a\":1}\n{\"a\":\n"));
  EXPECT_THAT(std::string(rows.status().message()), HasSubstr("b.jsonl:2"));
}

}  // namespace
}  // namespace rashomon
