#include "engine/align/surface_overlap.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace rashomon {
namespace {

constexpr std::size_t kMaxWords = 500;
constexpr std::size_t kLongestRun = 5;

// Words or letters as numbers: equal where they are.
using Sequence = std::vector<std::int64_t>;
using Run = std::array<std::int64_t, kLongestRun>;  // the rest is -1

class Numbers {
 public:
  std::int64_t Of(std::string_view text) {
    const auto next = static_cast<std::int64_t>(numbers_.size());
    return numbers_.emplace(text, next).first->second;
  }

 private:
  std::map<std::string, std::int64_t, std::less<>> numbers_;
};

struct Side {
  Sequence words;
  Sequence stems;
  Sequence letters;  // of the words, spaces around each
};

void AppendLetters(std::string_view utf8, Sequence* letters) {
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    const bool goes_on = (byte & 0xC0) == 0x80;
    // The bytes of one letter make one number.
    if (goes_on && !letters->empty()) {
      letters->back() = (letters->back() << 8 | byte) & 0xFFFFFFFF;
    } else {
      letters->push_back(byte);
    }
  }
}

Side Read(const std::vector<Word>& sentence, Numbers* numbers) {
  Side side;
  side.letters.push_back(' ');
  for (const Word& word : sentence) {
    if (word.kind == WordKind::kPunctuation || word.stem.empty()) continue;
    if (side.words.size() == kMaxWords) break;
    side.words.push_back(numbers->Of(word.normal));
    side.stems.push_back(numbers->Of(word.stem));
    AppendLetters(word.normal, &side.letters);
    side.letters.push_back(' ');
  }
  return side;
}

std::vector<Run> SortedRuns(const Sequence& sequence, std::size_t length) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i + length <= sequence.size(); ++i) {
    Run run;
    run.fill(-1);
    std::copy_n(sequence.begin() + static_cast<std::ptrdiff_t>(i), length,
                run.begin());
    runs.push_back(run);
  }
  std::sort(runs.begin(), runs.end());
  return runs;
}

double Share(std::size_t part, std::size_t whole) {
  return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

// By the side with more runs, and by the one with fewer.
std::pair<double, double> SharesOfRuns(const Sequence& left,
                                       const Sequence& right,
                                       std::size_t length) {
  const std::vector<Run> a = SortedRuns(left, length);
  const std::vector<Run> b = SortedRuns(right, length);
  std::vector<Run> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(shared));
  return {Share(shared.size(), std::max(a.size(), b.size())),
          Share(shared.size(), std::min(a.size(), b.size()))};
}

struct InOrder {
  std::size_t common = 0;  // length of the longest common subsequence
  std::size_t edits = 0;   // insertions, deletions and replacements
};

InOrder CompareOrder(const Sequence& left, const Sequence& right) {
  std::vector<InOrder> above(right.size() + 1), row(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) above[j] = {0, j};
  for (std::size_t i = 0; i < left.size(); ++i) {
    row[0] = {0, i + 1};
    for (std::size_t j = 0; j < right.size(); ++j) {
      const bool same = left[i] == right[j];
      row[j + 1].common = same ? above[j].common + 1
                               : std::max(above[j + 1].common, row[j].common);
      row[j + 1].edits =
          std::min(above[j].edits + (same ? 0 : 1),
                   std::min(above[j + 1].edits, row[j].edits) + 1);
    }
    std::swap(above, row);
  }
  return above.back();
}

}  // namespace

std::array<double, kSurfaceFeatureCount> SurfaceOverlap(
    const std::vector<Word>& left, const std::vector<Word>& right) {
  Numbers numbers;
  const Side a = Read(left, &numbers), b = Read(right, &numbers);
  std::array<double, kSurfaceFeatureCount> features{};
  if (a.words.empty() && b.words.empty()) return features;
  auto* next = features.begin();
  const auto add = [&](std::pair<double, double> shares) {
    *next++ = shares.first;
    *next++ = shares.second;
  };
  for (const std::size_t n : {1, 2, 3, 4}) {
    add(SharesOfRuns(a.words, b.words, n));
  }
  for (const std::size_t n : {3, 5}) {
    add(SharesOfRuns(a.letters, b.letters, n));
  }
  const std::size_t longer = std::max(a.stems.size(), b.stems.size());
  const std::size_t shorter = std::min(a.stems.size(), b.stems.size());
  const InOrder order = CompareOrder(a.stems, b.stems);
  add({Share(order.common, longer), Share(order.common, shorter)});
  add({Share(order.edits, longer), Share(shorter, longer)});
  return features;
}

}  // namespace rashomon
