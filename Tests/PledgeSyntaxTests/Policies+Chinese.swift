extension Policies {
  /// Names in Chinese, full-width punctuation, texts in Chinese quotation marks.
  static let chinese = #"""
    pledge 1

    policy “电路等级协议” {
      id        电路协议
      version   "1"
      effective from 2026-01-01
      timezone  Asia/Shanghai；currency  CNY
    }

    ## 每条电路一行。
    register 电路表 by 电路 {
      等级      one of AAA、AA、A
      月租费    money
    }

    ticket {
      电路  key of 电路表
      原因  one of 我方，客户，不可抗力 = 我方
      event 申告, 恢复
    }

    span 中断 = from 申告 until 恢复

    target 恢复时限 "业务恢复时限" {
      for     （电路.等级 is AAA）
      clock   中断
      within  60 min
    }

    refund 赔付 {
      when  恢复时限 is breached
      pay   5％ of 电路.月租费 per started 1 h over
    }

    """#
}
