/// Cells such as `="5371014707810001"` without quotes around them, as spreadsheets are made to keep text.
///
/// Their quotes stand where RFC 4180 allows none. Written as a quoted field each, they are read like any other.
enum FormulaCells {
  /// A line with its formulas quoted.
  ///
  /// - Parameters:
  ///   - line: One physical line that cannot be split as it stands.
  ///   - delimiter: One of `,`, `;`, tab and `|`.
  /// - Returns: `nil` where it has no such cell.
  static func quoted(_ line: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> [UInt8]? {
    var text: [UInt8] = []
    var (index, isFound) = (0, false)
    while index < line.count {
      var start = index
      while start < line.count, line[start] == 0x20 { start += 1 }
      if let end = formula(line, from: start, delimiter) {
        isFound = true
        text.append(0x22)
        for byte in line[start..<end] { text.append(contentsOf: byte == 0x22 ? [0x22, 0x22] : [byte]) }
        text.append(0x22)
        index = end
      } else if start < line.count, line[start] == 0x22 {
        // A quoted field is passed over whole, whatever delimiters it holds.
        var end = start + 1
        while end < line.count {
          if line[end] != 0x22 {
            end += 1
          } else if end + 1 < line.count, line[end + 1] == 0x22 {
            end += 2
          } else {
            break
          }
        }
        end = min(end + 1, line.count)
        text.append(contentsOf: line[index..<end])
        index = end
      }
      while index < line.count, line[index] != delimiter {
        text.append(line[index])
        index += 1
      }
      if index < line.count {
        text.append(delimiter)
        index += 1
      }
    }
    return isFound ? text : nil
  }

  /// Where a cell that is `="..."` ends; `nil` where there is none.
  private static func formula(_ line: UnsafeBufferPointer<UInt8>, from start: Int, _ delimiter: UInt8) -> Int? {
    guard start + 2 < line.count, line[start] == 0x3D, line[start + 1] == 0x22,
      let quote = line[(start + 2)...].firstIndex(of: 0x22)
    else { return nil }
    var next = quote + 1
    while next < line.count, line[next] == 0x20 { next += 1 }
    guard next == line.count || line[next] == delimiter || line[next] == 0x0D || line[next] == 0x0A else { return nil }
    return quote + 1
  }
}

extension CSVSplitter {
  /// Reads one physical line as ``read(_:isTerminated:)`` does, and once more where only formulas keep it from being
  /// a row.
  func readMended(_ line: UnsafeBufferPointer<UInt8>, isTerminated: Bool, delimiter: UInt8) -> Outcome {
    let begins = !isOpen
    let outcome = read(line, isTerminated: isTerminated)
    guard outcome == .strayQuote, begins, let quoted = FormulaCells.quoted(line, delimiter: delimiter) else {
      return outcome
    }
    return quoted.withUnsafeBufferPointer { read($0, isTerminated: isTerminated) }
  }
}
