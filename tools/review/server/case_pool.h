// A case opened several times, for threads that read it and write to it.
//
//   CasePool pool("strike.db", CaseMode::kWrite, 8);
//   {
//     RASHOMON_ASSIGN_OR_RETURN(CasePool::Lease lease, pool.ToRead());
//     ReadFlag(lease.file(), 12);
//   }                                   // given back
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_CASE_POOL_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_CASE_POOL_H_

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/review/store/case_file.h"

namespace rashomon {

// Thread-safe; outlives its leases. Files are opened when first needed, at most
// `size` of them, and kept.
class CasePool {
 public:
  class Lease {
   public:
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease();

    CaseFile* file() { return file_.get(); }

   private:
    friend class CasePool;
    Lease(CasePool* pool, std::unique_ptr<CaseFile> file)
        : pool_(pool), file_(std::move(file)) {}

    CasePool* pool_;
    std::unique_ptr<CaseFile> file_;
    std::unique_lock<std::mutex> writing_;
  };

  CasePool(std::string path, CaseMode mode, std::size_t size)
      : path_(std::move(path)), mode_(mode), size_(size) {}

  // Waits until one is free. Errors are those of CaseFile::Open.
  absl::StatusOr<Lease> ToRead();
  // The same, for one that writes: the threads of this program take turns, so
  // that none of them waits on SQLite's lock.
  absl::StatusOr<Lease> ToWrite();

 private:
  void GiveBack(std::unique_ptr<CaseFile> file);

  const std::string path_;
  const CaseMode mode_;
  const std::size_t size_;
  std::mutex writing_;
  std::mutex mutex_;  // of what follows
  std::condition_variable freed_;
  std::vector<std::unique_ptr<CaseFile>> free_;
  std::size_t opened_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_CASE_POOL_H_
