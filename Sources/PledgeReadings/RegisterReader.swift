import PledgeTickets
import PledgeTime

/// Reads the rows of registers from CSV, JSON, NDJSON and YAML.
package enum RegisterReader {
  /// Reads the register of a declaration from a file.
  ///
  /// Its texts are added to `pool`; times without an offset are in `zone`. Throws `SourceError` where the
  /// file cannot be read and `ReadingProblems`, one for each row that is wrong (at most 20), because a
  /// register with holes decides nothing rightly.
  package static func load(
    path: String, declaration: RegisterDeclaration, zone: Zone? = nil, pool: inout TextPool
  ) throws -> Register {
    try read(InputFile.open(path: path), declaration: declaration, zone: zone, pool: &pool)
  }

  /// The same from a source of UTF-8 bytes.
  package static func read(
    _ source: any ByteSource, declaration: RegisterDeclaration, zone: Zone? = nil,
    format: InputFormat? = nil, pool: inout TextPool
  ) throws -> Register {
    let plan = RecordPlan.register(declaration, zone: zone)
    let reader = try HistoryReader(source: source, plan: plan, format: format)
    let decoder = RecordDecoder(plan: plan, pool: pool)
    var ticket = decoder.makeTicket()
    var register = Register(declaration)
    var problems: [ReadingProblem] = []
    let chunk = HistoryChunk()
    let known = pool
    while try reader.next(into: chunk), problems.count < 20 {
      decoder.decode(chunk, ticket: &ticket) { row in
        let cells = row.values.map { interned($0, row, known, &pool) }
        let keys = Array(cells.prefix(declaration.keys.count))
        let name = text(keys, declaration, pool)
        if let wrong = add(keys, Array(cells.dropFirst(keys.count)), named: name, declaration, &register) {
          problems.append(
            ReadingProblem(file: source.name, message: "register `\(declaration.name)`: \(wrong)"))
        }
      } onRejection: {
        problems.append(problem($0))
      }
    }
    guard problems.isEmpty else { throw ReadingProblems(problems) }
    return register
  }

  /// Adds a row; what is wrong with it, in words, where it does not go with the others or with itself.
  private static func add(
    _ keys: [Scalar], _ cells: [Scalar], named name: String, _ declaration: RegisterDeclaration,
    _ register: inout Register
  ) -> String? {
    if let (start, end) = declaration.ends, declaration.endsBeforeItBegins(cells) {
      let (start, end) = (declaration.columns[start].name, declaration.columns[end].name)
      return "a row of `\(name)` is over before it begins: its `\(end)` lies before its `\(start)`"
    }
    guard register.add(keys: keys, cells: cells) else { return "the key `\(name)` stands twice or is empty" }
    guard declaration.isDated, register.overlap(keys, declaration) != nil else { return nil }
    return "two rows of `\(name)` hold at the same time"
  }

  /// A row's own texts move into the pool, because they outlive the row.
  private static func interned(_ scalar: Scalar, _ row: Ticket, _ known: TextPool, _ pool: inout TextPool)
    -> Scalar
  {
    guard case .text(let id) = scalar, id.localPosition != nil else { return scalar }
    return .text(pool.intern(row.text(id, pool: known)))
  }

  /// The values of a key as a message names them.
  private static func text(_ keys: [Scalar], _ declaration: RegisterDeclaration, _ pool: TextPool) -> String {
    zip(keys, declaration.keys).map { text($0, $1.type, pool) }.joined(separator: ", ")
  }

  private static func text(_ scalar: Scalar, _ type: ValueType, _ pool: TextPool) -> String {
    switch scalar {
    case .text(let id): return pool.text(id)
    case .choice(let member):
      guard case .choice(let members) = type, members.indices.contains(Int(member)) else { return "" }
      return members[Int(member)]
    case .date(let date): return date.description
    case .truth(let truth): return truth ? "yes" : "no"
    case .missing, .number, .duration, .instant: return ""
    }
  }

  private static func problem(_ rejection: Rejection) -> ReadingProblem {
    let field = rejection.field.map { "`\($0)`: " } ?? ""
    return ReadingProblem(
      file: rejection.file, position: TextPosition(line: rejection.line, column: rejection.column ?? 1),
      message: field + rejection.reason.text)
  }
}
