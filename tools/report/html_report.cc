#include "tools/report/html_report.h"

#include <map>
#include <string_view>
#include <utility>

#include "engine/base/strings.h"
#include "tools/report/assets.h"
#include "tools/report/excerpt.h"
#include "tools/report/html_article.h"
#include "tools/report/html_escape.h"
#include "tools/report/html_flags.h"
#include "tools/report/side_text.h"

namespace rashomon {
namespace {

using Values = std::map<std::string_view, std::string>;

// Replaces each {{name}} by its value. Values are not looked into again, so an
// article that says "{{script}}" stays as it is.
std::string Fill(std::string_view frame, const Values& values) {
  std::string out;
  for (;;) {
    const std::size_t open = frame.find("{{");
    const std::size_t close = frame.find("}}", open);
    out += frame.substr(0, open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
      return out;
    }
    const auto value = values.find(frame.substr(open + 2, close - open - 2));
    if (value != values.end()) out += value->second;
    frame.remove_prefix(close + 2);
  }
}

std::string Versions(const std::map<std::string, std::string>& versions) {
  std::string out;
  for (const auto& [part, version] : versions) {
    if (version.empty()) continue;
    StrAppend(&out, "<li>", EscapeHtml(part), " ", EscapeHtml(version),
              "</li>");
  }
  return out;
}

}  // namespace

std::string RenderHtml(const Comparison& comparison,
                       const HtmlOptions& options) {
  ExcerptMaker excerpts;
  const std::string left = SideName(comparison, Side::kLeft);
  const std::string right = SideName(comparison, Side::kRight);
  Values values;
  values["title"] = EscapeAttribute(StrCat(left, " / ", right));
  values["style"] = std::string(assets::kPageCss);
  values["style_hash"] = std::string(assets::kPageCssHash);
  values["script"] = std::string(assets::kPageJs);
  values["script_hash"] = std::string(assets::kPageJsHash);
  values["left_name"] = EscapeHtml(left);
  values["right_name"] = EscapeHtml(right);
  values["promise"] = std::string(kPromise);
  values["flags"] = RenderFlags(comparison, options.max_flags, &excerpts);
  for (const Side side : {Side::kLeft, Side::kRight}) {
    values[Name(side)] = RenderArticle(
        comparison, side,
        MarksOf(comparison, side, options.max_flags, &excerpts));
  }
  values["versions"] = Versions(comparison.versions);
  return Fill(assets::kPageHtml, values);
}

}  // namespace rashomon
