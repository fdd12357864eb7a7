#include "engine/embed/read_word_table.h"

#include <fasttext/fasttext.h>
#include <sys/stat.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/file.h"
#include "engine/base/strings.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

template <typename T>
std::string Bytes(T value) {
  return std::string(reinterpret_cast<const char*>(&value), sizeof(value));
}

std::string Floats(std::initializer_list<float> values) {
  std::string bytes;
  for (const float value : values) bytes += Bytes(value);
  return bytes;
}

std::string Written(const std::string& name, const std::string& bytes) {
  const std::string path = testing::TempDir() + "/" + name;
  EXPECT_TRUE(WriteFileAtomically(path, bytes).ok());
  return path;
}

WordTable Read(const std::string& path) {
  auto table = ReadWordTable(path);
  EXPECT_TRUE(table.ok()) << table.status().ToString();
  return *std::move(table);
}

std::vector<float> Row(const WordTable& table, std::string_view word) {
  const std::int64_t id = table.Find(word);
  EXPECT_GE(id, 0) << word;
  if (id < 0) return {};
  const auto row = table.row(static_cast<std::size_t>(id));
  return {row.begin(), row.end()};
}

// Checks that the error has all the parts.
void ExpectRefused(const absl::StatusOr<WordTable>& table,
                   std::vector<std::string> parts) {
  ASSERT_FALSE(table.ok());
  EXPECT_TRUE(absl::IsInvalidArgument(table.status()));
  const std::string message(table.status().message());
  for (const std::string& part : parts) {
    EXPECT_NE(message.find(part), std::string::npos) << part << "\n" << message;
  }
}

TEST(TextVectorsTest, GloveHasNoFirstLine) {
  const WordTable table =
      Read(Written("glove.txt", "the 0.5 -1 2e-3\nport 1 2 3\n"));
  EXPECT_EQ(table.dimensions(), 3);
  EXPECT_EQ(table.size(), 2u);
  EXPECT_EQ(Row(table, "the"), (std::vector<float>{0.5f, -1, 2e-3f}));
  EXPECT_EQ(table.word(1), "port");
}

TEST(TextVectorsTest, Word2VecAndFastTextHaveOne) {
  const WordTable table = Read(
      Written("fasttext.vec", "2 3\nthe 0.5 -1 +2e-3 \r\nпорт\t1 2 3 \r\n"));
  EXPECT_EQ(table.size(), 2u);
  EXPECT_EQ(Row(table, "порт"), (std::vector<float>{1, 2, 3}));
}

TEST(TextVectorsTest, WordsMayHaveSpaces) {
  const auto table = ParseTextVectors("a 1 2\n. . . 3 4\nat name@x 5 6\n", "g");
  ASSERT_TRUE(table.ok()) << table.status().ToString();
  EXPECT_EQ(Row(*table, ". . ."), (std::vector<float>{3, 4}));
  EXPECT_EQ(Row(*table, "at name@x"), (std::vector<float>{5, 6}));
}

TEST(TextVectorsTest, LastLineNeedsNoLineFeed) {
  const auto table = ParseTextVectors("a 1 2\nb 3 4", "g");
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table->size(), 2u);
}

TEST(TextVectorsTest, BadInputIsRefusedWithItsLine) {
  const auto parse = [](std::string_view text) {
    return ParseTextVectors(text, "my.vec");
  };
  ExpectRefused(parse("a 1 2\nb 1\n"), {"my.vec: line 2", "1 numbers, not 2"});
  ExpectRefused(parse("a 1 2\nb 1 2 3\n"), {"line 2", "3 numbers, not 2"});
  ExpectRefused(parse("a 1 2\nb 1 nan\n"), {"line 2", "number 2", "finite"});
  ExpectRefused(parse("a 1 2\nb inf 1\n"), {"line 2", "number 1", "finite"});
  ExpectRefused(parse("a 1 2\nb 1e999 1\n"), {"line 2"});
  ExpectRefused(parse("a 1 2\nb x 1\n"), {"line 2", "cannot be read"});
  ExpectRefused(parse("a 1 2\nb 1 2\na 3 4\n"), {"line 3", "\"a\"", "twice"});
  ExpectRefused(parse("a 1 2\n\nb 1 2\n"), {"line 2", "empty"});
  ExpectRefused(parse("a 1 2\n 1 2\n"), {"line 2"});
  ExpectRefused(parse(""), {"no word"});
  ExpectRefused(parse("\n"), {"line 1"});
  ExpectRefused(parse("word\n"), {"line 1"});
}

