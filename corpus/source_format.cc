#include "corpus/source_format.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "engine/base/strings.h"

namespace rashomon {
namespace {

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string Extension(std::string_view name) {
  name = name.substr(name.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? "" : Lower(name.substr(dot + 1));
}

bool IsJsonLinesExtension(std::string_view extension) {
  return extension == "jsonl" || extension == "ndjson";
}

bool IsHtmlExtension(std::string_view extension) {
  return extension == "html" || extension == "htm" || extension == "xhtml" ||
         extension == "shtml";
}

// Without a byte order mark, NUL bytes (UTF-16) and white space at the front.
std::string Readable(std::string_view head) {
  std::string readable;
  for (char c : head.substr(0, 4096)) {
    if (c != '\0') readable.push_back(c);
  }
  std::string_view view = readable;
  for (std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
    if (view.starts_with(mark)) view.remove_prefix(mark.size());
  }
  return std::string(StripAsciiSpace(view));
}

bool LooksLikeHtml(std::string_view start) {
  if (!start.starts_with('<')) return false;
  const std::string lower = Lower(start);
  constexpr std::array<std::string_view, 12> kTags = {
      "<!doctype html", "<html", "<head", "<body", "<article", "<div",
      "<p>",            "<p ",   "<meta", "<title", "<section", "<main"};
  return std::any_of(kTags.begin(), kTags.end(), [&](std::string_view tag) {
    return lower.find(tag) != std::string::npos;
  });
}

// An object that is whole on the first line, and another after it.
bool HasObjectPerLine(std::string_view head) {
  const std::size_t start = head.find('{');
  const std::size_t end = head.find('\n', start);
  if (start == std::string_view::npos || end == std::string_view::npos) {
    return false;
  }
  const std::string_view line = StripAsciiSpace(head.substr(0, end));
  const std::string_view rest = StripAsciiSpace(head.substr(end));
  return line.ends_with('}') && rest.starts_with('{');
}

}  // namespace

std::string_view SourceFormatName(SourceFormat format) {
  switch (format) {
    case SourceFormat::kHtml: return "html";
    case SourceFormat::kJson: return "json";
    case SourceFormat::kJsonLines: return "jsonl";
    case SourceFormat::kText: break;
  }
  return "text";
}

SourceFormat DetectSourceFormat(std::string_view head, std::string_view name) {
  const std::string extension = Extension(name);
  const std::string start = Readable(head);
  if (IsJsonLinesExtension(extension)) return SourceFormat::kJsonLines;
  if (start.starts_with('{') && extension != "txt") {
    return HasObjectPerLine(head) ? SourceFormat::kJsonLines
                                  : SourceFormat::kJson;
  }
  if (extension == "json") return SourceFormat::kJson;
  if (start.starts_with('[')) {
    const std::string_view inner =
        StripAsciiSpace(std::string_view(start).substr(1));
    if (inner.starts_with('{')) return SourceFormat::kJson;
  }
  if (LooksLikeHtml(start)) return SourceFormat::kHtml;
  return IsHtmlExtension(extension) ? SourceFormat::kHtml : SourceFormat::kText;
}

std::string_view ForeignFormat(std::string_view head) {
  using std::string_view_literals::operator""sv;
  constexpr std::pair<std::string_view, std::string_view> kMagic[] = {
      {"%PDF-"sv, "a PDF file; save its text first"},
      {"PK\x03\x04"sv, "a ZIP file or office document; save its text first"},
      {"\x1F\x8B"sv, "a gzip file; unpack it first"},
      {"\x28\xB5\x2F\xFD"sv, "a Zstandard file; unpack it first"},
      {"BZh"sv, "a bzip2 file; unpack it first"},
      {"\xFD\x37zXZ"sv, "an xz file; unpack it first"},
      {"\x89PNG"sv, "an image"},
      {"\xFF\xD8\xFF"sv, "an image"},
      {"GIF8"sv, "an image"},
      {"\x7F" "ELF"sv, "a program"},
      {"SQLite format 3"sv, "an SQLite file"},
      {"{\\rtf"sv, "a rich-text file; save it as plain text first"},
      {"\xD0\xCF\x11\xE0"sv, "an office document; save its text first"},
      {"From: <Saved by "sv,
       "an MHTML page; save it as \"web page, HTML only\""},
  };
  for (const auto& [magic, what] : kMagic) {
    if (head.starts_with(magic)) return what;
  }
  return {};
}

bool HasKnownExtension(std::string_view name) {
  const std::string extension = Extension(name);
  return extension == "txt" || extension == "text" || extension == "json" ||
         IsJsonLinesExtension(extension) || IsHtmlExtension(extension);
}

bool LooksLikeUrl(std::string_view argument) {
  const std::string lower = Lower(argument.substr(0, 16));
  for (std::string_view scheme :
       {"http:", "https:", "ftp:", "ftps:", "file:", "www."}) {
    if (lower.starts_with(scheme)) return true;
  }
  return false;
}

}  // namespace rashomon
