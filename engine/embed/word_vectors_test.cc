#include "engine/embed/word_vectors.h"

#include <cmath>
#include <cstring>
#include <string>
#include <utility>

#include "engine/base/file.h"
#include "engine/embed/word_vectors_format.h"
#include "engine/embed/word_vectors_writer.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

namespace format = word_vectors_format;

WordVectorsInput SmallInput() {
  WordVectorsInput input;
  input.words = {"port", "turkey", "turkey", "lunda", "close"};
  input.names = {false, true, false, false, false};
  input.vectors.resize(5, 3);
  input.vectors << 1, 0, 0,  //
      0, 2, 0,               //
      0, 0, -3,              //
      1, 1, 0,               //
      0.5, 0.5, 0.5;
  input.weights = {0.5f, 0.75f, 1, 1, 0.25f};
  input.unseen_weight = 2;
  return input;
}

std::string Encode(const WordVectorsInput& input) {
  auto bytes = EncodeWordVectors(input);
  EXPECT_TRUE(bytes.ok()) << bytes.status().ToString();
  return *std::move(bytes);
}

WordVectors Load(const WordVectorsInput& input) {
  auto vectors = WordVectors::FromBytes(Encode(input), "test");
  EXPECT_TRUE(vectors.ok()) << vectors.status().ToString();
  return *std::move(vectors);
}

std::string ErrorOf(std::string bytes) {
  const auto vectors = WordVectors::FromBytes(std::move(bytes), "my.vectors");
  EXPECT_FALSE(vectors.ok());
  return std::string(vectors.status().message());
}

// Sets `value` at `offset` and makes the header's checksum fit again, as one
// would who means harm.
template <typename T>
std::string Forged(std::string bytes, std::size_t offset, T value) {
  std::memcpy(bytes.data() + offset, &value, sizeof(value));
  format::WordVectorsHeader h;
  std::memcpy(&h, bytes.data(), sizeof(h));
  const format::Sections s = format::SectionsOf(h);
  if (s.end != bytes.size()) return bytes;
  for (std::uint64_t block = 0; block < s.blocks; ++block) {
    const std::uint64_t begin = s.scales + block * format::kBlockBytes;
    const std::uint64_t end = std::min(begin + format::kBlockBytes, s.end);
    const std::uint64_t sum = XXH3_64bits(bytes.data() + begin, end - begin);
    std::memcpy(bytes.data() + s.checksums + 8 * block, &sum, 8);
  }
  constexpr std::size_t kBegin = offsetof(format::WordVectorsHeader, version);
  h.header_checksum = XXH3_64bits(bytes.data() + kBegin, s.scales - kBegin);
  std::memcpy(bytes.data(), &h, sizeof(h));
  return bytes;
}

TEST(WordVectorsTest, RowsComeBackWithUnitLengthToOnePercent) {
  const WordVectors v = Load(SmallInput());
  EXPECT_EQ(v.dimensions(), 3);
  EXPECT_EQ(v.size(), 5u);
  const Eigen::VectorXf lunda = v.VectorOf("lunda", WordCase::kCommon);
  EXPECT_NEAR(lunda[0], std::sqrt(0.5), 0.005);
  EXPECT_NEAR(lunda[1], std::sqrt(0.5), 0.005);
  EXPECT_EQ(lunda[2], 0);
  EXPECT_NEAR(v.VectorOf("turkey", WordCase::kCommon)[2], -1, 0.005);
  EXPECT_EQ(v.weight(v.Find("close", WordCase::kCommon)), 0.25f);
  EXPECT_EQ(v.unseen_weight(), 2);
}

TEST(WordVectorsTest, NamesAreKeptApartFromCommonWords) {
  const WordVectors v = Load(SmallInput());
  const std::uint32_t name = v.Find("turkey", WordCase::kName);
  const std::uint32_t bird = v.Find("turkey", WordCase::kCommon);
  ASSERT_NE(name, WordVectors::kUnknown);
  ASSERT_NE(bird, WordVectors::kUnknown);
  EXPECT_NE(name, bird);
  EXPECT_TRUE(v.is_name(name));
  EXPECT_FALSE(v.is_name(bird));
  // The more frequent use stands first.
  EXPECT_EQ(v.Find("turkey", WordCase::kEither), name);
}

