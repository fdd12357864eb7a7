#include "tools/train/zstd_lines.h"

#include <zstd.h>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/base/strings.h"

namespace rashomon {

class ZstdLines::Impl {
 public:
  Impl(std::string path, std::FILE* file)
      : path_(std::move(path)),
        file_(file),
        stream_(ZSTD_createDStream()),
        input_(ZSTD_DStreamInSize()),
        output_(ZSTD_DStreamOutSize()) {}
  ~Impl() {
    ZSTD_freeDStream(stream_);
    std::fclose(file_);
  }

  absl::StatusOr<bool> Next(std::string* line) {
    line->clear();
    while (true) {
      const std::string_view rest(output_.data() + begin_, end_ - begin_);
      const std::size_t feed = rest.find('\n');
      if (feed != std::string_view::npos) {
        line->append(rest.substr(0, feed));
        begin_ += feed + 1;
        return true;
      }
      line->append(rest);
      begin_ = end_;
      if (line->size() > kMaxLineBytes) {
        return absl::InvalidArgumentError(StrCat(path_, ": line too long"));
      }
      absl::StatusOr<bool> more = Fill();
      if (!more.ok()) return more.status();
      if (!*more) return !line->empty();
    }
  }

 private:
  // Decompresses more bytes; false at the end of the file.
  absl::StatusOr<bool> Fill() {
    begin_ = end_ = 0;
    while (end_ == 0) {
      if (in_.pos == in_.size) {
        in_ = {input_.data(),
               std::fread(input_.data(), 1, input_.size(), file_), 0};
        // Nothing read, and the decoder still had something to give?
        if (in_.size == 0 && !pending_output_) {
          if (hint_ == 0) return false;
          return absl::DataLossError(StrCat(path_, ": the file is cut short"));
        }
      }
      ZSTD_outBuffer out{output_.data(), output_.size(), 0};
      hint_ = ZSTD_decompressStream(stream_, &out, &in_);
      if (ZSTD_isError(hint_)) {
        return absl::DataLossError(
            StrCat(path_, ": ", ZSTD_getErrorName(hint_)));
      }
      pending_output_ = out.pos == out.size;
      end_ = out.pos;
    }
    return true;
  }

  std::string path_;
  std::FILE* file_;
  ZSTD_DStream* stream_;
  std::vector<char> input_;
  std::vector<char> output_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  std::size_t begin_ = 0;  // of what is not yet read in output_
  std::size_t end_ = 0;
  std::size_t hint_ = 0;   // 0: at the end of a frame
  bool pending_output_ = false;
};

ZstdLines::ZstdLines(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ZstdLines::ZstdLines(ZstdLines&&) noexcept = default;
ZstdLines& ZstdLines::operator=(ZstdLines&&) noexcept = default;
ZstdLines::~ZstdLines() = default;

absl::StatusOr<ZstdLines> ZstdLines::Open(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    return absl::NotFoundError(StrCat(path, ": cannot be opened"));
  }
  return ZstdLines(std::make_unique<Impl>(path, file));
}

absl::StatusOr<bool> ZstdLines::Next(std::string* line) {
  return impl_->Next(line);
}

}  // namespace rashomon
