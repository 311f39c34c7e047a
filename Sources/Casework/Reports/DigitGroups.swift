import Records

/// A run of digits with what separates them, and what it can be read as.
struct DigitGroups {
  private(set) var range: Range<Int>
  /// The digits as a number; meaningless over nineteen of them.
  private(set) var value: UInt64 = 0
  private var count = 0
  /// How many digits stand in each group.
  private var lengths = [0]
  private var separators: Set<UInt8> = []
  private let hasPlus: Bool
  private var first: UInt8 = 0
  private var second: UInt8 = 0
  private var third: UInt8 = 0

  init(at start: Int, hasPlus: Bool) {
    range = (hasPlus ? start - 1 : start)..<start
    self.hasPlus = hasPlus
  }

  mutating func add(digit: UInt8) {
    switch count {
    case 0: first = digit - 0x30
    case 1: second = digit - 0x30
    case 2: third = digit - 0x30
    default: break
    }
    if count < 19 { value = value * 10 + UInt64(digit - 0x30) }
    count += 1
    lengths[lengths.count - 1] += 1
    range = range.lowerBound..<range.upperBound + 1
  }

  mutating func add(separator: UInt8) {
    separators.insert(separator)
    lengths.append(0)
    range = range.lowerBound..<range.upperBound + 1
  }

  /// Joins neighbouring runs; `nil` where that is longer than any personal number.
  init?(joining groups: ArraySlice<DigitGroups>) {
    guard let head = groups.first, groups.reduce(0, { $0 + $1.count }) <= 18 else { return nil }
    self = head
    for group in groups.dropFirst() {
      for _ in 0..<group.count { value *= 10 }
      value += group.value
      if count == 1 { second = group.first }
      if count == 1 { third = group.second }
      if count == 2 { third = group.first }
      count += group.count
      lengths += group.lengths
      separators.insert(0x20)
      range = range.lowerBound..<group.range.upperBound
    }
  }
}

extension DigitGroups {
  enum Reading: Equatable {
    case identifier(IdentifierScan.Found.Kind)
    /// A date, an amount, a company's number: complete in itself, and no part of a longer number.
    case other
    /// Perhaps part of a number that goes on after a blank.
    case fragment
  }

  var reading: Reading {
    if isDate || isAmount { return .other }
    if let whole = withoutFloatTail { return whole.reading }
    if let phone = phoneReading { return phone }
    return lengths.count == 1 ? throughReading : separatedReading
  }

  /// The number as an identifier.
  var wholeValue: UInt64 { withoutFloatTail?.value ?? value }

  /// The number before a `.0`, the mark of a column that went through a float.
  private var withoutFloatTail: DigitGroups? {
    guard lengths.count == 2, lengths[1] == 1, lengths[0] >= 10, count < 20, value % 10 == 0 else { return nil }
    var whole = self
    whole.value /= 10
    whole.count -= 1
    whole.lengths = [whole.count]
    return whole
  }

  /// Written through: a length that nothing else has is enough, so that a damaged number is masked as well.
  private var throughReading: Reading {
    switch count {
    case 18 where value % 1000 != 0: .identifier(.civilServantID)
    // One digit lost of a NIP.
    case 17 where CalendarDate(packedDigits: value / 1_000_000_000) != nil: .identifier(.civilServantID)
    // A leading zero makes it a company's NPWP of sixteen digits.
    case 16 where first != 0: .identifier(.nationalID)
    case 16: .other
    case 15: taxIDReading ?? (isShortNationalID ? .identifier(.nationalID) : .other)
    case 13...: .other
    default: .fragment
    }
  }

  /// With separators: any sum of lengths happens by chance, so the parts must make sense.
  private var separatedReading: Reading {
    switch count {
    case 18 where CivilServantID(value: value)?.isWellFormed == true: .identifier(.civilServantID)
    case 16 where first != 0 && NationalID(value: value)?.isWellFormed == true: .identifier(.nationalID)
    case 15 where lengths == [2, 3, 3, 1, 3, 3]:
      TaxID(value: value)?.isPersonal == true ? .identifier(.taxID) : .other
    case 19...: .other
    default: .fragment
    }
  }

  private var taxIDReading: Reading? {
    guard let number = TaxID(value: value), number.isChecked else { return nil }
    return number.isPersonal ? .identifier(.taxID) : .other
  }

  /// Whether a NIK is left when its last digit was lost.
  private var isShortNationalID: Bool { NationalID(value: value * 10 + 1)?.isWellFormed == true }

  /// A mobile number: `08`, `+62` or, where its length is no amount's, `628`.
  private var phoneReading: Reading? {
    let groupsBegin = lengths.count == 1 || lengths[0] >= 3
    let isNational = first == 0 && second == 8 && third != 0 && (10...13).contains(count) && groupsBegin
    let isInternational = hasPlus && first == 6 && second == 2 && (10...15).contains(count)
    // Eleven digits from 62 on may be sixty billion rupiah; twelve are more than any package costs.
    let isBare = first == 6 && second == 2 && third == 8 && (12...14).contains(count) && lengths.count == 1
    return isNational || isInternational || isBare ? .identifier(.phone) : nil
  }

  /// `2026-11-23`, `23.11.2026`.
  private var isDate: Bool { lengths == [4, 2, 2] || lengths == [2, 2, 4] || lengths == [1, 2, 4] }

  /// `1.250.000.000`: thousands dots, at least two.
  private var isAmount: Bool {
    first != 0 && lengths.count >= 3 && separators == [UInt8(ascii: ".")] && (1...3).contains(lengths[0])
      && lengths.dropFirst().allSatisfy { $0 == 3 }
  }
}

extension CalendarDate {
  /// Reads `yyyymmdd` as a number, for years in which someone alive may be born.
  fileprivate init?(packedDigits digits: UInt64) {
    guard (1900...2100).contains(digits / 10_000) else { return nil }
    self.init(year: Int(digits / 10_000), month: Int(digits / 100 % 100), day: Int(digits % 100))
  }
}
