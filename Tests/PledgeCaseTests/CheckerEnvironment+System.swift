import Foundation
import PledgeChecker
import PledgeReadings
import PledgeTime

extension CheckerEnvironment {
  /// Zones of the system and holiday files beside the policy.
  static func system(root: String) -> CheckerEnvironment {
    CheckerEnvironment(
      zone: { name in
        switch ZoneLibrary().zone(named: name) {
        case .success(let zone): .zone(zone)
        case .failure: .unknown
        }
      },
      holidays: { path, _ in
        do {
          return .list(HolidayList(try HolidayFile.load(path: root + "/" + path)))
        } catch {
          // A recorded message has no path of the machine.
          return .unreadable(reason: "\(error)".replacingOccurrences(of: root + "/", with: ""))
        }
      })
  }
}

extension HolidayList {
  /// The list of a holiday file, its stretches spelt out as dates.
  init(_ file: HolidayFile) {
    func dates(_ entries: [HolidayFile.Entry]) -> [CivilDate] {
      entries.flatMap { ($0.from.dayNumber...$0.to.dayNumber).map { CivilDate(dayNumber: $0) } }
    }
    self.init(
      coverage: DateRange(first: file.coversFrom, last: file.coversTo), holidays: dates(file.holidays),
      working: dates(file.working))
  }
}
