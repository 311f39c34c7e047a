import Casework
import Records
import Screening

/// The configuration that `init` writes: every setting as a comment, with its default and what it does.
///
/// A line that begins with `#` and no blank is a setting. Where there is no default, it holds an example.
struct StarterConfiguration {
  private let defaults = Configuration()

  var text: String { general + screening + retention + recheck + drift + sources }

  private var general: String {
    """
    # Settings of benturan, in TOML (toml.io). Take the # before a setting away to change it.
    # Whatever stands here is part of a run's identity, comments too.

    # Which part of one file's rows may be set aside, from 0 to 1, before nothing is published.
    #quarantine_limit = \(defaults.quarantineLimit)
    # A file of officials, relatives, tenders, bids or vendor_people that cannot be read to its end, and one so torn that
    # nothing tells what it held. "fail": nothing is published, and the run ends with 65. "warn": its rows are missing.
    #incomplete_files = "\(defaults.incompleteFiles.rawValue)"

    [output]
    # What separates the columns of the reports: ";", ",", "|" or "\\t".
    #delimiter = ";"
    # Language of headers and sentences: "id" or "en".
    #language = "\(defaults.language.rawValue)"
    # Whether a night leaves what it read and compared beside the runs, sealed under the site's key, so that the next one
    # need not do again what is as it was. true or false.
    #keep_readings = \(defaults.keepsReadings)


    """
  }

  private var screening: String {
    """
    [screening]
    # From which probability on two rows are listed as perhaps one person, from 0 to 1.
    #review_threshold = \(defaults.reviewThreshold)
    # From which probability on a pair becomes a case, from 0 to 1.
    #flag_threshold = \(defaults.flagThreshold)
    # A model file that benturan train wrote, in place of the built-in one.
    #model = "model.csv"
    # Which law's list of kin counts: \(KinshipProfile.allCases.map(\.rawValue).joined(separator: ", ")).
    #kinship_profile = "\(defaults.kinshipProfile.rawValue)"
    # For how many months after a holding ended it still counts, from 0 to 600.
    #owner_cooling_off_months = \(defaults.ownerCoolingOffMonths)
    # For how many months after an official's role ended it still counts, from 0 to 600.
    #official_cooling_off_months = \(defaults.officialCoolingOffMonths)
    # From which share of a company on a person counts as its beneficial owner, from 0 to 1.
    #beneficial_share = \(defaults.beneficialShare)
    # With more than which share of a company a person controls it, from 0 to 1.
    #controlling_share = \(defaults.controllingShare)


    """
  }

  private var retention: String {
    """
    [retention]
    # How long the folders of runs stay. What is over goes after the next published night; the casebook keeps each
    # run's run.json. The latest run and the one that it was compared with always stay.
    # How many nights stay, the last ones; 0 for all.
    #nights = \(defaults.retention.nights)
    # For how many days before the last night runs stay; 0 for all. Where both are set, the shorter counts.
    #days = \(defaults.retention.days)


    """
  }

  private var recheck: String {
    """
    [recheck]
    # How many packages that no rule flagged are drawn each night, for somebody to check whether that is right, from 0 to
    # 1000. They stand in recheck.csv, and run.json says by which seed they were drawn.
    #size = \(defaults.recheckSize)


    """
  }

  private var drift: String {
    """
    [drift]
    # When a night is unlike those before it. "fail": it is not published, and the run ends with 65. "warn": it is
    # published, and run.json, the metrics and the summary say so. "off": nobody looks.
    # How many earlier nights tell what is usual, from 1 to 400.
    #nights = \(defaults.drift.nights)
    # How many spreads a number may be away from the usual one, from 1 to 100.
    #band = \(defaults.drift.band)
    # After how many equal nights an input file counts as left behind, from 1 to 400.
    #stale_nights = \(defaults.drift.staleNights)
    # The rows of a dataset fall to less than half; lesser falls and jumps only ever warn.
    #rows = "\(defaults.drift.rows.rawValue)"
    # A dataset of many rows has none.
    #zero = "\(defaults.drift.zero.rawValue)"
    # More rows of a file are set aside than usual.
    #rejects = "\(defaults.drift.rejects.rawValue)"
    # More or fewer cases of a level than usual, or none where there were many.
    #cases = "\(defaults.drift.cases.rawValue)"
    # A rule could check a smaller part of the packages than usual.
    #coverage = "\(defaults.drift.coverage.rawValue)"
    # An input file is the same as on so many nights as stale_nights says.
    #stale = "\(defaults.drift.stale.rawValue)"


    """
  }

  private var sources: String {
    """
    # How files are to be read that are not understood by themselves: one table for each kind of file, and the first
    # that means a file counts. benturan inspect shows what is found out from a file, benturan inspect --write-mapping
    # drafts such a table, and benturan inspect --fields lists datasets and fields.

    #[[source]]
    # The files, by their path below the input folder: * any letters but /, ** any letters, ? one letter. Without a /
    # a file of that name in any folder.
    #file = "contoh-pegawai*.csv"
    # What a row is about. Default: told by the columns.
    #dataset = "officials"
    # What separates the cells: ";", ",", "|" or "\\t". Default: found out.
    #delimiter = ";"
    # How letters are written: "utf-8", "utf-16le", "utf-16be" or "windows-1252". Default: found out.
    #encoding = "windows-1252"
    # The line on which the header begins, from 1. Default: the first line whose columns make a dataset.
    #header_line = 4
    # What stands first in a date such as 03/04/2020: "dmy", "mdy" or "ymd". Default: "dmy".
    #date_order = "dmy"
    # Which field a column holds, by its name in the file. Default: the built-in names.
    #columns = { "Nomor Induk" = "nip", "Nama Pegawai" = "name" }
    # What the codes of the file's relations stand for. Default: the words as written.
    #relations = { "20" = "istri", "30" = "anak" }
    # Values that every row has. Default: none.
    #constants = { unit = "Dinas Contoh" }

    """
  }
}
