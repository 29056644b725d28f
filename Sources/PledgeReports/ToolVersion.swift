/// Which tool wrote a report.
package enum ToolVersion {
  /// The name of the tool.
  package static let name = "pledge"
  /// The version by the rules of semantic versioning.
  package static let number = "0.1.0"
  /// Both, as reports say it.
  package static var text: String { "\(name) \(number)" }
}
