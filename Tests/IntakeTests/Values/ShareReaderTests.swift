import Records
import Testing

@testable import Intake

@Suite struct ShareReaderTests {
  struct Written: CustomTestStringConvertible {
    let text: String
    let notation: Share.Notation
    let amount: Int64
    var testDescription: String { text }
  }

  @Test(arguments: [
    Written(text: "30%", notation: .ofWhole, amount: 300_000),
    Written(text: "30 %", notation: .ofWhole, amount: 300_000),
    Written(text: "30,5 %", notation: .ofWhole, amount: 305_000),
    Written(text: "30.5%", notation: .ofWhole, amount: 305_000),
    Written(text: "33,33%", notation: .ofWhole, amount: 333_300),
    Written(text: "33,3333%", notation: .ofWhole, amount: 333_333),
    Written(text: "100%", notation: .ofWhole, amount: 1_000_000), Written(text: "0%", notation: .ofWhole, amount: 0),
    Written(text: "30 persen", notation: .ofWhole, amount: 300_000),
    Written(text: "1/3", notation: .ofWhole, amount: 333_333),
    Written(text: "2/3", notation: .ofWhole, amount: 666_667),
    Written(text: "1 / 2", notation: .ofWhole, amount: 500_000),
    Written(text: "3/3", notation: .ofWhole, amount: 1_000_000),
    Written(text: "30", notation: .bare, amount: 30_000_000),
    Written(text: "0,30", notation: .bare, amount: 300_000), Written(text: "0.3", notation: .bare, amount: 300_000),
    Written(text: "33,3", notation: .bare, amount: 33_300_000),
    Written(text: "0,333", notation: .bare, amount: 333_000),
    Written(text: "300 lembar", notation: .sheets, amount: 300),
    Written(text: "1.000 lembar", notation: .sheets, amount: 1_000),
    Written(text: "300 lbr saham", notation: .sheets, amount: 300),
    Written(text: "300 sheets", notation: .sheets, amount: 300),
    Written(text: "Rp 30.000.000", notation: .paidIn, amount: 3_000_000_000),
    Written(text: "Rp. 30.000.000,00", notation: .paidIn, amount: 3_000_000_000),
  ])
  func `keeps the unit in which a share was written`(_ written: Written) {
    let share = Share(notation: written.notation, amount: written.amount)
    #expect(ShareReader.read(written.text.bytes.span) == .share(share))
  }

  @Test(arguments: [
    Written(text: "33,333%", notation: .ofWhole, amount: 333_330),
    Written(text: "66.667 %", notation: .ofWhole, amount: 666_670),
    Written(text: "12,125 persen", notation: .ofWhole, amount: 121_250),
  ])
  func `a percentage with three decimals has no thousands`(_ written: Written) {
    let share = Share(notation: written.notation, amount: written.amount)
    #expect(ShareReader.read(written.text.bytes.span) == .share(share))
  }

  @Test(arguments: [
    "101%", "100,01%", "-5%", "(30)", "4/3", "1/0", "1/", "/3", "1/2/3", "mayoritas", "Rp", "1/9999999999", "30 orang",
  ])
  func `what is no share is unreadable`(_ text: String) {
    #expect(ShareReader.read(text.bytes.span) == .unreadable)
  }

  @Test(arguments: ["", "-", "null", "tidak ada"])
  func `nothing written is nothing`(_ text: String) {
    #expect(ShareReader.read(text.bytes.span) == .none)
  }
}
