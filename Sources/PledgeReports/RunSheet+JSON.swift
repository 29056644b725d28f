extension RunSheet {
  /// Writes the members of `run` in every JSON report.
  package func write(to json: inout JSONText) {
    json.object { json in
      Self.writeTool(to: &json)
      json.member("policy") { json in
        json.member("id", policy.id)
        json.member("version", policy.version)
        json.member("title", policy.title)
        if let source = policy.source { json.member("source", source) }
        if !policy.citations.isEmpty {
          json.list("cite") { json in for word in policy.citations { json.string(word) } }
        }
        json.member("file", policy.file)
        json.member(RunSheet.digestName, policy.digest)
      }
      if !versions.isEmpty {
        json.list("versions") { json in
          for version in versions {
            json.object { json in
              json.member("version", version.policy.version)
              json.member("file", version.policy.file)
              json.member(RunSheet.digestName, version.policy.digest)
              json.member("from", version.from == .earliest ? nil : version.from.text(in: zone))
              json.member("until", version.until.map { $0.text(in: zone) })
            }
          }
        }
      }
      json.member("as_of", asOf.text(in: zone))
      json.member("as_of_from", asOfOrigin.rawValue)
      json.member("zone", zone.name)
      json.list("parameters") { json in
        for parameter in parameters {
          json.object { json in
            json.member("name", parameter.name)
            json.member("value", parameter.value)
            json.member("set", parameter.isSet)
          }
        }
      }
      json.list("inputs") { json in
        for input in inputs {
          json.object { json in
            json.member("role", input.role.word)
            if case .register(let name) = input.role { json.member("register", name) }
            json.member("file", input.file)
            json.member(RunSheet.digestName, input.digest)
          }
        }
      }
    }
  }

  /// Writes the member `tool`.
  package static func writeTool(to json: inout JSONText) {
    json.member("tool") { json in
      json.member("name", ToolVersion.name)
      json.member("version", ToolVersion.number)
    }
  }
}
