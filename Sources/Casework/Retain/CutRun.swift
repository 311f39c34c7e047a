import Records

/// What a purge left of a run's files; `run.json` stays as it was sealed, and this stands beside it.
struct CutRun: Codable, Hashable, Sendable {
  let run: String
  /// The date of the last purge that took lines out, ISO 8601.
  var on: String
  /// Every file that lines were taken out of, as it is now, in the order of names.
  var outputs: [RunManifest.Output]

  static let fileName = "purged.json"

  init(run: String, on day: String, outputs: [RunManifest.Output]) {
    (self.run, on, self.outputs) = (run, day, outputs)
  }

  /// Reads the record of a run's folder; `nil` where there is none, or none that can be read.
  init?(in folder: String) {
    guard let bytes = try? Disk.read("\(folder)/\(Self.fileName)"), let cut = JSONText.value(Self.self, from: bytes)
    else { return nil }
    self = cut
  }

  var json: [UInt8] { JSONText.bytes(of: self, forPeople: true) + [0x0A] }

  /// A file's digest as it is now; `nil` where nothing was taken out of it.
  func digest(of name: String) -> String? { outputs.first { $0.name == name }?.sha256 }
}

/// A report without the lines of some cases and links.
struct CutReport {
  let bytes: [UInt8]
  /// Rows that are left.
  let rows: Int
  /// Rows that went.
  let removed: Int

  /// - Parameters:
  ///   - name: The report's file name.
  ///   - bytes: As it stands.
  ///   - ids: Of cases, of links, and of the run itself where its rows set aside name the person: those tell nobody
  ///     apart, so all of them go.
  init(of name: String, _ bytes: [UInt8], without ids: Set<String>, run: String) {
    let lines = name == Evidence.name ? Self.lines(bytes, endingIn: 0x0A) : Self.lines(bytes, endingIn: 0x0D)
    let header = name == Evidence.name ? 0 : 1
    let kept = lines.enumerated().filter { place, line in
      guard place >= header else { return true }
      switch name {
      case QuarantineRows.name: return !ids.contains(run)
      case Evidence.name: return !(Self.caseID(of: line).map(ids.contains) ?? false)
      default: return !ids.contains(Self.firstCell(of: line))
      }
    }.map(\.element)
    self.bytes = Array(kept.joined())
    rows = max(0, kept.count - header)
    removed = lines.count - kept.count
  }

  /// Lines with their ends; a CSV's end only outside quotes.
  private static func lines(_ bytes: [UInt8], endingIn end: UInt8) -> [ArraySlice<UInt8>] {
    var (lines, start, isQuoted): ([ArraySlice<UInt8>], Int, Bool) = ([], 0, false)
    var index = 0
    while index < bytes.count {
      if end == 0x0D, bytes[index] == 0x22 { isQuoted.toggle() }
      if bytes[index] == end, !isQuoted {
        if end == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        lines.append(bytes[start...index])
        start = index + 1
      }
      index += 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  /// Ids hold neither quotes nor any delimiter.
  private static func firstCell(of line: ArraySlice<UInt8>) -> String {
    String(decoding: line.prefix { ![0x3B, 0x2C, 0x09, 0x7C, 0x0D].contains($0) }, as: UTF8.self)
  }

  private struct Header: Decodable {
    let `case`: ID

    struct ID: Decodable { let id: String }
  }

  private static func caseID(of line: ArraySlice<UInt8>) -> String? {
    JSONText.value(Header.self, from: line)?.case.id
  }
}
