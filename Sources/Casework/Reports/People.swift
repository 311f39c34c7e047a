import Records

/// The people of a night's rows as outputs may name them.
struct People: Sendable {
  private let registry: Registry
  private let masking: Masking
  /// Rows without a birth date of their own whose other half of a link is a minor.
  private let minorsByLink: Set<RowReference>

  init(registry: Registry, links: [PersonLink], masking: Masking) {
    self.registry = registry
    self.masking = masking
    var minors: Set<RowReference> = []
    for link in links {
      for (known, other) in [(link.governmentRow, link.vendorRow), (link.vendorRow, link.governmentRow)]
      where Self.isMinor(known, in: registry, masking) && Self.birthDate(of: other, in: registry) == nil {
        minors.insert(other)
      }
    }
    minorsByLink = minors
  }

  func isMinor(_ row: RowReference) -> Bool {
    minorsByLink.contains(row) || Self.isMinor(row, in: registry, masking)
  }

  /// The person's name as written; initials for a minor, empty where the row names nobody.
  func name(_ row: RowReference) -> String { masking.name(Self.name(of: row, in: registry), isMinor: isMinor(row)) }

  /// The input's own id of the row, where it has one.
  func key(_ row: RowReference) -> String {
    switch row.dataset {
    case .relatives: text(registry.relatives[row.index].key, of: row)
    case .vendorPeople: text(registry.vendorPeople[row.index].key, of: row)
    case .officials, .postings, .vendors, .tenders, .bids, .roles, .units, .declarations: ""
    }
  }

  /// A field of a row, as outputs may show it.
  func text(_ id: TextID, of row: RowReference) -> String {
    masking.text(registry.text(id, at: registry.location(of: row)))
  }

  /// `path#line`.
  func citation(_ row: RowReference) -> String { masking.path(registry.citation(registry.location(of: row))) }
}

extension People {
  private static func name(of row: RowReference, in registry: Registry) -> String {
    let id =
      switch row.dataset {
      case .officials: registry.officials[row.index].name
      case .relatives: registry.relatives[row.index].name
      case .vendorPeople: registry.vendorPeople[row.index].name
      case .postings, .vendors, .tenders, .bids, .roles, .units, .declarations: TextID.none
      }
    return registry.text(id, at: registry.location(of: row))
  }

  private static func birthDate(of row: RowReference, in registry: Registry) -> CalendarDate? {
    switch row.dataset {
    case .officials: registry.officials[row.index].birthDate
    case .relatives: registry.relatives[row.index].birthDate
    case .vendorPeople: registry.vendorPeople[row.index].birthDate
    case .postings, .vendors, .tenders, .bids, .roles, .units, .declarations: nil
    }
  }

  private static func isMinor(_ row: RowReference, in registry: Registry, _ masking: Masking) -> Bool {
    let number: NationalID?
    switch row.dataset {
    case .officials: number = registry.officials[row.index].nationalID
    case .relatives: number = registry.relatives[row.index].nationalID
    case .vendorPeople:
      guard !registry.vendorPeople[row.index].isCompany else { return false }
      number = registry.vendorPeople[row.index].nationalID
    case .postings, .vendors, .tenders, .bids, .roles, .units, .declarations: return false
    }
    return masking.isMinor(bornOn: birthDate(of: row, in: registry), nationalID: number)
  }
}