TEST(TextVectorsTest, AbsurdCountsAreRefusedBeforeMemoryIsTaken) {
  const auto parse = [](std::string_view text) {
    return ParseTextVectors(text, "my.vec");
  };
  ExpectRefused(parse("4000000000 300\na 1\n"), {"line 1", "more than a file"});
  ExpectRefused(parse("99999999999999999999999 2\na 1 2\n"), {"line 1"});
  ExpectRefused(parse("2 18446744073709551615\na 1\n"), {"line 1",
                                                         "dimensions"});
  ExpectRefused(parse("1 0\na\n"), {"line 1", "0 dimensions"});
  ExpectRefused(parse("0 2\n"), {"line 1", "no word"});
  ExpectRefused(parse("3 2\na 1 2\nb 1 2\n"), {"ends after 2"});
  ExpectRefused(parse("1 2\na 1 2\nb 1 2\n"), {"promises 1"});
}

std::string SmallWord2Vec() {
  return "2 3\nthe " + Floats({0.5f, -1, 2}) + "\nport " + Floats({1, 2, 3}) +
         "\n";
}

TEST(Word2VecBinaryTest, ReadsWithAndWithoutLineFeeds) {
  const WordTable table = Read(Written("w2v.bin", SmallWord2Vec()));
  EXPECT_EQ(table.size(), 2u);
  EXPECT_EQ(Row(table, "port"), (std::vector<float>{1, 2, 3}));
  const WordTable bare = Read(Written(
      "w2v2.bin", "2 1\na " + Floats({7}) + "b " + Floats({8})));
  EXPECT_EQ(Row(bare, "b"), (std::vector<float>{8}));
}

TEST(Word2VecBinaryTest, TruncatedFilesAreRefusedAtAnyLength) {
  const std::string bytes = SmallWord2Vec();
  for (std::size_t size = 0; size + 1 < bytes.size(); ++size) {
    ExpectRefused(ParseWord2VecBinary(bytes.substr(0, size), "w.bin"),
                  {"w.bin: byte "});
  }
}

TEST(Word2VecBinaryTest, BadInputIsRefusedWithItsOffset) {
  const auto parse = [](std::string_view bytes) {
    return ParseWord2VecBinary(bytes, "w.bin");
  };
  ExpectRefused(parse("2 1\na " + Floats({7}) + "a " + Floats({8})),
                {"byte 10", "twice"});
  ExpectRefused(parse("1 2\na " + Floats({7, NAN})), {"byte 10", "finite"});
  ExpectRefused(parse("99999999999 300\na"), {"byte 0", "do not fit"});
  ExpectRefused(parse("99999999999999999999999 3\na"), {"byte 0"});
  ExpectRefused(parse("1 0\na "), {"byte 0", "0 dimensions"});
  ExpectRefused(parse("-1 1\na " + Floats({7})), {"byte 0"});
  ExpectRefused(parse("1 1\na " + Floats({7}) + "rest"), {"after the last"});
  ExpectRefused(parse("words"), {"byte 0"});
}

// A small model that fastText itself trains and writes.
class FastTextTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::string text = testing::TempDir() + "/news.txt";
    std::ofstream out(text);
    for (int i = 0; i < 30; ++i) {
      out << "storm closes the harbour of Lunda today\n"
          << "порт закрыт из-за шторма сегодня\n";
    }
    out.close();
    fasttext::Args args;
    args.input = text;
    args.output = "";
    args.dim = 7;
    args.bucket = 50;
    args.minn = 2;
    args.maxn = 4;
    args.minCount = 1;
    args.epoch = 1;
    args.thread = 1;
    args.verbose = 0;
    args.model = fasttext::model_name::sg;
    peer_ = new fasttext::FastText();
    peer_->train(args);
    peer_->saveModel(Path());
  }

  static std::string Path() { return testing::TempDir() + "/fasttext.bin"; }

  static std::string Model() { return *ReadFile(Path(), 1u << 24); }

  static fasttext::FastText* peer_;
};

fasttext::FastText* FastTextTest::peer_ = nullptr;

