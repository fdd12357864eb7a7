#include "engine/claims/time_expression_join.h"

#include <cstddef>
#include <string_view>
#include <utility>

namespace rashomon {
namespace {

// Words of a range that stand between its ends.
constexpr std::size_t kMaxLinkWords = 3;

class Joiner {
 public:
  Joiner(const SentenceReading& s, std::optional<Date> published)
      : s_(s), published_(published) {}

  void Reserve(std::size_t times) { out_.reserve(times); }

  void Add(TimeReading time) {
    if (!out_.empty() && Merge(out_.back(), time)) return;
    TakeSince(&time);
    out_.push_back(time);
  }

  TimeReadings Take() { return std::move(out_); }

 private:
  // Joins `time` to the one before where the two are a range, or a weekday and
  // its date.
  bool Merge(TimeReading& before, const TimeReading& time) {
    if (time.first < before.last) return true;
    const std::size_t gap = time.first - before.last;
    const bool comma = gap == 1 && s_.Is(before.last, ",");
    if (before.weekday && !time.weekday && time.date != nullptr &&
        time.date->day && (gap == 0 || comma)) {
      before.last = time.last;
      before.days = time.days;
      before.weekday = false;
      return true;
    }
    if (gap == 0 || gap > kMaxLinkWords || !Links(before, time, gap)) {
      return false;
    }
    before.last = time.last;
    if (!before.days || !time.days) {
      before.days.reset();
      return true;
    }
    DateInterval to = *time.days;
    if (before.weekday && time.weekday && to.to < before.days->from) {
      to.to += 7;
    }
    if (to.to < before.days->from) return false;
    before.days->to = to.to;
    return true;
  }

  bool Links(const TimeReading& before, const TimeReading& time,
             std::size_t gap) const {
    const std::size_t k = before.last;
    for (std::size_t i = k + 1; i < k + gap; ++i) {
      if (!s_.Is(i, "the") && !s_.Is(i, "early") && !s_.Is(i, "late")) {
        return false;
      }
    }
    if (s_.IsMark(k, '-')) return gap == 1;
    std::size_t opener = before.first;
    if (opener > 0 && s_.Is(opener - 1, "the")) --opener;
    const auto opens = [&](std::string_view word) {
      return opener > 0 && s_.Is(opener - 1, word);
    };
    if (s_.Is(k, "and") || s_.Is(k, "и")) {
      return opens("between") || opens("между");
    }
    if (s_.Is(k, "to") || s_.Is(k, "through") || s_.Is(k, "until") ||
        s_.Is(k, "till")) {
      return opens("from") || before.weekday == time.weekday;
    }
    return (s_.Is(k, "по") || s_.Is(k, "до")) &&
           (opens("с") || opens("со") || opens("от"));
  }

  // "since 2014": until publication.
  void TakeSince(TimeReading* time) const {
    std::size_t i = time->first;
    if (i > 0 && s_.Is(i - 1, "the")) --i;
    if (i == 0 || !s_.Is(i - 1, "since")) return;
    if (!published_) {
      time->days.reset();
    } else if (time->days && time->days->from <= *published_) {
      time->days->to = *published_;
    }
  }

  const SentenceReading& s_;
  std::optional<Date> published_;
  TimeReadings out_;
};

}  // namespace

TimeReadings JoinTimes(const SentenceReading& s,
                       std::optional<Date> published,
                       const TimeReadings& times) {
  Joiner joiner(s, published);
  joiner.Reserve(times.size());
  for (const TimeReading& time : times) joiner.Add(time);
  return joiner.Take();
}

}  // namespace rashomon
