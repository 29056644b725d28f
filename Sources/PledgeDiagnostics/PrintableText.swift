/// User text made safe for a terminal: what is no visible character is written out.
package enum PrintableText {
  /// The longest part of a line that is printed, in characters.
  private static let longest = 400

  /// A text with tabs as one blank and with controls, line ends and invisible characters as `\u{…}`.
  package static func of(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(longest) {
      if scalar == "\t" {
        result.append(" ")
      } else if isHidden(scalar) {
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The same for bytes; those that are not UTF-8 become U+FFFD.
  package static func of(bytes: ArraySlice<UInt8>) -> String {
    of(String(decoding: bytes.prefix(4 * longest), as: UTF8.self))
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    default: false
    }
  }
}
