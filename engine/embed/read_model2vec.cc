// model2vec: a matrix of token vectors in safetensors, tokens in tokenizer.json.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <vector>

#include <nlohmann/json.hpp>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/byte_reader.h"
#include "engine/embed/read_word_table.h"

namespace rashomon {
namespace {

using nlohmann::json;

// Names of the matrix, of the newest form first.
constexpr std::string_view kMatrixNames[] = {"embeddings", "embedding.weight"};
constexpr std::uint64_t kLongestHeader = 100u << 20;  // as safetensors has it

float FromHalf(std::uint16_t half) {
  const int exponent = half >> 10 & 31;
  const int fraction = half & 1023;
  const float sign = (half & 0x8000) != 0 ? -1.0f : 1.0f;
  if (exponent == 31) return std::numeric_limits<float>::quiet_NaN();
  if (exponent == 0) return sign * std::ldexp(static_cast<float>(fraction), -24);
  return sign * std::ldexp(static_cast<float>(fraction + 1024), exponent - 25);
}

// One array of a safetensors file.
struct Tensor {
  std::string type;
  std::size_t rows = 0;
  std::size_t columns = 1;
  std::size_t begin = 0;  // byte of the file
  std::size_t item = 0;   // bytes of a number

  std::size_t numbers() const { return rows * columns; }
};

std::size_t BytesOf(std::string_view type) {
  if (type == "F32" || type == "I32") return 4;
  if (type == "F16" || type == "BF16") return 2;
  if (type == "F64" || type == "I64") return 8;
  return 0;
}

template <typename T>
T Load(const char* at) {
  T value;
  std::memcpy(&value, at, sizeof(value));
  return value;
}

double NumberAt(std::string_view bytes, const Tensor& tensor, std::size_t i) {
  const char* at = bytes.data() + tensor.begin + i * tensor.item;
  if (tensor.type == "F32") return double{Load<float>(at)};
  if (tensor.type == "F64") return Load<double>(at);
  if (tensor.type == "F16") return double{FromHalf(Load<std::uint16_t>(at))};
  if (tensor.type == "I32") return Load<std::int32_t>(at);
  if (tensor.type == "I64") {
    return static_cast<double>(Load<std::int64_t>(at));
  }
  const std::uint32_t bits = std::uint32_t{Load<std::uint16_t>(at)} << 16;
  return double{std::bit_cast<float>(bits)};  // BF16
}

// The head of the file and what it says of arrays.
class Safetensors {
 public:
  static absl::StatusOr<Safetensors> Open(std::string_view bytes,
                                          std::string_view source) {
    ByteReader in(bytes, source);
    std::uint64_t size = 0;
    if (!in.Read(&size)) return in.ErrorAt(0, "not a safetensors file");
    if (size > in.left() || size > kLongestHeader) {
      return in.ErrorAt(0, StrCat("a header of ", size, " bytes in a file of ",
                                  bytes.size()));
    }
    Safetensors file(bytes, source);
    file.data_ = 8 + size;
    file.header_ = json::parse(bytes.substr(8, size), nullptr, false);
    if (!file.header_.is_object()) {
      return in.ErrorAt(8, "the header is no JSON object");
    }
    return file;
  }

  bool Has(std::string_view name) const {
    return header_.contains(std::string(name));
  }

