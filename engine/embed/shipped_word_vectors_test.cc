// The table that ships: that it is whole, and that it knows what news is about.
#include <cstdint>
#include <string_view>

#include "engine/embed/word_vectors.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(ShippedWordVectorsTest, ShippedTableKnowsTheNews) {
  const auto shipped = WordVectors::Shipped();
  ASSERT_TRUE(shipped.ok()) << shipped.status().ToString();
  EXPECT_GT(shipped->size(), 30000u);
  EXPECT_GE(shipped->dimensions(), 128);
  const auto cosine = [&](std::string_view a, std::string_view b) {
    return shipped->VectorOf(a, WordCase::kCommon)
        .dot(shipped->VectorOf(b, WordCase::kCommon));
  };
  EXPECT_GT(cosine("minist", "parliament"), cosine("minist", "banana") + 0.2);
  EXPECT_GT(cosine("kill", "die"), cosine("kill", "invest") + 0.2);
  EXPECT_GT(cosine("moscow", "kremlin"), cosine("moscow", "hollywood") + 0.2);
  const std::uint32_t the = shipped->Find("the", WordCase::kCommon);
  const std::uint32_t sanction = shipped->Find("sanction", WordCase::kCommon);
  EXPECT_LT(shipped->weight(the), shipped->weight(sanction));
  const Eigen::VectorXf country = shipped->VectorOf("turkey", WordCase::kName);
  const Eigen::VectorXf bird = shipped->VectorOf("turkey", WordCase::kCommon);
  const Eigen::VectorXf ankara = shipped->VectorOf("ankara", WordCase::kName);
  EXPECT_GT(country.dot(ankara), bird.dot(ankara) + 0.3);
  EXPECT_LE(shipped->unseen_weight(), 2 * shipped->weight(sanction));
}

TEST(ShippedWordVectorsTest, ShippedRowsAreFiniteAndOfUnitLength) {
  const auto shipped = WordVectors::Shipped();
  ASSERT_TRUE(shipped.ok());
  for (std::uint32_t id = 0; id < shipped->size(); ++id) {
    const WordRow row = shipped->row(id);
    double squares = 0;
    for (int i = 0; i < shipped->dimensions(); ++i) {
      squares += double{row.scale} * row.scale * row.values[i] * row.values[i];
    }
    ASSERT_NEAR(squares, 1, 0.02) << shipped->key(id);
    ASSERT_GT(shipped->weight(id), 0) << shipped->key(id);
    ASSERT_EQ(shipped->Find(shipped->key(id), shipped->is_name(id)
                                                  ? WordCase::kName
                                                  : WordCase::kCommon),
              id);
  }
}

}  // namespace
}  // namespace rashomon