TEST(WordVectorsTest, WordsWithOneRowHaveItWhateverTheirCapitals) {
  const WordVectors v = Load(SmallInput());
  for (const WordCase c :
       {WordCase::kCommon, WordCase::kName, WordCase::kEither}) {
    EXPECT_EQ(v.Find("lunda", c), 3u);
    EXPECT_EQ(v.Find("harbour", c), WordVectors::kUnknown);
    EXPECT_EQ(v.Find("", c), WordVectors::kUnknown);
  }
  EXPECT_EQ(v.key(4), "close");
}

TEST(WordVectorsTest, UnknownWordsAreLikeTheirOtherSpellings) {
  WordVectorsInput input = SmallInput();
  input.vectors = RowMatrix::Random(5, 256);
  const WordVectors v = Load(input);
  const auto cosine = [&v](std::string_view a, std::string_view b) {
    return v.VectorOf(a, WordCase::kName).dot(v.VectorOf(b, WordCase::kCommon));
  };
  EXPECT_NEAR(cosine("zelenskyy", "zelenskyy"), 1, 1e-5);
  EXPECT_GT(cosine("zelenskyy", "zelensky"), 0.5);
  EXPECT_GT(cosine("зеленский", "зеленского"), 0.4);
  EXPECT_LT(std::abs(cosine("zelenskyy", "harbour")), 0.3);
  EXPECT_LT(std::abs(cosine("zelenskyy", "port")), 0.3);
}

TEST(WordVectorsTest, GramsOfCommonWordsForetellTheirMeaning) {
  WordVectorsInput input = SmallInput();
  input.vectors = RowMatrix::Random(5, 256);
  const RowMatrix meaning = RowMatrix::Random(1, 256).rowwise().normalized();
  input.spelling.basis = meaning;
  input.spelling.grams = {format::GramHash(XXH3_64bits("ing>", 4))};
  input.spelling.coordinates = RowMatrix::Constant(1, 1, 6);
  const WordVectors v = Load(input);
  const auto along = [&](std::string_view word, WordCase c) {
    return meaning.row(0).dot(v.VectorOf(word, c));
  };
  EXPECT_GT(along("xying", WordCase::kCommon), 0.4);
  EXPECT_LT(std::abs(along("xyzzy", WordCase::kCommon)), 0.3);
  // The letters of a name say nothing of what it names.
  EXPECT_LT(along("xying", WordCase::kName), 0.3);
  EXPECT_NEAR(v.VectorOf("xying", WordCase::kCommon).norm(), 1, 1e-5);
}

TEST(WordVectorsTest, EveryWordHasADefinedVector) {
  const WordVectors v = Load(SmallInput());
  EXPECT_TRUE(v.VectorOf("", WordCase::kName).isZero(0));
  for (const std::string& word :
       {std::string("😀"), std::string("я"), std::string("\xFF\xFE"),
        std::string(100000, 'a'), std::string("\0", 1)}) {
    const Eigen::VectorXf x = v.VectorOf(word, WordCase::kEither);
    EXPECT_TRUE(x.allFinite());
    EXPECT_NEAR(x.norm(), 1, 1e-4) << word.size();
  }
}

TEST(WordVectorsTest, RowsOfZerosAreAllowed) {
  WordVectorsInput input = SmallInput();
  input.vectors.row(0).setZero();
  const WordVectors v = Load(input);
  EXPECT_TRUE(v.VectorOf("port", WordCase::kCommon).isZero(0));
}

TEST(WordVectorsTest, FilesAreMapped) {
  const std::string path = testing::TempDir() + "/small.vectors";
  ASSERT_TRUE(WriteFileAtomically(path, Encode(SmallInput())).ok());
  WordVectors copy = [&] { return *WordVectors::Open(path); }();
  EXPECT_EQ(copy.Find("port", WordCase::kCommon), 0u);
  EXPECT_EQ(copy.version(), Load(SmallInput()).version());
  EXPECT_EQ(copy.version().size(), 16u);
  EXPECT_TRUE(absl::IsNotFound(WordVectors::Open(path + "x").status()));
}

TEST(WordVectorsTest, TruncatedFilesAreRefusedAtAnyLength) {
  const std::string bytes = Encode(SmallInput());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const std::string error = ErrorOf(bytes.substr(0, size));
    EXPECT_NE(error.find("my.vectors: byte "), std::string::npos) << error;
  }
  const std::size_t most = bytes.size() - 10;
  EXPECT_NE(ErrorOf(bytes.substr(0, most))
                .find("byte " + std::to_string(most) + ": the file is cut"),
            std::string::npos);
  EXPECT_NE(ErrorOf(bytes + "x").find("bytes after the end"),
            std::string::npos);
}

