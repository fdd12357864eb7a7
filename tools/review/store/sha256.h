// SHA-256, as people check it with sha256sum.
//
//   Sha256Hex("abc") ==
//       "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
//
// By OpenSSL's libcrypto. Thread-safe; linear.
#ifndef RASHOMON_TOOLS_REVIEW_STORE_SHA256_H_
#define RASHOMON_TOOLS_REVIEW_STORE_SHA256_H_

#include <string>
#include <string_view>

namespace rashomon {

// 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_SHA256_H_
