import Crypto
import Glibc
import Records

/// One open input file: bytes at any offset, and the digest of all of them.
///
/// Digesting happens as bytes are first read, so a file is passed over once; bytes that are read again are not
/// digested again. A gzip file gives its unpacked bytes and their offsets; its digest is that of the file itself.
final class InputFile {
  let path: String
  /// How long the file was when it was opened.
  let byteCount: Int
  private let descriptor: CInt
  private var hasher = SHA256()
  private var digested = 0
  private var unpacked: GzipStream?

  /// Whether the bytes are unpacked from a gzip file.
  var isGzip: Bool { unpacked != nil }

  /// Which file it is, and as of when.
  let stamp: FileStamp

  /// Opens a file for reading. C: `open`, `fstat`.
  ///
  /// `O_NONBLOCK` lets the opening of a pipe that nobody writes to return, so that it can be refused.
  ///
  /// - Throws: ``Fault`` where it cannot be opened or is no regular file.
  init(opening path: String) throws(Fault) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw Fault(errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Fault(
        reason: "it is not a regular file", remedy: "put the file itself here instead of a folder, pipe or device")
    }
    byteCount = Int(status.st_size)
    stamp = FileStamp(status)
    var magic: (UInt8, UInt8, UInt8) = (0, 0, 0)
    let count = withUnsafeMutableBytes(of: &magic) { pread(descriptor, $0.baseAddress, $0.count, 0) }
    if count == 3, magic == (0x1F, 0x8B, 0x08) { unpacked = try GzipStream() }
  }

  deinit { close(descriptor) }

  /// Reads bytes at an offset, unpacked where the file is packed.
  ///
  /// - Returns: How many bytes were read: none only at the end of the file, fewer than asked for before that and before
  ///   a place that cannot be unpacked, which the next call throws.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(Fault) -> Int {
    guard let unpacked else { return try readStored(into: buffer, at: offset) }
    return try unpacked.read(into: buffer, at: offset) { (buffer, offset) throws(Fault) in
      try readStored(into: buffer, at: offset)
    }
  }

  /// Reads the file's own bytes. C: `pread`, repeated after a signal or a short read.
  private func readStored(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(Fault) -> Int {
    var done = 0
    while done < buffer.count {
      let count = pread(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset + done))
      if count < 0 {
        if errno == EINTR { continue }
        throw Fault(errno)
      }
      if count == 0 { break }
      done += count
    }
    if offset <= digested, offset + done > digested {
      let new = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[(digested - offset)..<done])
      hasher.update(bufferPointer: new)
      digested = offset + done
    }
    return done
  }

  /// Another descriptor of the open file, for a C library that closes it. C: `fcntl` with `F_DUPFD_CLOEXEC`.
  ///
  /// - Throws: ``Fault`` where the process has no descriptor left.
  func duplicateDescriptor() throws(Fault) -> CInt {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw Fault(errno) }
    return copy
  }

  /// Digests whatever was not read yet.
  ///
  /// - Returns: The file's length in bytes and its SHA-256 as 64 hex digits.
  func finishDigest() throws(Fault) -> (byteCount: Int, digest: String) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { buffer.deallocate() }
    while try readStored(into: buffer, at: digested) > 0 {}
    let hexDigits = Array("0123456789abcdef".utf8)
    var digest: [UInt8] = []
    for byte in hasher.finalize() {
      digest.append(hexDigits[Int(byte >> 4)])
      digest.append(hexDigits[Int(byte & 15)])
    }
    return (digested, String(decoding: digest, as: UTF8.self))
  }

  /// Why a file cannot be read, in the system's words where the system says so.
  struct Fault: Error, Equatable {
    let code: String
    let reason: String
    let remedy: String
    /// Whether the system does not give the file out, so that nobody knows what it holds: also where a link leads
    /// nowhere, as to a share that is not mounted.
    let isWithheld: Bool

    init(
      code: String = "file-unreadable", reason: String, remedy: String = "check its permissions and disk",
      isWithheld: Bool = false
    ) {
      (self.code, self.reason, self.remedy, self.isWithheld) = (code, reason, remedy, isWithheld)
    }

    init(_ code: CInt) {
      // ENXIO is what a socket answers, which is never an export.
      self.init(reason: String(cString: strerror(code)).lowercased(), isWithheld: code != ENXIO)
    }

    var message: Diagnostic.Message {
      Diagnostic.Message(code: code, problem: "the file cannot be read: \(reason)", remedy: remedy)
    }
  }
}
