#include "tools/review/exports/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/report/utf8.h"

namespace rashomon {
namespace {

// Noon of 1 January 1980, the first day that a zip can name, as MS-DOS wrote
// times: no clock and no time zone has a say.
constexpr zip_uint16_t kDosDate = (0 << 9) | (1 << 5) | 1;
constexpr zip_uint16_t kDosTime = 12 << 11;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using EntryFile = std::unique_ptr<zip_file_t, CloseFile>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;

absl::Status Refused(std::string_view what) {
  return absl::InvalidArgumentError(StrCat("bundle: ", what));
}

std::string Message(zip_error_t* error) {
  std::string message = zip_error_strerror(error);
  zip_error_fini(error);
  return message;
}

// Writing.

absl::Status AddEntry(const ZipEntry& entry, zip_t* archive) {
  zip_source_t* source = zip_source_buffer(archive, entry.bytes.data(),
                                           entry.bytes.size(), /*freep=*/0);
  const zip_int64_t index =
      source == nullptr ? -1
                        : zip_file_add(archive, entry.name.c_str(), source,
                                       ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return absl::InternalError(StrCat("bundle: ", zip_strerror(archive)));
  }
  const auto at = static_cast<zip_uint64_t>(index);
  if (zip_file_set_dostime(archive, at, kDosTime, kDosDate, 0) != 0 ||
      zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 6) != 0) {
    return absl::InternalError(StrCat("bundle: ", zip_strerror(archive)));
  }
  return absl::OkStatus();
}

std::string BytesOf(zip_source_t* source) {
  zip_stat_t info;
  std::string bytes;
  if (zip_source_open(source) != 0) return bytes;
  if (zip_source_stat(source, &info) == 0) {
    bytes.resize(info.size);
    const zip_int64_t got =
        zip_source_read(source, bytes.data(), bytes.size());
    bytes.resize(static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
  }
  zip_source_close(source);
  return bytes;
}

// Reading.

struct OpenedZip {
  Archive archive;
  std::size_t entries = 0;
};

absl::StatusOr<OpenedZip> OpenZip(std::string_view zip) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source =
      zip_source_buffer_create(zip.data(), zip.size(), /*freep=*/0, &error);
  if (source == nullptr) return Refused(Message(&error));
  OpenedZip opened;
  opened.archive.reset(
      zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
  if (opened.archive == nullptr) {
    zip_source_free(source);
    return Refused(StrCat("is no whole zip (", Message(&error), ")"));
  }
  opened.entries = static_cast<std::size_t>(
      zip_get_num_entries(opened.archive.get(), 0));
  return opened;
}

std::string Shown(std::string_view name) {
  constexpr std::size_t kMost = 60;
  return StrCat("\"", ValidUtf8(name.substr(0, kMost)), "\"");
}

absl::StatusOr<zip_stat_t> StatOf(zip_t* archive, std::size_t index) {
  zip_stat_t info;
  zip_stat_init(&info);
  constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE;
  if (zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &info) != 0 ||
      (info.valid & kNeeded) != kNeeded) {
    return Refused("holds a file without a name or size");
  }
  if ((info.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
      info.encryption_method != ZIP_EM_NONE) {
    return Refused(StrCat("holds an encrypted file, ", Shown(info.name)));
  }
  return info;
}

absl::StatusOr<std::string> ReadEntry(zip_t* archive, std::size_t index,
                                      const zip_stat_t& info) {
  const EntryFile file(zip_fopen_index(archive, index, 0));
  if (file == nullptr) {
    return Refused(StrCat(Shown(info.name), ": ", zip_strerror(archive)));
  }
  // One byte more than noted shows that the note lies.
  std::string bytes(info.size + 1, '\0');
  std::size_t size = 0;
  while (size < bytes.size()) {
    const zip_int64_t got =
        zip_fread(file.get(), bytes.data() + size, bytes.size() - size);
    if (got < 0) {
      return Refused(
          StrCat(Shown(info.name), ": ",
                 zip_error_strerror(zip_file_get_error(file.get()))));
    }
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  if (size != info.size) {
    return Refused(StrCat(Shown(info.name), ": has another size than noted"));
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace

absl::StatusOr<std::string> MakeZip(const std::vector<ZipEntry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  Source target(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (target == nullptr) return absl::InternalError(Message(&error));
  Archive archive(zip_open_from_source(
      target.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (archive == nullptr) return absl::InternalError(Message(&error));
  zip_source_keep(target.get());  // to be read when the archive is closed
  for (const ZipEntry& entry : entries) {
    RASHOMON_RETURN_IF_ERROR(AddEntry(entry, archive.get()));
  }
  if (zip_close(archive.get()) != 0) {
    return absl::InternalError(
        StrCat("bundle: ", zip_strerror(archive.get())));
  }
  (void)archive.release();  // zip_close freed it
  return BytesOf(target.get());
}

absl::StatusOr<std::map<std::string, std::string>> ReadZip(
    std::string_view zip, const std::vector<std::string_view>& names,
    std::size_t max_bytes) {
  RASHOMON_ASSIGN_OR_RETURN(const OpenedZip opened, OpenZip(zip));
  if (opened.entries > names.size()) {
    return Refused(StrCat("holds ", opened.entries, " files, and at most ",
                          names.size(), " belong in one"));
  }
  std::size_t left = max_bytes;
  std::map<std::string, std::string> entries;
  for (std::size_t i = 0; i < opened.entries; ++i) {
    RASHOMON_ASSIGN_OR_RETURN(const zip_stat_t info,
                              StatOf(opened.archive.get(), i));
    const std::string name = info.name;
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      return Refused(StrCat("holds ", Shown(name), ", which is not part of "
                                                   "any bundle"));
    }
    if (entries.contains(name)) {
      return Refused(StrCat("holds ", Shown(name), " twice"));
    }
    if (info.size > left) {
      return Refused(StrCat(Shown(name), ": unpacks to ", info.size,
                            " bytes; the limit is ", max_bytes, " in all"));
    }
    left -= info.size;
    RASHOMON_ASSIGN_OR_RETURN(entries[name],
                              ReadEntry(opened.archive.get(), i, info));
  }
  return entries;
}

}  // namespace rashomon
