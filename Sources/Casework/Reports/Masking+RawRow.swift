import Records

/// Rows that were set aside: no column tells what is a name in them, so a minor's row shows initials only.
extension Masking {
  /// A raw row with personal numbers masked and, where it speaks of a minor, every word cut to its first letter.
  ///
  /// A row of relatives speaks of a minor if the earliest date in it is less than eighteen years ago: people are
  /// born before they are declared. In a file that has an official and the relatives in one row, any such date
  /// counts. A NIK that states such a birth date counts everywhere.
  ///
  /// - Parameters:
  ///   - text: The row as it stood.
  ///   - datasets: What the rows of its file are about.
  func rawRow(_ text: String, of datasets: [Dataset]) -> String {
    guard isMasked else { return self.text(text) }
    let bytes = Array(text.utf8)
    let hasMinorsNumber = IdentifierScan(bytes).found().contains { identifier in
      identifier.kind == .nationalID && isMinor(bornOn: nil, nationalID: NationalID(value: identifier.value))
    }
    guard hasMinorsNumber || datasets.contains(.relatives) && hasMinorsDate(text, datasets) else {
      return self.text(text)
    }
    return Self.wordInitials(self.text(text))
  }

  private func hasMinorsDate(_ text: String, _ datasets: [Dataset]) -> Bool {
    let dates = Self.dates(in: text)
    let candidates = datasets.contains(.officials) ? dates : dates.min().map { [$0] } ?? []
    return candidates.contains { isMinor(bornOn: $0, nationalID: nil) }
  }

  /// Days written with four-digit years, in either order, with `-`, `/` or `.` between.
  static func dates(in text: String) -> [CalendarDate] {
    text.split { !$0.isASCII || !($0.isNumber || "-/.".contains($0)) }.compactMap { word in
      let parts = word.split(whereSeparator: { "-/.".contains($0) }).compactMap { Int($0) }
      guard parts.count == 3 else { return nil }
      return parts[0] > 31
        ? CalendarDate(year: parts[0], month: parts[1], day: parts[2])
        : CalendarDate(year: parts[2], month: parts[1], day: parts[0])
    }
  }

  /// Every run of letters as its first one and a full stop; all else as it is.
  private static func wordInitials(_ text: String) -> String {
    var result = ""
    var isInside = false
    for character in text {
      if character.isLetter {
        if !isInside { result += "\(character)." }
        isInside = true
      } else {
        result.append(character)
        isInside = false
      }
    }
    return result
  }
}
