/// Enumerations whose names say that they are steps of one scale: `P1, P2, P3`, `AAA, AA, A`, `gold, silver,
/// bronze`.
enum TierNames {
  /// Names that are ranks, each list from first to last.
  private static let ranks = [
    ["diamond", "platinum", "gold", "silver", "bronze"],
    ["premium", "standard", "basic"],
    ["critical", "high", "medium", "low"],
    ["critical", "urgent", "high", "normal", "low"],
    ["critical", "major", "minor"],
    ["high", "middle", "low"],
    ["钻石", "白金", "金牌", "银牌", "铜牌"],
    ["特级", "一级", "二级", "三级", "四级", "五级"],
    ["特别重大", "重大", "较大", "一般"],
    ["紧急", "重要", "次要", "一般"],
    ["高", "中", "低"],
  ]

  /// The members from first to last, by index, where all of them are steps of one scale; nil where they are
  /// not.
  static func order(_ members: [String]) -> [Int]? {
    guard members.count > 2 else { return nil }
    return ranked(members) ?? numbered(members) ?? graded(members)
  }

  private static func ranked(_ members: [String]) -> [Int]? {
    let words = members.map { $0.lowercased() }
    for list in ranks {
      let places = words.compactMap { list.firstIndex(of: $0) }
      if places.count == members.count { return sorted(places) }
    }
    return nil
  }

  /// `P1, P2, P3`: one word with different numbers behind it.
  private static func numbered(_ members: [String]) -> [Int]? {
    let digits = members.map { $0.reversed().prefix { $0.isASCII && $0.isNumber }.count }
    let stems = Set(zip(members, digits).map { String($0.dropLast($1)) })
    let numbers = zip(members, digits).compactMap { Int($0.suffix($1)) }
    guard stems.count == 1, numbers.count == members.count else { return nil }
    return sorted(numbers)
  }

  /// `AAA, AA, A` and `A, B, C`: letters, where the earlier and the longer one comes first.
  private static func graded(_ members: [String]) -> [Int]? {
    let grades = members.compactMap { member -> Int? in
      guard let letter = member.utf8.first, member.utf8.count <= 3,
        member.utf8.allSatisfy({ $0 == letter }), letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "E")
      else { return nil }
      return Int(letter) * 4 - member.utf8.count
    }
    return grades.count == members.count ? sorted(grades) : nil
  }

  /// The indices in the order of their values.
  private static func sorted(_ values: [Int]) -> [Int] {
    values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
  }
}
