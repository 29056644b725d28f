import PledgeDiagnostics
import PledgeReports
import PledgeSimulation

extension CommandFault {
  /// The fault in English.
  var englishWords: FactWords {
    switch self {
    case .reading(let reason): FactWords(Wording(given: reason))
    case .cannotOpen(let path, let reason): FactWords("\(path): cannot open: \(reason)")
    case .cannotWrite(let path, let reason): FactWords("\(path): cannot write: \(reason)")
    case .cannotMake(let folder, let reason): FactWords("\(folder): cannot be made: \(reason)")
    case .noPolicyIn(let folder): FactWords("\(folder): there is no .pledge file in this folder")
    case .writesInput(let path):
      FactWords(
        "\(path): it is read by this run, and writing would destroy it", hint: "name another file")
    case .outputTwice(let path):
      FactWords("\(path): two outputs cannot go into one file", hint: "name another file")
    case .presentAlready(let folder, let files):
      FactWords(
        "\(folder): \(files.joined(separator: ", ")) \(files.count == 1 ? "is" : "are") there already",
        hint: "name a folder without policies; nothing was written")
    case .policyErrors(let count): FactWords(Wording(given: Phrase.policyErrors(count).text(in: .english)))
    case .policiesErrors(let count):
      FactWords(Wording(given: Phrase.policiesErrors(count).text(in: .english)))
    case .libraries(let files):
      FactWords(
        "\(files.joined(separator: ", ")) has no `policy` block: it is a library, "
          + "which decides nothing by itself",
        hint: "give the file of a policy that uses it")
    case .twoPolicies(let first, let other):
      FactWords(
        "these are two policies: `\(first.id)` (\(first.file)) and `\(other.id)` (\(other.file))",
        hint: "several files are versions of one policy, with one `id`; run two policies one after the other"
      )
    case .unknownCommand(let names): FactWords("there is no command `\(names.name)`", hint: names.englishHint)
    case .unknownPage(let word, let nearest, let neighbours):
      FactWords("there is no page for `\(word)`", hint: Self.pages(nearest, neighbours))
    case .badOption(let text, let option, let form):
      FactWords("`\(text)` is no value for \(option)", hint: "write \(option) \(form)")
    case .badLength(let text):
      FactWords("`\(text)` is no value for --within", hint: "write a duration such as 8 h or 1 h 30 min")
    case .badInstant(let text, let zone):
      FactWords(
        "`\(text)` is no instant",
        hint: "write 2026-04-01T00:00:00+08:00, 2026-04-01 or 2026-04-01T08:00 (both in \(zone)), or now")
    case .noAsOf(let zone):
      FactWords(
        "the as-of instant is missing: decisions are made as of an instant",
        hint: "add --as-of 2026-04-01 (the beginning of that day in \(zone)), or --as-of now")
    case .unknownParameter(let names):
      FactWords("the policy has no parameter `\(names.name)`", hint: names.englishHint)
    case .parameterTwice(let name): FactWords("the parameter `\(name)` is set twice")
    case .badParameter(let text, let name, let type):
      FactWords("`\(text)` is no value for `\(name)`", hint: "write \(ParameterSetting.example(type))")
    case .negativeParameter(let text, let name):
      FactWords(
        "`\(text)` is no value for `\(name)`", hint: "a limit, an amount or a cap is not below zero")
    case .badKeyCount(let text, let name):
      FactWords(
        "`\(text)` is no value for `\(name)`",
        hint: "it says how many keys there have to be at once: write a whole number from 1 on")
    case .caseWithoutRow(let table, let example):
      FactWords(
        "with these parameters no row of \(Self.named(table)) applies to "
          + .joined(example.map(\.englishWords), by: " | "),
        hint: "set values that leave nothing between the rows, or end the table with `otherwise -> …`")
    case .rowOfNothing(let table):
      FactWords(
        "with these parameters a row of \(Self.named(table)) applies to nothing",
        hint: "set values that keep the lower end of each range below the upper end")
    case .missingRegister(let name):
      FactWords("the policy needs the register `\(name)`", hint: "add --register \(name)=FILE")
    case .unknownRegister(let names):
      FactWords("the policy has no register `\(names.name)`", hint: names.englishHint)
    case .registerTwice(let name): FactWords("the register `\(name)` is given twice")
    case .breakdown(let fault): fault.englishWords
    case .noPeriods:
      FactWords(
        "--periods: the policy has no target of a period", hint: "leave it out, or write `each month`")
    case .noTest(let title): FactWords("no test has a title that contains \"\(title)\"")
    case .failingTest(let title, let file):
      FactWords("\(file): the test \"\(title)\" fails before any mistake is made", hint: "see `pledge test`")
    case .unknownOperator(let name, let nearest):
      FactWords(
        "there is no kind of mistake `\(name)`",
        hint: nearest.map { "did you mean `\($0)`?" } ?? "see `pledge mutate --operators`")
    case .rulesFormat(let known): FactWords("the list of rules is written as \(known)")
    case .unknownLevel(let level, let place, let known):
      FactWords("\(place): `\(level)` is no level", hint: "write \(known.joined(separator: ", "))")
    case .unknownRule(let name, let place, let nearest):
      FactWords(
        "\(place): there is no rule or category `\(name)`", hint: nearest.map { "did you mean `\($0)`?" })
    case .rejected(let rejection):
      FactWords(
        Wording(given: RejectionText.message(rejection)),
        hint: "without --strict such a record is rejected and the run goes on")
    case .tooManyGroups(let name, let limit):
      FactWords(
        "`\(name)` has more than \(limit) different values",
        hint: "choose a field that puts tickets into groups")
    case .noThread: FactWords("the system gives no thread")
    case .tooFar(let beginning, let asOf):
      FactWords(
        "as of \(asOf): what is judged begins on \(beginning), more than a "
          + "hundred years before, and each period up to then would be decided for each key",
        hint: "give the instant up to which the tickets tell what happened")
    case .readsTwice:
      FactWords(
        "the tickets have to be read twice, which the standard input does not allow",
        hint: "write them into a file: the policy counts tickets, or has caps or minimums over several")
    case .nothingCompared(let path):
      FactWords(
        Wording(given: Phrase.nothingCompared(path).text(in: .english)),
        hint: "the path names a place in the record as it is read; it holds true, false, met or breached")
    }
  }

  private static func named(_ table: String?) -> Wording { table.map { "table `\($0)`" } ?? "a table" }

  private static func pages(_ nearest: String?, _ neighbours: [String]) -> Wording {
    if let nearest { return "did you mean `\(nearest)`?" }
    let list: Wording = "`pledge explain` lists all codes"
    guard !neighbours.isEmpty else { return list }
    let names = Wording.joined(neighbours.map { "`\($0)`" }, by: " and ")
    return list + "; next to it \(neighbours.count == 1 ? "is" : "are") \(names)"
  }
}
