// The time of the clock, as cases have it. For main() alone: libraries are given
// the time.
//
//   options.api.now = UtcNow;
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_UTC_NOW_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_UTC_NOW_H_

#include <string>

namespace rashomon {

// RFC 3339 in UTC, to the second: "2026-03-07T10:15:00Z". Thread-safe.
std::string UtcNow();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_UTC_NOW_H_
