#include "engine/base/atomic_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "engine/base/file.h"

namespace rashomon {
namespace {

// A new, empty folder.
std::string Folder(const std::string& name) {
  const std::string folder = testing::TempDir() + "/" + name;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

std::size_t FilesIn(const std::string& folder) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator(folder), {}));
}

TEST(AtomicFile, AppearsAtCommitAndNotBefore) {
  const std::string folder = Folder("commit");
  const std::string path = folder + "/out";
  auto file = AtomicFile::Create(path);
  ASSERT_TRUE(file.ok()) << file.status();
  ASSERT_TRUE(file->Append("one ").ok());
  ASSERT_TRUE(file->Append("two").ok());
  EXPECT_FALSE(std::filesystem::exists(path));
  ASSERT_TRUE(file->Commit().ok());
  EXPECT_EQ(*ReadFile(path, 100), "one two");
  EXPECT_EQ(FilesIn(folder), 1u);
}

TEST(AtomicFile, LeavesTheOldFileWhereItIsNotCommitted) {
  const std::string folder = Folder("dropped");
  const std::string path = folder + "/out";
  ASSERT_TRUE(WriteFileAtomically(path, "old").ok());
  {
    auto file = AtomicFile::Create(path);
    ASSERT_TRUE(file.ok());
    ASSERT_TRUE(file->Append("new").ok());
  }
  EXPECT_EQ(*ReadFile(path, 100), "old");
  EXPECT_EQ(FilesIn(folder), 1u);
}

TEST(AtomicFile, MovesWithoutLosingItsFile) {
  const std::string path = Folder("moved") + "/out";
  auto file = AtomicFile::Create(path);
  ASSERT_TRUE(file.ok());
  AtomicFile other = *std::move(file);
  ASSERT_TRUE(other.Append("x").ok());
  ASSERT_TRUE(other.Commit().ok());
  EXPECT_EQ(*ReadFile(path, 100), "x");
}

TEST(AtomicFile, NamesTheFolderThatIsNotThere) {
  const auto file = AtomicFile::Create(Folder("none") + "/absent/out");
  ASSERT_FALSE(file.ok());
  EXPECT_NE(file.status().message().find("absent/out"),
            absl::string_view::npos);
}

TEST(AtomicFile, WritesStraightToADevice) {
  auto file = AtomicFile::Create("/dev/null");
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_TRUE(file->Append("x").ok());
  EXPECT_TRUE(file->Commit().ok());
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

}  // namespace
}  // namespace rashomon
