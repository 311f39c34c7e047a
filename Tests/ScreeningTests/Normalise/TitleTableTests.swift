import Testing

@testable import Screening

@Suite struct TitleTableTests {
  struct Name: CustomTestStringConvertible {
    let written: String
    let words: String
    var testDescription: String { written }

    init(_ written: String, _ words: String) { (self.written, self.words) = (written, words) }
  }

  private func words(_ text: String) -> String {
    var folder = NameFolder()
    return folder.words(text).joined(separator: " ")
  }

  /// `St.` before a name is Siti or Sutan and stays; behind a comma it is Sarjana Teknik.
  @Test(arguments: [
    Name("St. Aisyah", "st aisyah"), Name("ST. AISYAH", "st aisyah"), Name("Aisyah, ST", "aisyah"),
    Name("Aisyah, S.T.", "aisyah"), Name("St. Aisyah, S.T.", "st aisyah"),
  ])
  func `the two readings of St are told apart by their place`(_ name: Name) {
    #expect(words(name.written) == name.words)
  }

  @Test(arguments: [
    Name("BUDI SANTOSO S.T. M.T.", "budi santoso"), Name("Budi Santoso S.Sos", "budi santoso"),
    Name("BUDI SANTOSO S.PD M.PD", "budi santoso"), Name("BUDI SANTOSO ST", "budi santoso st"),
    Name("Budi Santoso St", "budi santoso st"),
  ])
  func `without a comma a title needs its dots`(_ name: Name) { #expect(words(name.written) == name.words) }

  @Test(arguments: [
    Name("Budi Santoso, S.Sos.MKP", "budi santoso"), Name("Budi Santoso,SPd.MPd", "budi santoso"),
    Name("Budi Santoso, Spd", "budi santoso"), Name("Budi Santoso, SE. MM", "budi santoso"),
    Name("BUDI SANTOSO, S.PD", "budi santoso"), Name("Budi Santoso, S.Pd.,M.Pd.", "budi santoso"),
    Name("Budi Santoso, SKM.MKes", "budi santoso"), Name("Budi Santoso, Spd.I", "budi santoso"),
    Name("Drs. Budi Santoso, S. Pd", "budi santoso"), Name("Prof. DR. Ir. Budi, M.Sc., Ph.D", "budi"),
    Name("Ir.H. Budi Santoso", "budi santoso"), Name("Apt. Maria, S.Farm", "maria"),
  ])
  func `fused, misspelt and stacked titles go`(_ name: Name) { #expect(words(name.written) == name.words) }

  @Test(arguments: [
    Name("Santoso, Budi", "santoso budi"), Name("Budi, Drs", "budi"), Name("Made", "made"), Name("Dr", "dr"),
    Name("Budi, S.Tt", "budi st"), Name("I Made, Suta", "made suta"),
  ])
  func `what is no title stays, and so does a name's last word`(_ name: Name) {
    #expect(words(name.written) == name.words)
  }

  @Test func `every title of the table that is one word goes behind a comma, unless it is part of names`() {
    var folder = NameFolder()
    let kept = ["nobility", "caste", "generation"]
    var titles = 0
    for row in KnowledgeTable(PackageResources.titles_csv).rows {
      let title = row.dropLast(2).joined(separator: ",")
      guard let kind = row.last, !kept.contains(where: kind.hasPrefix), Letters.written(title).count == 1 else {
        continue
      }
      titles += 1
      #expect(folder.words("Skolastika Nahak, \(title)") == ["skolastika", "nahak"], "\(title)")
    }
    #expect(titles > 600)
  }
}
