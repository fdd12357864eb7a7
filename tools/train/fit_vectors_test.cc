#include "tools/train/fit_vectors.h"

#include <zstd.h>

#include <string>
#include <vector>

#include "engine/base/file.h"
#include "engine/base/strings.h"
#include "engine/embed/word_counts.h"
#include "engine/embed/word_vectors.h"
#include "gtest/gtest.h"
#include "tools/train/vector_scores.h"

namespace rashomon {
namespace {

std::string Written(const std::string& name, const std::string& bytes) {
  const std::string path = testing::TempDir() + "/" + name;
  EXPECT_TRUE(WriteFileAtomically(path, bytes).ok());
  return path;
}

std::string Compressed(const std::string& text) {
  std::string bytes(ZSTD_compressBound(text.size()), '\0');
  bytes.resize(ZSTD_compress(bytes.data(), bytes.size(), text.data(),
                             text.size(), 1));
  return bytes;
}

// Articles about the sea and about courts, of invented words.
std::string Articles() {
  const std::vector<std::string> sea = {"harbour", "storm", "ferry", "sailor",
                                        "tide", "anchor", "gull", "wreck"};
  const std::vector<std::string> law = {"judge", "court", "verdict", "appeal",
                                        "lawyer", "bail", "jury", "prison"};
  std::string lines;
  unsigned state = 1;
  for (int i = 0; i < 160; ++i) {
    const std::vector<std::string>& topic = i % 2 == 0 ? sea : law;
    std::string text;
    for (int s = 0; s < 9; ++s) {
      text += "They";
      for (int w = 0; w < 7; ++w) {
        state = state * 1664525 + 1013904223;
        text += " " + topic[state >> 29];
      }
      text += ". ";
    }
    lines += StrCat("{\"title\":\"On ", topic[0], " and ", topic[1],
                    "\",\"text\":\"", text, "\"}\n");
  }
  return lines;
}

VectorFiles Files() {
  VectorFiles files;
  files.english = Written("articles.zst", Compressed(Articles()));
  files.events = Written(
      "events.jsonl",
      "{\"event\":\"a\",\"title\":\"storm hits ferry\",\"text\":\"ferry in "
      "storm at anchor\"}\n"
      "{\"event\":\"a\",\"title\":\"ferry in storm\",\"text\":\"a storm hits a "
      "ferry\"}\n"
      "{\"event\":\"b\",\"title\":\"judge grants bail\",\"text\":\"bail by "
      "court\"}\n");
  files.pairs = Written("pairs.tsv",
                        "score\tleft\tright\n"
                        "4\tthe storm\tthe ferry\n"
                        "0\tthe storm\tthe verdict\n"
                        "5\tthe judge\tthe court\n"
                        "1\tthe harbour\tthe jury\n");
  return files;
}

VectorFitOptions Small() {
  VectorFitOptions options;
  options.dimensions = 6;
  options.epochs = 1;
  return options;
}

TEST(FitVectorsTest, WordsOfOneTopicComeTogether) {
  const auto bytes = FitVectors(Files(), Small());
  ASSERT_TRUE(bytes.ok()) << bytes.status().ToString();
  const auto v = WordVectors::View(*bytes, "fitted");
  ASSERT_TRUE(v.ok()) << v.status().ToString();
  // Mean cosine over all pairs of words of two lists.
  const auto likeness = [&v](const std::vector<std::string>& a,
                             const std::vector<std::string>& b) {
    float sum = 0;
    for (const std::string& x : a) {
      for (const std::string& y : b) {
        if (x == y) continue;
        sum += v->VectorOf(x, WordCase::kCommon)
                   .dot(v->VectorOf(y, WordCase::kCommon));
      }
    }
    return sum / static_cast<float>(a.size() * b.size());
  };
  const std::vector<std::string> sea = {"storm", "ferri", "tide", "gull"};
  const std::vector<std::string> law = {"verdict", "lawyer", "court", "bail"};
  EXPECT_GT(likeness(sea, sea), likeness(sea, law) + 0.1f);
  EXPECT_GT(likeness(law, law), likeness(sea, law) + 0.1f);
}

TEST(FitVectorsTest, SameFilesSameBytes) {
  const auto a = FitVectors(Files(), Small());
  const auto b = FitVectors(Files(), Small());
  ASSERT_TRUE(a.ok() && b.ok());
  EXPECT_EQ(*a, *b);
}

TEST(FitVectorsTest, ErrorsNameTheFileAndWhatIsWrong) {
  VectorFiles files = Files();
  files.english = Written("bad.zst", Compressed("{\"text\":\"a\"}\n[]\n"));
  std::string error(FitVectors(files, Small()).status().message());
  EXPECT_NE(error.find("bad.zst: line 2"), std::string::npos) << error;
  files.english = Written("few.zst", Compressed("{\"text\":\"one two\"}\n"));
  error = std::string(FitVectors(files, Small()).status().message());
  EXPECT_NE(error.find("more text is needed"), std::string::npos) << error;
  files.events = Written("bad.jsonl", "{\"event\":\"a\",\"title\":\"x\"}\n");
  error = std::string(FitVectors(files, Small()).status().message());
  EXPECT_NE(error.find("bad.jsonl: report 1 has no text"), std::string::npos)
      << error;
}

TEST(VectorScoresTest, PlainCosineIsScored) {
  const auto bytes = FitVectors(Files(), Small());
  ASSERT_TRUE(bytes.ok());
  const auto v = WordVectors::View(*bytes, "fitted");
  const auto counts = WordCounts::Shipped();
  const auto pairs = ReadGradedPairs(Files().pairs);
  const auto reports = ReadEventReports(Files().events);
  ASSERT_TRUE(v.ok() && counts.ok() && pairs.ok() && reports.ok());
  EXPECT_GT(SimilarityScore(*v, *counts, *pairs), 0.3);
  EXPECT_EQ(RetrievalScore(*v, *counts, *reports), 1);
  EXPECT_EQ(RetrievalScore(*v, *counts, {}), 0);
}

}  // namespace
}  // namespace rashomon
