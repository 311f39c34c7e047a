/// Which phones and addresses the vendors' rows have.
///
/// Most of the government's rows share none of them, so that keys made of one and each word of a name need not be
/// looked up.
struct Contacts {
  private let phones: KeyFilter
  /// By number of an address whether vendors have one of its signature.
  private let addresses: [Bool]

  init(_ people: People) {
    let facts = people.vendors.facts
    var phones = KeyFilter(count: facts.count * 2)
    var signatures: Set<UInt64> = []
    for row in facts {
      for phone in [row.phone, row.householdPhone] where phone != 0 { phones.add(LinkKey.mix(phone, kind: 0)) }
      signatures.insert(people.addresses.signature(row.address))
      signatures.insert(people.addresses.signature(row.householdAddress))
    }
    self.phones = phones
    addresses = people.addresses.all.map { signatures.contains(people.addresses.signature($0)) }
  }

  /// A row's facts without phones and addresses that no vendor's row has.
  func known(_ facts: PersonFacts) -> PersonFacts {
    var facts = facts
    if !phones.mayHold(LinkKey.mix(facts.phone, kind: 0)) { facts.phone = 0 }
    if !phones.mayHold(LinkKey.mix(facts.householdPhone, kind: 0)) { facts.householdPhone = 0 }
    if !addresses[Int(facts.address)] { facts.address = AddressBook.none }
    if !addresses[Int(facts.householdAddress)] { facts.householdAddress = AddressBook.none }
    return facts
  }
}
