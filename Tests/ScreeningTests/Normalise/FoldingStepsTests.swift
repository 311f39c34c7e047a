import Records
import Testing

@testable import Screening

@Suite struct FoldingStepsTests {
  struct Name: CustomTestStringConvertible {
    let written: String
    let words: String
    let steps: [String]
    /// From which word on the name is the father's; `nil` where it has none.
    let patronym: Int?
    var testDescription: String { written }

    init(_ written: String, _ words: String, _ steps: String..., patronym: Int? = nil) {
      (self.written, self.words, self.steps, self.patronym) = (written, words, steps, patronym)
    }
  }

  @Test(arguments: [
    Name("Maria Nahak", "maria nahak"),
    Name("Maâ€™u", "mau", "mojibake"), Name("Ma’u", "mau", "marks"), Name("Ma'u", "mau", "marks"),
    Name("NoÃ«l Lay", "nul lay", "old_spelling", "mojibake"), Name("Noël Lay", "nul lay", "old_spelling", "marks"),
    Name("Y0hanes Br1a", "yohanes bria", "digits"),
    Name("Ahmad bin Yusuf", "ahmad yusuf", "patronym", patronym: 1),
    Name("Siti Aminah binti Ahmad", "siti aminah ahmad", "patronym", patronym: 2),
    Name("Ahmad bin", "ahmad bin"), Name("Bin Yusuf", "bin yusuf"),
    Name("Tan Lim alias Budi", "tan lim", "alias"), Name("Alias Budi", "alias budi"),
    Name("Ahmad bin Yusuf alias Joni", "ahmad yusuf", "patronym", "alias", patronym: 1),
    Name("Ny. Petrus Klau", "petrus klau", "titles", "husband"),
    Name("Nyonya Petrus Klau", "petrus klau", "titles", "husband"),
    Name("Alm. Paulus Mau", "paulus mau", "deceased"), Name("Maria Lay (Almh.)", "maria lay", "deceased"),
    Name("Alm. Drs. Paulus Mau, M.Si", "paulus mau", "titles", "deceased"),
    Name("M.Y. Lay", "m y lay", "initials"), Name("M. Y. Lay", "m y lay"),
    Name("Soetjipto", "sucipto", "old_spelling"), Name("Moh. Yusuf", "muhamad yusuf", "variant"),
    Name("Abdul Rahman", "abdurahman", "pair"), Name("Riwu-Kore", "riwu kore"),
    Name("I Wyn. Suta", "wayan suta", "titles", "variant"), Name("Ni Kt. Rai", "ketut rai", "titles", "variant"),
    Name("Ida Bgs. Oka", "ida bagus oka", "pair"),
    Name("Maria Lay", "maria lay"), Name("Mariana Lay", "mariana lay"), Name("Yohana Bria", "yohana bria"),
    Name("Yohanes Bria", "yohanes bria"),
  ])
  func `tells what was done to a name`(_ name: Name) {
    var folder = NameFolder()
    let folded = folder.fold(name.written)
    #expect(folded.tokens.map { folder.table.text($0) }.joined(separator: " ") == name.words)
    #expect(folded.steps.names == name.steps)
    #expect(folded.patronym == name.patronym ?? folded.tokens.count)
    #expect(folded.isMarkedDeceased == name.steps.contains("deceased"))
    #expect(folded.isByHusband == name.steps.contains("husband"))
  }

  @Test func `each step has a name and words of its own`() {
    let all = FoldingSteps.all
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(Set(all.map(\.phrase.english)).count == all.count)
    #expect(Set(all.map(\.phrase.indonesian)).count == all.count)
    #expect(all.reduce(0) { $0 | $1.step.rawValue } == UInt16(1) << UInt16(all.count) - 1)
  }
}
