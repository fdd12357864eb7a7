#include "tools/report/html_report.h"

#include "engine/base/strings.h"
#include "tools/report/assets.h"
#include "tools/report/excerpt.h"
#include "tools/report/html_article.h"
#include "tools/report/html_escape.h"
#include "tools/report/html_flags.h"
#include "tools/report/html_frame.h"
#include "tools/report/side_text.h"

namespace rashomon {

std::string RenderHtml(const Comparison& comparison,
                       const HtmlOptions& options) {
  ExcerptMaker excerpts;
  const std::string left = SideName(comparison, Side::kLeft);
  const std::string right = SideName(comparison, Side::kRight);
  FrameValues values;
  values["title"] = EscapeAttribute(StrCat(left, " / ", right));
  values["shapes"] = std::string(assets::kShapesHtml);
  values["base"] = std::string(assets::kBaseCss);
  values["base_hash"] = std::string(assets::kBaseCssHash);
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
  values["versions"] = VersionItems(comparison.versions);
  return FillFrame(assets::kPageHtml, values);
}

}  // namespace rashomon
