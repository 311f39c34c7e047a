import Records

/// Whose facts the columns of a flat table are, where their names alone do not tell.
///
/// A printed register says `Tgl Lahir` twice, once for the official and once for the spouse; only where a column stands
/// tells which. What cannot be told is nobody's: an empty field costs less than another person's.
struct ColumnOwners {
  enum Owner: Equatable {
    /// Whom the table lists.
    case subject
    /// The relative whose name, or in a long table whose relation, stands in this column.
    case relative(Int)
    /// One of two people, and nothing tells which.
    case nobody
  }

  /// By column; a column that is not named here is whose its name says.
  private(set) var owners: [Int: Owner] = [:]
  /// Columns whose name stands more than once in the table.
  private(set) var repeated: Set<Int> = []
  private let forms: [String]

  /// - Parameters:
  ///   - forms: The columns' names in normal form; empty for those that a configuration names.
  init(_ forms: [String]) {
    self.forms = forms
    var places: [String: [Int]] = [:]
    for (column, form) in forms.enumerated() where !form.isEmpty && KnownNames.withFamilies.contains(form) {
      places[form, default: []].append(column)
    }
    let several = places.filter { $0.value.count > 1 }
    repeated = Set(several.values.joined())
    if let relation = forms.firstIndex(where: { Self.relations.contains($0) || Aliases.canonical($0) != nil }) {
      settle(several, around: relation)
    } else if let first = forms.firstIndex(where: { WideFamily.memberOfName[$0] != nil }) {
      settleFamilies(from: first)
    } else {
      for (form, columns) in several where Self.identifying.contains(form) {
        for column in columns { owners[column] = .nobody }
      }
    }
  }

  private static let relations = Set(Aliases.relatives.filter { $0.field == .relation }.flatMap(\.names))
  private static let identifying = names(of: [
    .nationalID, .birthPlace, .birthDate, .birthPlaceAndDate, .sex, .phone,
  ])
  /// A relative's facts that the official's row states plainly right behind the relative's name.
  private static let facts = identifying.union(["pekerjaan", "profesi", "occupation"]).subtracting(Aliases.phone)

  private static func names(of fields: Set<Field>) -> Set<String> {
    Set(Aliases.person.filter { fields.contains($0.field) }.flatMap(\.names))
  }

  /// In a long table the relative's columns begin at the relation, or at a name said again right before it.
  private mutating func settle(_ several: [String: [Int]], around relation: Int) {
    var start = relation
    while start > 0, let columns = several[forms[start - 1]], columns[0] < start - 1 { start -= 1 }
    for (_, columns) in several {
      for (side, owner) in [
        (columns.filter { $0 < start }, Owner.subject), (columns.filter { $0 >= start }, .relative(relation)),
      ] {
        for column in side { owners[column] = side.count == 1 ? owner : .nobody }
      }
    }
  }

  /// In a wide table plain columns right behind a relative's name are the relative's.
  ///
  /// Behind a parent's name they may be the official's again, as in forms that ask for the mother's name first; then
  /// they are nobody's, unless the official's stand before.
  private mutating func settleFamilies(from first: Int) {
    let before = Set(forms[..<first])
    var column = first
    while column < forms.count {
      guard let member = WideFamily.memberOfName[forms[column]] else {
        column += 1
        continue
      }
      let name = column
      column += 1
      var seen: Set<String> = []
      while column < forms.count, WideFamily.memberOfName[forms[column]] == nil {
        let form = forms[column]
        let isSaidBefore = before.contains(form)
        if Self.facts.contains(form) || isSaidBefore && Aliases.address.contains(form), seen.insert(form).inserted {
          owners[column] = member.isElder && !isSaidBefore ? .nobody : .relative(name)
        } else if !WideFamily.isFact(form, of: member) {
          break
        }
        column += 1
      }
    }
  }
}
