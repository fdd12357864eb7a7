#include "tools/review/store/case_file.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "tools/report/fixture.h"
#include "tools/review/store/case_flags.h"
#include "tools/review/store/case_info.h"
#include "tools/review/store/case_verdicts.h"
#include "tools/review/store/schema.h"
#include "tools/review/store/test_case.h"

namespace rashomon {
namespace {

class CaseFileTest : public testing::Test {
 protected:
  CaseFileTest()
      : path_(TestFolder() +
              testing::UnitTest::GetInstance()->current_test_info()->name() +
              ".db") {
    std::filesystem::remove(path_);
  }

  CaseFile Made() {
    CaseFile file = *CaseFile::Open(path_, CaseMode::kCreate);
    AddTo(&file, FerryComparison());
    return file;
  }

  void Write(std::string_view bytes) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }

  // The error of opening it to be read, which names the file.
  absl::Status OpenError(CaseMode mode = CaseMode::kRead) {
    const absl::Status status = CaseFile::Open(path_, mode).status();
    EXPECT_NE(status.message().find(path_), std::string::npos) << status;
    return status;
  }

  std::string path_;
};

TEST_F(CaseFileTest, WhatWasAddedIsThereWhenOpenedAgain) {
  { Made(); }
  CaseFile file = *CaseFile::Open(path_, CaseMode::kRead);
  EXPECT_EQ(ListFlags(&file, {})->total, 8u);
  EXPECT_EQ(ReadCaseInfo(&file)->articles, 2);
}

TEST_F(CaseFileTest, AFileThatIsNotThereIsNotMadeByReading) {
  EXPECT_TRUE(absl::IsNotFound(OpenError()));
  EXPECT_TRUE(absl::IsNotFound(OpenError(CaseMode::kWrite)));
  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(CaseFileTest, AnEmptyFileBecomesACaseOnlyWhereOneIsMade) {
  Write("");
  EXPECT_NE(OpenError().message().find("empty"), std::string::npos);
  EXPECT_FALSE(OpenError(CaseMode::kWrite).ok());
  Made();
  EXPECT_TRUE(CaseFile::Open(path_, CaseMode::kRead).ok());
}

TEST_F(CaseFileTest, WhatIsNoCaseIsRefusedAndLeftAsItIs) {
  const std::string text(5000, 'x');
  Write(text);
  EXPECT_NE(OpenError(CaseMode::kCreate).message().find("no case"),
            std::string::npos);
  EXPECT_EQ(std::filesystem::file_size(path_), text.size());
}

TEST_F(CaseFileTest, TheDatabaseOfAnotherProgramIsRefused) {
  {
    Database db = *Database::Open(path_, DatabaseMode::kCreate);
    ASSERT_TRUE(db.RunScript("CREATE TABLE bookmarks (url TEXT)").ok());
  }
  EXPECT_NE(OpenError(CaseMode::kCreate).message().find("another program"),
            std::string::npos);
}

TEST_F(CaseFileTest, AFolderIsRefused) {
  std::filesystem::create_directory(path_);
  EXPECT_NE(OpenError().message().find("folder"), std::string::npos);
}

TEST_F(CaseFileTest, ANewerVersionIsRefusedWithBothVersions) {
  {
    CaseFile file = Made();
    ASSERT_TRUE(file.db()->RunScript("PRAGMA user_version = 999").ok());
  }
  for (const CaseMode mode :
       {CaseMode::kRead, CaseMode::kWrite, CaseMode::kCreate}) {
    const absl::Status status = OpenError(mode);
    EXPECT_TRUE(absl::IsFailedPrecondition(status)) << status;
    EXPECT_NE(status.message().find("999"), std::string::npos);
    EXPECT_NE(status.message().find(std::to_string(kSchemaVersion)),
              std::string::npos);
  }
}

TEST_F(CaseFileTest, PathsOfAnyNameWork) {
  const std::string odd = TestFolder() + "a ? b # 100% “q”.db";
  std::filesystem::remove(odd);
  ASSERT_TRUE(CaseFile::Open(odd, CaseMode::kCreate).ok());
  EXPECT_TRUE(std::filesystem::exists(odd));
}

TEST_F(CaseFileTest, TwoConnectionsSeeEachOthersVerdicts) {
  CaseFile one = Made();
  CaseFile other = *CaseFile::Open(path_, CaseMode::kWrite);
  Decision decision;
  for (std::int64_t flag = 1; flag <= 4; ++flag) {
    decision.flag = flag;
    ASSERT_TRUE(AddVerdicts("Ines", kTestTime, {decision}, &one).ok());
    ASSERT_TRUE(AddVerdicts("Odile", kTestTime, {decision}, &other).ok());
  }
  EXPECT_EQ(HistoryAfter(&one, 0, 100)->size(), 8u);
  EXPECT_EQ(*LastBatch(&one, "Odile"), 8);
}

TEST_F(CaseFileTest, ALockThatDoesNotEndIsNamed) {
  CaseFile one = Made();
  CaseFile other = *CaseFile::Open(path_, CaseMode::kWrite);
  ASSERT_TRUE(other.db()->RunScript("PRAGMA busy_timeout = 20").ok());
  const auto held = Transaction::Begin(one.db());
  ASSERT_TRUE(held.ok());
  Decision decision;
  decision.flag = 1;
  const absl::Status status =
      AddVerdicts("Ines", kTestTime, {decision}, &other).status();
  EXPECT_TRUE(absl::IsFailedPrecondition(status)) << status;
  EXPECT_NE(status.message().find("another process"), std::string::npos);
  // Reading goes on meanwhile.
  EXPECT_EQ(ListFlags(&other, {})->total, 8u);
}

TEST_F(CaseFileTest, AFullDiskIsNamedAndKeepsWhatWasThere) {
  CaseFile file = Made();
  const std::string before = DumpCase(&file);
  // SQLite's own bound on pages stands for the disk's.
  ASSERT_TRUE(file.db()->RunScript("PRAGMA max_page_count = 1").ok());
  Decision decision;
  decision.flag = 1;
  decision.note = std::string(9000, 'n');
  const absl::Status status =
      AddVerdicts("Ines", kTestTime, std::vector<Decision>(40, decision),
                  &file)
          .status();
  EXPECT_TRUE(absl::IsResourceExhausted(status)) << status;
  EXPECT_NE(status.message().find(path_), std::string::npos);
  EXPECT_NE(status.message().find("Free some space"), std::string::npos);
  EXPECT_EQ(DumpCase(&file), before);
}

TEST_F(CaseFileTest, ADamagedFileIsAnErrorAndNoCrash) {
  { Made(); }
  std::string bytes(std::filesystem::file_size(path_), '\0');
  std::ifstream(path_, std::ios::binary).read(bytes.data(), bytes.size());
  for (std::size_t at = 100; at + 512 < bytes.size(); at += 997) {
    std::string damaged = bytes;
    damaged.replace(at, 512, std::string(512, '\x5a'));
    Write(damaged);
    absl::StatusOr<CaseFile> file = CaseFile::Open(path_, CaseMode::kRead);
    if (!file.ok()) continue;
    (void)ReadCaseInfo(&*file);
    (void)HistoryAfter(&*file, 0, 10);
  }
  Write(bytes.substr(0, bytes.size() / 2));
  absl::StatusOr<CaseFile> half = CaseFile::Open(path_, CaseMode::kRead);
  if (half.ok()) {
    EXPECT_FALSE(ReadCaseInfo(&*half).ok());
  }
}

}  // namespace
}  // namespace rashomon
