#include "engine/search/approximate_index.h"

// Its prefetches read up to three bytes beyond a list, which malloc always
// rounds up to have; the sanitizer need not be told of them.
#ifdef __SANITIZE_ADDRESS__
#define NO_MANUAL_VECTORIZATION
#endif
#include <hnswlib/hnswlib.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <limits>
#include <new>
#include <thread>
#include <utility>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/search/filter_kernel.h"

namespace rashomon {
namespace {

// hnswlib looks for the smallest distance: here the product with its sign
// turned. Its parameter points to d.
template <SimdTarget kTarget>
float Distance(const void* x, const void* y, const void* d) {
  return -ExactProduct(kTarget, static_cast<const float*>(x),
                       static_cast<const float*>(y),
                       *static_cast<const std::size_t*>(d));
}

template <>
float Distance<SimdTarget::kBaseline>(const void* x, const void* y,
                                      const void* d) {
  const auto size =
      static_cast<Eigen::Index>(*static_cast<const std::size_t*>(d));
  using Vector = Eigen::Map<const Eigen::VectorXf>;
  return -Vector(static_cast<const float*>(x), size)
              .dot(Vector(static_cast<const float*>(y), size));
}

class ProductSpace : public hnswlib::SpaceInterface<float> {
 public:
  ProductSpace(std::size_t d, SimdTarget target) : d_(d), target_(target) {}

  std::size_t get_data_size() override { return d_ * sizeof(float); }
  void* get_dist_func_param() override { return &d_; }
  hnswlib::DISTFUNC<float> get_dist_func() override {
    switch (target_) {
      case SimdTarget::kAvx512Vnni:
        return Distance<SimdTarget::kAvx512Vnni>;
      case SimdTarget::kAvx2:
        return Distance<SimdTarget::kAvx2>;
      default:
        return Distance<SimdTarget::kBaseline>;
    }
  }

 private:
  std::size_t d_;
  SimdTarget target_;
};

absl::Status CheckOption(std::string_view name, int value, int least,
                         int most) {
  if (value >= least && value <= most) return absl::OkStatus();
  return absl::InvalidArgumentError(StrCat("approximate index: ", name, " is ",
                                           value, "; it must be ", least,
                                           " to ", most));
}

absl::Status CheckArguments(const RowMatrix& rows,
                            const ApproximateIndexOptions& options) {
  RASHOMON_RETURN_IF_ERROR(CheckOption("links", options.links, 2, 256));
  RASHOMON_RETURN_IF_ERROR(
      CheckOption("build_effort", options.build_effort, 1, 10'000));
  RASHOMON_RETURN_IF_ERROR(CheckOption("threads", options.threads, 1, 1'024));
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
      : size_(static_cast<int>(rows.rows())),
        dimensions_(static_cast<int>(rows.cols())),
        space_(static_cast<std::size_t>(rows.cols()),
               Runnable(options.target)),
        // Room for one row at least: hnswlib asks for memory all the same.
        graph_(&space_, static_cast<std::size_t>(std::max(size_, 1)),
               static_cast<std::size_t>(options.links),
               static_cast<std::size_t>(options.build_effort), options.seed) {
    SetEffort(100);
    AddAll(rows, options.threads);
  }

  int size() const { return size_; }
  int dimensions() const { return dimensions_; }

  void SetEffort(int candidates) {
    graph_.setEf(static_cast<std::size_t>(std::max(candidates, 1)));
  }

  std::vector<Neighbor> Search(const float* query, int k) const {
    std::vector<Neighbor> best;
    const Eigen::Map<const Eigen::VectorXf> vector(query, dimensions_);
    if (k <= 0 || size_ == 0 || !vector.allFinite()) return best;
    auto found = graph_.searchKnn(
        query, static_cast<std::size_t>(std::min(k, size_)));
    best.reserve(found.size());
    for (; !found.empty(); found.pop()) {
      best.push_back({static_cast<int>(found.top().second),
                      -found.top().first});
    }
    std::sort(best.begin(), best.end(), IsBetter);
    return best;
  }

 private:
  void Add(const RowMatrix& rows, int row) {
    graph_.addPoint(rows.row(row).data(), static_cast<std::size_t>(row));
  }

  // Throws what hnswlib throws.
  void AddAll(const RowMatrix& rows, int threads) {
    if (size_ == 0) return;
    Add(rows, 0);
    std::atomic<int> next = 1;
    std::atomic<bool> failed = false;
    const auto add_next = [&] {
      try {
        for (int row = next++; row < size_ && !failed; row = next++) {
          Add(rows, row);
        }
      } catch (const std::exception&) {
        failed = true;
      }
    };
    std::vector<std::jthread> helpers;
    for (int i = 1; i < std::min(threads, size_); ++i) {
      helpers.emplace_back(add_next);
    }
    add_next();
    helpers.clear();
    if (failed) throw std::bad_alloc();
  }

  int size_;
  int dimensions_;
  ProductSpace space_;  // before the graph, which points to it
  hnswlib::HierarchicalNSW<float> graph_;
};

absl::StatusOr<ApproximateIndex> ApproximateIndex::Build(
    const RowMatrix& rows, const ApproximateIndexOptions& options) {
  RASHOMON_RETURN_IF_ERROR(CheckArguments(rows, options));
  // hnswlib throws where memory ends.
  try {
    return ApproximateIndex(std::make_unique<Impl>(rows, options));
  } catch (const std::exception&) {
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
