/// The member ``RunManifest/timings`` in a `run.json`: all that two machines' runs of one night may differ in.
///
/// The casebook holds each `run.json` without it, so that machines with the same nights have the same casebook. Whether
/// the timings were changed by accident, a number among them tells: ``check``. Nothing rests on them.
extension RunManifest {
  /// SHA-256 of a `run.json` without its timings, by which the next run and the casebook know it: two machines with the
  /// same nights agree on it, however long each took.
  ///
  /// In a shell: `sed '/^  "timings" : {/,/^  }/d' run.json | sha256sum`.
  static func seal(of json: [UInt8]) -> String { Digest.hex(of: parts(of: json).joined) }

  /// Whether a `run.json` is the one that a digest was taken of; early versions took it of the timings too.
  static func fits(_ json: [UInt8], _ digest: String) -> Bool {
    seal(of: json) == digest || Digest.hex(of: json) == digest
  }

  /// Whether a `run.json` is the one that the casebook holds, and its timings are as they were written.
  ///
  /// - Parameter filed: What the casebook holds; of runs of early versions with their timings, then byte for byte.
  static func isUnchanged(_ published: [UInt8], from filed: [UInt8]) -> Bool {
    guard let manifest = RunManifest(json: filed) else { return false }
    if !manifest.timings.isEmpty { return published == filed }
    return self.filed(published) == filed && hasOwnTimings(published)
  }

  /// What the casebook holds of a `run.json`: all of it, with empty timings.
  static func filed(_ json: [UInt8]) -> [UInt8] {
    let parts = parts(of: json)
    guard let last = parts.timings.split(separator: 0x0A).last else { return json }
    return parts.before + Array("\(start)\n\n".utf8) + last + [0x0A] + parts.after
  }

  /// Whether the timings of a `run.json` are byte for byte those that were written.
  static func hasOwnTimings(_ json: [UInt8]) -> Bool {
    guard let manifest = RunManifest(json: json) else { return false }
    return parts(of: json).timings == parts(of: manifest.json).timings
  }

  var withoutTimings: Self {
    var copy = self
    copy.timings = [:]
    return copy
  }

  /// The manifest with the check among its timings, as `run.json` has it.
  var checked: Self {
    var copy = self
    copy.timings[Self.check] = Self.sum(over: timings)
    return copy
  }

  mutating func removeCheck() { timings[Self.check] = nil }

  /// The name under which the timings' check stands among them.
  private static let check = "check"

  /// The first 28 bits of the SHA-256 over the stages and their milliseconds, a line each; too short a number to look
  /// like a person's.
  private static func sum(over timings: [String: Int]) -> Int {
    let lines = timings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }.joined()
    return Int(Digest.hex(of: Array(lines.utf8)).prefix(7), radix: 16) ?? 0
  }

  /// How the member begins; no value of the JSON has a line break in it, so nothing else begins a line so.
  private static let start = "  \"timings\" : {"

  /// The lines of a `run.json`: those of its timings, and those before and after.
  private struct Parts {
    var before: [UInt8] = []
    var timings: [UInt8] = []
    var after: [UInt8] = []

    var joined: [UInt8] { before + after }
  }

  private static func parts(of json: [UInt8]) -> Parts {
    var parts = Parts()
    var place = \Parts.before
    var rest = json[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      let line = rest[..<end]
      rest = rest[end...]
      if line.starts(with: start.utf8) { place = \.timings }
      parts[keyPath: place] += line
      if place == \.timings, line.starts(with: "  }".utf8) { place = \.after }
    }
    return parts
  }
}
