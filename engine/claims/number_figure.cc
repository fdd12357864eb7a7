#include "engine/claims/number_figure.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>

namespace rashomon {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

double ParseDigits(std::string_view digits) {
  double value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc::result_out_of_range) {
    return std::numeric_limits<double>::max();
  }
  return value;
}

// True where every group after the first has three digits.
bool IsGrouped(std::string_view text, char separator) {
  std::size_t begin = 0;
  bool first = true;
  for (;;) {
    std::size_t end = text.find(separator, begin);
    if (end == std::string_view::npos) end = text.size();
    const std::size_t size = end - begin;
    if (first ? size == 0 || size > 3 : size != 3) return false;
    if (end == text.size()) return !first;
    first = false;
    begin = end + 1;
  }
}

std::string Without(std::string_view text, char separator) {
  std::string out;
  for (const char c : text) {
    if (c != separator) out += c;
  }
  return out;
}

std::optional<double> CommasOnly(std::string_view text, bool decimal_comma) {
  const auto commas = std::count(text.begin(), text.end(), ',');
  const bool grouped = IsGrouped(text, ',');
  if (grouped && !(decimal_comma && commas == 1)) {
    return ParseDigits(Without(text, ','));
  }
  if (commas > 1) return std::nullopt;
  std::string point(text);
  std::replace(point.begin(), point.end(), ',', '.');
  return ParseDigits(point);
}

std::optional<double> PointsOnly(std::string_view text) {
  if (std::count(text.begin(), text.end(), '.') == 1) return ParseDigits(text);
  if (!IsGrouped(text, '.')) return std::nullopt;
  return ParseDigits(Without(text, '.'));
}

// The later mark is the decimal one.
std::optional<double> BothMarks(std::string_view text) {
  const char thousands = text.rfind(',') < text.rfind('.') ? ',' : '.';
  std::string point = Without(text, thousands);
  std::replace(point.begin(), point.end(), ',', '.');
  if (std::count(point.begin(), point.end(), '.') > 1) return std::nullopt;
  return ParseDigits(point);
}

}  // namespace

std::size_t FigureLength(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() &&
         (IsDigit(text[n]) || text[n] == ',' || text[n] == '.')) {
    ++n;
  }
  while (n > 0 && !IsDigit(text[n - 1])) --n;
  return n;
}

std::optional<double> FigureValue(std::string_view normal,
                                  bool decimal_comma) {
  if (normal.empty() || FigureLength(normal) != normal.size()) {
    return std::nullopt;
  }
  const bool commas = normal.find(',') != std::string_view::npos;
  const bool points = normal.find('.') != std::string_view::npos;
  if (commas && points) return BothMarks(normal);
  if (commas) return CommasOnly(normal, decimal_comma);
  if (points) return PointsOnly(normal);
  return ParseDigits(normal);
}

}  // namespace rashomon
