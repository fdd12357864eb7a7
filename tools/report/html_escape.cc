#include "tools/report/html_escape.h"

#include <cstddef>

#include "tools/report/utf8.h"

namespace rashomon {
namespace {

std::string_view Entity(std::uint32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

std::string Escape(std::string_view text, std::string_view control_open,
                   std::string_view control_close) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = NextCodePoint(text, &at);
    if (!c.valid) {
      out += "\uFFFD";
    } else if (IsHiddenControl(c.value)) {
      out += control_open;
      out += ControlName(c.value);
      out += control_close;
    } else if (const std::string_view entity = Entity(c.value);
               !entity.empty()) {
      out += entity;
    } else {
      out += c.bytes;
    }
  }
  return out;
}

}  // namespace

std::string EscapeHtml(std::string_view text) {
  return Escape(text, "<span class=\"ctl\">", "</span>");
}

std::string EscapeAttribute(std::string_view text) {
  return Escape(text, "[", "]");
}

}  // namespace rashomon
