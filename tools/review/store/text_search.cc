#include "tools/review/store/text_search.h"

#include <sqlite3.h>

#include <string>
#include <string_view>

#include "engine/base/strings.h"
#include "engine/text/normalize.h"

namespace rashomon {
namespace {

std::string_view TextOf(sqlite3_value* value) {
  const void* data = sqlite3_value_blob(value);
  const int size = sqlite3_value_bytes(value);
  if (data == nullptr) return "";
  return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

void HoldsText(sqlite3_context* context, int, sqlite3_value** values) {
  const std::string text = NormalForm(TextOf(values[0]));
  const bool holds = text.find(TextOf(values[1])) != std::string::npos;
  sqlite3_result_int(context, holds ? 1 : 0);
}

}  // namespace

absl::Status AddTextSearch(Database* db) {
  constexpr int kArguments = 2;
  const int code = sqlite3_create_function_v2(
      db->handle(), "holds_text", kArguments,
      SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
      HoldsText, nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) return absl::OkStatus();
  return absl::InternalError(
      StrCat(db->path(), ": ", sqlite3_errstr(code)));
}

}  // namespace rashomon
