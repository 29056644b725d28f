import PledgePolicy

extension PlanWords {
  func chinesePass(_ pass: HistoryPass) -> String {
    switch pass {
    case .index(let searches):
      return searches.map { search in
        switch search {
        case .countedTickets: "索引被其他工单统计的工单"
        case .spansOfKeys: "合并各键的时段"
        case .anchorsOfCaps: "找出封顶周期的起算时刻"
        }
      }.joined(separator: "，")
    case .settle(let withRights):
      return withRights ? "收集多张工单的赔付和权利的组成，再结算" : "收集多张工单的赔付的组成，再结算"
    case .decide(let judgesPeriods):
      return judgesPeriods ? "裁定每张工单，按键和周期汇总，再判定各周期" : "裁定每张工单"
    }
  }

  func chineseMemory(_ growth: MemoryGrowth) -> String {
    switch growth {
    case .registerRows: "登记表的行"
    case .intervalsOfTickets(let ofKey): ofKey ? "每个键和每张工单的区间" : "每张工单的区间"
    case .disjointIntervals(let ofKey): ofKey ? "每个键互不相交的区间" : "互不相交的区间"
    case .figure(let figure, let ofKey, let bucket):
      (ofKey ? "每个键、每个" : "每个") + chinese(bucket) + "的" + chinese(figure)
    case .claims: "每个键和周期的申领"
    case .items(let withInstants):
      "按键和周期的应付赔付项" + (withInstants ? "，以及每个键的一个时刻" : "")
    }
  }

  private func chinese(_ figure: MemoryGrowth.Figure) -> String {
    switch figure {
    case .count: "次数"
    case .sum: "合计"
    case .value: "值"
    }
  }

  private func chinese(_ bucket: MemoryGrowth.Bucket) -> String {
    switch bucket {
    case .slot: "采样时隙"
    case .period: "周期"
    case .day: "日"
    case .instant: "时刻"
    }
  }

  func chineseNote(_ note: VersionPlanReport.Note) -> String {
    switch note {
    case .readsOnceAVersion(let looksElsewhere):
      looksElsewhere
        ? "每一遍对每个版本读一次各记录，版本要查看其他工单时再读一次" : "每一遍对每个版本读一次各记录"
    case .memoryOfAll: "内存为所有版本之和"
    case .intervalsOfOthers: "一个版本保存与其自身周期相接的区间；有长度条件或 `up to` 时保存全部"
    }
  }
}
