import Foundation

/// A schema of docs/schemas: the part of JSON Schema 2020-12 that they use.
struct Schema {
  private let file: String
  private let document: [String: Any]

  static func named(_ name: String) throws -> Schema {
    let url = Command.root.appending(path: "docs/schemas/\(name).json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    return Schema(file: name, document: object as? [String: Any] ?? [:])
  }

  /// What does not follow the schema, each with its path.
  func faults(_ value: Any) throws -> [String] { try faults(value, document, "$") }

  private func faults(_ value: Any, _ schema: [String: Any], _ path: String) throws -> [String] {
    var result: [String] = []
    if let reference = schema["$ref"] as? String { result += try follow(reference, value, path) }
    if let types = schema["type"] as? String ?? nil, !matches(value, types) {
      return ["\(path): expected \(types), found \(value)"]
    }
    if let types = schema["type"] as? [String], !types.contains(where: { matches(value, $0) }) {
      return ["\(path): expected one of \(types), found \(value)"]
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let found = try choices.map { try faults(value, $0, path) }
      if !found.contains([]) { result += found.joined() }
    }
    if let constant = schema["const"], !same(constant, value) { result.append("\(path): is not \(constant)") }
    if let members = schema["enum"] as? [Any], !members.contains(where: { same($0, value) }) {
      result.append("\(path): \(value) is none of \(members)")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      result.append("\(path): \(text) is not \(pattern)")
    }
    if let object = value as? [String: Any] { result += try faults(of: object, schema, path) }
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, item) in list.enumerated() { result += try faults(item, items, "\(path)[\(index)]") }
    }
    return result
  }

  private func faults(of object: [String: Any], _ schema: [String: Any], _ path: String) throws -> [String] {
    var result: [String] = []
    for key in schema["required"] as? [String] ?? [] where object[key] == nil {
      result.append("\(path): no \(key)")
    }
    let properties = schema["properties"] as? [String: Any] ?? [:]
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      if let property = properties[key] as? [String: Any] {
        result += try faults(value, property, "\(path).\(key)")
      } else if let further = schema["additionalProperties"] as? [String: Any] {
        result += try faults(value, further, "\(path).\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        result.append("\(path): unexpected \(key)")
      }
    }
    return result
  }

  private func follow(_ reference: String, _ value: Any, _ path: String) throws -> [String] {
    let parts = reference.split(separator: "#", omittingEmptySubsequences: false)
    let name = parts[0].replacing(".json", with: "")
    let schema = name.isEmpty ? self : try Schema.named(String(name))
    guard parts.count > 1 else { return try schema.faults(value, schema.document, path) }
    var node: Any = schema.document
    for key in parts[1].split(separator: "/") { node = (node as? [String: Any])?[String(key)] ?? [:] }
    return try schema.faults(value, node as? [String: Any] ?? ["const": "no \(reference)"], path)
  }

  private func matches(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": isBoolean(value)
    case "number": value is NSNumber && !isBoolean(value)
    case "integer":
      (value as? NSNumber).map { !isBoolean(value) && $0.doubleValue.rounded() == $0.doubleValue } ?? false
    default: false
    }
  }

  private func isBoolean(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" || String(cString: $0.objCType) == "B" }
      ?? false
  }

  private func same(_ left: Any, _ right: Any) -> Bool {
    if left is NSNull || right is NSNull { return left is NSNull && right is NSNull }
    if let left = left as? String { return left == right as? String }
    if let left = left as? NSNumber { return left == right as? NSNumber }
    return false
  }
}
