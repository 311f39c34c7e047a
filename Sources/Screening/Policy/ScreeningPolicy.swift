package import Records

/// What the screening holds for decided: thresholds, the matching model and the table of levels.
package struct ScreeningPolicy: Sendable {
  /// The night's date.
  package var night: CalendarDate
  /// Judgements at or above this probability are listed for review, from 0 to 1.
  package var reviewThreshold = 0.05
  /// Judgements at or above this probability may be flagged.
  package var flagThreshold = 0.5
  /// A share of more than this is a beneficial owner's, from 0 to 1. Perpres 13/2018: "lebih dari 25 %" (wording
  /// known from secondary sources).
  package var beneficialShare = 0.25
  /// A name that so many people or fewer are expected to bear counts as rare.
  package var rareName = 0.5

  /// A share of more than this controls a company, from 0 to 1. Perpres 16/2018 article 7(2)f: "lebih dari 50 %" (known
  /// from its predecessor).
  package var controllingShare = 0.5
  /// Which relatives count as listed.
  package var kinshipProfile = KinshipProfile.administration
  /// How many months after an owner left, or an official's role ended, the tie still counts; 0 for none. No provision
  /// that was read sets such a time for procurement.
  package var ownerCoolingOffMonths = 0
  package var officialCoolingOffMonths = 0

  package var model = MatchModel.builtIn
  /// How many people of a whole population bear each name; empty where nobody counted.
  package var nameFrequencies = NameFrequencies()
  package var severity = SeverityTable()

  package init(night: CalendarDate) { self.night = night }

  /// The thresholds that rules use, by the names of the settings, for the record of a run.
  package var thresholds: [(name: String, value: String)] {
    [
      ("beneficial_share", "\(beneficialShare)"), ("controlling_share", "\(controllingShare)"),
      ("flag_threshold", "\(flagThreshold)"), ("kinship_profile", kinshipProfile.rawValue),
      ("official_cooling_off_months", "\(officialCoolingOffMonths)"),
      ("owner_cooling_off_months", "\(ownerCoolingOffMonths)"), ("rare_name", "\(rareName)"),
      ("review_threshold", "\(reviewThreshold)"),
    ]
  }
}
