import Records

/// The texts that a workbook's cells share, each stored once.
final class SharedStrings: OfficeListener {
  /// What is kept in memory for one workbook at most.
  private static let mostBytes = 256 << 20
  private static let mostStrings = 16 << 20

  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isText = false
  private(set) var fault: SheetFault?

  /// A text's bytes; `nil` where the table has none of that number.
  func string(_ number: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(number) else { return nil }
    return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  func start(_ tag: OfficeTag) {
    // How a text is pronounced, in East Asia, is not part of it.
    if tag.word == .text { isText = tag.parent != .phonetic }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isText { bytes.append(contentsOf: text) }
  }

  func end(_ word: OfficeWord, in parent: OfficeWord) {
    switch word {
    case .text: isText = false
    case .stringItem:
      ends.append(bytes.count)
      if bytes.count > Self.mostBytes || ends.count > Self.mostStrings { fault = SheetFault(.tooManyTexts) }
    default: break
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let tooManyTexts = Self(
    code: "archive-size", problem: "the workbook has more than 256 MiB of texts, or more than 16 million",
    remedy: "export the table as CSV, or in several workbooks")
}
