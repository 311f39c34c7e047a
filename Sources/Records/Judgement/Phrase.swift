/// A remark in both of the program's languages, made where the fact is found. It never holds personal data.
package struct Phrase: Hashable, Sendable {
  package let indonesian: String
  package let english: String

  package init(_ indonesian: String, _ english: String) {
    self.indonesian = indonesian
    self.english = english
  }
}

/// The language of headers and sentences.
package enum Language: String, CaseIterable, Hashable, Sendable {
  case indonesian = "id"
  case english = "en"

  package func of(_ phrase: Phrase) -> String {
    switch self {
    case .indonesian: phrase.indonesian
    case .english: phrase.english
    }
  }
}
