import Records
import Testing

@testable import Intake

@Suite struct ContentSetTests {
  @Test func `tells contents that came before, also when it made room in between`() {
    var set = ContentSet()
    for part in 0..<3 as Range<UInt64> {
      set.reserve(500)
      for number in 1...500 as ClosedRange<UInt64> {
        // Lower halves repeat from part to part.
        let value = ContentHash.Value(low: number, high: part)
        let isNew = (set.insert(value), set.insert(value))
        #expect(isNew == (true, false))
      }
    }
    let isNew = set.insert(ContentHash.Value(low: 7, high: 0))
    #expect(!isNew)
  }
}
