package import Records

/// What the operator chose about tonight's output.
package struct CaseworkSettings: Hashable, Sendable {
  /// The night's date.
  package var asOf: CalendarDate
  package var language = Language.indonesian
  /// Why identifiers and the names of minors are printed in full; `nil` masks them.
  package var unmaskReason: String?
  /// What separates the fields of a CSV report.
  package var delimiter = Delimiter.semicolon
  /// How many cases to list at most; `nil` lists all.
  package var budget: Int?
  /// The site's key; `nil` for `key` in the output folder.
  package var keyFile: String?
  /// From when on a night is too unlike those before it.
  package var drift = DriftPolicy()
  /// How many clear packages to draw for somebody to check.
  package var recheckSize = 5
  /// How long runs stay.
  package var retention = Retention()
  /// The login name of whoever asked, for lists in full.
  package var askedBy = ""
  /// How many threads to use at most; no output depends on it.
  package var threads = 2

  package init(asOf: CalendarDate) { self.asOf = asOf }

  /// The separators that spreadsheets offer; none of them can be mistaken for part of a number or a date.
  package enum Delimiter: UInt8, CaseIterable, Hashable, Sendable {
    case semicolon = 0x3B
    case comma = 0x2C
    case tab = 0x09
    case bar = 0x7C

    /// Reads one character, as the configuration states it; `nil` for any other text.
    package init?(text: String) {
      let bytes = Array(text.utf8)
      guard bytes.count == 1, let delimiter = Self(rawValue: bytes[0]) else { return nil }
      self = delimiter
    }
  }
}
