import CLibZip
import Glibc
import Records

/// Reads the parts of a ZIP archive that may come from anywhere, one after another and never to the disk.
///
/// Owns one handle of libzip (C: `zip_fdopen`, `zip_fopen_index`, `zip_fread`), which checks each part's CRC. What it
/// unpacks is counted: an archive that grows beyond all sheets' habits is refused while it is read, whatever sizes it
/// states.
final class ZipArchive {
  /// Sheets shrink to a twentieth; a part that unpacks to more than this many times its size was made to be large.
  private static let largestRatio: UInt64 = 100
  /// Below this size no ratio harms.
  private static let harmless: UInt64 = 64 << 20
  /// All parts together; a full sheet of a million rows by fifty columns has about three gigabytes.
  private static let largestTotal: UInt64 = 8 << 30
  private static let mostParts = 10_000
  private static let chunkSize = 1 << 16

  private let handle: OpaquePointer
  private var parts: [String: UInt64] = [:]
  private var unpacked: UInt64 = 0

  /// Opens the archive of a file; the file stays open beside it.
  init(_ file: InputFile) throws(SheetFault) {
    guard !file.isGzip else { throw SheetFault(.packedArchive) }
    var descriptor: CInt = -1
    do throws(InputFile.Fault) { descriptor = try file.duplicateDescriptor() } catch { throw SheetFault(error) }
    var code: CInt = 0
    guard let handle = zip_fdopen(descriptor, 0, &code) else {
      close(descriptor)
      throw SheetFault(.brokenArchive)
    }
    self.handle = handle
    try listParts()
  }

  deinit { zip_discard(handle) }

  /// Whether there is a part of that name, in any case.
  func has(_ name: String) -> Bool { parts[Self.key(name)] != nil }

  /// Notes all parts by name.
  ///
  /// - Throws: Where a name would lead out of the archive, or two parts have one name, of which programs may see
  ///   either.
  private func listParts() throws(SheetFault) {
    let count = zip_get_num_entries(handle, 0)
    guard count <= Self.mostParts else { throw SheetFault(.tooManyParts) }
    for index in 0..<UInt64(max(0, count)) {
      guard let name = zip_get_name(handle, index, UInt32(ZIP_FL_ENC_GUESS)) else { throw SheetFault(.brokenArchive) }
      let key = Self.key(String(cString: name))
      let steps = key.split(separator: "/", omittingEmptySubsequences: false)
      guard !key.hasPrefix("/"), !steps.contains(".."), !(steps.first?.hasSuffix(":") ?? false) else {
        throw SheetFault(.pathOutside)
      }
      guard parts.updateValue(index, forKey: key) == nil else { throw SheetFault(.twoParts) }
    }
  }

  /// Some programs write backslashes; names are the same in any case (ECMA-376, part 2).
  private static func key(_ name: String) -> String { name.replacing("\\", with: "/").lowercased() }

  /// Unpacks a part.
  ///
  /// - Parameter take: Gets the part's bytes piece by piece.
  func read(
    _ name: String, _ take: (UnsafeRawBufferPointer) throws(SheetFault) -> Void
  ) throws(SheetFault) {
    guard let index = parts[Self.key(name)] else { throw SheetFault(.missingPart(name)) }
    var status = zip_stat_t()
    guard zip_stat_index(handle, index, 0, &status) == 0 else { throw SheetFault(.brokenArchive) }
    guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw SheetFault(.encryptedArchive) }
    guard let part = zip_fopen_index(handle, index, 0) else { throw SheetFault(.brokenPart(name)) }
    defer { zip_fclose(part) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunkSize, alignment: 64)
    defer { buffer.deallocate() }
    var size: UInt64 = 0
    while true {
      let count = zip_fread(part, buffer.baseAddress, UInt64(buffer.count))
      guard count >= 0 else { throw SheetFault(.brokenPart(name)) }
      if count == 0 { return }
      size += UInt64(count)
      unpacked += UInt64(count)
      let isBomb = size > Self.harmless && size / Self.largestRatio > status.comp_size
      guard !isBomb, unpacked <= Self.largestTotal else { throw SheetFault(.archiveTooLarge) }
      try take(UnsafeRawBufferPointer(rebasing: buffer[0..<Int(count)]))
    }
  }

  /// Unpacks a part of XML for a listener.
  func read(_ name: String, as listener: some OfficeListener, counting writer: SheetWriter? = nil) throws(SheetFault) {
    let xml = try OfficeXML(listener, part: name)
    try read(name) { chunk throws(SheetFault) in
      writer?.bytesRead += chunk.count
      try xml.read(chunk)
    }
    try xml.finish()
  }
}

extension Diagnostic.Message {
  fileprivate static let saveAgain = "open it in its program and save it again, or export the table as CSV"

  fileprivate static let brokenArchive = Self(
    code: "archive-broken", problem: "the ZIP archive that an XLSX file is cannot be opened; its end may be missing",
    remedy: "fetch the file again; the transfer may have stopped before its end")
  fileprivate static let packedArchive = Self(
    code: "archive-packed", problem: "the workbook was packed once more with gzip",
    remedy: "unpack it with `gzip -d`; a workbook is packed already and does not shrink")
  fileprivate static func brokenPart(_ name: String) -> Self {
    Self(
      code: "archive-broken", problem: "the part \(name) of the workbook is damaged",
      remedy: "fetch the file again, or \(saveAgain)")
  }
  fileprivate static let encryptedArchive = Self(
    code: "archive-encrypted", problem: "the workbook is protected by a password",
    remedy: "save it without a password, or export the table as CSV")
  fileprivate static func missingPart(_ name: String) -> Self {
    Self(code: "archive-part", problem: "the workbook lacks its part \(name)", remedy: saveAgain)
  }
  fileprivate static let tooManyParts = Self(
    code: "archive-size", problem: "the archive has more than 10,000 parts",
    remedy: "this is no workbook of an office; ask where the file comes from")
  fileprivate static let archiveTooLarge = Self(
    code: "archive-size",
    problem: "the archive unpacks to far more than its size, as files do that are made to do harm",
    remedy: "ask where the file comes from; if it is genuine, export the table as CSV")
  fileprivate static let pathOutside = Self(
    code: "archive-path", problem: "a name in the archive leads outside of it",
    remedy: "no program writes such a workbook; ask where the file comes from")
  fileprivate static let twoParts = Self(
    code: "archive-path", problem: "two parts of the archive have one name, so programs would see different sheets",
    remedy: "no program writes such a workbook; ask where the file comes from")
}
