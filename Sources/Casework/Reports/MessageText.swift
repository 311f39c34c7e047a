package import Records

/// Text for people that may hold names of files and columns: nothing in it identifies a person or steers a terminal.
package enum MessageText {
  /// Text in which numbers of the shape of a NIK, NIP or personal NPWP are masked; what looks like a telephone number
  /// is more likely a date and stays.
  package static func masked(_ text: String) -> String {
    // The date decides only who is a minor, and no names are looked at here.
    guard let day = CalendarDate(year: 2000, month: 1, day: 1) else { return PlainText.visible(text) }
    return Masking(.masked, asOf: day).path(text)
  }

  /// The value of an input's field as an output would show it.
  ///
  /// - Parameters:
  ///   - night: The night's date.
  ///   - isMinor: Whether the row's own person is under eighteen.
  package static func field(
    _ value: String, holding content: SourceExcerpt.Content, isMinor: Bool, asOf night: CalendarDate
  ) -> String {
    Masking(.masked, asOf: night).field(value, holding: content, isMinor: isMinor)
  }

  /// Text whose masking was decided before, without signs that steer a terminal.
  package static func visible(_ text: String) -> String { PlainText.visible(text) }
}
