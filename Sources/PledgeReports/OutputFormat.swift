/// The formats that reports are written in.
package enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  case text, json, ndjson, csv
}
