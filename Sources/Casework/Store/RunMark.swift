import Records

/// What a run judged by, apart from its inputs: to tell whether a case changed because the program did.
struct RunMark: Codable, Hashable, Sendable {
  let tool: String
  /// Version and thresholds of each rule, by its id.
  let rules: [String: String]
  /// SHA-256 of the configuration's text and of the settings that can change a judgement.
  let settings: String

  init(tool: String, rules: [String: String], settings: String) {
    (self.tool, self.rules, self.settings) = (tool, rules, settings)
  }

  init(of night: Night) {
    tool = night.toolVersion
    rules = night.rules.reduce(into: [:]) { marks, rule in
      marks[rule.id] = ([rule.version] + rule.thresholds.map { "\($0.name)=\($0.value)" }).joined(separator: " ")
    }
    let settings = night.settings.sorted { $0.name < $1.name }.flatMap { [$0.name, $0.value] }
    self.settings = Digest.hex(of: JSONText.bytes(of: [night.configuration] + settings))
  }

  /// What of these rules, of the settings and of the program is not as it was.
  func difference(from old: RunMark, rules ids: [String]) -> [Phrase] {
    var phrases: [Phrase] = []
    for id in ids where rules[id] != old.rules[id] {
      phrases.append(Phrase("aturan: \(id) berubah", "rule: \(id) changed"))
    }
    if tool != old.tool {
      phrases.append(
        Phrase("versi: program \(old.tool) menjadi \(tool)", "version: program \(old.tool) became \(tool)"))
    }
    if settings != old.settings {
      phrases.append(Phrase("pengaturan: konfigurasi berubah", "settings: the configuration changed"))
    }
    return phrases
  }
}
