#include "tools/cli/output.h"

#include <cstddef>
#include <utility>

#include "engine/base/status_macros.h"

namespace rashomon {
namespace {

// Enough that system calls cost nothing beside the work.
constexpr std::size_t kBlockBytes = 1 << 16;

absl::Status StreamStatus(const std::ostream& stream) {
  if (stream.good()) return absl::OkStatus();
  return absl::DataLossError("cannot write to standard output");
}

}  // namespace

absl::StatusOr<Output> Output::Open(const Arguments& arguments,
                                    Environment* env) {
  Output output;
  const std::string path = arguments.Value("output");
  if (path.empty() || path == "-") {
    output.stream_ = env->out;
    output.flush_each_write_ = env->out_is_terminal;
    return output;
  }
  RASHOMON_ASSIGN_OR_RETURN(AtomicFile file, AtomicFile::Create(path));
  output.file_ = std::move(file);
  return output;
}

absl::Status Output::Write(std::string_view bytes) {
  if (file_) {
    buffer_ += bytes;
    return buffer_.size() < kBlockBytes ? absl::OkStatus() : WriteBuffer();
  }
  stream_->write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (flush_each_write_) stream_->flush();
  return StreamStatus(*stream_);
}

absl::Status Output::WriteBuffer() {
  RASHOMON_RETURN_IF_ERROR(file_->Append(buffer_));
  buffer_.clear();
  return absl::OkStatus();
}

absl::Status Output::Finish() {
  if (file_) {
    RASHOMON_RETURN_IF_ERROR(WriteBuffer());
    return file_->Commit();
  }
  stream_->flush();
  return StreamStatus(*stream_);
}

absl::Status WriteResult(const Arguments& arguments, std::string_view bytes,
                         Environment* env) {
  RASHOMON_ASSIGN_OR_RETURN(Output output, Output::Open(arguments, env));
  RASHOMON_RETURN_IF_ERROR(output.Write(bytes));
  return output.Finish();
}

}  // namespace rashomon
