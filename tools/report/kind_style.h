// How each kind of divergence looks: a shape and a colour, so that no reader
// depends on colour alone.
//
//   const KindStyle& style = StyleOf(DivergenceKind::kOmission);
//   style.shape == "○"; style.label == "Omission";
//
// Colours are Okabe and Ito's palette for colour-blind readers (Okabe & Ito
// 2008, "Color Universal Design"); the page has its own, darker or lighter for
// contrast, in assets/report.css. Grey is for what is missing.
#ifndef RASHOMON_TOOLS_REPORT_KIND_STYLE_H_
#define RASHOMON_TOOLS_REPORT_KIND_STYLE_H_

#include <string_view>

#include "engine/contrast/divergence.h"

namespace rashomon {

struct KindStyle {
  std::string_view label;    // "Omission"
  std::string_view shape;    // one character, the page's shape-<name> too
  int terminal_color = 0;    // of the 256-colour palette
  std::string_view meaning;  // what it counts, in a few words
};

const KindStyle& StyleOf(DivergenceKind kind);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_KIND_STYLE_H_
