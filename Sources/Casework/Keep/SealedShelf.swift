import Crypto
import FoundationEssentials
import Glibc
package import Records
import Synchronization

/// A folder beside the runs that holds what the last night left for the next, sealed under the site's key.
///
/// It holds what the inputs hold, so nobody without the key may read it; and as it saves time and nothing else, a fault
/// of the disk, of a file or of the key leaves it empty and the night as it is. A file that was not asked for in a night
/// goes at its end.
///
/// > AES-256-GCM: NIST SP 800-38D; HKDF: RFC 5869.
package final class SealedShelf: Shelf {
  /// Lies beside the runs.
  static let folderName = ".kept"
  /// A disk with less room is left alone: 256 MiB.
  private static let leastRoom: UInt64 = 256 << 20
  private static let saltSize = 16

  private let folder: String
  private let key: SiteKey
  private let context: [String]
  private let isFresh: Bool
  private let asked = Mutex<Set<String>>([])

  /// - Parameters:
  ///   - output: The output folder, whose lock the caller holds.
  ///   - keyFile: The site's key; `nil` for the output folder's own, which is made where no night was filed yet.
  ///   - context: What the contents rest on besides their names: the program, its libraries and its settings.
  ///   - isFresh: Whether to give out nothing, and only keep for later nights.
  /// - Returns: `nil` where there is no key to seal with; a night that needs it will say why.
  package init?(output: String, keyFile: String?, context: [String], isFresh: Bool) {
    guard let key = Self.key(at: keyFile, orIn: output) else { return nil }
    folder = "\(output)/\(Self.folderName)"
    (self.key, self.context, self.isFresh) = (key, context, isFresh)
    if Disk.kind(of: folder) == nil { try? Disk.makeFolder(folder) }
    guard Disk.kind(of: folder) == .folder else { return nil }
  }

  /// The key of the nights before; before the first, the one that it will use. A shelf writes nothing under another.
  private static func key(at keyFile: String?, orIn output: String) -> SiteKey? {
    guard Disk.kind(of: "\(output)/\(CaseStore.fileName)") != nil else {
      return try? SiteKey(at: keyFile, orIn: output)
    }
    guard let store = try? CaseStore(in: output) else { return nil }
    defer { store.close() }
    guard let runs = try? store.read({ try FiledRun.all(in: $0) }) else { return nil }
    return try? SiteKey(at: keyFile, orIn: output, expecting: runs.last { $0.keyCheck != nil }?.keyCheck)
  }

  package func reader(of name: String) -> KeptReader? {
    let place = place(of: name)
    asked.withLock { _ = $0.insert(place) }
    guard !isFresh else { return nil }
    let file = SealedPieces(reading: "\(folder)/\(place)") { Self.fileKey(self.key, salt: $0, place) }
    return file.map { file in KeptReader { file.next() } }
  }

  package func writer(of name: String) -> KeptWriter? {
    let place = place(of: name)
    asked.withLock { _ = $0.insert(place) }
    var salt: [UInt8] = []
    var random = SystemRandomNumberGenerator()
    for _ in 0..<Self.saltSize { salt.append(.random(in: 0...255, using: &random)) }
    guard hasRoom else { return nil }
    let sink = SealedSink(writing: "\(folder)/\(place)", salt: salt, key: Self.fileKey(key, salt: salt, place)) {
      self.hasRoom
    }
    return sink.map(KeptWriter.init(to:))
  }

  /// Removes what was not asked for.
  package func clear() {
    let asked = asked.withLock { $0 }
    for name in Disk.names(in: folder) where !asked.contains(name) { try? Disk.remove(file: "\(folder)/\(name)") }
  }

  /// Files that are not whole or not as they were sealed, in byte order of their names.
  static func damaged(in output: String, _ key: SiteKey) -> [String] {
    let folder = "\(output)/\(folderName)"
    return Disk.names(in: folder).filter { name in
      // One that a kill cut short has not taken its name yet.
      guard !name.hasSuffix(Disk.temporarySuffix) else { return false }
      guard let file = SealedPieces(reading: "\(folder)/\(name)", key: { fileKey(key, salt: $0, name) }) else {
        return true
      }
      while file.next() != nil {}
      return !file.isWhole
    }
  }

  /// Removes all that any night left.
  package static func empty(in output: String) throws(CaseworkFault) {
    try Disk.remove(folder: "\(output)/\(folderName)")
  }

  private func place(of name: String) -> String {
    String(Digest.hex(key.digest(of: ["simpanan"] + context + [name])).prefix(32))
  }

  /// A key for one file alone, so that its pieces may be counted from zero.
  private static func fileKey(_ key: SiteKey, salt: [UInt8], _ place: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: key.digest(of: ["segel simpanan"])), salt: salt, info: Array(place.utf8),
      outputByteCount: 32)
  }

  private var hasRoom: Bool {
    var status = statvfs()
    return statvfs(folder, &status) == 0 && UInt64(status.f_bavail) * UInt64(status.f_frsize) >= Self.leastRoom
  }
}

