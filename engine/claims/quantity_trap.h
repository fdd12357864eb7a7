// Numbers that count nothing: names ("Article 5", "Boeing 777"), years, dates
// and clock times, scores, telephone and version numbers, pronouns ("one of
// them").
#ifndef RASHOMON_ENGINE_CLAIMS_QUANTITY_TRAP_H_
#define RASHOMON_ENGINE_CLAIMS_QUANTITY_TRAP_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/base/span.h"
#include "engine/claims/quantity_context.h"

namespace rashomon {

enum class NumberUse : std::uint8_t {
  kCount,
  kName,     // a label before it: "Flight 17"
  kNothing,  // neither counts nor ranks
};

// Asked of the numbers in order.
class NumberUseReader {
 public:
  // `times`: spans of time expressions, in order. All must outlive this.
  NumberUseReader(const QuantityContext& context,
                  const std::vector<Span>& times);

  NumberUse Use(std::size_t n);

 private:
  bool InTime(const Number& number);
  bool CountsOne(const Number& number) const;
  bool IsShare(std::size_t n) const;
  bool FractionCounts(const Number& number) const;
  bool IsLabel(const Number& number) const;
  bool IsPartOfName(const Number& number) const;
  bool IsTied(const Number& number) const;
  bool IsClock(const Number& number) const;
  bool IsScore(std::size_t n) const;
  bool LooksLikeYear(const Number& number) const;
  bool IsListItem(const Number& number) const;
  bool Countable(std::size_t i) const;

  const QuantityContext& c_;
  const std::vector<Span>& times_;
  std::size_t next_time_ = 0;
  bool title_case_ = false;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_QUANTITY_TRAP_H_
