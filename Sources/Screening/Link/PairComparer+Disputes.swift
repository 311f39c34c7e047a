import Records

extension PairComparer {
  /// Takes away half of what an agreement tells that the rows of one of the two persons dispute.
  ///
  /// Either value may be the person's own, and a row that states another may be another's altogether. Close kin lose
  /// their half as well, and no more than the person does, so that a dispute never raises a pair.
  func weighDisputes(_ left: PersonFacts, _ right: PersonFacts, _ weight: inout Weight) {
    for fact in Dispute.Fact.allCases where (left.disputed | right.disputed) & fact.bit != 0 {
      var alone = Weight()
      switch fact {
      case .birth: weighBirth(left, right, false, &alone)
      case .sex where left.sex != 0 && left.sex == right.sex: add(.sexEqual, false, &alone)
      case .sex: continue
      case .nationalID: weighNationalID(left, right, false, &alone)
      }
      guard alone.bits > 0 else { continue }
      weight.bits -= alone.bits / 2
      weight.kinBits -= min(max(alone.kinBits, 0), alone.bits) / 2
      weight.disputes.append((fact, -alone.bits / 2))
    }
  }
}