/// A sealed file: the salt, then for each piece its sealed length and itself. A piece's number and whether it is the
/// last are sealed with it, so that none can be lost, doubled or moved unseen.
private enum SealedFile {
  static let tagSize = 16

  static func nonce(_ number: UInt64) -> AES.GCM.Nonce? {
    try? AES.GCM.Nonce(data: [0, 0, 0, 0] + (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })
  }

  static func label(isLast: Bool) -> [UInt8] { [isLast ? 1 : 0] }
}

/// Seals pieces into a new file that takes its place once it is whole.
private final class SealedSink: KeptSink {
  private let path: String
  private let key: SymmetricKey
  private let hasRoom: () -> Bool
  private var descriptor: CInt
  private var number: UInt64 = 0

  init?(writing path: String, salt: [UInt8], key: SymmetricKey, _ hasRoom: @escaping () -> Bool) {
    (self.path, self.key, self.hasRoom) = (path, key, hasRoom)
    let new = path + Disk.temporarySuffix
    guard (try? Disk.remove(file: new)) != nil else { return nil }
    descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0, fchmod(descriptor, 0o600) == 0 else { return nil }
    write(salt)
  }

  deinit {
    guard descriptor >= 0 else { return }
    Glibc.close(descriptor)
    unlink(path + Disk.temporarySuffix)
  }

  func take(_ piece: [UInt8]) {
    guard hasRoom() else {
      giveUp()
      return
    }
    seal(piece, isLast: false)
  }

  func close() {
    seal([], isLast: true)
    guard descriptor >= 0 else { return }
    let isClosed = Glibc.close(descriptor) == 0
    descriptor = -1
    // It need not survive a power cut: what is not whole is not read.
    if !isClosed || (try? Disk.rename(path + Disk.temporarySuffix, to: path)) == nil {
      unlink(path + Disk.temporarySuffix)
    }
  }

  private func seal(_ piece: [UInt8], isLast: Bool) {
    guard descriptor >= 0, let nonce = SealedFile.nonce(number),
      let box = try? AES.GCM.seal(
        piece, using: key, nonce: nonce, authenticating: SealedFile.label(isLast: isLast))
    else {
      giveUp()
      return
    }
    number += 1
    let count = UInt32(piece.count + SealedFile.tagSize)
    write((0..<4).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) })
    box.ciphertext.withUnsafeBytes { write($0) }
    box.tag.withUnsafeBytes { write($0) }
  }

  private func write(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0) } }

  private func write(_ bytes: UnsafeRawBufferPointer) {
    var done = 0
    while descriptor >= 0, done < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        giveUp()
        return
      }
      done += count
    }
  }

  private func giveUp() {
    guard descriptor >= 0 else { return }
    Glibc.close(descriptor)
    unlink(path + Disk.temporarySuffix)
    descriptor = -1
  }
}

/// Opens one piece of a file after the other.
private final class SealedPieces {
  private let descriptor: CInt
  private let key: SymmetricKey
  private var number: UInt64 = 0
  private var isDone = false
  /// Whether the last piece was read, and nothing lies behind it.
  private(set) var isWhole = false

  /// More than a writer ever puts into one.
  private static let longestPiece = 16 << 20

  init?(reading path: String, key: ([UInt8]) -> SymmetricKey) {
    descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard let salt = Self.read(descriptor, count: 16) else {
      close(descriptor)
      return nil
    }
    self.key = key(salt)
  }

  deinit { close(descriptor) }

  /// `nil` after the last, and where one is not as it was sealed: then the content ends too early.
  func next() -> [UInt8]? {
    guard !isDone, let length = Self.read(descriptor, count: 4) else { return nil }
    let count = length.enumerated().reduce(0) { $0 | Int($1.element) << ($1.offset * 8) }
    guard (SealedFile.tagSize...Self.longestPiece).contains(count), let sealed = Self.read(descriptor, count: count)
    else { return nil }
    isDone = count == SealedFile.tagSize
    guard let nonce = SealedFile.nonce(number),
      let box = try? AES.GCM.SealedBox(
        nonce: nonce, ciphertext: sealed.dropLast(SealedFile.tagSize), tag: sealed.suffix(SealedFile.tagSize)),
      let piece = try? AES.GCM.open(box, using: key, authenticating: SealedFile.label(isLast: isDone))
    else {
      isDone = true
      return nil
    }
    number += 1
    if isDone { isWhole = Self.read(descriptor, count: 1) == nil }
    return isDone ? nil : Array(piece)
  }

  private static func read(_ descriptor: CInt, count: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let read = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { return }
        filled += read
      }
    }
    return bytes.count == count ? bytes : nil
  }
}
