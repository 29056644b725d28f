// swift-tools-version: 6.1
import PackageDescription

// The rooms of the house, from the ground up. A room imports only rooms above it in this list; the compiler
// keeps the arrows one way. docs/architecture.md says what each is for.

let package = Package(
  name: "Pledge",
  products: [
    .library(name: "Pledge", targets: ["Pledge"]),
    .executable(name: "pledge", targets: ["pledge-cli"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    .target(name: "PledgeDiagnostics"),
    .target(name: "PledgePages", dependencies: ["PledgeDiagnostics"]),
    .target(name: "PledgeNumbers"),
    .target(name: "PledgeTime"),
    .target(name: "PledgeSyntax", dependencies: ["PledgeDiagnostics"]),
    .target(name: "PledgeFormat", dependencies: ["PledgeSyntax"]),
    .target(name: "PledgeTickets", dependencies: ["PledgeNumbers", "PledgeTime"]),
    .target(
      name: "PledgePolicy",
      dependencies: ["PledgeNumbers", "PledgeTime", "PledgeTickets", "PledgeDiagnostics"]),
    .target(name: "PledgeChecker", dependencies: ["PledgeSyntax", "PledgePolicy"]),
    .target(name: "PledgeEvaluation", dependencies: ["PledgePolicy", "PledgeTickets"]),
    .target(name: "PledgeReadings", dependencies: ["PledgeTickets", "CLibYAML", "CZlib"]),
    .target(name: "PledgeTesting", dependencies: ["PledgeEvaluation", "PledgeChecker"]),
    .target(name: "PledgeWitness", dependencies: ["PledgeTesting", "PledgeFormat"]),
    .target(name: "PledgeAnalysis", dependencies: ["PledgeTesting", "PledgeFormat"]),
    .target(name: "PledgeSimulation", dependencies: ["PledgeEvaluation", "PledgeReadings"]),
    .target(
      name: "PledgeReports", dependencies: ["PledgeSimulation", "PledgeTesting", "PledgeAnalysis"]),
    .target(name: "Pledge", dependencies: ["PledgeReports"]),
    .executableTarget(
      name: "pledge-cli",
      dependencies: [
        "Pledge", "PledgeFormat", "PledgeAnalysis", "PledgePages", "PledgeWitness",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .executableTarget(
      name: "readings-bench", dependencies: ["PledgeReadings"], path: "Benchmarks/Readings"),

    .target(name: "PledgeTestSupport", path: "Tests/PledgeTestSupport"),
    .target(
      name: "PledgeDamage",
      dependencies: ["PledgeChecker", "PledgeFormat", "PledgeReadings", "PledgeTestSupport"],
      path: "Tests/PledgeDamage"),
    .executableTarget(
      name: "pledge-fuzz", dependencies: ["PledgeDamage", "PledgeFormat"], path: "Tests/PledgeFuzz"),
    .testTarget(
      name: "PledgeReadingsTests", dependencies: ["PledgeReadings", "PledgeTestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(name: "PledgeDiagnosticsTests", dependencies: ["PledgeDiagnostics"]),
    .testTarget(
      name: "PledgeNumbersTests", dependencies: ["PledgeNumbers", "PledgeTestSupport"]),
    .testTarget(name: "PledgeTimeTests", dependencies: ["PledgeTime", "PledgeTestSupport"]),
    .testTarget(name: "PledgeHouseTests"),
    .testTarget(
      name: "PledgeCaseTests", dependencies: ["PledgeReports", "PledgeFormat", "PledgeTestSupport"]),
    .testTarget(
      name: "PledgeSyntaxTests", dependencies: ["PledgeSyntax", "PledgeFormat", "PledgeTestSupport"]),
    .testTarget(
      name: "PledgeCheckerTests", dependencies: ["PledgeChecker", "PledgeTestSupport"]),
    .testTarget(
      name: "PledgeEvaluationTests", dependencies: ["PledgeEvaluation", "PledgeTestSupport"]),
    .testTarget(
      name: "PledgeSimulationTests",
      dependencies: ["PledgeSimulation", "PledgeChecker", "PledgeTestSupport"]),
    .testTarget(name: "PledgeRecoveryTests", dependencies: ["PledgeDamage"]),
    .testTarget(name: "PledgeLawTests", dependencies: ["PledgeReports", "PledgeTestSupport"]),
    .testTarget(name: "PledgeAnalysisTests", dependencies: ["PledgeAnalysis"]),
    .testTarget(name: "PledgeTestingTests", dependencies: ["PledgeTesting"]),
    .testTarget(name: "PledgeWitnessTests", dependencies: ["PledgeWitness"]),
    .testTarget(name: "PledgeReportsTests", dependencies: ["PledgeReports"]),
    .testTarget(name: "PledgeFaceTests", dependencies: ["Pledge"]),
    .testTarget(
      name: "PledgePagesTests",
      dependencies: ["PledgePages", "PledgeChecker", "PledgeFormat", "PledgeTestSupport"]),
    .testTarget(
      name: "PledgeCommandTests", dependencies: ["pledge-cli", "PledgeReadings", "PledgeTestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
