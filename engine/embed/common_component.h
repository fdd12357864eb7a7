// The direction that vectors of sentences share, and taking it away (Arora,
// Liang, Ma 2017, "A simple but tough-to-beat baseline").
//
//   Eigen::VectorXf common = CommonComponent(matrix);
//   RemoveComponent(common, &matrix);
//
// For sums of word vectors the first direction is syntax and frequency, and
// removing it helps. Bags of stems have less of it: their weights already push
// frequent stems down.
#ifndef RASHOMON_ENGINE_EMBED_COMMON_COMPONENT_H_
#define RASHOMON_ENGINE_EMBED_COMMON_COMPONENT_H_

#include <Eigen/Core>

#include "engine/embed/matrix.h"

namespace rashomon {

// The first right singular vector of `matrix` (n x d), of length d and unit
// length, by power iteration from a fixed start: at most 100 products with the
// matrix and its transpose, O(100 n d), deterministic. The largest element is
// positive. All zeros where the matrix is.
Eigen::VectorXf CommonComponent(const RowMatrix& matrix);

// Takes from every row of `matrix` (n x d) its part along `component` (length
// d, unit length or zero), and scales rows back to unit length.
void RemoveComponent(const Eigen::VectorXf& component, RowMatrix* matrix);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_COMMON_COMPONENT_H_