TEST_F(FastTextTest, VectorsAreThoseOfFastTextItself) {
  const WordTable table = Read(Path());
  EXPECT_EQ(table.dimensions(), 7);
  EXPECT_EQ(table.subwords(), Subwords::kFastText);
  Eigen::VectorXf ours;
  for (const char* word : {"storm", "Lunda", "шторма", "</s>",  // known
                           "storms", "шторм", "x", "qqxyzzy"}) {
    fasttext::Vector theirs(7);
    peer_->getWordVector(theirs, word);
    ASSERT_TRUE(table.Vector(word, &ours)) << word;
    for (int i = 0; i < 7; ++i) {
      EXPECT_NEAR(ours[i], theirs[i], 1e-6) << word;
    }
  }
}

TEST_F(FastTextTest, TruncatedModelsAreRefusedAtAnyLength) {
  const std::string bytes = Model();
  const std::size_t needed = bytes.find("сегодня");  // within the dictionary
  ASSERT_NE(needed, std::string::npos);
  for (std::size_t size = 0; size < needed; size += 3) {
    ExpectRefused(ParseFastText(bytes.substr(0, size), "f.bin"),
                  {"f.bin: byte "});
  }
  ExpectRefused(ParseFastText(bytes.substr(0, needed + 200), "f.bin"),
                {"f.bin: byte "});
}

TEST_F(FastTextTest, BadFieldsAreRefusedWithTheirOffset) {
  const auto with = [](std::size_t offset, auto value) {
    std::string bytes = Model();
    std::memcpy(bytes.data() + offset, &value, sizeof(value));
    return ParseFastText(bytes, "f.bin");
  };
  ExpectRefused(with(0, 1), {"byte 0", "not a fastText model"});
  ExpectRefused(with(4, 99), {"byte 4", "version 99"});
  ExpectRefused(with(8, 0), {"byte 8", "0 dimensions"});
  ExpectRefused(with(8, 2000000000), {"byte 8", "dimensions"});
  ExpectRefused(with(40, -5), {"byte 40", "n-gram rows"});
  ExpectRefused(with(48, 1000000), {"byte 44", "n-grams"});
  ExpectRefused(with(64, 2000000000), {"byte 64", "dictionary"});
  ExpectRefused(with(68, -1), {"byte 64", "dictionary"});
  ExpectRefused(with(84, std::int64_t{5}), {"byte 84", "quantised"});
}

TEST_F(FastTextTest, NumbersThatAreNotFiniteAreRefused) {
  std::string bytes = Model();
  const std::string::size_type last = bytes.rfind("today");
  ASSERT_NE(last, std::string::npos);
  std::string matrix_head = Bytes(std::int64_t{7});
  const std::size_t columns = bytes.find(matrix_head, last);
  ASSERT_NE(columns, std::string::npos);
  const float nan = NAN;
  std::memcpy(bytes.data() + columns + 8 + 12, &nan, 4);
  ExpectRefused(ParseFastText(bytes, "f.bin"),
                {StrCat("byte ", columns + 20), "finite"});
}

std::string Safetensors(const std::string& header, const std::string& data) {
  return Bytes(std::uint64_t{header.size()}) + header + data;
}

std::string Embeddings(const std::string& type, int rows, int columns,
                       std::size_t bytes) {
  return StrCat("{\"embeddings\":{\"dtype\":\"", type, "\",\"shape\":[", rows,
                ",", columns, "],\"data_offsets\":[0,", bytes, "]}}");
}

constexpr char kWordPiece[] =
    R"({"model":{"type":"WordPiece","vocab":{"[UNK]":0,"port":1,"##s":2}}})";
constexpr char kUnigram[] =
    "{\"model\":{\"type\":\"Unigram\",\"vocab\":[[\"<unk>\",0],"
    "[\"\xE2\x96\x81port\",-1.5],[\"s\",-2.5]]}}";

absl::StatusOr<WordTable> ParseModel(const std::string& weights,
                                     const std::string& tokenizer) {
  return ParseModel2Vec(weights, "m.safetensors", tokenizer, "t.json");
}

