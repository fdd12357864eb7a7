#include "engine/base/file.h"

#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::string TestFolder(const std::string& name) {
  const std::string folder = testing::TempDir() + "/" + name;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

int FilesIn(const std::string& folder) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    (void)entry;
    ++count;
  }
  return count;
}

TEST(FileTest, WhatIsWrittenIsReadBack) {
  const std::string path = TestFolder("round") + "/a";
  const std::string bytes(100000, '\0');
  ASSERT_TRUE(WriteFileAtomically(path, bytes).ok());
  EXPECT_EQ(ReadFile(path, 100000).value(), bytes);
}

TEST(FileTest, ErrorsNameTheFile) {
  const auto missing = ReadFile("/no/such/file", 10);
  EXPECT_EQ(missing.status().code(), absl::StatusCode::kNotFound);
  EXPECT_NE(missing.status().message().find("/no/such/file"),
            std::string::npos);
  const std::string folder = TestFolder("folder");
  const auto is_folder = ReadFile(folder, 10);
  EXPECT_NE(is_folder.status().message().find(folder), std::string::npos);
}

TEST(FileTest, AFileOverTheLimitIsRefusedAndOneAtTheLimitIsNot) {
  const std::string path = TestFolder("limit") + "/a";
  ASSERT_TRUE(WriteFileAtomically(path, "12345").ok());
  EXPECT_TRUE(ReadFile(path, 5).ok());
  EXPECT_EQ(ReadFile(path, 4).status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST(FileTest, AFailedWriteLeavesNothingBehind) {
  const std::string folder = TestFolder("fail");
  std::filesystem::create_directories(folder + "/taken/full");
  EXPECT_FALSE(WriteFileAtomically(folder + "/taken", "x").ok());
  EXPECT_EQ(FilesIn(folder), 1);
  EXPECT_FALSE(WriteFileAtomically(folder + "/none/x", "x").ok());
}

TEST(FileTest, OthersMayReadWhatTheUmaskAllows) {
  const std::string path = TestFolder("mode") + "/a";
  const mode_t old = ::umask(022);
  ASSERT_TRUE(WriteFileAtomically(path, "x").ok());
  ::umask(old);
  struct stat info;
  ASSERT_EQ(::stat(path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0644u);
}

}  // namespace
}  // namespace rashomon
