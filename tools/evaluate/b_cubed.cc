#include "tools/evaluate/b_cubed.h"

#include <map>
#include <utility>

#include "tools/evaluate/measures.h"

namespace rashomon {

double BCubed::f1() const { return HarmonicMean(precision, recall); }

BCubed ScoreBCubed(const std::vector<std::string>& gold,
                   const std::vector<std::size_t>& found) {
  std::map<std::string, double> gold_size;
  std::map<std::size_t, double> found_size;
  std::map<std::pair<std::string, std::size_t>, double> shared;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    ++gold_size[gold[i]];
    ++found_size[found[i]];
    ++shared[{gold[i], found[i]}];
  }
  BCubed result;
  for (const auto& [groups, items] : shared) {
    // Each of the items meets as many of its own kind as there are items.
    result.precision += items * items / found_size[groups.second];
    result.recall += items * items / gold_size[groups.first];
  }
  if (gold.empty()) return result;
  result.precision /= static_cast<double>(gold.size());
  result.recall /= static_cast<double>(gold.size());
  return result;
}

}  // namespace rashomon
