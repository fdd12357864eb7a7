// Days of the week by name.
//
//   NamedWeekday("tuesday's") == 2    NamedWeekday("вторника") == 2
//
// Which day a "Tuesday" is, is engine/claims/time_expression.h's work.
#ifndef RASHOMON_ENGINE_TEXT_WEEKDAY_H_
#define RASHOMON_ENGINE_TEXT_WEEKDAY_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace rashomon {

// 1 (Monday) to 7. `normal`: as in Word::normal, possessive or not. O(1).
// Thread-safe.
std::optional<int> NamedWeekday(std::string_view normal);

// Some days of a week.
class WeekdaySet {
 public:
  void Add(int day) { bits_ = static_cast<std::uint8_t>(bits_ | 1u << day); }
  bool empty() const { return bits_ == 0; }

  // 1: a day is in both; -1: both have days, and none is; 0: either has none.
  friend int Agreement(WeekdaySet a, WeekdaySet b) {
    if (a.empty() || b.empty()) return 0;
    return (a.bits_ & b.bits_) != 0 ? 1 : -1;
  }

 private:
  std::uint8_t bits_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_WEEKDAY_H_
