/// How two folded names stand to each other, token by token.
///
/// Tokens are paired greedily: equal ones first, then near spellings, then an initial with the token it begins. What
/// is left over on the side with fewer tokens speaks against; a missing middle name speaks little.
struct NameComparison {
  enum Level: String {
    case equal, reordered, variant, initials, missing, partial, differs
  }

  private(set) var level = Level.differs
  /// Tokens of the left name that are in the right one too, or nearly.
  private(set) var shared: [UInt32] = []
  private(set) var initials = 0
  private(set) var near = 0
  /// Tokens that one name has and the other, though it has room for them, has not.
  private(set) var conflicts = 0
  /// Tokens that one name has and the shorter one leaves out.
  private(set) var missing = 0

  init(_ left: [UInt32], _ right: [UInt32], _ table: TokenTable) {
    var usedLeft = [Bool](repeating: false, count: left.count)
    var usedRight = [Bool](repeating: false, count: right.count)
    func pair(_ fits: (UInt32, UInt32) -> Bool, _ found: (UInt32) -> Void) {
      for (i, token) in left.enumerated() where !usedLeft[i] {
        guard let j = right.indices.first(where: { !usedRight[$0] && fits(token, right[$0]) }) else { continue }
        usedLeft[i] = true
        usedRight[j] = true
        found(table.isInitial(token) ? right[j] : token)
      }
    }
    pair(==) { if table.isInitial($0) { initials += 1 } else { shared.append($0) } }
    pair({ Self.isNear($0, $1, table) }) {
      shared.append($0)
      near += 1
    }
    pair({ Self.isInitial($0, of: $1, table) || Self.isInitial($1, of: $0, table) }) { _ in initials += 1 }
    let restLeft = usedLeft.count { !$0 }
    let restRight = usedRight.count { !$0 }
    if restLeft + restRight > 0, Self.isJoined(left, right, table) {
      shared = left.count <= right.count ? left : right
      (level, near) = (.variant, 1)
      return
    }
    conflicts = min(restLeft, restRight)
    missing = max(restLeft, restRight) - conflicts
    let ordered = left == right
    if shared.isEmpty {
      level = .differs
    } else if conflicts > 0 {
      level = .partial
    } else if missing > 0 {
      level = .missing
    } else if initials > 0, !ordered {
      level = .initials
    } else if near > 0 {
      level = .variant
    } else {
      level = ordered ? .equal : .reordered
    }
  }

  /// Whether the names may be one person's: nothing in them contradicts, and more than initials agree.
  var agrees: Bool {
    switch level {
    case .equal, .reordered, .variant, .initials: true
    case .missing: shared.count >= 2 || missing == 1 && shared.count == 1 && initials == 0 && isMononym
    case .partial, .differs: false
    }
  }

  /// A single shared token is a whole name only where one side has no other.
  private var isMononym: Bool { shared.count == 1 && conflicts == 0 }

  private static func isInitial(_ short: UInt32, of long: UInt32, _ table: TokenTable) -> Bool {
    guard table.isInitial(short), !table.isInitial(long) else { return false }
    return table.text(short).utf8.first == table.text(long).utf8.first
  }

  /// One letter more, less, other or exchanged, in words of five letters or more, with the first letter the same.
  private static func isNear(_ left: UInt32, _ right: UInt32, _ table: TokenTable) -> Bool {
    let (a, b) = (Array(table.text(left).utf8), Array(table.text(right).utf8))
    guard a.count >= 4, b.count >= 4, max(a.count, b.count) >= 5, abs(a.count - b.count) <= 1, a[0] == b[0] else {
      return false
    }
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var (endA, endB) = (a.count, b.count)
    while endA > start, endB > start, a[endA - 1] == b[endB - 1] { (endA, endB) = (endA - 1, endB - 1) }
    let (restA, restB) = (endA - start, endB - start)
    // Maria and Mariana are two names: only one letter may be added, never an ending of more.
    if restA + restB <= 1 || restA == 1 && restB == 1 { return true }
    return restA == 2 && restB == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
  }

  private static func isJoined(_ left: [UInt32], _ right: [UInt32], _ table: TokenTable) -> Bool {
    guard left.count != right.count else { return false }
    return left.map(table.text).joined() == right.map(table.text).joined()
  }
}
