#include "tools/report/json_values.h"

#include <cmath>
#include <cstdint>

namespace rashomon {
namespace {

constexpr double kDecimals = 1e4;
// Beyond it a double is no longer exact to one.
constexpr double kLargestExactInteger = 9007199254740992.0;  // 2^53

double RoundToDecimals(double value) {
  const double rounded = std::round(value * kDecimals) / kDecimals;
  return rounded == 0 ? 0.0 : rounded;  // never "-0.0"
}

}  // namespace

OrderedJson SpanToJson(const Span& span) {
  OrderedJson json = OrderedJson::object();
  json["field"] = FieldName(span.field);
  json["begin"] = span.begin;
  json["end"] = span.end;
  return json;
}

OrderedJson SpansToJson(const std::vector<Span>& spans) {
  OrderedJson json = OrderedJson::array();
  for (const Span& span : spans) json.push_back(SpanToJson(span));
  return json;
}

OrderedJson ResidueToJson(const std::vector<Residue>& residue) {
  OrderedJson json = OrderedJson::array();
  for (const Residue& part : residue) {
    OrderedJson span = SpanToJson(part.span);
    span["reason"] = part.reason;
    json.push_back(std::move(span));
  }
  return json;
}

double RoundedScore(double value) {
  return std::isfinite(value) ? RoundToDecimals(value) : 0.0;
}

OrderedJson NumberToJson(double value) {
  if (!std::isfinite(value)) return nullptr;
  if (value == std::trunc(value) && std::abs(value) < kLargestExactInteger) {
    return static_cast<std::int64_t>(value);
  }
  return std::abs(value) < kLargestExactInteger ? RoundToDecimals(value)
                                                : value;
}

std::string DumpJson(const OrderedJson& json, int indent) {
  return json.dump(indent, ' ', /*ensure_ascii=*/false,
                   OrderedJson::error_handler_t::replace);
}

}  // namespace rashomon
