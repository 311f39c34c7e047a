import Dispatch
package import Records
import Synchronization

/// Reads a folder of exports and registries into one ``Registry``; the door of this room.
package struct SourceReader: Sendable {
  /// How strictly and how widely to read.
  package struct Policy: Sendable {
    /// The night's date.
    package var night: CalendarDate
    /// The part of one file's rows that may be set aside, from 0 to 1.
    package var quarantineShare = 0.05
    /// How many files are read at a time; the result does not depend on it.
    package var threads = 1
    /// What a configuration says of files; the first that means a file counts.
    package var mappings: [SourceMapping] = []
    /// What earlier nights left and later ones may take up; `nil` for neither. It changes how long reading takes alone.
    package var shelf: (any Shelf)?

    package init(night: CalendarDate) { self.night = night }
  }

  private let policy: Policy

  package init(_ policy: Policy) { self.policy = policy }

  /// Reads all files of some folders, with their subfolders.
  ///
  /// - Parameters:
  ///   - inputs: Folders or files.
  ///   - output: A folder that may lie inside an input, whose files are results and no data.
  /// - Throws: ``InputFault`` where a path does not exist or cannot be listed.
  package func read(_ inputs: [String], passingOver output: String? = nil) throws(InputFault) -> Reading {
    let files = try InputFolder.files(in: inputs, passingOver: output)
    let readings = read(files)
    var reading = RegistryBuilder(quarantineShare: policy.quarantineShare).join(readings, files)
    let used = Set(files.compactMap { policy.mappings.first(for: $0.name) })
    reading.unusedMappings = policy.mappings.filter { !used.contains($0) }.map(\.files.text)
    return reading
  }

  /// Reads each file for itself, as a preview of what a run would read.
  package func inspect(_ inputs: [String]) throws(InputFault) -> [Inspection] {
    let files = try InputFolder.files(in: inputs)
    return zip(read(files), files).map { Inspection($0, of: $1, night: policy.night) }
  }

  /// Sixteen mebibytes, a tenth of a second's reading.
  private static let longFile = 16 << 20

  private func read(_ files: [InputFolder.File]) -> [FileReading] {
    let reader = FileReader(
      night: policy.night, quarantineShare: policy.quarantineShare, mappings: policy.mappings, shelf: policy.shelf)
    let total = files.reduce(0) { $0 + $1.byteCount }
    // The largest first, so that no thread is left with a large file at the end.
    let order = files.indices.sorted { (files[$1].byteCount, $0) < (files[$0].byteCount, $1) }
    let next = Mutex(0)
    let done = Mutex([FileReading?](repeating: nil, count: files.count))
    DispatchQueue.concurrentPerform(iterations: max(1, min(policy.threads, files.count))) { _ in
      while true {
        let turn = next.withLock { next in
          next += 1
          return next - 1
        }
        guard turn < order.count else { return }
        let file = files[order[turn]]
        var reader = reader
        // A file that is more than one thread's part of all would be the last to end; small ones are not worth it.
        reader.readsAhead = file.byteCount >= Self.longFile && file.byteCount * policy.threads > total
        let reading = reader.read(file.path, as: file.name)
        done.withLock { $0[order[turn]] = reading }
      }
    }
    return done.withLock { $0.compactMap { $0 } }
  }
}

/// What a night's reading gave.
package struct Reading: Sendable {
  package var registry = Registry()
  /// In the order of ``Registry``'s rows.
  package var quarantine: [QuarantinedRow] = []
  /// Files that could not be read at all, or not to their end, by path.
  package var faults: [Diagnostic] = []
  /// Files that a night may need and that were not read to their end, by path.
  package var incomplete: [IncompleteFile] = []
  /// Files with more rows set aside than may be, by path.
  package var overLimit: [SourceFile] = []
  /// Patterns of files that a configuration speaks of and that mean none of the files.
  package var unusedMappings: [String] = []
  /// Where and how to read each row again.
  package var archive = SourceArchive()

  /// Whether the run has what it needs; else the datasets of which at least one is missing.
  package var missingDatasets: [[Dataset]] {
    let found = Set(registry.sources.flatMap(\.datasets))
    return Dataset.requiredGroups.filter { found.isDisjoint(with: $0) }
  }
}

/// Why an input path cannot be read.
package struct InputFault: Error, Sendable {
  package let path: String
  package let reason: String
}

extension SourceReader {
  /// The SHA-256 of each file of some folders, by the path under which a run records it.
  package static func digests(of inputs: [String]) throws(InputFault) -> [String: String] {
    var digests: [String: String] = [:]
    for file in try InputFolder.files(in: inputs) {
      do throws(InputFile.Fault) {
        digests[file.name] = try InputFile(opening: file.path).finishDigest().digest
      } catch {
        throw InputFault(path: file.path, reason: error.reason)
      }
    }
    return digests
  }
}
