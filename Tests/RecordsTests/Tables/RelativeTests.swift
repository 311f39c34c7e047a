import Records
import Testing

@Suite struct RelativeTests {
  @Test func `a row of the longest table takes eighty bytes`() {
    #expect(MemoryLayout<Relative>.stride == 80)
  }

  @Test func `gives back what it was given, and nothing where it was given nothing`() throws {
    let nip = try CivilServantID(parsing: "197804122003122001".bytes.span)
    var relative = Relative(
      source: SourceLocation(file: FileID(index: 0), line: 1, position: 0), official: nip)
    #expect(relative.nationalID == nil && relative.phone == nil && relative.statedBirth == nil)
    #expect(relative.birthDate == nil && relative.declaredOn == nil)
    let nik = try NationalID(parsing: "5371011204780002".bytes.span)
    let phone = PhoneNumber(parsing: "0812-3456-7890".bytes.span)
    let days = (1...3).map { CalendarDate(year: 1978, month: 4, day: $0) }
    #expect(phone != nil && !days.contains(nil))
    (relative.nationalID, relative.phone) = (nik, phone)
    (relative.statedBirth, relative.birthDate, relative.declaredOn) = (days[0], days[1], days[2])
    #expect(relative.nationalID == nik && relative.phone == phone)
    #expect(relative.statedBirth == days[0] && relative.birthDate == days[1] && relative.declaredOn == days[2])
    relative.nationalID = nil
    #expect(relative.nationalID == nil && relative.phone == phone)
  }
}
