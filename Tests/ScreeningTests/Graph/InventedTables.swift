import Foundation
import Intake
import Records

/// CSV texts that are read as a night's input would be.
struct InventedTables {
  private let files: [String: String]

  /// - Parameter files: A file's name and its text.
  init(_ files: [String: String]) { self.files = files }

  func registry() throws -> Registry {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("benturan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data((text + "\n").utf8).write(to: folder.appendingPathComponent(name)) }
    return try SourceReader(.init(night: CalendarDate(year: 2026, month: 11, day: 23)!)).read([folder.path]).registry
  }
}
