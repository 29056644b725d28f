import PledgePolicy

extension PlanWords {
  func englishPass(_ pass: HistoryPass) -> String {
    switch pass {
    case .index(let searches):
      return searches.map { search in
        switch search {
        case .countedTickets: "index the tickets that others count"
        case .spansOfKeys: "unite the spans of keys"
        case .anchorsOfCaps: "find the instants from which periods of caps are counted"
        }
      }.joined(separator: ", ")
    case .settle(let withRights):
      return "collect what refunds \(withRights ? "and rights " : "")of several tickets are made of, "
        + "then settle it"
    case .decide(let judgesPeriods):
      return "decide each ticket"
        + (judgesPeriods ? ", fold each key and period, then judge the periods" : "")
    }
  }

  func englishMemory(_ growth: MemoryGrowth) -> String {
    switch growth {
    case .registerRows: "rows of the register"
    case .intervalsOfTickets(let ofKey): "the intervals of each \(ofKey ? "key and " : "")ticket"
    case .disjointIntervals(let ofKey): "disjoint intervals" + (ofKey ? " of each key" : "")
    case .figure(let figure, let ofKey, let bucket):
      "a \(english(figure)) of each \(ofKey ? "key and " : "")\(english(bucket))"
    case .claims: "the claims of each key and period"
    case .items(let withInstants):
      "the items that are owed, by key and period" + (withInstants ? ", an instant of each key" : "")
    }
  }

  private func english(_ figure: MemoryGrowth.Figure) -> String {
    switch figure {
    case .count: "count"
    case .sum: "sum"
    case .value: "value"
    }
  }

  private func english(_ bucket: MemoryGrowth.Bucket) -> String {
    switch bucket {
    case .slot: "slot"
    case .period: "period"
    case .day: "day"
    case .instant: "instant"
    }
  }

  func englishNote(_ note: VersionPlanReport.Note) -> String {
    switch note {
    case .readsOnceAVersion(let looksElsewhere):
      "each pass reads every record once a version"
        + (looksElsewhere ? ", and once more where a version looks at the tickets of others" : "")
    case .memoryOfAll: "memory is that of all versions together"
    case .intervalsOfOthers:
      "a version holds intervals that touch its own periods; with a length test or `up to`, all"
    }
  }
}
