#include "corpus/file_name_hints.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

class FileNameHintsTest : public testing::Test {
 protected:
  FileNameHints Read(std::string_view path) {
    return ReadFileName(path, *registry_);
  }
  absl::StatusOr<OutletRegistry> registry_ = OutletRegistry::Shipped();
};

TEST_F(FileNameHintsTest, ReadsOutletAndDateInEitherOrder) {
  for (const char* path :
       {"rferl_2017-09-13.txt", "in/2017-09-13_rferl.txt",
        "rferl-20170913.html", "RFE-RL 2017_09_13.json"}) {
    EXPECT_EQ(Read(path).outlet, "RFE/RL") << path;
    EXPECT_EQ(Read(path).published, "2017-09-13") << path;
  }
  EXPECT_EQ(Read("rt-russian_2021-04-28.txt").outlet, "RT in Russian");
}

TEST_F(FileNameHintsTest, UnknownOutletsCountBesideADate) {
  EXPECT_EQ(Read("quaysidecourier_2026-03-07.txt").outlet, "quaysidecourier");
  EXPECT_EQ(Read("left.txt").outlet, "");
  EXPECT_EQ(Read("left.txt").published, "");
}

TEST_F(FileNameHintsTest, KnownOutletsNeedNoDate) {
  EXPECT_EQ(Read("tass.txt").outlet, "TASS");
  EXPECT_EQ(Read("tass_port-talks.txt").outlet, "TASS");
}

TEST_F(FileNameHintsTest, ImpossibleDatesAreNone) {
  EXPECT_EQ(Read("tass_2021-02-31.txt").published, "");
  EXPECT_EQ(Read("id-1234567890123.txt").published, "");
}

TEST_F(FileNameHintsTest, StandardInputHasNoName) {
  EXPECT_EQ(Read("-").outlet, "");
  EXPECT_EQ(Read("").outlet, "");
}

}  // namespace
}  // namespace rashomon
