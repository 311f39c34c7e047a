/// How firmly each of the four links of a finding stands; the weakest caps its level.
package struct Strengths: Hashable, Sendable {
  package let samePerson: Strength
  package let kinDeclared: Strength
  package let heldOnTheDay: Strength
  package let hadPower: Strength

  package init(samePerson: Strength, kinDeclared: Strength, heldOnTheDay: Strength, hadPower: Strength) {
    self.samePerson = samePerson
    self.kinDeclared = kinDeclared
    self.heldOnTheDay = heldOnTheDay
    self.hadPower = hadPower
  }

  package struct Strength: Hashable, Sendable {
    /// The fact's stable name in the table of strengths, such as `signatory`.
    package let fact: String
    /// The highest level that this link allows.
    package let cap: Level
    package let reason: Phrase

    package init(fact: String, cap: Level, reason: Phrase) {
      self.fact = fact
      self.cap = cap
      self.reason = reason
    }
  }

  package var cap: Level { min(min(samePerson.cap, kinDeclared.cap), min(heldOnTheDay.cap, hadPower.cap)) }
}
