#include "engine/search/approximate_index.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <new>
#include <utility>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/search/filter_kernel.h"
#include "engine/search/sign_rows.h"
#include "hwy/cache_control.h"

namespace rashomon {
namespace {

absl::Status CheckRows(const RowMatrix& rows) {
  if (rows.rows() > std::numeric_limits<int>::max()) {
    return absl::InvalidArgumentError("approximate index: too many rows");
  }
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    if (rows.row(i).allFinite()) continue;
    return absl::InvalidArgumentError(
        StrCat("approximate index: row ", i, " has a number that is not finite"));
  }
  return absl::OkStatus();
}

}  // namespace

class ApproximateIndex::Impl {
 public:
  Impl(const RowMatrix& rows, const ApproximateIndexOptions& options)
      : rows_(rows), target_(Runnable(options.target)) {
    if (rows.cols() == 0 || rows.cols() > kMaxSignColumns) {
      target_ = SimdTarget::kBaseline;
    }
    if (target_ != SimdTarget::kBaseline) signs_ = SignRowsOf(rows_);
  }

  int size() const { return static_cast<int>(rows_.rows()); }
  int dimensions() const { return static_cast<int>(rows_.cols()); }

  void SetEffort(int candidates) { effort_ = std::max(candidates, 1); }

  std::vector<Neighbor> Search(const float* query, int k) const {
    const Vector vector(query, rows_.cols());
    if (k <= 0 || size() == 0 || !vector.allFinite()) return {};
    const int candidates = std::max(k, effort_);
    if (target_ == SimdTarget::kBaseline || candidates >= size() ||
        !signs_.finite) {
      return BestOfAll(vector, k);
    }
    const SignQuery signs =
        SignQueryOf(query, static_cast<std::size_t>(rows_.cols()));
    if (!signs.finite) return BestOfAll(vector, k);
    return BestOf(BestCandidates(target_, signs_, signs,
                                 static_cast<std::size_t>(candidates)),
                  query, k);
  }

 private:
  using Vector = Eigen::Map<const Eigen::VectorXf>;

  // Candidates lie far apart: each is sent for while others are multiplied.
  static constexpr std::size_t kAhead = 4;

  std::vector<Neighbor> BestOfAll(const Vector& query, int k) const {
    BestNeighbors best(static_cast<std::size_t>(std::min(k, size())));
    for (int row = 0; row < size(); ++row) {
      best.Offer({row, Product(row, query.data())});
    }
    return best.Take();
  }

  std::vector<Neighbor> BestOf(const std::vector<Candidate>& candidates,
                               const float* query, int k) const {
    BestNeighbors best(static_cast<std::size_t>(std::min(k, size())));
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (i + kAhead < candidates.size()) Fetch(candidates[i + kAhead].row);
      const auto row = static_cast<int>(candidates[i].row);
      best.Offer({row, Product(row, query)});
    }
    return best.Take();
  }

  float Product(int row, const float* query) const {
    if (target_ == SimdTarget::kBaseline) {
      return rows_.row(row).dot(Vector(query, rows_.cols()));
    }
    return ExactProduct(target_, query, rows_.row(row).data(),
                        static_cast<std::size_t>(rows_.cols()));
  }

  void Fetch(std::uint32_t row) const {
    constexpr Eigen::Index kLine = 16;  // floats of a line of the cache
    const float* at = rows_.row(row).data();
    for (Eigen::Index c = 0; c < rows_.cols(); c += kLine) {
      hwy::Prefetch(at + c);
    }
  }

  RowMatrix rows_;
  SimdTarget target_;
  SignRows signs_;
  int effort_ = 1'000;
};

absl::StatusOr<ApproximateIndex> ApproximateIndex::Build(
    const RowMatrix& rows, const ApproximateIndexOptions& options) {
  RASHOMON_RETURN_IF_ERROR(CheckRows(rows));
  try {
    return ApproximateIndex(std::make_unique<Impl>(rows, options));
  } catch (const std::bad_alloc&) {
    return absl::ResourceExhaustedError(
        StrCat("approximate index: no memory for ", rows.rows(), " rows of ",
               rows.cols(), " numbers"));
  }
}

ApproximateIndex::ApproximateIndex(std::unique_ptr<Impl> impl)
    : impl_(std::move(impl)) {}
ApproximateIndex::ApproximateIndex(ApproximateIndex&&) noexcept = default;
ApproximateIndex& ApproximateIndex::operator=(ApproximateIndex&&) noexcept =
    default;
ApproximateIndex::~ApproximateIndex() = default;

int ApproximateIndex::size() const { return impl_->size(); }
int ApproximateIndex::dimensions() const { return impl_->dimensions(); }
void ApproximateIndex::SetEffort(int candidates) {
  impl_->SetEffort(candidates);
}

std::vector<Neighbor> ApproximateIndex::Search(const float* query,
                                               int k) const {
  return impl_->Search(query, k);
}

}  // namespace rashomon
