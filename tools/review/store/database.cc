#include "tools/review/store/database.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <limits>
#include <vector>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

constexpr int kBusyMilliseconds = 10000;

absl::Status Told(absl::StatusCode code, const std::string& path,
                  std::string_view what) {
  const std::string message = StrCat(path, ": ", what);
  return absl::Status(code, message);
}

// What the user reads for a failure of SQLite.
absl::Status ErrorOf(int code, const std::string& path,
                     std::string_view detail) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Told(absl::StatusCode::kFailedPrecondition, path,
                  "another process is writing to it; try again when that is "
                  "done");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return Told(absl::StatusCode::kPermissionDenied, path,
                  "cannot be written to; change the rights of the file and of "
                  "its folder (chmod u+w), or copy it elsewhere");
    case SQLITE_FULL:
      return Told(absl::StatusCode::kResourceExhausted, path,
                  "no space left to write; nothing of this change was kept. "
                  "Free some space and try again");
    case SQLITE_NOTADB:
      return Told(absl::StatusCode::kInvalidArgument, path,
                  "is no case: not an SQLite file");
    case SQLITE_CORRUPT:
      return Told(absl::StatusCode::kDataLoss, path,
                  StrCat("is damaged (", detail,
                         "); go back to a copy or an exported bundle"));
    case SQLITE_CANTOPEN:
      return Told(absl::StatusCode::kPermissionDenied, path,
                  "cannot be opened; check that its folder is there and that "
                  "you may write in it");
    case SQLITE_IOERR:
      return Told(absl::StatusCode::kUnavailable, path,
                  StrCat("cannot be read or written (", detail,
                         "); nothing of this change was kept. Check the space "
                         "and the limits of the disk, then try again"));
    case SQLITE_TOOBIG:
      return Told(absl::StatusCode::kInvalidArgument, path,
                  "a value is larger than SQLite keeps (1 GB)");
    default:
      return Told(absl::StatusCode::kInternal, path, detail);
  }
}

absl::Status CheckFile(const std::string& path, DatabaseMode mode) {
  struct stat info;
  if (::stat(path.c_str(), &info) != 0) {
    if (mode == DatabaseMode::kCreate) return absl::OkStatus();
    return Told(absl::StatusCode::kNotFound, path,
                "no such case; rashomon compare --case makes one");
  }
  if (S_ISDIR(info.st_mode)) {
    return Told(absl::StatusCode::kInvalidArgument, path,
                "is a folder, not a case");
  }
  return absl::OkStatus();
}

int FlagsOf(DatabaseMode mode) {
  switch (mode) {
    // With the right to write, the last reader clears SQLite's side files away;
    // without, SQLite opens it to be read all the same.
    case DatabaseMode::kRead:
    case DatabaseMode::kWrite:
      return SQLITE_OPEN_READWRITE;
    case DatabaseMode::kCreate:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return SQLITE_OPEN_READONLY;
}

// A path as SQLite takes it in a URI.
std::string UriOf(const std::string& path, std::string_view query) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri = path.starts_with("/") ? "file://" : "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c >= '0' && c <= '9') || c == '/' || c == '.' ||
                       c == '-' || c == '_';
    if (plain) {
      uri += c;
    } else {
      uri += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return StrCat(uri, query);
}

}  // namespace

// Statement.

Statement::Statement(sqlite3_stmt* statement, const std::string* path)
    : statement_(statement), path_(path) {}

Statement::Statement(Statement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)),
      path_(other.path_),
      next_parameter_(other.next_parameter_),
      bind_error_(other.bind_error_) {}

Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(statement_, other.statement_);
  std::swap(path_, other.path_);
  std::swap(next_parameter_, other.next_parameter_);
  std::swap(bind_error_, other.bind_error_);
  return *this;
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement& Statement::Bind(std::int64_t value) {
  bind_error_ |= sqlite3_bind_int64(statement_, next_parameter_++, value);
  return *this;
}

Statement& Statement::Bind(double value) {
  bind_error_ |= sqlite3_bind_double(statement_, next_parameter_++, value);
  return *this;
}

Statement& Statement::Bind(std::string_view text) {
  // A null pointer would bind NULL.
  const char* data = text.data() == nullptr ? "" : text.data();
  bind_error_ |= sqlite3_bind_text64(statement_, next_parameter_++, data,
                                     text.size(), SQLITE_TRANSIENT,
                                     SQLITE_UTF8);
  return *this;
}

Statement& Statement::Bind(Blob blob) {
  const char* data = blob.bytes.data() == nullptr ? "" : blob.bytes.data();
  bind_error_ |= sqlite3_bind_blob64(statement_, next_parameter_++, data,
                                     blob.bytes.size(), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::Bind(std::nullopt_t) {
  bind_error_ |= sqlite3_bind_null(statement_, next_parameter_++);
  return *this;
}

absl::StatusOr<bool> Statement::Step() {
  sqlite3* db = sqlite3_db_handle(statement_);
  if (bind_error_ != SQLITE_OK) {
    return ErrorOf(bind_error_, *path_, sqlite3_errmsg(db));
  }
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return ErrorOf(code, *path_, sqlite3_errmsg(db));
}

absl::Status Statement::Finish() {
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, Step());
    if (!more) return absl::OkStatus();
  }
}

void Statement::Reset() {
  sqlite3_reset(statement_);
  next_parameter_ = 1;
  bind_error_ = SQLITE_OK;
}

int Statement::columns() const { return sqlite3_column_count(statement_); }

