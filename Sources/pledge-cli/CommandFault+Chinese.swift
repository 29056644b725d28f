import PledgeDiagnostics
import PledgeReports
import PledgeSimulation

extension CommandFault {
  /// The fault in Chinese.
  var chineseWords: FactWords {
    switch self {
    case .reading(let reason): FactWords(Wording(given: ChineseReason.of(reason)))
    case .cannotOpen(let path, let reason): FactWords("\(path)：无法打开：\(ChineseReason.of(reason))")
    case .cannotWrite(let path, let reason): FactWords("\(path)：无法写入：\(ChineseReason.of(reason))")
    case .cannotMake(let folder, let reason): FactWords("\(folder)：无法创建：\(ChineseReason.of(reason))")
    case .noPolicyIn(let folder): FactWords("\(folder)：此文件夹中没有 .pledge 文件")
    case .writesInput(let path):
      FactWords("\(path)：本次运行要读取它，写入会毁掉它", hint: "改用另一个文件名")
    case .outputTwice(let path): FactWords("\(path)：两项输出不能写入同一个文件", hint: "改用另一个文件名")
    case .presentAlready(let folder, let files):
      FactWords(
        "\(folder)：已有 \(files.joined(separator: "、"))",
        hint: "指定一个没有策略的文件夹；没有写入任何内容")
    case .policyErrors(let count): FactWords(Wording(given: Phrase.policyErrors(count).text(in: .chinese)))
    case .policiesErrors(let count):
      FactWords(Wording(given: Phrase.policiesErrors(count).text(in: .chinese)))
    case .libraries(let files):
      FactWords(
        "\(files.joined(separator: "、")) 没有 `policy` 块：这是规则库，本身不作裁定",
        hint: "给出引用它的策略文件")
    case .twoPolicies(let first, let other):
      FactWords(
        "这是两个策略：`\(first.id)`（\(first.file)）和 `\(other.id)`（\(other.file)）",
        hint: "多个文件须是同一策略的各个版本，`id` 相同；两个策略请分别运行")
    case .unknownCommand(let names): FactWords("没有命令 `\(names.name)`", hint: names.chineseHint)
    case .unknownPage(let word, let nearest, let neighbours):
      FactWords("没有 `\(word)` 的说明", hint: Self.pages(nearest, neighbours))
    case .badOption(let text, let option, let form):
      FactWords("`\(text)` 不能作为 \(option) 的值", hint: "写 \(option) \(form)")
    case .badLength(let text):
      FactWords("`\(text)` 不能作为 --within 的值", hint: "写时长，如 8 h 或 1 h 30 min")
    case .badInstant(let text, let zone):
      FactWords(
        "`\(text)` 不是时刻",
        hint: "写 2026-04-01T00:00:00+08:00、2026-04-01 或 2026-04-01T08:00（后两种按时区 \(zone)），或 now")
    case .noAsOf(let zone):
      FactWords(
        "没有截止时刻：裁定总是截至某一时刻作出",
        hint: "加 --as-of 2026-04-01（\(zone) 该日开始时），或 --as-of now")
    case .unknownParameter(let names):
      FactWords("策略没有参数 `\(names.name)`", hint: names.chineseHint)
    case .parameterTwice(let name): FactWords("参数 `\(name)` 设置了两次")
    case .badParameter(let text, let name, let type):
      FactWords("`\(text)` 不能作为 `\(name)` 的值", hint: "写\(ParameterSetting.chineseExample(type))")
    case .negativeParameter(let text, let name):
      FactWords("`\(text)` 不能作为 `\(name)` 的值", hint: "限额、金额和封顶不能小于零")
    case .badKeyCount(let text, let name):
      FactWords("`\(text)` 不能作为 `\(name)` 的值", hint: "它表示同时至少有多少个键：写不小于 1 的整数")
    case .caseWithoutRow(let table, let example):
      FactWords(
        "按这些参数，\(Self.named(table))没有适用于"
          + .joined(example.map(\.chineseWords), by: " | ") + "的行",
        hint: "所设的值在各行之间不能留空档，或在表末写 `otherwise -> …`")
    case .rowOfNothing(let table):
      FactWords(
        "按这些参数，\(Self.named(table))有一行不适用于任何值", hint: "所设的值须使每个范围的下限低于上限")
    case .missingRegister(let name):
      FactWords("策略需要登记表 `\(name)`", hint: "加 --register \(name)=FILE")
    case .unknownRegister(let names):
      FactWords("策略没有登记表 `\(names.name)`", hint: names.chineseHint)
    case .registerTwice(let name): FactWords("登记表 `\(name)` 给出了两次")
    case .breakdown(let fault): fault.chineseWords
    case .noPeriods: FactWords("--periods：策略没有周期目标", hint: "去掉它，或在策略中写 `each month`")
    case .noTest(let title): FactWords("没有标题含有 \"\(title)\" 的测试")
    case .failingTest(let title, let file):
      FactWords("\(file)：还没有变异，测试 \"\(title)\" 就失败了", hint: "见 `pledge test`")
    case .unknownOperator(let name, let nearest):
      FactWords(
        "没有变异种类 `\(name)`",
        hint: nearest.map { "是否要写 `\($0)`？" } ?? "见 `pledge mutate --operators`")
    case .rulesFormat(let known): FactWords("检查规则的列表格式有 \(known)")
    case .unknownLevel(let level, let place, let known):
      FactWords("\(place)：没有级别 `\(level)`", hint: "写 \(known.joined(separator: "、"))")
    case .unknownRule(let name, let place, let nearest):
      FactWords("\(place)：没有检查规则或类别 `\(name)`", hint: nearest.map { "是否要写 `\($0)`？" })
    case .rejected(let rejection):
      FactWords(
        Wording(given: RejectionText.message(rejection, in: .chinese)),
        hint: "不带 --strict 时拒收这样的记录，运行继续")
    case .tooManyGroups(let name, let limit):
      FactWords("`\(name)` 的不同值超过 \(limit) 个", hint: "选择能把工单分组的字段")
    case .noThread: FactWords("系统没有可用的线程")
    case .tooFar(let beginning, let asOf):
      FactWords(
        "截至 \(asOf)：所判定的内容从 \(beginning) 开始，早了一百多年，其间每个周期都要对每个键作出判定",
        hint: "给出工单所记录内容的截止时刻")
    case .readsTwice:
      FactWords(
        "工单须读两遍，而标准输入只能读一遍",
        hint: "先写入文件：策略统计工单，或有跨工单的封顶或起付额")
    case .nothingCompared(let path):
      FactWords(
        Wording(given: Phrase.nothingCompared(path).text(in: .chinese)),
        hint: "路径指所读记录中的位置，其值为 true、false、met 或 breached")
    }
  }

  private static func named(_ table: String?) -> Wording { table.map { "表 `\($0)` " } ?? "一张表" }

  private static func pages(_ nearest: String?, _ neighbours: [String]) -> Wording {
    if let nearest { return "是否要写 `\(nearest)`？" }
    let list: Wording = "`pledge explain` 列出全部代码"
    guard !neighbours.isEmpty else { return list }
    return list + "；相邻的有 \(Wording.joined(neighbours.map { "`\($0)`" }, by: " 和 "))"
  }
}
