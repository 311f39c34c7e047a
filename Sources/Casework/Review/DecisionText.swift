import Records

/// What an auditor wrote, as decisions keep it.
enum DecisionText {
  /// What a spreadsheet's cell holds is 32,767; a longer text would come back from one cut off.
  static let longest = 32_000

  /// The text without blanks around it and without the apostrophe that keeps a spreadsheet from taking it for a
  /// formula, with plain line ends, with the numbers of persons masked and signs that steer a terminal replaced.
  ///
  /// The canonical form of a canonical text is that text, so that a list which comes back unchanged changes nothing.
  static func canonical(_ text: String) -> String {
    var text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\u{A0}", with: " ")
    while true {
      let trimmed = trimmed(text)
      guard trimmed.first == "'", let next = trimmed.dropFirst().first, isFormulaStart(next) else {
        text = trimmed
        break
      }
      text = String(trimmed.dropFirst())
    }
    // The date decides only who is a minor, and no names are looked at here.
    guard let day = CalendarDate(year: 2000, month: 1, day: 1) else { return text }
    return Masking(.masked, asOf: day).text(text)
  }

  /// The same for a text of one line.
  static func canonicalLine(_ text: String) -> String {
    canonical(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// As ``CSVTable`` sees it.
  private static func isFormulaStart(_ character: Character) -> Bool {
    character.isNewline || ["=", "+", "-", "@", "\t"].contains(character)
  }

  private static func trimmed(_ text: String) -> String {
    guard let start = text.firstIndex(where: { !$0.isWhitespace }),
      let end = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[start...end])
  }
}
