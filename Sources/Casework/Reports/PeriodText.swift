import Records

/// Periods as outputs write them.
enum PeriodText {
  /// `2019-01-15/2024-06-30`, with `..` for an end that nobody wrote down, as in ISO 8601-2.
  static func iso(_ period: Period) -> String {
    "\(period.from.map(\.description) ?? "..")/\(period.to.map(\.description) ?? "..")"
  }

  /// The clause of a sentence, such as `sejak 2019-01-15`; it says so where no date is known.
  static func clause(_ period: Period, in language: Language) -> String {
    switch (period.from, period.to) {
    case (let from?, let to?):
      language.of(Phrase("sejak \(from) sampai \(to)", "from \(from) to \(to)"))
    case (let from?, nil):
      language.of(Phrase("sejak \(from)", "since \(from)"))
    case (nil, let to?):
      language.of(Phrase("sampai \(to) (tanggal mulai tidak diketahui)", "until \(to) (starting date unknown)"))
    case (nil, nil):
      language.of(Phrase("sejak tanggal yang tidak diketahui", "since an unknown date"))
    }
  }
}
