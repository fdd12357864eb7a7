#include "tools/review/server/case_pool.h"

#include <utility>

#include "engine/base/status_macros.h"

namespace rashomon {

CasePool::Lease::~Lease() {
  if (file_ != nullptr) pool_->GiveBack(std::move(file_));
}

absl::StatusOr<CasePool::Lease> CasePool::ToRead() {
  {
    std::unique_lock<std::mutex> lock(mutex_);
    freed_.wait(lock, [&] { return !free_.empty() || opened_ < size_; });
    if (!free_.empty()) {
      Lease lease(this, std::move(free_.back()));
      free_.pop_back();
      return lease;
    }
    ++opened_;
  }
  absl::StatusOr<CaseFile> file = CaseFile::Open(path_, mode_);
  if (!file.ok()) {
    const std::lock_guard<std::mutex> lock(mutex_);
    --opened_;
    freed_.notify_one();
    return file.status();
  }
  return Lease(this, std::make_unique<CaseFile>(*std::move(file)));
}

absl::StatusOr<CasePool::Lease> CasePool::ToWrite() {
  std::unique_lock<std::mutex> writing(writing_);
  RASHOMON_ASSIGN_OR_RETURN(Lease lease, ToRead());
  lease.writing_ = std::move(writing);
  return lease;
}

void CasePool::GiveBack(std::unique_ptr<CaseFile> file) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    free_.push_back(std::move(file));
  }
  freed_.notify_one();
}

}  // namespace rashomon
