#include "corpus/json_text.h"

#include <cstddef>

#include "absl/status/status.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

using nlohmann::json;

absl::Status Broken(std::size_t byte, std::string_view what) {
  return absl::InvalidArgumentError(
      StrCat("broken JSON near byte ", byte, ": ", what));
}

// OK, or where the brackets outside strings nest too deeply.
absl::Status CheckDepth(std::string_view bytes) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
      continue;
    }
    if (c == '"') in_string = true;
    if (c == ']' || c == '}') --depth;
    if ((c == '[' || c == '{') && ++depth > kMaxJsonDepth) {
      return Broken(at, StrCat("nested more than ", kMaxJsonDepth, " deep"));
    }
  }
  return absl::OkStatus();
}

// Reads without keeping anything, to learn where the fault is.
struct FaultFinder : json::json_sax_t {
  std::size_t byte = 0;
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&,
                   const json::exception&) override {
    byte = position == 0 ? 0 : position - 1;
    return false;
  }
};

}  // namespace

absl::StatusOr<json> ParseJson(std::string_view bytes) {
  if (absl::Status depth = CheckDepth(bytes); !depth.ok()) return depth;
  json value = json::parse(bytes.begin(), bytes.end(), nullptr,
                           /*allow_exceptions=*/false);
  if (!value.is_discarded()) return value;
  FaultFinder finder;
  json::sax_parse(bytes.begin(), bytes.end(), &finder);
  return Broken(finder.byte, finder.byte >= bytes.size()
                                 ? "it ends too early"
                                 : "unexpected or not UTF-8");
}

std::string JsonLine(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string_view StringMember(const json& object, const char* name) {
  if (!object.is_object()) return {};
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return {};
  return found->get_ref<const std::string&>();
}

}  // namespace rashomon