TEST(Model2VecTest, ReadsAFolder) {
  const std::string folder = testing::TempDir() + "/model2vec";
  ::mkdir(folder.c_str(), 0755);
  Written("model2vec/model.safetensors",
          Safetensors(Embeddings("F32", 3, 2, 24),
                      Floats({0, 0, 1, 2, 10, 20})));
  Written("model2vec/tokenizer.json", kWordPiece);
  for (const std::string& path : {folder, folder + "/model.safetensors"}) {
    const WordTable table = Read(path);
    EXPECT_EQ(Row(table, "port"), (std::vector<float>{1, 2}));
    Eigen::VectorXf v;
    ASSERT_TRUE(table.Vector("ports", &v));
    EXPECT_EQ(v, Eigen::Vector2f(11, 22));
    EXPECT_FALSE(table.Vector("portal", &v));
    EXPECT_TRUE(v.isZero(0));
    EXPECT_FALSE(table.Vector("", &v));
  }
}

TEST(Model2VecTest, UnigramPiecesStartWithAMark) {
  const auto table = ParseModel(
      Safetensors(Embeddings("F32", 3, 2, 24), Floats({0, 0, 1, 2, 10, 20})),
      kUnigram);
  ASSERT_TRUE(table.ok()) << table.status().ToString();
  Eigen::VectorXf v;
  ASSERT_TRUE(table->Vector("ports", &v));
  EXPECT_EQ(v, Eigen::Vector2f(11, 22));
}

TEST(Model2VecTest, ReadsEveryTypeOfNumber) {
  const auto row = [](const std::string& type, const std::string& data) {
    const auto table =
        ParseModel(Safetensors(Embeddings(type, 3, 1, data.size()), data),
                   kWordPiece);
    EXPECT_TRUE(table.ok()) << table.status().ToString();
    return table.ok() ? Row(*table, "port")[0] : 0.0f;
  };
  using U16 = std::uint16_t;
  EXPECT_EQ(row("F16", Bytes(U16{0}) + Bytes(U16{0xC100}) + Bytes(U16{0})),
            -2.5f);
  EXPECT_EQ(row("F16", Bytes(U16{0}) + Bytes(U16{1}) + Bytes(U16{0})),
            0x1p-24f);
  EXPECT_EQ(row("BF16", Bytes(U16{0}) + Bytes(U16{0x4020}) + Bytes(U16{0})),
            2.5f);
  EXPECT_EQ(row("F64", Bytes(0.0) + Bytes(2.5) + Bytes(0.0)), 2.5f);
}

TEST(Model2VecTest, WeightsAndMappingAreApplied) {
  const std::string header =
      R"({"embeddings":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},)"
      R"("mapping":{"dtype":"I64","shape":[3],"data_offsets":[8,32]},)"
      R"("weights":{"dtype":"F32","shape":[3],"data_offsets":[32,44]}})";
  const std::string data =
      Floats({5, 7}) + Bytes(std::int64_t{0}) + Bytes(std::int64_t{1}) +
      Bytes(std::int64_t{1}) + Floats({1, 0.5f, 2});
  const auto table = ParseModel(Safetensors(header, data), kWordPiece);
  ASSERT_TRUE(table.ok()) << table.status().ToString();
  EXPECT_EQ(Row(*table, "port"), (std::vector<float>{3.5f}));
  EXPECT_EQ(Row(*table, "##s"), (std::vector<float>{14}));
}

TEST(Model2VecTest, BadInputIsRefused) {
  const std::string good = Floats({0, 0, 1, 2, 3, 4});
  const std::string file = Safetensors(Embeddings("F32", 3, 2, 24), good);
  for (std::size_t size = 0; size < file.size(); ++size) {
    ExpectRefused(ParseModel(file.substr(0, size), kWordPiece),
                  {"m.safetensors: byte "});
  }
  const auto refused = [&](const std::string& header,
                           const std::vector<std::string>& parts) {
    ExpectRefused(ParseModel(Safetensors(header, good), kWordPiece), parts);
  };
  refused(Embeddings("F32", 4, 2, 24), {"4 x 2 numbers in 24 bytes"});
  refused(Embeddings("F32", 3, 2, 4000), {"byte 8", "4000"});
  refused(Embeddings("U4", 3, 2, 24), {"type U4"});
  refused("{}", {"embeddings", "there is none"});
  refused("[1]", {"byte 8", "JSON"});
  refused(R"({"embeddings":{"dtype":"F32","shape":[9223372036854775808,)"
          R"(9223372036854775808],"data_offsets":[0,24]}})",
          {"byte 8"});
  ExpectRefused(ParseModel(Safetensors(Embeddings("F32", 3, 2, 24),
                                       Floats({0, 0, 1, INFINITY, 3, 4})),
                           kWordPiece),
                {"finite"});
}

