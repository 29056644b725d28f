extension TableFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .cellCount(let found, let needed, let side):
      FactWords("\(side.chineseWords)有 \(found) 个单元格，表头有 \(needed) 个")
    case .missingRow(let example):
      FactWords(
        "没有适用于\(Wording.joined(example.map(\.chineseWords), by: " | "))的行",
        hint: "为它加一行，或在表末写 `otherwise -> …`")
    case .unreachableRow(let isEmpty):
      FactWords(
        "这一行从不适用", label: isEmpty ? "没有值符合其单元格" : "它的情形都由上面的行处理",
        hint: isEmpty ? "检查单元格还剩下什么" : "删除它，或往上移")
    case .unreachableOtherwise:
      FactWords(
        "`otherwise` 从不适用", label: "所有情形都由上面的行处理",
        hint: "去掉它，以后新增的情形缺行时才会报告")
    case .repeatedRow:
      FactWords("这一行没有作用", label: "没有它，下面的行结果相同", hint: "删除它，或检查它应有的结果")
    case .turningResult(let column, let from, let to, let rises):
      FactWords(
        rises
          ? "`\(column)` 在此处从\(from.chineseWords)升到\(to.chineseWords)，在其他行却是下降"
          : "`\(column)` 在此处从\(from.chineseWords)降到\(to.chineseWords)，在其他行却是上升",
        hint: "等级和分档通常只朝一个方向变化：检查这两行")
    case .gapBehindOtherwise(let example):
      FactWords(
        "只有 `otherwise` 处理\(Wording.joined(example.map(\.chineseWords), by: " | "))",
        label: "相邻的行之间留有空档", hint: "让各行相接，或加一行写明其间的结果")
    case .emptyRange: FactWords("这个范围是空的", hint: "下限必须低于上限")
    case .rowsBehindOtherwise: FactWords("`otherwise` 之后的内容从不适用", hint: "`otherwise` 写在最后")
    case .noRows: FactWords("表没有行")
    case .tooManyCases:
      FactWords("此表的情形太多，没有检查是否缺行", hint: "在表末写 `otherwise -> …`")
    }
  }
}

extension CellSide {
  /// Where the cells stand, in Chinese.
  var chineseWords: Wording {
    switch self {
    case .left: "这一行在 `->` 左边"
    case .right: "这一行在 `->` 右边"
    case .dataRow: "这一行"
    }
  }
}
