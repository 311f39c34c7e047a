/// A pattern for paths below an input folder: `*` for any letters but `/`, `**` for any letters, `?` for one letter.
///
/// A pattern without `/` means files of that name in any folder.
package struct PathPattern: Hashable, Sendable {
  package let text: String
  private let signs: [Sign]
  private let isForNames: Bool

  private enum Sign: Hashable, Sendable {
    case letter(Character)
    case anyLetter
    case anyInName
    case anything
  }

  package init(_ text: String) {
    self.text = text
    isForNames = !text.contains("/")
    var signs: [Sign] = []
    for letter in text {
      switch letter {
      case "*" where signs.last == .anyInName: signs[signs.count - 1] = .anything
      case "*" where signs.last == .anything: continue
      case "*": signs.append(.anyInName)
      case "?": signs.append(.anyLetter)
      default: signs.append(.letter(letter))
      }
    }
    self.signs = signs
  }

  package func matches(_ path: String) -> Bool {
    let subject = isForNames ? path.split(separator: "/").last.map(String.init) ?? path : path
    // Which beginnings of the pattern fit what was read so far; never slower than both lengths multiplied.
    var fits = [Bool](repeating: false, count: signs.count + 1)
    fits[0] = true
    spread(&fits, isAtFolder: true)
    for letter in subject {
      var next = [Bool](repeating: false, count: signs.count + 1)
      for (place, sign) in signs.enumerated() where fits[place] {
        switch sign {
        case .letter(let own): if own == letter { next[place + 1] = true }
        case .anyLetter: if letter != "/" { next[place + 1] = true }
        case .anyInName: if letter != "/" { next[place] = true }
        case .anything: next[place] = true
        }
      }
      spread(&next, isAtFolder: letter == "/")
      fits = next
    }
    return fits[signs.count]
  }

  /// Stars may stand for nothing; `**/` may stand for no folder.
  private func spread(_ fits: inout [Bool], isAtFolder: Bool) {
    for (place, sign) in signs.enumerated() where fits[place] {
      guard sign == .anyInName || sign == .anything else { continue }
      fits[place + 1] = true
      let isFolders = sign == .anything && place + 1 < signs.count && signs[place + 1] == .letter("/")
      if isAtFolder, isFolders { fits[place + 2] = true }
    }
  }
}
