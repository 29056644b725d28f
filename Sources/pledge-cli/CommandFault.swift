import PledgeDiagnostics
import PledgePolicy
import PledgeReadings
import PledgeSimulation

/// Why a command could not run. A new one takes a case here, and its words in `CommandFault+English` and
/// `CommandFault+Chinese`; the compiler asks for both.
enum CommandFault {
  // MARK: Files

  /// What the system or a reader says about a file.
  case reading(String)
  /// A file that cannot be opened.
  case cannotOpen(path: String, reason: String)
  /// A file that cannot be written.
  case cannotWrite(path: String, reason: String)
  /// A folder that cannot be made.
  case cannotMake(folder: String, reason: String)
  /// A folder without policies.
  case noPolicyIn(folder: String)
  /// An output that the run reads.
  case writesInput(path: String)
  /// Two outputs of one name.
  case outputTwice(path: String)
  /// A folder that has some of the files already.
  case presentAlready(folder: String, files: [String])

  // MARK: Policies

  /// Policies with errors, which have been told.
  case policyErrors(Int)
  /// Files of which some have errors, which have been told.
  case policiesErrors(Int)
  /// Files of libraries alone.
  case libraries(files: [String])
  /// Files that are no versions of one policy.
  case twoPolicies(first: PolicyPlace, other: PolicyPlace)
  /// A policy by its id, and its file.
  typealias PolicyPlace = (id: String, file: String)

  // MARK: Options

  /// A word that is no command.
  case unknownCommand(KnownNames)
  /// A code or a name that has no page.
  case unknownPage(String, nearest: String?, neighbours: [String])
  /// A value that an option cannot have.
  case badOption(text: String, option: String, form: String)
  /// A length of time that cannot be read.
  case badLength(text: String)
  /// An instant that cannot be read.
  case badInstant(text: String, zone: String)
  /// No instant as of which is decided.
  case noAsOf(zone: String)
  /// A parameter that the policy does not have.
  case unknownParameter(KnownNames)
  /// A parameter that is set twice.
  case parameterTwice(String)
  /// A value that a parameter cannot have.
  case badParameter(text: String, name: String, ExpressionType)
  /// A figure below zero where none can be.
  case negativeParameter(text: String, name: String)
  /// A number of keys below one.
  case badKeyCount(text: String, name: String)
  /// Parameters with which no row of a table applies to a case.
  case caseWithoutRow(table: String?, example: [Term])
  /// Parameters with which a row of a table applies to nothing.
  case rowOfNothing(table: String?)
  /// A register that the policy reads and the run does not give.
  case missingRegister(String)
  /// A register that the policy does not have.
  case unknownRegister(KnownNames)
  /// A register that is given twice.
  case registerTwice(String)
  /// What a run groups by or compares with means nothing.
  case breakdown(BreakdownResolving.Fault)
  /// Periods are asked of a policy that has none.
  case noPeriods
  /// No test whose title contains a text.
  case noTest(title: String)
  /// A test that fails before any mistake is made.
  case failingTest(String, file: String)
  /// An operator of mutation that does not exist.
  case unknownOperator(String, nearest: String?)
  /// A format in which rules are not listed.
  case rulesFormat(known: String)
  /// A level of rules that does not exist.
  case unknownLevel(String, place: String, known: [String])
  /// A rule or category that does not exist.
  case unknownRule(String, place: String, nearest: String?)

  // MARK: Runs

  /// A record that was not read, where that ends the run.
  case rejected(Rejection)
  /// More groups than a report can show.
  case tooManyGroups(name: String, limit: Int)
  /// The system gives no thread.
  case noThread
  /// The as-of instant lies too far behind what is judged.
  case tooFar(beginning: String, asOf: String)
  /// The standard input cannot be read twice.
  case readsTwice
  /// A comparison with nothing.
  case nothingCompared(path: String)
}
