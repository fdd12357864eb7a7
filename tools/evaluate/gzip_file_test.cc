#include "tools/evaluate/gzip_file.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>

#include "engine/base/file.h"

namespace rashomon {
namespace {

std::string Written(const std::string& name, const std::string& content) {
  const std::string path = testing::TempDir() + "/" + name;
  gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, content.data(), static_cast<unsigned>(content.size()));
  gzclose(file);
  return path;
}

TEST(ReadGzipFile, GivesWhatWasPacked) {
  const std::string content(200'000, 'x');
  EXPECT_EQ(*ReadGzipFile(Written("a.gz", content), 1 << 20), content);
}

TEST(ReadGzipFile, RefusesMoreThanTheLimit) {
  EXPECT_FALSE(ReadGzipFile(Written("b.gz", std::string(2'000, 'x')), 1'000)
                   .ok());
}

TEST(ReadGzipFile, RefusesAFileThatIsCutShort) {
  const std::string path = Written("c.gz", "some text that is long enough");
  const std::string whole = *ReadFile(path, 1 << 20);
  ASSERT_TRUE(
      WriteFileAtomically(path, whole.substr(0, whole.size() - 12)).ok());
  EXPECT_FALSE(ReadGzipFile(path, 1 << 20).ok());
}

TEST(ReadGzipFile, NamesAMissingFile) {
  const auto bytes = ReadGzipFile("/absent.gz", 10);
  EXPECT_NE(std::string(bytes.status().message()).find("/absent.gz"),
            std::string::npos);
}

}  // namespace
}  // namespace rashomon