TEST(WordVectorsTest, EveryAlteredByteIsFound) {
  const std::string bytes = Encode(SmallInput());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string altered = bytes;
    altered[i] = static_cast<char>(altered[i] ^ 0x20);
    const std::string error = ErrorOf(altered);
    EXPECT_NE(error.find("my.vectors: byte "), std::string::npos) << i;
  }
}

TEST(WordVectorsTest, ErrorsNameTheBlockThatIsAltered) {
  WordVectorsInput input;
  for (int i = 0; i < 3000; ++i) input.words.push_back("w" + std::to_string(i));
  input.names.assign(3000, false);
  input.weights.assign(3000, 1);
  input.vectors = RowMatrix::Random(3000, 64);
  std::string bytes = Encode(input);
  format::WordVectorsHeader h;
  std::memcpy(&h, bytes.data(), sizeof(h));
  const format::Sections s = format::SectionsOf(h);
  ASSERT_GT(s.blocks, 2u);
  const std::uint64_t block = s.scales + format::kBlockBytes;
  bytes[block + 7] ^= 1;
  EXPECT_NE(ErrorOf(bytes).find("byte " + std::to_string(block) + ": "),
            std::string::npos);
}

TEST(WordVectorsTest, FilesMadeToDoHarmAreRefused) {
  const std::string bytes = Encode(SmallInput());
  using H = format::WordVectorsHeader;
  const auto refused = [&](std::size_t offset, auto value,
                           const std::string& part) {
    const std::string error = ErrorOf(Forged(bytes, offset, value));
    EXPECT_NE(error.find(part), std::string::npos) << error;
  };
  refused(offsetof(H, version), 9u, "version 9");
  refused(offsetof(H, dimensions), 0u, "dimensions");
  refused(offsetof(H, dimensions), 0xFFFFFFFFu, "dimensions");
  refused(offsetof(H, rows), 0u, "words");
  refused(offsetof(H, rows), 0xFFFFFFFFu, "words");
  refused(offsetof(H, slots), 12u, "no power of two");
  refused(offsetof(H, slots), 4u, "hash table");
  refused(offsetof(H, grams), 0x7FFFFFFFu, "n-grams");
  refused(offsetof(H, rank), 0x7FFFFFFFu, "rank");
  refused(offsetof(H, key_bytes), 0xFFFFFFFFu, "keys");
  refused(offsetof(H, key_form), 2u, "form of keys");
  refused(offsetof(H, unseen_weight), std::nanf(""), "unknown words");
  H h;
  std::memcpy(&h, bytes.data(), sizeof(h));
  const format::Sections s = format::SectionsOf(h);
  refused(s.scales, std::nanf(""), "byte " + std::to_string(s.scales));
  refused(s.weights + 4, -INFINITY, "byte " + std::to_string(s.weights + 4));
  refused(s.key_ends, 0x7FFFFFFFu, "a key out of its place");
  refused(s.slots, 0x00FFFFFFu, "");
}

TEST(WordVectorsTest, WriterRefusesWhatNoReaderTakes) {
  const auto error = [](auto change) {
    WordVectorsInput input = SmallInput();
    change(&input);
    const auto bytes = EncodeWordVectors(input);
    EXPECT_FALSE(bytes.ok());
    return std::string(bytes.status().message());
  };
  using I = WordVectorsInput;
  EXPECT_NE(error([](I* i) { i->words[1] = "port"; i->names[1] = false; })
                .find("\"port\" stands twice"),
            std::string::npos);
  EXPECT_NE(error([](I* i) { i->vectors(2, 1) = NAN; }).find("turkey"),
            std::string::npos);
  EXPECT_NE(error([](I* i) { i->weights[3] = 0; }).find("lunda"),
            std::string::npos);
  EXPECT_NE(error([](I* i) { i->words[0].clear(); }).find("empty"),
            std::string::npos);
  EXPECT_NE(error([](I* i) { i->weights.pop_back(); }).find("differ"),
            std::string::npos);
  EXPECT_NE(error([](I* i) { *i = I(); }).find("no word"), std::string::npos);
}

TEST(WordVectorsTest, SameInputSameBytes) {
  EXPECT_EQ(Encode(SmallInput()), Encode(SmallInput()));
}

}  // namespace
}  // namespace rashomon
