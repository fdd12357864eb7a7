// A comparison for the terminal: head, verdict, then the flags in rank order
// with both quotations side by side.
//
//   TerminalOptions options;
//   options.width = 100;         // the caller finds it
//   options.color = true;        // on a terminal, unless NO_COLOR is set
//   std::cout << RenderTerminal(comparison, options);
//
// Below 80 columns the quotations stand one under the other. Each kind has a
// shape and its name beside its colour. Without colour, evidence stands in
// [brackets] and trigger words between *stars*. Nothing of an article reaches
// the terminal as a control or escape sequence. Thread-safe.
#ifndef RASHOMON_TOOLS_REPORT_TERMINAL_REPORT_H_
#define RASHOMON_TOOLS_REPORT_TERMINAL_REPORT_H_

#include <cstddef>
#include <string>

#include "engine/compare/comparison.h"
#include "tools/report/filter.h"

namespace rashomon {

struct TerminalOptions {
  int width = 80;      // columns; less than 24 is taken as 24, over 160 as 160
  bool color = false;  // escape sequences for colour, bold, dim, underline
  std::size_t max_flags = kDefaultMaxFlags;
};

// Lines end in "\n", the last too.
std::string RenderTerminal(const Comparison& comparison,
                           const TerminalOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_TERMINAL_REPORT_H_