bool Statement::IsNull(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::Int(int column) const {
  return sqlite3_column_int64(statement_, column);
}

double Statement::Double(int column) const {
  return sqlite3_column_double(statement_, column);
}

std::string_view Statement::Text(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  if (data == nullptr) return "";
  return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

// Database.

void Database::Closer::operator()(sqlite3* connection) const {
  sqlite3_close_v2(connection);
}

Database::Database(std::unique_ptr<sqlite3, Closer> connection,
                   std::string path)
    : path_(std::make_unique<std::string>(std::move(path))),
      connection_(std::move(connection)) {}

absl::StatusOr<Database> Database::Open(const std::string& path,
                                        DatabaseMode mode) {
  RASHOMON_RETURN_IF_ERROR(CheckFile(path, mode));
  const auto open = [&](std::string_view query) -> absl::StatusOr<Database> {
    sqlite3* raw = nullptr;
    const int code =
        sqlite3_open_v2(UriOf(path, query).c_str(), &raw,
                        FlagsOf(mode) | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                            SQLITE_OPEN_EXRESCODE,
                        nullptr);
    Database db(std::unique_ptr<sqlite3, Closer>(raw), path);
    if (code != SQLITE_OK) return ErrorOf(code, path, sqlite3_errmsg(raw));
    sqlite3_busy_timeout(raw, kBusyMilliseconds);
    // Damage in a file must not make SQLite run what the file says.
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    RASHOMON_RETURN_IF_ERROR(
        db.RunScript("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"));
    if (mode == DatabaseMode::kRead) {
      RASHOMON_RETURN_IF_ERROR(db.RunScript("PRAGMA query_only = ON"));
    }
    RASHOMON_RETURN_IF_ERROR(
        db.QueryInt("SELECT count(*) FROM sqlite_schema").status());
    if (mode != DatabaseMode::kRead && sqlite3_db_readonly(raw, "main") == 1) {
      return ErrorOf(SQLITE_READONLY, path, "");
    }
    return db;
  };
  absl::StatusOr<Database> db = open("");
  // A file in a folder that we may not write in has no room for SQLite's
  // side files. Where there are none, nobody writes, and it can be read as it
  // stands.
  const bool needs_side_files =
      absl::IsPermissionDenied(db.status()) && mode == DatabaseMode::kRead &&
      ::access(StrCat(path, "-wal").c_str(), F_OK) != 0;
  return needs_side_files ? open("?immutable=1") : std::move(db);
}

absl::StatusOr<Database> Database::OpenInMemory() {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open(":memory:", &raw);
  Database db(std::unique_ptr<sqlite3, Closer>(raw), "a case in memory");
  if (code != SQLITE_OK) return ErrorOf(code, db.path(), sqlite3_errmsg(raw));
  RASHOMON_RETURN_IF_ERROR(db.RunScript("PRAGMA foreign_keys = ON"));
  return db;
}

absl::StatusOr<Statement> Database::Prepare(std::string_view sql) {
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v2(connection_.get(), sql.data(),
                                      static_cast<int>(sql.size()), &raw,
                                      nullptr);
  if (code != SQLITE_OK) {
    return ErrorOf(code, *path_, sqlite3_errmsg(connection_.get()));
  }
  return Statement(raw, path_.get());
}

absl::Status Database::RunScript(std::string_view sql) {
  const int code = sqlite3_exec(connection_.get(), std::string(sql).c_str(),
                                nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) return absl::OkStatus();
  return ErrorOf(code, *path_, sqlite3_errmsg(connection_.get()));
}

absl::StatusOr<std::optional<std::int64_t>> Database::FirstInt(
    Statement& statement) {
  RASHOMON_ASSIGN_OR_RETURN(const bool row, statement.Step());
  if (!row) return std::optional<std::int64_t>();
  return statement.OptionalInt(0);
}

std::int64_t Database::last_insert_row() const {
  return sqlite3_last_insert_rowid(connection_.get());
}

absl::Status Database::CopyFrom(Database* from) {
  sqlite3_backup* backup = sqlite3_backup_init(
      connection_.get(), "main", from->connection_.get(), "main");
  if (backup == nullptr) {
    return ErrorOf(sqlite3_errcode(connection_.get()), *path_,
                   sqlite3_errmsg(connection_.get()));
  }
  constexpr int kAllPages = -1;
  const int code = sqlite3_backup_step(backup, kAllPages);
  sqlite3_backup_finish(backup);
  *path_ = from->path();
  if (code == SQLITE_DONE) return absl::OkStatus();
  return ErrorOf(code, *path_, sqlite3_errmsg(connection_.get()));
}

// Transaction.

absl::StatusOr<Transaction> Transaction::Begin(Database* db) {
  RASHOMON_RETURN_IF_ERROR(db->RunScript("BEGIN IMMEDIATE"));
  return Transaction(db);
}

absl::StatusOr<Transaction> Transaction::BeginRead(Database* db) {
  if (sqlite3_get_autocommit(db->handle()) == 0) return Transaction(nullptr);
  RASHOMON_RETURN_IF_ERROR(db->RunScript("BEGIN"));
  return Transaction(db);
}

Transaction::~Transaction() {
  // SQLite may have rolled back by itself; the error of a second time says so
  // and nothing more.
  if (db_ != nullptr) db_->RunScript("ROLLBACK").IgnoreError();
}

absl::Status Transaction::Commit() {
  if (db_ == nullptr) return absl::OkStatus();
  RASHOMON_RETURN_IF_ERROR(db_->RunScript("COMMIT"));
  db_ = nullptr;
  return absl::OkStatus();
}

}  // namespace rashomon
