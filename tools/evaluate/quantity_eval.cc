#include "tools/evaluate/quantity_eval.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "corpus/article.h"
#include "engine/base/date.h"
#include "engine/base/status_macros.h"
#include "engine/claims/annotator.h"
#include "engine/claims/quantity_comparison.h"
#include "engine/lexicon/lexicons.h"
#include "tools/evaluate/gold_file.h"

namespace rashomon {
namespace {

constexpr char kRule[] =
    "a number or date of one sentence differs from one of the other, after "
    "those that agree are paired off";
// The day on which both sentences of a pair are read: any will do, so long as
// it is the same.
constexpr char kPublished[] = "2021-04-28";

// Quantities of all claims, each once, and the numbers that rank.
std::vector<Quantity> NumbersOf(const Annotation& a) {
  std::vector<Quantity> numbers = a.ordinals;
  for (const Claim& claim : a.claims) {
    for (const Quantity& q : claim.quantities) {
      const bool seen = std::any_of(
          numbers.begin(), numbers.end(),
          [&](const Quantity& n) { return n.span == q.span; });
      if (!seen) numbers.push_back(q);
    }
  }
  return numbers;
}

std::vector<DateInterval> DaysOf(const Annotation& a) {
  std::vector<DateInterval> days;
  for (const Claim& claim : a.claims) {
    for (const TimeExpression& time : claim.times) {
      if (time.days) days.push_back(*time.days);
    }
  }
  return days;
}

// Takes out of both lists what `agree` pairs, one to one.
template <typename Value, typename Agree>
void PairOff(std::vector<Value>* left, std::vector<Value>* right,
             const Agree& agree) {
  std::erase_if(*left, [&](const Value& l) {
    const auto r = std::find_if(right->begin(), right->end(),
                                [&](const Value& v) { return agree(l, v); });
    if (r == right->end()) return false;
    right->erase(r);
    return true;
  });
}

template <typename Value, typename Differ>
bool AnyDiffer(const std::vector<Value>& left, const std::vector<Value>& right,
               const Differ& differ) {
  return std::any_of(left.begin(), left.end(), [&](const Value& l) {
    return std::any_of(right.begin(), right.end(),
                       [&](const Value& r) { return differ(l, r); });
  });
}

bool Apart(const DateInterval& a, const DateInterval& b) {
  return a.to < b.from || b.to < a.from;
}

class PairReader {
 public:
  explicit PairReader(const Lexicons* lexicons) : annotator_(lexicons) {}

  bool Differ(const std::string& left, const std::string& right) {
    return QuantitiesDiffer(Read(left), Read(right));
  }

 private:
  Annotation Read(const std::string& text) {
    Article article;
    article.text = text;
    article.published = kPublished;
    return annotator_.Annotate(article);
  }

  Annotator annotator_;
};

struct Counts {
  std::int64_t contradictions = 0, found = 0, others = 0, left_alone = 0;
};

absl::StatusOr<std::vector<Score>> Run(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const GoldTable table, ReadGoldTsv(input.path));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t label, table.Column("label"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t category,
                            table.Column("category"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t text, table.Column("text"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t hypothesis,
                            table.Column("hypothesis"));
  RASHOMON_ASSIGN_OR_RETURN(const Lexicons lexicons, Lexicons::Shipped());
  PairReader reader(&lexicons);
  Counts n;
  for (const auto& row : table.rows) {
    if (row[category] != "cardinals" && row[category] != "ordinals") continue;
    const bool differ = reader.Differ(row[text], row[hypothesis]);
    if (row[label] == "contradiction") {
      ++n.contradictions;
      n.found += differ;
    } else {
      ++n.others;
      n.left_alone += !differ;
    }
  }
  const auto share = [](std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / whole;
  };
  return std::vector<Score>{
      {"recall, contradictions", share(n.found, n.contradictions),
       {{"differs", n.found}, {"of", n.contradictions}}, kRule},
      {"others left alone", share(n.left_alone, n.others),
       {{"left alone", n.left_alone}, {"of", n.others}}, kRule}};
}

}  // namespace

bool QuantitiesDiffer(const Annotation& left, const Annotation& right) {
  std::vector<Quantity> a = NumbersOf(left), b = NumbersOf(right);
  PairOff(&a, &b, [](const Quantity& l, const Quantity& r) {
    const QuantityRelation relation = CompareQuantities(l, r);
    return relation == QuantityRelation::kEqual ||
           relation == QuantityRelation::kAgrees;
  });
  if (AnyDiffer(a, b, [](const Quantity& l, const Quantity& r) {
        return CompareQuantities(l, r) == QuantityRelation::kDiffers;
      })) {
    return true;
  }
  std::vector<DateInterval> c = DaysOf(left), d = DaysOf(right);
  PairOff(&c, &d, [](const DateInterval& l, const DateInterval& r) {
    return !Apart(l, r);
  });
  return AnyDiffer(c, d, Apart);
}

Evaluation QuantityEvaluation() {
  return {"contradiction/breaking_nli numbers",
          "contradiction/breaking_nli.tsv", Run};
}

}  // namespace rashomon
