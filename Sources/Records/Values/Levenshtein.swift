/// How many letters must be put in, taken out or changed to make one text of the other.
///
/// > V. I. Levenshtein. "Binary Codes Capable of Correcting Deletions, Insertions and Reversals." *Soviet Physics
/// > Doklady* 10 (8), 1966, pp. 707-710.
///
/// - Parameters:
///   - one: A text's bytes; the time taken grows with the product of both lengths.
///   - other: The other text's bytes.
package func levenshtein(_ one: [UInt8], _ other: [UInt8]) -> Int {
  var row = Array(0...other.count)
  for i in one.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in other.indices {
      let next = min(row[j + 1] + 1, row[j] + 1, diagonal + (one[i] == other[j] ? 0 : 1))
      diagonal = row[j + 1]
      row[j + 1] = next
    }
  }
  return row[other.count]
}
