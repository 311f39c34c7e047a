import Records

/// Watches, while rows are read, for values that show how their columns are written.
struct ColumnSurvey {
  /// In how many rows the columns that nothing uses are looked at.
  static let rowsLookedAt = 200

  /// By column: whether a date was seen that has its day in front and can have no month there.
  private var dayFirst: [Bool] = []
  /// Columns with dates that are days of the calendar only with the month in front.
  private var monthFirst: [String: Int] = [:]
  private var amounts: [String: Amounts] = [:]
  private var answers: [String: Answers] = [:]
  private var kin: [String: (terms: Int, filled: Int)] = [:]
  private var rows = 0
  /// What is to be said where nothing settles it.
  private var doubts = Warnings()

  private struct Amounts {
    var decimalMarks: Set<UInt8> = []
    var hasDoubtful = false
  }

  private struct Answers {
    var (hasYes, hasFalse, hasT) = (false, false, false)
  }

  /// - Parameter reading: What the day-first reader made of the text.
  mutating func note(
    _ reading: DateReader.Reading, of text: Span<UInt8>, _ pivotYear: Int, column: Int, _ plan: ReadingPlan, line: Int
  ) {
    switch reading {
    case .date(let date):
      guard date.day > 12, text.count >= 6, !isDayFirst(column) else { return }
      let mark = (0x30...0x39).contains(text[1]) ? 2 : 1
      guard [0x2D, 0x2F, 0x2E].contains(text[mark]), (0x30...0x39).contains(text[mark + 1]) else { return }
      while dayFirst.count <= column { dayFirst.append(false) }
      dayFirst[column] = true
    case .unreadable:
      guard case .date = DateReader(pivotYear: pivotYear, order: .monthFirst).read(text) else { return }
      monthFirst[plan.columnNames[column]] = column
      doubts.add(.mixedDateOrder, column: plan.columnNames[column], line: line)
    case .none, .placeholder, .partial: return
    }
  }

  mutating func note(_ amount: DecimalScan, column: String) {
    guard amount.hasUnit else { return }
    if let mark = amount.decimalMark { amounts[column, default: Amounts()].decimalMarks.insert(mark) }
    if amount.mayHaveThreeDecimals { amounts[column, default: Amounts()].hasDoubtful = true }
  }

  mutating func note(_ answer: WordReader.Answer, of text: Span<UInt8>, column: String, line: Int) {
    switch answer {
    case .letterT:
      answers[column, default: Answers()].hasT = true
      doubts.add(.unclearWinner, column: column, line: line)
    case .yes where text[0] | 0x20 == 0x79: answers[column, default: Answers()].hasYes = true
    case .no where text[0] | 0x20 == 0x66: answers[column, default: Answers()].hasFalse = true
    case .yes, .no, .unclear: return
    }
  }

  /// Looks at what stands in the columns that no plan uses.
  mutating func note(unusedIn row: borrowing RawRow, _ plans: [ReadingPlan]) {
    guard rows < Self.rowsLookedAt, Self.haveOfficials(plans) else { return }
    rows += 1
    let used = Set(plans.flatMap { $0.usedColumns.map(\.column) })
    for column in 0..<min(row.fieldCount, plans[0].columnNames.count) where !used.contains(column) {
      let text = row.bytes.span.extracting(FieldText.trimmed(row.range(column), in: row.bytes.span))
      if FieldText.isPlaceholder(text) { continue }
      var count = kin[plans[0].columnNames[column]] ?? (0, 0)
      count.filled += 1
      if WordReader.isKin(text) { count.terms += 1 }
      kin[plans[0].columnNames[column]] = count
    }
  }

  /// By span: a copy of a plan would count its arrays' owners up and down for every row.
  private static func haveOfficials(_ plans: [ReadingPlan]) -> Bool {
    let span = plans.span
    for index in span.indices where span[index].dataset == .officials { return true }
    return false
  }

  /// The unused column of which most values are terms of kinship.
  var kinColumn: String? {
    kin.filter { $0.value.terms * 5 >= $0.value.filled * 3 && $0.value.terms > 0 }.keys.min()
  }

  /// What was found; relations apart, of which more than the columns must be known.
  var findings: ColumnFindings {
    var found = ColumnFindings()
    for (name, column) in monthFirst where !isDayFirst(column) { found.monthFirst.insert(name) }
    for (name, amounts) in amounts where amounts.hasDoubtful && !amounts.decimalMarks.isEmpty {
      found.decimalMarks[name] = amounts.decimalMarks.count == 1 ? amounts.decimalMarks.first : 0
    }
    for (name, answers) in answers where answers.hasT && answers.hasFalse && !answers.hasYes {
      found.trueT.insert(name)
    }
    return found
  }

  /// Adds what stays in doubt although all of the file has been seen.
  func warn(in warnings: inout Warnings) {
    for name in monthFirst.keys { warnings.take(.mixedDateOrder, column: name, from: doubts) }
    for (name, answers) in answers where !answers.hasYes && !answers.hasFalse {
      warnings.take(.unclearWinner, column: name, from: doubts)
    }
  }

  private func isDayFirst(_ column: Int) -> Bool { dayFirst.indices.contains(column) && dayFirst[column] }
}

extension Diagnostic.Message {
  static let mixedDateOrder = Self(
    code: "date-order", problem: "the date is one only with the month in front, and others of the column are not",
    remedy: "see how the source writes dates and state it as date_order; dates such as 03/04/2020 were read day first")
  static let monthFirstDates = Self(
    code: "date-month-first",
    problem: "some of the column's dates are days only with the month in front; all were read so",
    remedy: "state date_order where that is wrong")
  static let unclearWinner = Self(
    code: "won-unclear", problem: "nothing tells whether this says that the vendor won; it was not read as a winner",
    remedy: "write ya or tidak, or 1 or 0; T is no beside Y and true beside F")
  static let unclearAmount = Self(
    code: "amount-unclear", problem: "the mark before three digits and a unit may be one of thousands or of decimals",
    remedy: "write the amount in rupiah; 1.500 Jt may be 1,500 or 1.5 million")
}
