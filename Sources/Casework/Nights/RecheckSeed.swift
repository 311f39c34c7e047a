import Crypto

/// What chooses the clear packages that somebody checks again: nobody picks it, and anybody can work it out.
///
/// SHA-256 over a line for each input's digest, in byte order, and a line with the seal of the run before, which is
/// empty for the first run. All of it stands in `run.json`.
struct RecheckSeed: Hashable, Sendable {
  /// 64 hex digits.
  let hex: String

  /// - Parameters:
  ///   - digests: Those of the inputs, in any order.
  ///   - previous: The seal of the run before; `nil` for the first.
  init(inputs digests: [String], previous: String?) {
    let lines = digests.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } + [previous ?? ""]
    hex = Digest.hex(of: Array(lines.map { "\($0)\n" }.joined().utf8))
  }

  /// A package's place in the draw: the lowest are drawn.
  ///
  /// - Returns: The first sixteen hex digits of SHA-256 over the seed and the code, a line each, as a number.
  func place(of code: String) -> UInt64 {
    SHA256.hash(data: Array("\(hex)\n\(code)\n".utf8)).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
