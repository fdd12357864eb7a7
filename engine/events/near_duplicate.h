// Reprints: reports that carry one wire text, whole, cut short or with another
// lead, found by the runs of words they share.
//
//   ShingleSketch sketch = MakeShingleSketch(stem_ids);   // of a whole text
//   NearDuplicateIndex index;
//   index.Add(sketch);                                    // report 0
//   index.FindReprint(other) == 0;                        // or nothing
//
// A text is known by the least hashes of its runs of kShingleWords words, the
// sketch of Broder ("On the resemblance and containment of documents", 1997).
// Compared is containment, as a text that was cut is contained in the whole;
// sketches that were capped are compared below the lesser of their greatest
// hashes, where both are complete (Beyer et al., SIGMOD 2007).
#ifndef RASHOMON_ENGINE_EVENTS_NEAR_DUPLICATE_H_
#define RASHOMON_ENGINE_EVENTS_NEAR_DUPLICATE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace rashomon {

inline constexpr std::size_t kShingleWords = 4;
inline constexpr std::size_t kSketchHashes = 64;

struct ShingleSketch {
  std::vector<std::uint32_t> hashes;  // sorted, distinct, kSketchHashes at most
};

// `words`: a number for each word of the text in order, equal for equal words
// (a hash of its stem). Fewer than kShingleWords words give an empty sketch.
// O(words).
ShingleSketch MakeShingleSketch(const std::vector<std::uint32_t>& words);

// The estimated share, 0..1, of the runs of words of the shorter text that
// stand in the other; the same whichever comes first. 0 where there are fewer
// than kLeastHashes to judge by. O(kSketchHashes).
double Containment(const ShingleSketch& a, const ShingleSketch& b);

// Two texts are reprints of one from this containment. Of data/events/neus_train
// (title and lead of three reports of each event) it holds for 26 of the 7,356
// pairs of one event, and for no pair of two in collections of 300 events.
inline constexpr double kReprintContainment = 0.5;
inline constexpr std::size_t kLeastHashes = 8;

// Not thread-safe. Memory: some 16 bytes for each hash of a report.
class NearDuplicateIndex {
 public:
  // Reports are numbered from 0 as they are added.
  void Add(ShingleSketch sketch);

  // The earliest report that `sketch` is a reprint of. O(hashes x reports that
  // share one), where runs that more than kMaxReports have ("All rights
  // reserved.") count in the containment alone.
  std::optional<std::size_t> FindReprint(const ShingleSketch& sketch) const;

 private:
  static constexpr std::size_t kMaxReports = 64;

  std::vector<ShingleSketch> sketches_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> reports_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_NEAR_DUPLICATE_H_
