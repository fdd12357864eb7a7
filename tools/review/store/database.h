// SQLite with errors as values: a connection, its statements, a transaction.
//
//   RASHOMON_ASSIGN_OR_RETURN(
//       Database db, Database::Open("case.db", DatabaseMode::kWrite));
//   RASHOMON_RETURN_IF_ERROR(db.Run("INSERT INTO t VALUES (?, ?)", 7, "a"));
//   RASHOMON_ASSIGN_OR_RETURN(Statement rows, db.Query("SELECT a, b FROM t"));
//   while (true) {
//     RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
//     if (!more) break;
//     Use(rows.Int(0), rows.Text(1));
//   }
//
// Errors name the file, what SQLite says, and what the user can do. Internal to
// tools/review.
#ifndef RASHOMON_TOOLS_REVIEW_STORE_DATABASE_H_
#define RASHOMON_TOOLS_REVIEW_STORE_DATABASE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

struct sqlite3;
struct sqlite3_stmt;

namespace rashomon {

// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

// One prepared statement. Text and bytes of a row are valid until the next
// Step. Not thread-safe; its database outlives it.
class Statement {
 public:
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;
  ~Statement();

  // Values take the parameters in order, from the first; a failure is given by
  // the next Step. Copied.
  Statement& Bind(std::int64_t value);
  Statement& Bind(int value) { return Bind(std::int64_t{value}); }
  Statement& Bind(std::size_t value) {
    return Bind(static_cast<std::int64_t>(value));
  }
  Statement& Bind(double value);
  Statement& Bind(std::string_view text);
  Statement& Bind(const std::string& text) {
    return Bind(std::string_view(text));
  }
  Statement& Bind(const char* text) { return Bind(std::string_view(text)); }
  Statement& Bind(Blob blob);
  Statement& Bind(std::nullopt_t);
  template <typename T>
  Statement& Bind(const std::optional<T>& value) {
    return value ? Bind(*value) : Bind(std::nullopt);
  }

  // True where there is a row, false at the end.
  absl::StatusOr<bool> Step();
  // Steps to the end; for statements that give no rows.
  absl::Status Finish();
  // Ready to bind and step again.
  void Reset();

  int columns() const;
  bool IsNull(int column) const;
  std::int64_t Int(int column) const;
  double Double(int column) const;
  std::string_view Text(int column) const;  // bytes, too
  std::string String(int column) const { return std::string(Text(column)); }
  std::optional<std::int64_t> OptionalInt(int column) const {
    if (IsNull(column)) return std::nullopt;
    return Int(column);
  }

 private:
  friend class Database;
  Statement(sqlite3_stmt* statement, const std::string* path);

  sqlite3_stmt* statement_ = nullptr;
  const std::string* path_ = nullptr;
  int next_parameter_ = 1;
  int bind_error_ = 0;
};

enum class DatabaseMode {
  kRead,    // the file is there, and is not changed
  kWrite,   // the file is there
  kCreate,  // made where it is not there
};

// One connection. Not thread-safe: one per thread; several, of several
// processes too, may use one file, and wait for each other up to 10 seconds.
class Database {
 public:
  // Foreign keys are on, and a commit is on the disk before it returns.
  // NotFound, PermissionDenied (no right to write), FailedPrecondition
  // (locked), InvalidArgument (a folder, or no SQLite file).
  static absl::StatusOr<Database> Open(const std::string& path,
                                       DatabaseMode mode);
  // An empty one in memory.
  static absl::StatusOr<Database> OpenInMemory();

  Database(Database&&) noexcept = default;
  Database& operator=(Database&&) noexcept = default;

  absl::StatusOr<Statement> Prepare(std::string_view sql);

  // Several statements without values or rows.
  absl::Status RunScript(std::string_view sql);

  template <typename... Values>
  absl::StatusOr<Statement> Query(std::string_view sql,
                                  const Values&... values) {
    absl::StatusOr<Statement> statement = Prepare(sql);
    if (statement.ok()) (statement->Bind(values), ...);
    return statement;
  }
  template <typename... Values>
  absl::Status Run(std::string_view sql, const Values&... values) {
    absl::StatusOr<Statement> statement = Query(sql, values...);
    return statement.ok() ? statement->Finish() : statement.status();
  }
  // The first column of the first row; nothing where there is no row or NULL.
  template <typename... Values>
  absl::StatusOr<std::optional<std::int64_t>> QueryInt(
      std::string_view sql, const Values&... values) {
    absl::StatusOr<Statement> statement = Query(sql, values...);
    return statement.ok() ? FirstInt(*statement) : statement.status();
  }

  std::int64_t last_insert_row() const;
  // All content of `from`, in one go, and its path for errors; what was here is
  // gone.
  absl::Status CopyFrom(Database* from);

  const std::string& path() const { return *path_; }
  // For what only SQLite's own interface can do.
  sqlite3* handle() { return connection_.get(); }

 private:
  struct Closer {
    void operator()(sqlite3* connection) const;
  };
  Database(std::unique_ptr<sqlite3, Closer> connection, std::string path);
  static absl::StatusOr<std::optional<std::int64_t>> FirstInt(
      Statement& statement);

  // Its own allocation, so that statements may point to it when the database
  // is moved.
  std::unique_ptr<std::string> path_;
  std::unique_ptr<sqlite3, Closer> connection_;
};

// Rolled back unless committed. Begun as a writer at once, so that two of them
// never wait for each other in the middle.
class Transaction {
 public:
  static absl::StatusOr<Transaction> Begin(Database* db);
  // One that reads: everything it sees is of one moment. Within another
  // transaction it is that one.
  static absl::StatusOr<Transaction> BeginRead(Database* db);

  Transaction(Transaction&& other) noexcept
      : db_(std::exchange(other.db_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  absl::Status Commit();

 private:
  explicit Transaction(Database* db) : db_(db) {}
  Database* db_;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_DATABASE_H_
