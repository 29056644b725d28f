import PledgeChecker
import PledgeReadings
import PledgeTime

extension HolidayList {
  /// The list of a holiday file, its stretches spelt out as dates.
  package init(_ file: HolidayFile) {
    func dates(_ entries: [HolidayFile.Entry]) -> [CivilDate] {
      entries.flatMap { entry in
        (entry.from.dayNumber...max(entry.from.dayNumber, entry.to.dayNumber)).map {
          CivilDate(dayNumber: $0)
        }
      }
    }
    self.init(
      coverage: DateRange(first: file.coversFrom, last: file.coversTo), holidays: dates(file.holidays),
      working: dates(file.working))
  }
}
