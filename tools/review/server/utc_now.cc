#include "tools/review/server/utc_now.h"

#include <ctime>

namespace rashomon {

std::string UtcNow() {
  const std::time_t now = std::time(nullptr);
  std::tm utc = {};
  ::gmtime_r(&now, &utc);
  char text[] = "2026-03-07T10:15:00Z";
  std::strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

}  // namespace rashomon
