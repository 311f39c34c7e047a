/// What a person wrote where a day belongs.
package enum WrittenDay: Hashable, Sendable {
  case day(CalendarDate)
  /// Nothing was written.
  case none
  /// No day of the calendar in any known form.
  case unreadable
}