TEST(Model2VecTest, BadTokenizersAreRefused) {
  const std::string file = Safetensors(Embeddings("F32", 3, 2, 24),
                                       Floats({0, 0, 1, 2, 3, 4}));
  const auto refused = [&](const std::string& tokenizer,
                           const std::vector<std::string>& parts) {
    ExpectRefused(ParseModel(file, tokenizer), parts);
  };
  refused("", {"t.json: byte", "JSON"});
  refused("{", {"t.json: byte"});
  refused("{}", {"t.json", "vocabulary"});
  refused(R"({"model":{"type":"BPE","vocab":{"a":0}}})", {"type BPE"});
  refused(R"({"model":{"type":"WordPiece","vocab":{"a":7}}})",
          {"id 7", "3 rows"});
  refused(R"({"model":{"type":"WordPiece","vocab":{"a":-1}}})", {"no id"});
  refused(R"({"model":{"type":"WordPiece","vocab":{"a":1,"b":1}}})",
          {"id 1 stands twice"});
  refused(R"({"model":{"type":"Unigram","vocab":[["a",0],["a",0]]}})",
          {"twice"});
  refused(R"({"model":{"type":"WordPiece","vocab":{}}})", {"no token"});
}

// Bytes changed, taken out and put in at random: an error or a table, and
// nothing that a sanitizer minds.
class Damage {
 public:
  std::string Of(std::string bytes) {
    for (int i = 0; i < 3 && !bytes.empty(); ++i) {
      const std::size_t at = random_() % bytes.size();
      const auto byte = static_cast<char>(random_());
      switch (random_() % 4) {
        case 0:
          bytes[at] = byte;
          break;
        case 1:
          bytes.erase(at, 1 + random_() % 4);
          break;
        case 2:
          bytes.insert(at, 1 + random_() % 4, byte);
          break;
        default:
          for (std::size_t k = at; k < at + 4 && k < bytes.size(); ++k) {
            bytes[k] = '\xFF';
          }
      }
    }
    return bytes;
  }

 private:
  std::mt19937 random_{1};
};

void Check(const absl::StatusOr<WordTable>& table) {
  if (!table.ok()) return;
  EXPECT_GT(table->size(), 0u);
  Eigen::VectorXf v;
  table->Vector("ports", &v);
}

TEST(ReadWordTableTest, DamagedFilesDoNoHarm) {
  const std::string text = "2 3\nthe 0.5 -1 2e-3\n. . 3 4 5\n";
  const std::string weights = Safetensors(
      R"({"embeddings":{"dtype":"F32","shape":[3,2],"data_offsets":[0,24]},)"
      R"("mapping":{"dtype":"I32","shape":[3],"data_offsets":[24,36]}})",
      std::string(36, '\0'));
  Damage damage;
  for (int i = 0; i < 2000; ++i) {
    Check(ParseTextVectors(damage.Of(text), "d"));
    Check(ParseWord2VecBinary(damage.Of(SmallWord2Vec()), "d"));
    Check(ParseModel2Vec(damage.Of(weights), "d", kWordPiece, "t"));
    Check(ParseModel2Vec(weights, "d", damage.Of(kUnigram), "t"));
  }
}

TEST_F(FastTextTest, DamagedModelsDoNoHarm) {
  const std::string bytes = Model();
  constexpr std::size_t kHead = 400;  // arguments and dictionary
  Damage damage;
  for (int i = 0; i < 2000; ++i) {
    Check(ParseFastText(damage.Of(bytes.substr(0, kHead)) + bytes.substr(kHead),
                        "d"));
  }
}

TEST(ReadWordTableTest, ErrorsNameTheFile) {
  ExpectRefused(ReadWordTable(Written("empty.vec", "")),
                {"empty.vec", "empty"});
  EXPECT_TRUE(absl::IsNotFound(ReadWordTable("no such file").status()));
}

}  // namespace
}  // namespace rashomon

// Debian's libfasttext carries a main() of its own, which would be taken before
// that of GoogleTest.
int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
