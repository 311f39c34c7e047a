import Records

extension Recogniser {
  /// Plans for the relatives whose facts stand in the official's row; one for each name column of a relative.
  ///
  /// - Parameter namesOfficials: Whether the row names the official as well.
  func wideFamilies(in table: ColumnTable, namesOfficials: Bool) -> [ReadingPlan] {
    guard let nip = table.plan(.relatives)?[.nip], !table.isAboutPackages, !table.isAboutVendors else { return [] }
    var plans: [ReadingPlan] = []
    for (part, member) in WideFamily.members.enumerated() {
      func names(_ beginnings: [String]) -> [String] {
        beginnings.flatMap { beginning in member.endings.map { beginning + $0 } }
      }
      let people = nameColumns(of: member, in: table)
      for (turn, name) in people.enumerated() {
        // Of several of one kind each has what stands between its name and the next.
        let place = turn + 1 < people.count ? name..<people[turn + 1] : name..<table.columns.count
        var plan = ReadingPlan(
          .relatives, impliedRelation: member.relation, part: part + turn * WideFamily.members.count)
        for (field, beginnings) in WideFamily.beginnings where field != .name {
          let found = table.columns(named: names(beginnings))
          plan[field] = found.first { people.count == 1 || place.contains($0) }
        }
        addPlainFacts(to: &plan, of: name, in: table)
        plan[.name] = name
        plan[.nip] = nip
        plans.append(plan)
      }
    }
    guard let only = plans.first, !namesOfficials else { return plans }
    // A column that says what the relative is makes it a long table, whatever its column of names is called.
    if var long = table.plan(.relatives), long.has(.relation) {
      long[.name] = only[.name]
      return [long]
    }
    // A table about one kind of relative needs no ending on its other columns.
    if plans.count == 1, let plain = table.plan(.relatives) {
      for (column, field) in plain.usedColumns where !plans[0].has(field) && field != .relation && field != .isAlive {
        plans[0][field] = column
      }
    }
    return plans
  }

  /// The columns of a relative's names; of one person the best known, of several in a row (`Nama Anak` again and
  /// again) all. A part is stored in one byte, which bounds them.
  private func nameColumns(of member: WideFamily, in table: ColumnTable) -> [Int] {
    for name in ["nama", ""].flatMap({ beginning in member.endings.map { beginning + $0 } }) {
      let found = table.columns(named: [name])
      if !found.isEmpty { return Array(found.prefix(255 / WideFamily.members.count)) }
    }
    return []
  }

  /// Adds the plain columns that stand right behind a relative's name.
  private func addPlainFacts(to plan: inout ReadingPlan, of name: Int, in table: ColumnTable) {
    let own = table.owners.owners.filter { $0.value == .relative(name) }.keys
    for (field, names) in Aliases.relatives where field != .name && field != .nip && !plan.has(field) {
      plan[field] = table.columns(named: names).first { own.contains($0) }
    }
  }

  /// What an operator should know of how a plan's columns were told apart.
  func notes(on plan: ReadingPlan, in table: ColumnTable) -> [ReadingPlan.Note] {
    guard table.ownElement == nil else { return [] }
    let known = Set(Aliases.of(plan.dataset).flatMap(\.names))
    var notes: [ReadingPlan.Note] = []
    for (index, column) in table.columns.enumerated() where !column.forms.filter(known.contains).isEmpty {
      if table.owners.owners[index] == .nobody {
        notes.append(.init(message: .doubtfulColumn, column: column.written))
      } else if table.owners.repeated.contains(index) {
        notes.append(.init(message: .duplicateHeader, column: column.written))
      }
    }
    return notes
  }
}

extension Diagnostic.Message {
  fileprivate static let duplicateHeader = Self(
    code: "duplicate-header", problem: "several columns have this name",
    remedy: "see benturan inspect for which was read as what; name them apart at the source")
  fileprivate static let doubtfulColumn = Self(
    code: "column-doubtful", problem: "nothing tells whose this column is, the official's or another person's",
    remedy: "put the person behind the name, as in nik_istri, or map the column in [source.columns]; it was not read")
}
