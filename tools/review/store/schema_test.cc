#include "tools/review/store/schema.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "engine/base/strings.h"
#include "tools/review/store/case_file.h"
#include "tools/review/store/case_flags.h"
#include "tools/review/store/case_verdicts.h"
#include "tools/review/store/test_case.h"

namespace rashomon {
namespace {

// Rows of version 1: two articles, a run, a flag that
// Ines dismissed and then took back.
constexpr std::string_view kRowsOfVersion1 = R"sql(
INSERT INTO sources VALUES
  ('a00000000000000000000000000000000000000000000000000000000000000a', 4,
   'none', x'74657874');
INSERT INTO articles VALUES
  (1, 'b00000000000000000000000000000000000000000000000000000000000000b',
   'a00000000000000000000000000000000000000000000000000000000000000a', 'left',
   'Fenmark Courier', '2026-03-03', '', 'Ferry', '', '', 'en', 'It sank.',
   '[{"field":"title","begin":0,"end":5},{"field":"text","begin":0,"end":8}]',
   '[]', '{"source":"l.txt"}', '');
INSERT INTO pairs VALUES
  (1, 'a00000000000000000000000000000000000000000000000000000000000000a',
   'a00000000000000000000000000000000000000000000000000000000000000a');
INSERT INTO comparisons VALUES
  (1, 1, 1, 'c00000000000000000000000000000000000000000000000000000000000000c',
   1, 1, 'yes', 0.9, '[]', '{"left":[],"right":[]}', '[]',
   '{"program":"0.1.0"}', '2026-03-07T10:00:00Z');
INSERT INTO flags VALUES (1, 1, 'engine', 'f', 0, 'a', NULL);
INSERT INTO divergences VALUES
  (1, 1, 1, 1, 'certainty', 'text', 0, 2, 'It', NULL, NULL, NULL, NULL, 2, 0.5,
   'r', '[]', 'e', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO verdicts VALUES
  (1, 1, 1, 1, 'Ines', '2026-03-07T10:01:00Z', 'dismissed', 'trivial', '', 'n',
   NULL);
INSERT INTO verdicts VALUES
  (2, 2, 1, 1, 'Ines', '2026-03-07T10:02:00Z', NULL, '', '', '', 1);
INSERT INTO verdicts VALUES
  (3, 3, 1, 1, 'Odile', '2026-03-07T10:03:00Z', 'confirmed', '', '', '', NULL);
)sql";

std::string SchemaOf(Database* db) {
  Statement rows = *db->Query(
      "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name");
  std::string schema;
  while (*rows.Step()) {
    StrAppend(&schema, rows.Text(0), " ", rows.Text(1), "\n", rows.Text(2),
              "\n");
  }
  return schema;
}

class MigrationTest : public testing::TestWithParam<int> {
 protected:
  MigrationTest()
      : path_(StrCat(TestFolder(), "version-", GetParam(), ".db")) {
    std::filesystem::remove(path_);
    Database db = *Database::Open(path_, DatabaseMode::kCreate);
    EXPECT_TRUE(MigrateTo(1, &db).ok());
    const absl::Status filled = db.RunScript(kRowsOfVersion1);
    EXPECT_TRUE(filled.ok()) << filled;
    EXPECT_TRUE(MigrateTo(GetParam(), &db).ok());
    EXPECT_EQ(*SchemaVersionOf(&db), GetParam());
  }

  static void ExpectAllThere(CaseFile* file) {
    const FlagPage page = *ListFlags(file, {});
    ASSERT_EQ(page.flags.size(), 1u);
    ASSERT_EQ(page.flags[0].verdicts.size(), 1u);
    EXPECT_EQ(page.flags[0].verdicts[0].reviewer, "Odile");
    EXPECT_EQ(page.flags[0].divergence.left->quote, "It");
    EXPECT_EQ(page.flags[0].divergence.anchor, "a");
    EXPECT_EQ(FlagHistory(file, 1)->size(), 3u);
  }

  std::string path_;
};

TEST_P(MigrationTest, OpenedToBeWrittenItBecomesThePresentVersion) {
  CaseFile file = *CaseFile::Open(path_, CaseMode::kWrite);
  EXPECT_EQ(*SchemaVersionOf(file.db()), kSchemaVersion);
  ExpectAllThere(&file);
  CaseFile fresh = EmptyCase();
  EXPECT_EQ(SchemaOf(file.db()), SchemaOf(fresh.db()));
  Decision decision;
  decision.flag = 1;
  EXPECT_TRUE(AddVerdicts("Ines", kTestTime, {decision}, &file).ok());
}

TEST_P(MigrationTest, OpenedToBeReadTheFileStaysAsItIs) {
  {
    CaseFile file = *CaseFile::Open(path_, CaseMode::kRead);
    ExpectAllThere(&file);
  }
  Database db = *Database::Open(path_, DatabaseMode::kRead);
  EXPECT_EQ(*SchemaVersionOf(&db), GetParam());
}

INSTANTIATE_TEST_SUITE_P(EveryVersion, MigrationTest,
                         testing::Range(1, kSchemaVersion + 1));

TEST(SchemaTest, AStepThatFailsLeavesTheOldVersion) {
  Database db = *Database::OpenInMemory();
  ASSERT_TRUE(MigrateTo(1, &db).ok());
  // Stands in the way of step 2.
  ASSERT_TRUE(db.RunScript("CREATE TABLE settlements (x)").ok());
  const std::string before = SchemaOf(&db);
  EXPECT_FALSE(MigrateTo(kSchemaVersion, &db).ok());
  EXPECT_EQ(*SchemaVersionOf(&db), 1);
  EXPECT_EQ(SchemaOf(&db), before);
}

TEST(SchemaTest, TablesAreStrict) {
  CaseFile file = EmptyCase();
  Statement tables = *file.db()->Query(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
      "'sqlite%' AND sql NOT LIKE '%STRICT'");
  EXPECT_FALSE(*tables.Step()) << tables.Text(0);
}

TEST(SchemaTest, ForeignKeysHold) {
  CaseFile file = EmptyCase();
  EXPECT_FALSE(
      file.db()
          ->Run("INSERT INTO flags VALUES (1, 7, 'engine', 'f', 0, NULL)")
          .ok());
}

}  // namespace
}  // namespace rashomon
