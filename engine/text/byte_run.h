// Where a run of plain bytes ends, found eight bytes at a time: what walks over
// every byte of a text meets little but letters.
//
//   AsciiLettersEnd("said 16", 0) == 4
//   AsciiPrintableEnd("one\ntwo", 0) == 3
//   AsciiWithoutEnd<'\n', '"'>("he said \"no\"", 0) == 8
//   HasByteOf<'(', '['>("said [16]")
//
// Pure functions. All are as a loop over the bytes would be.
#ifndef RASHOMON_ENGINE_TEXT_BYTE_RUN_H_
#define RASHOMON_ENGINE_TEXT_BYTE_RUN_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace rashomon {
namespace byte_run_internal {

inline constexpr std::uint64_t kOnes = 0x0101010101010101u;
inline constexpr std::uint64_t kHighBits = 0x80 * kOnes;
inline constexpr std::uint64_t kLowBits = 0x7F * kOnes;

// Each of these sets the highest bit of every byte that ends the run.
constexpr std::uint64_t NoLetters(std::uint64_t bytes) {
  const std::uint64_t small = (bytes | 0x20 * kOnes) & kLowBits;
  const std::uint64_t from_a = small + (0x80 - 'a') * kOnes;
  const std::uint64_t past_z = small + (0x7F - 'z') * kOnes;
  return ~(from_a & ~past_z & ~bytes) & kHighBits;
}

constexpr std::uint64_t ControlsOrBeyondAscii(std::uint64_t bytes) {
  const std::uint64_t from_space = (bytes & kLowBits) + (0x80 - ' ') * kOnes;
  return (~from_space | bytes) & kHighBits;
}

template <char kByte>
constexpr std::uint64_t Equal(std::uint64_t bytes) {
  const std::uint64_t other = bytes ^ static_cast<unsigned char>(kByte) * kOnes;
  return ~(((other & kLowBits) + kLowBits) | other) & kHighBits;
}

constexpr std::uint64_t AsciiDigits(std::uint64_t bytes) {
  const std::uint64_t low = bytes & kLowBits;
  const std::uint64_t from_zero = low + (0x80 - '0') * kOnes;
  const std::uint64_t past_nine = low + (0x7F - '9') * kOnes;
  return from_zero & ~past_nine & ~bytes & kHighBits;
}

template <char... kBytes>
constexpr std::uint64_t StopsOrBeyondAscii(std::uint64_t bytes) {
  return (Equal<kBytes>(bytes) | ... | (bytes & kHighBits));
}

// `ends` sets the highest bit of each byte that ends the run.
template <typename Ends>
std::size_t RunEnd(std::string_view text, std::size_t at, Ends ends) {
  constexpr std::size_t kStep = sizeof(std::uint64_t);
  for (; at + kStep <= text.size(); at += kStep) {
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data() + at, kStep);
    const std::uint64_t stops = ends(bytes);
    if (stops == 0) continue;
    const int bit = std::endian::native == std::endian::little
                        ? std::countr_zero(stops)
                        : std::countl_zero(stops);
    return at + static_cast<std::size_t>(bit) / 8;
  }
  while (at < text.size() &&
         ends(static_cast<unsigned char>(text[at]) * kOnes) == 0) {
    ++at;
  }
  return at;
}

}  // namespace byte_run_internal

// Whether `text` has one of kBytes. O(size).
template <char... kBytes>
bool HasByteOf(std::string_view text) {
  const auto stops = [](std::uint64_t bytes) {
    return (byte_run_internal::Equal<kBytes>(bytes) | ...);
  };
  return byte_run_internal::RunEnd(text, 0, stops) < text.size();
}

// Whether `text` has a digit of ASCII. O(size).
inline bool HasAsciiDigit(std::string_view text) {
  return byte_run_internal::RunEnd(text, 0, byte_run_internal::AsciiDigits) <
         text.size();
}

// The first byte from `at` on that is no letter of ASCII; text.size() where
// there is none. `at` is at most text.size().
inline std::size_t AsciiLettersEnd(std::string_view text, std::size_t at) {
  return byte_run_internal::RunEnd(text, at, byte_run_internal::NoLetters);
}

// The same for the first byte that is a control character (below ' ') or beyond
// ASCII.
inline std::size_t AsciiPrintableEnd(std::string_view text, std::size_t at) {
  return byte_run_internal::RunEnd(text, at,
                                   byte_run_internal::ControlsOrBeyondAscii);
}

// The same for the first byte that is one of kBytes, all ASCII, or beyond
// ASCII.
template <char... kBytes>
std::size_t AsciiWithoutEnd(std::string_view text, std::size_t at) {
  return byte_run_internal::RunEnd(
      text, at, byte_run_internal::StopsOrBeyondAscii<kBytes...>);
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_BYTE_RUN_H_
