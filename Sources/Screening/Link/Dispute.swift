import Records

/// Two rows of one person's number that state different values of a fact.
struct Dispute: Hashable, Sendable {
  enum Fact: UInt8, CaseIterable, Sendable {
    case birth, sex, nationalID

    /// The fact's place in ``PersonFacts/disputed``.
    var bit: UInt8 { 1 << rawValue }

    /// The level's stable name.
    var name: String {
      switch self {
      case .birth: "birth_date"
      case .sex: "sex"
      case .nationalID: "nik"
      }
    }

    var phrase: Phrase {
      switch self {
      case .birth: Phrase("tanggal lahir", "the birth date")
      case .sex: Phrase("jenis kelamin", "the sex")
      case .nationalID: Phrase("NIK", "the NIK")
      }
    }
  }

  /// The number that both rows bear.
  enum Key: String, Sendable {
    case nip = "NIP"
    case nik = "NIK"
  }

  let fact: Fact
  let key: Key
  let one: UInt32
  let other: UInt32
}

/// Collects the disputes of one table's rows; each is every row's that bears the number.
struct Disputes {
  private(set) var byRow: [UInt32: [Dispute]] = [:]

  /// Rows of one NIP, which are one person: of each fact the first two values that differ.
  ///
  /// - Parameter first: The first official's place in the table.
  mutating func note(officials: [Official], from first: UInt32) {
    var earliest: [CivilServantID: UInt32] = [:]
    var several: [CivilServantID: [UInt32]] = [:]
    for (index, official) in officials.enumerated() {
      let row = UInt32(index)
      if let earlier = earliest[official.nip] {
        several[official.nip, default: [earlier]].append(row)
      } else {
        earliest[official.nip] = row
      }
    }
    for rows in several.values {
      for fact in Dispute.Fact.allCases {
        let stated = rows.map { (row: $0, value: Self.value(of: fact, officials[Int($0)])) }.filter { $0.value != 0 }
        guard let one = stated.first, let other = stated.first(where: { $0.value != one.value }) else { continue }
        let dispute = Dispute(fact: fact, key: .nip, one: first + one.row, other: first + other.row)
        for row in rows { byRow[first + row, default: []].append(dispute) }
      }
    }
  }

  /// Two rows that bear one NIK.
  mutating func note(_ one: UInt32, _ other: UInt32, in facts: [PersonFacts]) {
    let (left, right) = (facts[Int(one)], facts[Int(other)])
    guard left.nationalID == right.nationalID else { return }
    if left.birth != 0, right.birth != 0, left.birth != right.birth { note(.birth, one, other) }
    if left.sex != 0, right.sex != 0, left.sex != right.sex { note(.sex, one, other) }
  }

  private mutating func note(_ fact: Dispute.Fact, _ one: UInt32, _ other: UInt32) {
    let dispute = Dispute(fact: fact, key: .nik, one: one, other: other)
    for row in [one, other] { byRow[row, default: []].append(dispute) }
  }

  /// What the official's own registry states; 0 for nothing. A NIK whose last digit alone differs may be rounded.
  private static func value(of fact: Dispute.Fact, _ official: Official) -> UInt64 {
    switch fact {
    case .birth: UInt64(official.birthDate?.packed ?? 0)
    case .sex: UInt64(official.sex?.rawValue ?? 0)
    case .nationalID: (official.nationalID?.value ?? 0) / 10
    }
  }
}

extension PersonTable {
  /// Marks rows with disputes; the rows of a person share them.
  ///
  /// - Parameter own: By row what pooled rows told before they were filled from others. A disputed fact fills no gap,
  ///   so that the order of rows decides nothing.
  mutating func mark(_ found: Disputes, own: [UInt32: PersonFacts]) {
    for rows in members.values where rows.contains(where: { found.byRow[$0] != nil }) {
      let shared = rows.reduce(into: [Dispute]()) { all, row in
        for dispute in found.byRow[row] ?? [] where !all.contains(dispute) { all.append(dispute) }
      }
      for row in rows { mark(row, shared, own[row]) }
    }
    for (row, own) in found.byRow where disputes[row] == nil { mark(row, own, nil) }
  }

  private mutating func mark(_ row: UInt32, _ found: [Dispute], _ own: PersonFacts?) {
    disputes[row] = found
    for dispute in found {
      facts[Int(row)].disputed |= dispute.fact.bit
      guard let own else { continue }
      switch dispute.fact {
      case .birth: facts[Int(row)].birth = own.birth
      case .sex: facts[Int(row)].sex = own.sex
      case .nationalID:
        facts[Int(row)].nationalID = own.nationalID
        facts[Int(row)].statedBirth = own.statedBirth
      }
    }
  }
}
