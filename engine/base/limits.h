// The sizes beyond which input is refused, in one place.
#ifndef RASHOMON_ENGINE_BASE_LIMITS_H_
#define RASHOMON_ENGINE_BASE_LIMITS_H_

#include <cstddef>

namespace rashomon {

struct Limits {
  // A larger file or article is refused with an error that names this limit.
  // 16 MB is some forty novels: nothing a newsroom publishes is larger.
  std::size_t max_article_bytes = 16u << 20;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_LIMITS_H_
