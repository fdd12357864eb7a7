#include "tools/cli/messages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>

namespace rashomon {
namespace {

using ::testing::HasSubstr;

class MessagesTest : public testing::Test {
 protected:
  MessagesTest() {
    env_.err = &err_;
    env_.seconds = [this] { return now_; };
  }
  double now_ = 0;
  std::ostringstream err_;
  Environment env_;
  Arguments arguments_;
};

TEST_F(MessagesTest, ShortWorkShowsNoProgress) {
  Messages messages(arguments_, &env_);
  now_ = 0.9;
  messages.Progress("5 articles");
  EXPECT_EQ(err_.str(), "");
}

TEST_F(MessagesTest, ALogGetsALineAfterDoublingTimes) {
  Messages messages(arguments_, &env_);
  for (now_ = 0; now_ < 100; now_ += 0.25) messages.Progress("working");
  const std::string log = err_.str();
  EXPECT_EQ(std::count(log.begin(), log.end(), '\n'), 7);  // 1, 2 ... 64 s
}

TEST_F(MessagesTest, ATerminalGetsOneLineThatIsCleared) {
  env_.err_is_terminal = true;
  {
    Messages messages(arguments_, &env_);
    now_ = 1.5;
    messages.Progress("5 articles");
    EXPECT_THAT(err_.str(), HasSubstr("\r\x1b[Krashomon: 5 articles"));
  }
  EXPECT_TRUE(err_.str().ends_with("\r\x1b[K"));
}

TEST_F(MessagesTest, QuietSaysNothing) {
  arguments_.flags["quiet"] = {""};
  Messages messages(arguments_, &env_);
  messages.Warn("careful");
  now_ = 10;
  messages.Progress("5 articles");
  EXPECT_EQ(err_.str(), "");
}

TEST_F(MessagesTest, AWarningIsGivenOnce) {
  Messages messages(arguments_, &env_);
  messages.Warn("careful");
  messages.Warn("careful");
  EXPECT_EQ(err_.str(), "rashomon: warning: careful\n");
}

TEST_F(MessagesTest, ManyWarningsAreCountedInTheEnd) {
  {
    Messages messages(arguments_, &env_);
    for (int i = 0; i < 50; ++i) messages.Warn(std::to_string(i));
  }
  const std::string log = err_.str();
  EXPECT_EQ(std::count(log.begin(), log.end(), '\n'), 21);
  EXPECT_THAT(log, HasSubstr("30 more warnings were not shown"));
}

}  // namespace
}  // namespace rashomon
