#include "engine/events/near_duplicate.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace rashomon {
namespace {

// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): spreads all bits.
std::uint64_t Mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

bool IsFull(const ShingleSketch& s) {
  return s.hashes.size() == kSketchHashes;
}

// Below it, included, the sketch holds every hash of its text.
std::uint32_t CompleteTo(const ShingleSketch& s) {
  return IsFull(s) ? s.hashes.back()
                   : std::numeric_limits<std::uint32_t>::max();
}

std::size_t CountTo(const ShingleSketch& s, std::uint32_t last) {
  return static_cast<std::size_t>(
      std::upper_bound(s.hashes.begin(), s.hashes.end(), last) -
      s.hashes.begin());
}

}  // namespace

ShingleSketch MakeShingleSketch(const std::vector<std::uint32_t>& words) {
  ShingleSketch sketch;
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kShingleWords; ++k) {
      hash = Mix(hash ^ words[i + k]);
    }
    sketch.hashes.push_back(static_cast<std::uint32_t>(hash >> 32));
  }
  auto& hashes = sketch.hashes;
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (hashes.size() > kSketchHashes) hashes.resize(kSketchHashes);
  hashes.shrink_to_fit();
  return sketch;
}

double Containment(const ShingleSketch& a, const ShingleSketch& b) {
  const std::uint32_t last = std::min(CompleteTo(a), CompleteTo(b));
  const std::size_t of_a = CountTo(a, last), of_b = CountTo(b, last);
  const std::size_t lesser = std::min(of_a, of_b);
  if (lesser < kLeastHashes) return 0;
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < of_a && j < of_b;) {
    const std::uint32_t x = a.hashes[i], y = b.hashes[j];
    shared += x == y;
    i += x <= y;
    j += y <= x;
  }
  return static_cast<double>(shared) / static_cast<double>(lesser);
}

void NearDuplicateIndex::Add(ShingleSketch sketch) {
  const auto report = static_cast<std::uint32_t>(sketches_.size());
  for (const std::uint32_t hash : sketch.hashes) {
    auto& reports = reports_[hash];
    if (reports.size() < kMaxReports) reports.push_back(report);
  }
  sketches_.push_back(std::move(sketch));
}

std::optional<std::size_t> NearDuplicateIndex::FindReprint(
    const ShingleSketch& sketch) const {
  std::map<std::uint32_t, std::size_t> shared;  // in order of report
  for (const std::uint32_t hash : sketch.hashes) {
    const auto it = reports_.find(hash);
    if (it == reports_.end()) continue;
    for (const std::uint32_t report : it->second) ++shared[report];
  }
  for (const auto& [report, count] : shared) {
    // Half of kLeastHashes is the least that can reach the containment.
    if (count * 2 < kLeastHashes) continue;
    if (Containment(sketch, sketches_[report]) >= kReprintContainment) {
      return report;
    }
  }
  return std::nullopt;
}

}  // namespace rashomon
