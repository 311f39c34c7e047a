import Records

/// How much each outcome of a comparison tells: its share among pairs that are one person (m), among strangers (u),
/// and among close kin of the person (k), as the model file states them.
///
/// A level's weight is the base-2 logarithm of m over u. Where the file says `rarity` for u, the share of strangers
/// depends on the value: it is counted in the run's own registries and taken in powers of two.
///
/// > I. P. Fellegi, A. B. Sunter. "A Theory for Record Linkage." *Journal of the American Statistical Association*
/// > 64 (328), 1969, pp. 1183-1210.
///
/// One object that all threads read.
package final class MatchModel: Sendable {
  /// By ``FactLevel/place``: bits that a level adds (beside the value's rarity).
  let bits: [Double]
  /// The same under the hypothesis that the vendor's person is not the person but close kin.
  let kinBits: [Double]
  let settings: [Double]
  /// As the file states them: m, u (`nil` for rarity) and k.
  let shares: [(m: Double, u: Double?, k: Double)]
  /// Why each level's and each setting's numbers are what they are, as the file says.
  let reasons: [String]
  /// A name for the model, from the digest of what it states.
  package let version: String

  /// Numbers of the model that are no level's.
  enum Setting: String, CaseIterable, Sendable {
    /// One vendor's person in two to this power is thought to be somebody on the government's side.
    case priorBits = "setting.prior_bits"
    /// The smallest registry that the prior reckons with: two to this power.
    case smallestRegistry = "setting.smallest_registry"
    /// No name tells more bits than this.
    case nameMost = "setting.name_most"
    /// A birth date tells no more bits than this before its level's share.
    case birthMost = "setting.birth_most"
    case addressMost = "setting.address_most"
    case phoneMost = "setting.phone_most"
    /// How many close kin a person has for each that the registries name, in bits.
    case kinCount = "setting.kin_count"
    /// Bits by which kin share a whole name less often than a person has his own.
    case kinSameName = "setting.kin_same_name"
    /// Bits by which kin share a name but for a word more or less, or an initial.
    case kinSimilarName = "setting.kin_similar_name"
    /// Bits by which kin share a part of the name less often than a person does.
    case kinSharedName = "setting.kin_shared_name"
    /// The calibration: total bits are multiplied by this before they become a probability.
    case slope = "setting.slope"

    var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The model that is built into the program.
  package static let builtIn: MatchModel = {
    do { return try MatchModel(file: PackageResources.model_csv) } catch { preconditionFailure("\(error)") }
  }()

  /// What is wrong in a model file.
  package struct Fault: Error, CustomStringConvertible {
    package let line: Int
    package let problem: String
    package var description: String { "line \(line): \(problem)" }
  }

  /// Reads a model file: `level;m;u;k;why`, one row a level or setting, every one exactly once.
  ///
  /// - Parameter file: UTF-8 text; lines that begin with `#` are notes.
  /// - Throws: The first fault.
  package convenience init(file: [UInt8]) throws(Fault) {
    var shares = [(m: Double, u: Double?, k: Double)?](repeating: nil, count: FactLevel.allCases.count)
    var settings = [Double?](repeating: nil, count: Setting.allCases.count)
    var reasons = [String](repeating: "", count: shares.count + settings.count)
    let lines = String(decoding: file, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, text) in lines.enumerated() where !text.isEmpty && !text.hasPrefix("#") && !text.hasPrefix("level;") {
      let fields = text.split(separator: ";", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
      func fault(_ problem: String) -> Fault { Fault(line: index + 1, problem: problem) }
      guard fields.count == 5 else { throw fault("a row needs the five fields level;m;u;k;why") }
      if let setting = Setting(rawValue: fields[0]) {
        guard let number = Double(fields[1]), number.isFinite else { throw fault("\(fields[0]) needs a number") }
        guard settings[setting.place] == nil else { throw fault("\(fields[0]) stands twice") }
        settings[setting.place] = number
        reasons[shares.count + setting.place] = fields[4]
        continue
      }
      guard let level = FactLevel.allCases.first(where: { $0.key == fields[0] }) else {
        throw fault("no comparison has a level \(fields[0])")
      }
      guard shares[level.place] == nil else { throw fault("\(fields[0]) stands twice") }
      // Kin share whole names or parts of them, which two settings tell; so words have no share among kin.
      let k = level.subject == .name && fields[3].isEmpty ? 1 : Double(fields[3])
      guard let m = Double(fields[1]), let k, m > 0, m <= 1, k > 0, k <= 1 else {
        throw fault("m and k of \(fields[0]) are shares above 0 and at most 1")
      }
      let u = Double(fields[2])
      guard level.countsRarity ? fields[2] == "rarity" : u.map({ $0 > 0 && $0 <= 1 }) ?? false else {
        throw fault(
          level.countsRarity ? "u of \(fields[0]) is rarity" : "u of \(fields[0]) is a share above 0 and at most 1")
      }
      shares[level.place] = (m, u, k)
      reasons[level.place] = fields[4]
    }
    for level in FactLevel.allCases where shares[level.place] == nil {
      throw Fault(line: lines.count, problem: "\(level.key) is missing")
    }
    for setting in Setting.allCases where settings[setting.place] == nil {
      throw Fault(line: lines.count, problem: "\(setting.rawValue) is missing")
    }
    self.init(shares: shares.compactMap { $0 }, settings: settings.compactMap { $0 }, reasons: reasons)
  }

  init(shares: [(m: Double, u: Double?, k: Double)], settings: [Double], reasons: [String]) {
    self.reasons = reasons
    self.shares = shares
    self.settings = settings
    bits = shares.map { Logarithm.bits(ratio: $0.m / ($0.u ?? 1)) }
    kinBits = shares.map { Logarithm.bits(ratio: $0.k / ($0.u ?? 1)) }
    var hash: UInt64 = 0
    for number in shares.flatMap({ [$0.m, $0.u ?? 0, $0.k] }) + settings {
      hash = LinkKey.mix(hash ^ number.bitPattern, kind: 6)
    }
    version = String(hash, radix: 16)
  }

  subscript(level: FactLevel) -> Double { bits[level.place] }
  func kin(_ level: FactLevel) -> Double { kinBits[level.place] }
  subscript(setting: Setting) -> Double { settings[setting.place] }

  /// The model as a file that ``init(file:)`` reads.
  ///
  /// - Parameter notes: Lines about where the numbers come from.
  package func file(notes: [String]) -> String {
    var lines = notes.map { "# \($0)" } + ["level;m;u;k;why"]
    for level in FactLevel.allCases {
      let share = shares[level.place]
      let u = share.u.map(Self.text) ?? "rarity"
      let k = level.subject == .name ? "" : Self.text(share.k)
      lines.append("\(level.key);\(Self.text(share.m));\(u);\(k);\(reasons[level.place])")
    }
    for setting in Setting.allCases {
      let reason = reasons[FactLevel.allCases.count + setting.place]
      lines.append("\(setting.rawValue);\(Self.text(settings[setting.place]));;;\(reason)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The model with the numbers that its file has: three significant digits, more than any estimate is good for.
  var rounded: MatchModel {
    func cut(_ number: Double) -> Double { Logarithm.rounded(number, digits: 3) }
    return MatchModel(
      shares: shares.map { (cut($0.m), $0.u.map(cut), $0.k) }, settings: settings.map(cut), reasons: reasons)
  }

  private static func text(_ number: Double) -> String { "\(Logarithm.rounded(number, digits: 3))" }
}