  // An array of one or two dimensions whose bytes are all there.
  absl::StatusOr<Tensor> Find(std::string_view name) const {
    const json& entry = header_[std::string(name)];
    const auto is_counts = [](const json& list) {
      return list.is_array() && !list.empty() && list.size() <= 2 &&
             std::all_of(list.begin(), list.end(), [](const json& n) {
               return n.is_number_unsigned();
             });
    };
    if (!entry.is_object() || !entry.contains("dtype") ||
        !entry["dtype"].is_string() || !entry.contains("shape") ||
        !is_counts(entry["shape"]) || !entry.contains("data_offsets") ||
        !is_counts(entry["data_offsets"]) ||
        entry["data_offsets"].size() != 2) {
      return Error(8, name, "its entry in the header is not understood");
    }
    Tensor tensor;
    tensor.type = entry["dtype"].get<std::string>();
    tensor.item = BytesOf(tensor.type);
    if (tensor.item == 0) {
      return Error(8, name, StrCat("numbers of type ", tensor.type,
                                   " are not read"));
    }
    const std::uint64_t left = bytes_.size() - data_;
    const auto rows = entry["shape"][0].get<std::uint64_t>();
    const auto columns = entry["shape"].size() == 2
                             ? entry["shape"][1].get<std::uint64_t>()
                             : 1;
    const auto begin = entry["data_offsets"][0].get<std::uint64_t>();
    const auto end = entry["data_offsets"][1].get<std::uint64_t>();
    if (begin > end || end > left) {
      return Error(8, name, StrCat("bytes ", begin, " to ", end, " of ", left));
    }
    if (rows == 0 || columns == 0 || rows > left || columns > left ||
        rows > left / columns || rows * columns > left / tensor.item ||
        rows * columns * tensor.item != end - begin) {
      return Error(8, name, StrCat(rows, " x ", columns, " numbers in ",
                                   end - begin, " bytes"));
    }
    tensor.rows = rows;
    tensor.columns = columns;
    tensor.begin = data_ + begin;
    return tensor;
  }

  absl::Status Error(std::size_t offset, std::string_view name,
                     std::string_view problem) const {
    return absl::InvalidArgumentError(
        StrCat(source_, ": byte ", offset, ": array ", name, ": ", problem));
  }

  std::string_view bytes() const { return bytes_; }

 private:
  Safetensors(std::string_view bytes, std::string_view source)
      : bytes_(bytes), source_(source) {}

  std::string_view bytes_;
  std::string_view source_;
  std::size_t data_ = 0;  // where the arrays begin
  json header_;
};

// Row i of the vectors: the matrix by way of a mapping and times a weight,
// where the file has these.
class TokenRows {
 public:
  static absl::StatusOr<TokenRows> Open(const Safetensors& file) {
    TokenRows rows(file);
    for (const std::string_view name : kMatrixNames) {
      if (!file.Has(name)) continue;
      rows.name_ = name;
      RASHOMON_ASSIGN_OR_RETURN(rows.matrix_, file.Find(name));
      break;
    }
    if (rows.name_.empty()) {
      return file.Error(8, kMatrixNames[0], "there is none");
    }
    if (rows.matrix_.columns > std::size_t{WordTable::kMaxDimensions}) {
      return file.Error(8, rows.name_, StrCat(rows.matrix_.columns,
                                              " dimensions"));
    }
    if (file.Has("weights")) {
      RASHOMON_ASSIGN_OR_RETURN(rows.weights_, file.Find("weights"));
    }
    if (file.Has("mapping")) {
      RASHOMON_ASSIGN_OR_RETURN(rows.mapping_, file.Find("mapping"));
    }
    return rows;
  }

  std::size_t dimensions() const { return matrix_.columns; }
  // Tokens that there are rows for.
  std::size_t size() const {
    std::size_t n = mapping_.rows > 0 ? mapping_.rows : matrix_.rows;
    return weights_.rows > 0 ? std::min(n, weights_.rows) : n;
  }

  absl::Status Read(std::size_t token, std::span<float> values) const {
    std::size_t row = token;
    if (mapping_.rows > 0) {
      const double at = NumberAt(file_->bytes(), mapping_, token);
      if (!(at >= 0 && at < static_cast<double>(matrix_.rows))) {
        return file_->Error(mapping_.begin + token * mapping_.item, "mapping",
                            "a row that is not there");
      }
      row = static_cast<std::size_t>(at);
    }
    const double weight =
        weights_.rows > 0 ? NumberAt(file_->bytes(), weights_, token) : 1;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::size_t n = row * matrix_.columns + i;
      values[i] = static_cast<float>(
          weight * NumberAt(file_->bytes(), matrix_, n));
      if (!std::isfinite(values[i])) {
        return file_->Error(matrix_.begin + n * matrix_.item, name_,
                            "a number that is not finite");
      }
    }
    return absl::OkStatus();
  }

 private:
  explicit TokenRows(const Safetensors& file) : file_(&file) {}

