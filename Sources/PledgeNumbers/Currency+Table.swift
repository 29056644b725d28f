extension Currency {
  /// The digits of the minor unit by packed code, built once from the lists below.
  static let table: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for (digits, codes) in codesByMinorUnit {
      // By bytes: every run of the tool builds the table.
      for code in codes.utf8.split(whereSeparator: { $0 <= UInt8(ascii: " ") }) {
        if let letters = pack(code) { table[letters] = digits }
      }
    }
    return table
  }()

  /// All codes of the table in alphabetic order.
  package static var all: [Currency] {
    codesByMinorUnit.flatMap { $0.codes.split(whereSeparator: \.isWhitespace) }
      .compactMap { Currency($0) }.sorted()
  }

  /// ISO 4217, table A.1, of 2026, by the digits of the minor unit.
  ///
  /// Codes without a minor unit (metals, special drawing rights, bond units, test codes) are left out: an
  /// amount in them has no rounding. ANG and BGN, withdrawn in 2025 and 2026, are kept for older histories.
  private static let codesByMinorUnit: [(digits: UInt32, codes: String)] = [
    (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
    (
      2,
      """
      AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
      CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
      GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL
      MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK
      PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS
      TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
      """
    ),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
  ]
}
