#include "engine/embed/read_word_table.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "absl/status/status.h"
#include "engine/base/mapped_file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

constexpr std::string_view kWeightsName = "model.safetensors";
constexpr std::string_view kTokenizerName = "tokenizer.json";
constexpr std::string_view kSafetensorsSuffix = ".safetensors";

bool IsFolder(const std::string& path) {
  struct stat info;
  return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

absl::StatusOr<WordTable> ReadModel2Vec(const std::string& weights_path,
                                        const std::string& tokenizer_path) {
  RASHOMON_ASSIGN_OR_RETURN(const MappedFile weights,
                            MappedFile::Open(weights_path));
  RASHOMON_ASSIGN_OR_RETURN(const MappedFile tokenizer,
                            MappedFile::Open(tokenizer_path));
  return ParseModel2Vec(weights.bytes(), weights_path, tokenizer.bytes(),
                        tokenizer_path);
}

bool IsFastText(std::string_view bytes) {
  constexpr unsigned char kMagic[] = {0xBA, 0x16, 0x4F, 0x2F};
  return bytes.size() >= 4 && std::memcmp(bytes.data(), kMagic, 4) == 0;
}

// Whether the row after a first line "words dimensions" is of text: numbers as
// bytes hold bytes that no number as text has.
bool IsWord2VecBinary(std::string_view bytes) {
  const std::size_t line_end = bytes.find('\n');
  if (line_end == std::string_view::npos || line_end > 64) return false;
  const std::string_view head = bytes.substr(0, line_end);
  if (head.find_first_not_of("0123456789 \t\r") != std::string_view::npos ||
      StripAsciiSpace(head).find_first_of(" \t") == std::string_view::npos) {
    return false;
  }
  const std::string_view rest = bytes.substr(line_end + 1);
  const std::size_t space = rest.find(' ');
  if (space == std::string_view::npos) return false;
  const std::string_view numbers = rest.substr(space + 1, 256);
  const std::size_t end = std::min(numbers.find('\n'), numbers.size());
  constexpr std::string_view kOfText = "0123456789+-.eEnaifNAIF \t\r";
  return end == 0 || numbers.substr(0, end).find_first_not_of(kOfText) !=
                         std::string_view::npos;
}

}  // namespace

absl::StatusOr<WordTable> ReadWordTable(const std::string& path) {
  if (IsFolder(path)) {
    return ReadModel2Vec(StrCat(path, "/", kWeightsName),
                         StrCat(path, "/", kTokenizerName));
  }
  if (path.ends_with(kSafetensorsSuffix)) {
    const std::size_t slash = path.rfind('/');
    const std::string folder =
        slash == std::string::npos ? "" : path.substr(0, slash + 1);
    return ReadModel2Vec(path, StrCat(folder, kTokenizerName));
  }
  RASHOMON_ASSIGN_OR_RETURN(const MappedFile file, MappedFile::Open(path));
  const std::string_view bytes = file.bytes();
  if (bytes.empty()) {
    return absl::InvalidArgumentError(StrCat(path, ": byte 0: the file is "
                                             "empty"));
  }
  if (IsFastText(bytes)) return ParseFastText(bytes, path);
  if (IsWord2VecBinary(bytes)) return ParseWord2VecBinary(bytes, path);
  return ParseTextVectors(bytes, path);
}

}  // namespace rashomon
