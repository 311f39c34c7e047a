import Crypto
import Records

/// A run's name: the night's date and eight hex digits of a digest over all that decides its output.
extension RunFolders {
  /// - Parameters:
  ///   - night: Its sources, configuration, rules and tool version count; what was found in them follows.
  ///   - settings: Those that change the output's bytes count.
  static func id(of night: Night, settings: CaseworkSettings) -> String {
    var digest = PartDigest()
    digest.add(night.registry.sources.map { [$0.path, $0.digest] }.sorted(by: { $0.lexicographicallyPrecedes($1) }))
    digest.add([[night.configuration]])
    digest.add(
      night.rules.sorted { $0.id < $1.id }.map { rule in
        [rule.id, rule.version] + rule.thresholds.flatMap { [$0.name, $0.value] }
      })
    digest.add([
      [
        night.toolVersion, settings.asOf.description, settings.language.rawValue,
        String(settings.delimiter.rawValue), settings.unmaskReason.map { "+\($0)" } ?? "",
        settings.budget.map { String($0) } ?? "",
      ]
    ])
    digest.add(night.settings.sorted { $0.name < $1.name }.map { [$0.name, $0.value] })
    return "\(settings.asOf)-\(digest.text.prefix(8))"
  }
}

/// SHA-256 over lists of texts, each with its length before it, so that no two different lists read alike.
private struct PartDigest {
  private var hash = SHA256()

  mutating func add(_ lists: [[String]]) {
    add(count: lists.count)
    for list in lists {
      add(count: list.count)
      for text in list {
        add(count: text.utf8.count)
        hash.update(data: Array(text.utf8))
      }
    }
  }

  private mutating func add(count: Int) { hash.update(data: Array("\(count);".utf8)) }

  var text: String { Digest.hex(hash.finalize()) }
}
