import Crypto

/// The secret of one site, with which names and numbers become ids that nobody else can recompute.
///
/// A bare digest of a NIP or NIK can be undone by trying all of them; a keyed one cannot.
package struct SiteKey: Sendable {
  private let bytes: [UInt8]

  /// Reads the key file that the operator named, or the output folder's own, which is made on first use.
  ///
  /// - Parameter check: The ``check`` of the key that the nights before were filed with; `nil` before the first. With
  ///   another key every case would be new, so none is made and none other is taken.
  /// - Throws: ``CaseworkFault/unusableKey(path:reason:remedy:)`` for a file that is not 64 hex digits or that
  ///   others may read, ``CaseworkFault/cannotWrite(path:reason:)`` where none can be made.
  package init(at path: String?, orIn output: String, expecting check: String?) throws(CaseworkFault) {
    let own = "\(output)/key"
    guard let check else {
      try self.init(at: path, orIn: output)
      return
    }
    if path == nil, Disk.kind(of: own) == nil { throw .lost(own) }
    try self.init(reading: path ?? own)
    guard self.check == check else { throw .another(path ?? own) }
  }

  /// Reads the key where no night was filed before, or where that does not matter.
  package init(at path: String?, orIn output: String) throws(CaseworkFault) {
    if let path {
      try self.init(reading: path)
      return
    }
    let path = "\(output)/key"
    if Disk.kind(of: path) == nil {
      try Self.make(at: path)
      // The ids of all nights to come rest on it.
      try Disk.sync(folder: output)
    }
    try self.init(reading: path)
  }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Sixteen hex digits that tell this key from another, and nothing about it.
  var check: String { String(Digest.hex(digest(of: ["kunci"])).prefix(16)) }

  /// HMAC-SHA-256 over parts with a zero byte between them; no part holds one.
  ///
  /// > RFC 2104; FIPS 180-4.
  func digest(of parts: [String]) -> [UInt8] {
    var message: [UInt8] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { message.append(0) }
      message.append(contentsOf: part.utf8)
    }
    return Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: bytes)))
  }
}

extension SiteKey {
  private init(reading path: String) throws(CaseworkFault) {
    switch Disk.kind(of: path, followingLinks: true) {
    case .file: break
    case nil: throw .missing(path)
    case .folder, .link, .other: throw .notAFile(path)
    }
    guard let mode = Disk.mode(of: path, followingLinks: true), mode & 0o077 == 0 else { throw .readableByOthers(path) }
    guard let text = try? Disk.read(path) else { throw .unreadable(path) }
    guard let bytes = Self.parse(text) else { throw .malformed(path) }
    self.bytes = bytes
  }

  /// 64 hex digits, and at most one line end after them.
  static func parse(_ text: [UInt8]) -> [UInt8]? {
    var digits = text[...]
    if digits.last == 0x0A { digits.removeLast() }
    if digits.last == 0x0D { digits.removeLast() }
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in digits {
      guard let digit = Character(UnicodeScalar(character)).hexDigitValue else { return nil }
      if let first = high {
        bytes.append(first << 4 | UInt8(digit))
        high = nil
      } else {
        high = UInt8(digit)
      }
    }
    return bytes
  }

  private static func make(at path: String) throws(CaseworkFault) {
    var random = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
    let new = path + Disk.temporarySuffix
    try Disk.remove(file: new)
    try Disk.write(Array((Digest.hex(bytes) + "\n").utf8), to: new)
    try Disk.rename(new, to: path)
  }
}

extension CaseworkFault {
  fileprivate static func missing(_ path: String) -> Self {
    .unusableKey(
      path: path, reason: "there is no such key file",
      remedy: "name the file that holds this site's key, or leave the option out to use the output folder's own")
  }

  fileprivate static func lost(_ path: String) -> Self {
    .unusableKey(
      path: path, reason: "the key of the nights before is not there",
      remedy: "put it back from its copy, or name it with --key-file; without a copy begin a new output folder"
        + " (the manual's operating page)")
  }

  fileprivate static func another(_ path: String) -> Self {
    .unusableKey(
      path: path, reason: "the nights before were filed with another key, so every case would get a new id",
      remedy: "put the old key back from its copy, or name it with --key-file; for a new key begin a new output folder"
        + " (the manual's operating page)")
  }

  fileprivate static func notAFile(_ path: String) -> Self {
    .unusableKey(path: path, reason: "the key is not a file", remedy: "name a file of 64 hex digits")
  }

  fileprivate static func readableByOthers(_ path: String) -> Self {
    .unusableKey(
      path: path, reason: "the key file may be read by others than its owner",
      remedy: "run chmod 600 on it, and think about making a new key: ids change with it")
  }

  fileprivate static func unreadable(_ path: String) -> Self {
    .unusableKey(path: path, reason: "the key file cannot be read", remedy: "let this user read it")
  }

  fileprivate static func malformed(_ path: String) -> Self {
    .unusableKey(
      path: path, reason: "the key file does not hold 64 hex digits",
      remedy: "put back the site's key from its backup; a new key gives every case a new id")
  }
}