  const Safetensors* file_;
  std::string_view name_;
  Tensor matrix_;
  Tensor weights_;
  Tensor mapping_;
};

struct Vocabulary {
  Subwords subwords = Subwords::kNone;
  std::vector<std::string> tokens;  // by id; empty: no such id
};

absl::StatusOr<Vocabulary> ReadVocabulary(std::string_view text,
                                          std::string_view source,
                                          std::size_t rows) {
  const auto refuse = [&source](std::string_view problem) {
    return absl::InvalidArgumentError(StrCat(source, ": ", problem));
  };
  json tokenizer;
  try {
    tokenizer = json::parse(text);
  } catch (const json::parse_error& error) {
    return refuse(StrCat("byte ", error.byte, ": no JSON"));
  }
  if (!tokenizer.is_object() || !tokenizer.contains("model") ||
      !tokenizer["model"].is_object() ||
      !tokenizer["model"].contains("vocab")) {
    return refuse("byte 0: there is no model with a vocabulary");
  }
  const json& model = tokenizer["model"];
  const std::string type = model.contains("type") && model["type"].is_string()
                               ? model["type"].get<std::string>()
                               : "WordPiece";
  const json& vocab = model["vocab"];
  Vocabulary vocabulary;
  vocabulary.tokens.resize(rows);
  const auto add = [&](const std::string& token, std::uint64_t id) {
    if (id >= rows) {
      return refuse(StrCat("token \"", token, "\" has id ", id, "; there are ",
                           rows, " rows"));
    }
    if (!vocabulary.tokens[id].empty()) {
      return refuse(StrCat("id ", id, " stands twice: \"", token, "\""));
    }
    vocabulary.tokens[id] = token;
    return absl::OkStatus();
  };
  if (vocab.is_object() && (type == "WordPiece" || type == "WordLevel")) {
    if (type == "WordPiece") vocabulary.subwords = Subwords::kWordPiece;
    for (const auto& [token, id] : vocab.items()) {
      if (!id.is_number_unsigned()) {
        return refuse(StrCat("token \"", token, "\" has no id"));
      }
      RASHOMON_RETURN_IF_ERROR(add(token, id.get<std::uint64_t>()));
    }
    return vocabulary;
  }
  if (vocab.is_array() && type == "Unigram") {
    vocabulary.subwords = Subwords::kUnigram;
    for (std::size_t id = 0; id < vocab.size(); ++id) {
      if (!vocab[id].is_array() || vocab[id].empty() ||
          !vocab[id][0].is_string()) {
        return refuse(StrCat("entry ", id, " of the vocabulary is no token"));
      }
      RASHOMON_RETURN_IF_ERROR(add(vocab[id][0].get<std::string>(), id));
    }
    return vocabulary;
  }
  return refuse(StrCat("a tokenizer of type ", type,
                       " is not read (WordPiece, Unigram, WordLevel are)"));
}

}  // namespace

absl::StatusOr<WordTable> ParseModel2Vec(std::string_view weights,
                                         std::string_view weights_source,
                                         std::string_view tokenizer,
                                         std::string_view tokenizer_source) {
  RASHOMON_ASSIGN_OR_RETURN(const Safetensors file,
                            Safetensors::Open(weights, weights_source));
  RASHOMON_ASSIGN_OR_RETURN(const TokenRows rows, TokenRows::Open(file));
  RASHOMON_ASSIGN_OR_RETURN(
      const Vocabulary vocabulary,
      ReadVocabulary(tokenizer, tokenizer_source, rows.size()));
  WordTable table(static_cast<int>(rows.dimensions()), vocabulary.subwords);
  for (std::size_t id = 0; id < vocabulary.tokens.size(); ++id) {
    const std::string& token = vocabulary.tokens[id];
    if (token.empty()) continue;
    const std::span<float> values = table.AddRow(token);
    if (values.empty()) {
      return absl::InvalidArgumentError(StrCat(
          tokenizer_source, ": token \"", token, "\" stands twice"));
    }
    RASHOMON_RETURN_IF_ERROR(rows.Read(id, values));
  }
  if (table.size() == 0) {
    return absl::InvalidArgumentError(
        StrCat(tokenizer_source, ": there is no token"));
  }
  return table;
}

}  // namespace rashomon
