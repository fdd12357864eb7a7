#include "engine/base/prefix_order.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(PrefixOrderTest, IsThatOfTheBytes) {
  std::mt19937 random(2);
  std::vector<std::string> texts = {"", std::string(1, '\0'),
                                    std::string(8, '\0'), "a", "ab",
                                    "\xFF\xFE", "\xD0\xBC\xD0\xB8"};
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (std::size_t size = random() % 12; size > 0; --size) {
      text.push_back(static_cast<char>("\0ab\xD0"[random() % 4]));
    }
    texts.push_back(text);
  }
  for (const std::string& a : texts) {
    for (const std::string& b : texts) {
      EXPECT_EQ(PrefixedView(a) < PrefixedView(b), a < b);
      EXPECT_EQ(PrefixedView(a) == PrefixedView(b), a == b);
    }
  }
}

}  // namespace
}  // namespace rashomon
