import Foundation
import Glibc

/// The repository's own inputs, and real ones where the workplace has them.
enum Fixtures {
  /// The invented province: what offices send.
  static let province = "\(root)/fixtures/province/input"
  /// What was put into it on purpose.
  static let truth = "\(root)/fixtures/province/truth"
  /// What the program said of it when somebody last looked.
  static let expected = "\(root)/fixtures/province/expected"
  /// Small inputs of each rule, beside what is expected of them.
  static let rules = "\(root)/fixtures/rules"
  /// One small file of each shape of export.
  static let exports = "\(root)/fixtures/exports"
  static let manual = "\(root)/fixtures/manual"
  static let asOf = "2026-11-23"
  /// A key that everybody knows, so that ids in the expected files stay the same; no site may use it.
  static let key = String(repeating: "0123456789abcdef", count: 4)

  /// Real public exports beside the repository; `nil` in a clone.
  static let real: String? = above { folder in
    let candidate = "\(folder)/shared/data/real"
    return access("\(candidate)/README.md", R_OK) == 0 ? candidate : nil
  }

  private static let root: String = above { access("\($0)/fixtures/province", R_OK) == 0 ? $0 : nil } ?? "."

  /// Looks in the folder of this file and in each above it.
  private static func above(_ find: (String) -> String?) -> String? {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if let found = find(folder.path) { return found }
    }
    return nil
  }
}
