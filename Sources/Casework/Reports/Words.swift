import Records

/// Words of closed lists. The codes are the same in both languages, so that a filter works in either.
extension BidOutcome {
  /// The word in the columns.
  var code: String {
    switch self {
    case .registered: "mendaftar"
    case .bid: "menawar"
    case .won: "menang"
    case .contracted: "berkontrak"
    }
  }

  /// Reads the word of the columns.
  package init?(code: String) {
    guard let outcome = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = outcome
  }

  var phrase: Phrase {
    switch self {
    case .registered: Phrase("mendaftar", "registered")
    case .bid: Phrase("menawar", "bid")
    case .won: Phrase("menang", "won")
    case .contracted: Phrase("berkontrak", "contracted")
    }
  }

  /// What the vendor did, as a relative clause continues.
  var clause: Phrase {
    switch self {
    case .registered: Phrase("mendaftar pada paket itu", "registered for that package")
    case .bid: Phrase("menyampaikan penawaran pada paket itu", "made an offer for that package")
    case .won: Phrase("menjadi pemenang paket itu", "won that package")
    case .contracted:
      Phrase("menjadi pemenang dan berkontrak pada paket itu", "won that package and signed the contract")
    }
  }
}

extension Period.Standing {
  /// The word in the columns.
  var code: String {
    switch self {
    case .during: "berlaku"
    case .unknown: "tidak_diketahui"
    case .before: "sebelum"
    case .after: "sesudah"
    }
  }

  var phrase: Phrase {
    switch self {
    case .during: Phrase("berlaku pada tanggal paket", "in force on the package's dates")
    case .unknown: Phrase("tidak diketahui", "unknown")
    case .before: Phrase("berakhir sebelum tanggal paket", "ended before the package's dates")
    case .after: Phrase("mulai sesudah tanggal paket", "began after the package's dates")
    }
  }
}

extension Level {
  var phrase: Phrase {
    switch self {
    case .low: Phrase("rendah", "low")
    case .medium: Phrase("sedang", "medium")
    case .high: Phrase("tinggi", "high")
    case .critical: Phrase("kritis", "critical")
    }
  }
}

extension Finding.Relation {
  var phrase: Phrase {
    switch self {
    case .closest: Phrase("pejabat sendiri, pasangan, orang tua atau anak", "in person, a spouse, a parent or a child")
    case .listed: Phrase("keluarga lain dalam daftar", "another listed relative")
    case .outside: Phrase("kerabat di luar daftar", "kin outside the list")
    case .bidders: Phrase("dua peserta", "two bidders")
    }
  }
}

extension Finding.Power {
  var phrase: Phrase {
    switch self {
    case .decides: Phrase("memutuskan", "decides")
    case .assists: Phrase("membantu", "assists")
    case .distant: Phrase("jauh dari keputusan", "at a distance")
    case .sameUnit: Phrase("bertugas di satuan kerja pembeli", "posted in the buying unit")
    case .elsewhere: Phrase("bertugas di tempat lain", "posted elsewhere")
    case .bidders: Phrase("tanpa pejabat", "no official")
    }
  }
}

extension PathStep.Kind {
  var phrase: Phrase {
    switch self {
    case .official: Phrase("pejabat", "official")
    case .posting: Phrase("penempatan", "posting")
    case .relative: Phrase("keluarga", "relative")
    case .vendorPerson: Phrase("orang penyedia", "vendor's person")
    case .holding: Phrase("saham/jabatan", "share/office")
    case .vendor: Phrase("penyedia", "vendor")
    case .bid: Phrase("penawaran", "bid")
    case .package: Phrase("paket", "package")
    case .role: Phrase("peran", "role")
    case .declaration: Phrase("pernyataan", "declaration")
    }
  }
}

extension Comparison.Subject {
  var phrase: Phrase {
    switch self {
    case .name: Phrase("nama", "name")
    case .nationalID: Phrase("NIK", "NIK")
    case .birthDate: Phrase("tanggal lahir", "birth date")
    case .sex: Phrase("jenis kelamin", "sex")
    case .birthPlace: Phrase("tempat lahir", "birth place")
    case .address: Phrase("alamat", "address")
    case .phone: Phrase("telepon", "phone")
    case .occupation: Phrase("pekerjaan", "occupation")
    case .alive: Phrase("masih hidup", "alive")
    case .age: Phrase("usia", "age")
    case .rows: Phrase("baris lain", "other rows")
    case .disputes: Phrase("baris bertentangan", "rows disagree")
    case .family: Phrase("kerabat", "kin")
    case .rivals: Phrase("calon lain", "other candidates")
    }
  }
}

extension Comparison {
  /// What its values tell, which decides how they are masked.
  var content: SourceExcerpt.Content {
    switch subject {
    case .name: .personName
    case .nationalID: .nationalID
    case .phone: .phone
    case .birthDate, .sex, .birthPlace, .address, .occupation, .alive, .age, .rows, .disputes, .family, .rivals:
      .other
    }
  }
}

extension [Comparison] {
  /// The phrases of one verdict; never empty, as the lack of such facts is worth saying too.
  func phrases(_ verdict: Comparison.Verdict, in language: Language) -> [String] {
    let phrases = filter { $0.verdict == verdict }.map { language.of($0.phrase) }.eachOnce
    return phrases.isEmpty ? [language.of(Phrase("tidak ada", "none"))] : phrases
  }
}

/// What joins the parts of one cell.
let cellSeparator = " | "
