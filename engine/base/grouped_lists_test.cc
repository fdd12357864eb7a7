#include "engine/base/grouped_lists.h"

#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<char> Listed(const GroupedLists<char>& lists, int group) {
  return {lists[group].begin(), lists[group].end()};
}

TEST(GroupedListsTest, ItemsKeepTheirOrder) {
  const auto lists = GroupedLists<char>::Of(
      4, {{2, 'a'}, {0, 'b'}, {2, 'c'}, {3, 'd'}, {2, 'a'}});
  EXPECT_EQ(lists.size(), 4u);
  EXPECT_EQ(Listed(lists, 0), (std::vector<char>{'b'}));
  EXPECT_TRUE(lists[1].empty());
  EXPECT_EQ(Listed(lists, 2), (std::vector<char>{'a', 'c', 'a'}));
  EXPECT_EQ(Listed(lists, 3), (std::vector<char>{'d'}));
}

TEST(GroupedListsTest, GroupsAreMadeOneAfterTheOther) {
  GroupedLists<char> lists;
  EXPECT_EQ(lists.size(), 0u);
  lists.EndGroup();
  lists.Add('x');
  lists.Add('y');
  lists.EndGroup();
  EXPECT_EQ(lists.size(), 2u);
  EXPECT_TRUE(lists[0].empty());
  EXPECT_EQ(Listed(lists, 1), (std::vector<char>{'x', 'y'}));
}

}  // namespace
}  // namespace rashomon
