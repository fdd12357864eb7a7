#include "engine/base/mapped_file.h"

#include <string>
#include <utility>

#include "engine/base/file.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::string PathOf(const std::string& name) {
  return testing::TempDir() + "/" + name;
}

TEST(MappedFileTest, GivesTheBytesOfTheFile) {
  const std::string path = PathOf("mapped");
  const std::string bytes("a\0b\n", 4);
  ASSERT_TRUE(WriteFileAtomically(path, bytes).ok());
  auto file = MappedFile::Open(path);
  ASSERT_TRUE(file.ok()) << file.status().ToString();
  EXPECT_EQ(file->bytes(), bytes);
  const MappedFile moved = *std::move(file);
  EXPECT_EQ(moved.bytes(), bytes);
}

TEST(MappedFileTest, EmptyFileHasNoBytes) {
  const std::string path = PathOf("empty");
  ASSERT_TRUE(WriteFileAtomically(path, "").ok());
  const auto file = MappedFile::Open(path);
  ASSERT_TRUE(file.ok()) << file.status().ToString();
  EXPECT_TRUE(file->bytes().empty());
}

TEST(MappedFileTest, ErrorsNameTheFile) {
  const auto missing = MappedFile::Open(PathOf("no such file"));
  EXPECT_TRUE(absl::IsNotFound(missing.status()));
  EXPECT_NE(missing.status().ToString().find("no such file"),
            std::string::npos);
  const auto folder = MappedFile::Open(testing::TempDir());
  EXPECT_TRUE(absl::IsInvalidArgument(folder.status()));
}

}  // namespace
}  // namespace rashomon
