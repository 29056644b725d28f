@_spi(_Unicode) import Swift

/// Unicode's composed normal form (NFC), in which names are written.
package enum ComposedForm {
  /// A name in composed form, nil where it already is.
  package static func other(than name: String) -> String? {
    let composed = String(String.UnicodeScalarView(name._nfc))
    // Swift's `==` takes both forms for equal, so the bytes are compared.
    return composed.utf8.elementsEqual(name.utf8) ? nil : composed
  }
}
