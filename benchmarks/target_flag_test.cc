#include "benchmarks/target_flag.h"

#include <array>
#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(TargetFlagTest, IsTakenOutAndTheRestStays) {
  std::array<std::string, 4> texts = {"program", "--target=baseline", "--x",
                                      "9"};
  std::array<char*, 4> argv;
  for (std::size_t i = 0; i < 4; ++i) argv[i] = texts[i].data();
  int argc = 4;
  const auto target = TakeTargetFlag(&argc, argv.data());
  ASSERT_TRUE(target.ok());
  EXPECT_EQ(*target, SimdTarget::kBaseline);
  ASSERT_EQ(argc, 3);
  EXPECT_STREQ(argv[1], "--x");
  EXPECT_STREQ(argv[2], "9");
}

absl::StatusOr<SimdTarget> TargetOf(std::string flag) {
  std::string program = "program";
  std::array<char*, 2> argv = {program.data(), flag.data()};
  int argc = 2;
  return TakeTargetFlag(&argc, argv.data());
}

TEST(TargetFlagTest, TheBestIsTakenWhereNothingIsSaid) {
  const auto target = TargetOf("--benchmark_filter=x");
  ASSERT_TRUE(target.ok());
  EXPECT_EQ(*target, SimdTarget::kBest);
  EXPECT_TRUE(TargetOf("--target=best").ok());
}

TEST(TargetFlagTest, EveryRunnableTargetHasItsName) {
  for (const SimdTarget runnable : RunnableSimdTargets()) {
    const auto target = TargetOf("--target=" + std::string(Name(runnable)));
    ASSERT_TRUE(target.ok());
    EXPECT_EQ(*target, runnable);
  }
}

TEST(TargetFlagTest, AnotherNameIsRefusedWithThoseThatRun) {
  const auto target = TargetOf("--target=avx9");
  ASSERT_FALSE(target.ok());
  const std::string message(target.status().message());
  EXPECT_NE(message.find("--target=avx9"), std::string::npos);
  EXPECT_NE(message.find("baseline"), std::string::npos);
}

}  // namespace
}  // namespace rashomon
