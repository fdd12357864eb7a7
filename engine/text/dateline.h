// The dateline that opens a report.
//
//   DatelineEnd("MOSCOW, May 3. /AGENCY/. The ministry said ...") == 23
//
// Forms: PLACE in capitals or a place and a date, then a dash, or an agency in
// strokes, brackets or after a dash, and a stop: "GENEVA --", "Geneva, May 3
// (Agency) -", "ЖЕНЕВА, 3 мая. /АГЕНТСТВО/.", "ЖЕНЕВА, 3 мая — РИА Новый день.".
#ifndef RASHOMON_ENGINE_TEXT_DATELINE_H_
#define RASHOMON_ENGINE_TEXT_DATELINE_H_

#include <cstddef>
#include <string_view>

namespace rashomon {

// Bytes of the dateline at the start of a paragraph, its final mark included;
// 0 where there is none. Looks at the first 160 bytes. Thread-safe.
std::size_t DatelineEnd(std::string_view paragraph);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_DATELINE_H_
