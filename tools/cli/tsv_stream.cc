#include "tools/cli/tsv_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/text/decode.h"

namespace rashomon {
namespace {

absl::Status Bad(const std::string& message) {
  return absl::InvalidArgumentError(message);
}

TsvRow Fields(std::string_view line) {
  const std::vector<std::string_view> parts = SplitOn(line, '\t');
  return TsvRow(parts.begin(), parts.end());
}

}  // namespace

absl::StatusOr<TsvStream> TsvStream::Open(const std::string& path,
                                          const TsvOptions& options,
                                          const Environment& env) {
  TsvStream table;
  table.path_ = path == "-" ? "standard input" : path;
  table.options_ = options;
  table.in_ = env.in;
  if (path != "-") {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
      return Bad(StrCat(path, " is a folder, not a TSV file"));
    }
    table.file_ = std::make_unique<std::ifstream>(path, std::ios::binary);
    if (!*table.file_) {
      return Bad(StrCat("cannot open ", path, ": ", std::strerror(errno)));
    }
    table.in_ = table.file_.get();
  }
  RASHOMON_ASSIGN_OR_RETURN(std::optional<std::string> header,
                            table.ReadLine());
  if (!header) return Bad(StrCat(table.path_, " is empty"));
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (header->starts_with(kByteOrderMark)) {
    header->erase(0, kByteOrderMark.size());
  }
  table.header_ = Fields(*header);
  RASHOMON_RETURN_IF_ERROR(table.Checked(*header).status());
  return table;
}

absl::StatusOr<std::size_t> TsvStream::Column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found != header_.end()) {
    return static_cast<std::size_t>(found - header_.begin());
  }
  std::string names;
  for (const std::string& column : header_) {
    StrAppend(&names, names.empty() ? "" : ", ", column);
  }
  return Bad(StrCat(path_, ":1: no column \"", name,
                    "\" in the header, which has ", names));
}

absl::StatusOr<std::optional<TsvRow>> TsvStream::Next() {
  while (true) {
    auto line = ReadLine();
    if (line.ok() && !*line) return std::optional<TsvRow>();
    if (line.ok() && (*line)->empty()) continue;
    absl::StatusOr<TsvRow> row =
        line.ok() ? Checked(**line) : absl::StatusOr<TsvRow>(line.status());
    if (row.ok()) return std::optional<TsvRow>(*std::move(row));
    if (!options_.skip_bad) return row.status();
    ++skipped_;
  }
}

std::string TsvStream::Place() const { return StrCat(path_, ":", line_, ": "); }

absl::StatusOr<std::optional<std::string>> TsvStream::ReadLine() {
  std::string line;
  std::streambuf* const buffer = in_->rdbuf();
  int c = buffer->sbumpc();
  if (c == std::char_traits<char>::eof()) return std::optional<std::string>();
  ++line_;
  for (; c != std::char_traits<char>::eof() && c != '\n';
       c = buffer->sbumpc()) {
    if (line.size() == options_.max_line_bytes) {
      DropRestOfLine();
      return Bad(StrCat(Place(), "longer than the limit of ",
                        options_.max_line_bytes,
                        " bytes (--max-bytes raises it)"));
    }
    line += static_cast<char>(c);
  }
  if (line.ends_with('\r')) line.pop_back();
  return std::optional<std::string>(std::move(line));
}

void TsvStream::DropRestOfLine() {
  std::streambuf* const buffer = in_->rdbuf();
  for (int c = buffer->sbumpc();
       c != std::char_traits<char>::eof() && c != '\n';
       c = buffer->sbumpc()) {
  }
}

absl::StatusOr<TsvRow> TsvStream::Checked(const std::string& line) const {
  if (line.find('\0') != std::string::npos) {
    return Bad(StrCat(Place(), "binary data, not text"));
  }
  if (const std::size_t at = FirstInvalidUtf8(line);
      at != std::string_view::npos) {
    return Bad(StrCat(Place(), "not UTF-8 at byte ", at, " of the line"));
  }
  TsvRow row = Fields(line);
  if (row.size() != header_.size()) {
    return Bad(StrCat(Place(), row.size(), " fields, the header has ",
                      header_.size()));
  }
  return row;
}

}  // namespace rashomon
