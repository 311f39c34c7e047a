import GRDB
import Records

/// The casebook's database: which runs there were, how every case stood in each, and what auditors decided.
///
/// It holds no name and no number of anyone: cases are known by their keyed ids, rows by keyed digests of their
/// cells. Nothing in it comes from the clock, so two machines with the same history hold the same. All changes are
/// made under the output folder's lock.
///
/// > SQLite, write-ahead log: https://www.sqlite.org/wal.html
final class CaseStore {
  /// The file's name in the output folder.
  static let fileName = "casebook.sqlite"
  /// What is made of it before its tables are changed.
  static let backupName = "casebook.sqlite.bak"

  let path: String
  private let database: DatabaseQueue

  /// Opens the casebook, makes it where there is none, and brings its tables up to date.
  ///
  /// - Throws: ``CaseworkFault/damagedCasebook(path:reason:)``, ``CaseworkFault/cannotWrite(path:reason:)``.
  init(in output: String) throws(CaseworkFault) {
    path = "\(output)/\(Self.fileName)"
    if Disk.kind(of: path) == nil {
      try Disk.write([], to: path)
      try Disk.sync(folder: output)
    }
    do {
      database = try Self.open(path)
      try Self.migrate(database, backup: "\(output)/\(Self.backupName)")
    } catch let fault as CaseworkFault {
      throw fault
    } catch {
      throw Self.fault(error, path)
    }
  }

  /// Opens the casebook of an archive, or wherever else nothing may be written, as it is.
  ///
  /// - Throws: ``CaseworkFault/damagedCasebook(path:reason:)`` also where an early version wrote it, since its tables
  ///   cannot be brought up to date here.
  init(reading output: String) throws(CaseworkFault) {
    path = "\(output)/\(Self.fileName)"
    do {
      database = try Self.look(at: path)
      try database.read { database in
        try Self.checkPages(database, path)
        guard try !CaseSchema.migrator.hasBeenSuperseded(database) else {
          throw CaseworkFault.damagedCasebook(path: path, reason: "a newer version of benturan wrote it")
        }
        guard try CaseSchema.migrator.hasCompletedMigrations(database) else {
          throw CaseworkFault.damagedCasebook(
            path: path, reason: "an early version of benturan wrote it, and it can only be read where it may be changed"
          )
        }
      }
    } catch {
      throw Self.fault(error, path)
    }
  }

  /// Whether the casebook of an output folder may be changed.
  static func isWritable(in output: String) -> Bool {
    let path = "\(output)/\(fileName)"
    return Disk.isWritable(output) && (Disk.kind(of: path) == nil || Disk.isWritable(path))
  }

  private static func checkPages(_ database: Database, _ path: String) throws {
    let answers = try String.fetchAll(database, sql: "PRAGMA quick_check(1)")
    guard answers == ["ok"] else {
      throw CaseworkFault.damagedCasebook(path: path, reason: "its pages contradict each other")
    }
    guard try GRDB.Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil else {
      throw CaseworkFault.damagedCasebook(path: path, reason: "its tables contradict each other")
    }
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = FULL")
      // What is taken out is overwritten, so that free pages hold nothing of anybody.
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    let database = try DatabaseQueue(path: path, configuration: configuration)
    try database.read { try checkPages($0, path) }
    return database
  }

  /// Opens a casebook to read only, so that not even SQLite's files beside it are made, unless a run that is under way
  /// or was killed left its log there.
  ///
  /// > https://www.sqlite.org/uri.html, `immutable`; Debian's SQLite reads such names.
  static func look(at path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    guard Disk.kind(of: "\(path)-wal") == nil else {
      return try DatabaseQueue(path: path, configuration: configuration)
    }
    let signs = Set("%?#")
    let name = path.map { sign in signs.contains(sign) ? "%" + Digest.hex(sign.utf8) : String(sign) }.joined()
    return try DatabaseQueue(path: "file:\(name)?immutable=1", configuration: configuration)
  }

  private static func migrate(_ database: DatabaseQueue, backup path: String) throws {
    let migrator = CaseSchema.migrator
    let (isNewer, isDue, isEmpty) = try database.read { database in
      (
        try migrator.hasBeenSuperseded(database), try !migrator.hasCompletedMigrations(database),
        try !database.tableExists("run") || Int.fetchOne(database, sql: "SELECT count(*) FROM run") == 0
      )
    }
    if isNewer {
      throw CaseworkFault.damagedCasebook(path: database.path, reason: "a newer version of benturan wrote it")
    }
    guard isDue else { return }
    if !isEmpty {
      try Disk.remove(file: path)
      try Disk.write([], to: path)
      let copy = try DatabaseQueue(path: path)
      try database.backup(to: copy)
      try copy.close()
    }
    try migrator.migrate(database)
  }

  /// Reads in one consistent view.
  func read<Value>(_ body: (Database) throws -> Value) throws(CaseworkFault) -> Value {
    do { return try database.read(body) } catch { throw Self.fault(error, path) }
  }

  /// Changes all or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(CaseworkFault) -> Value {
    do { return try database.write(body) } catch { throw Self.fault(error, path) }
  }

  /// Writes the file anew without its free pages, and empties the write-ahead log.
  func compact() throws(CaseworkFault) {
    do {
      try database.vacuum()
      try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    } catch {
      throw Self.fault(error, path)
    }
  }

  /// Ends all access, so that the write-ahead log goes into the file.
  func close() { try? database.close() }

  /// What a room outside makes of the database's own errors.
  static func fault(_ error: any Error, _ path: String) -> CaseworkFault {
    if let fault = error as? CaseworkFault { return fault }
    guard let error = error as? DatabaseError else { return .cannotWrite(path: path, reason: "\(error)") }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      return .damagedCasebook(path: path, reason: "it is no database, or a part of it is not readable")
    default: return .cannotWrite(path: path, reason: error.message ?? "database error \(error.resultCode.rawValue)")
    }
  }
}
