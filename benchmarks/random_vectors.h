// Vectors for the benchmarks of search: the same on every machine.
#ifndef RASHOMON_BENCHMARKS_RANDOM_VECTORS_H_
#define RASHOMON_BENCHMARKS_RANDOM_VECTORS_H_

#include <random>

#include "engine/embed/matrix.h"

namespace rashomon {

// n x d, uniform in every column, rows of unit length.
inline RowMatrix RandomVectors(Eigen::Index n, Eigen::Index d, unsigned seed) {
  std::mt19937 engine(seed);
  RowMatrix m(n, d);
  for (Eigen::Index i = 0; i < m.size(); ++i) {
    m.data()[i] = static_cast<float>(engine()) * 0x1p-31f - 1;
  }
  NormalizeRows(&m);
  return m;
}

}  // namespace rashomon

#endif  // RASHOMON_BENCHMARKS_RANDOM_VECTORS_H_
