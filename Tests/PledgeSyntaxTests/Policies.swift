/// The three policies of the language page, each with its tests.
enum Policies {
  static let circuit = #"""
    pledge 1

    policy "Circuit restoration AAA/AA/A" {
      id        circuit_sla
      version   "1"
      effective from 2026-01-01
      timezone  Asia/Shanghai
      currency  CNY
    }

    register circuits by circuit {
      level        one of AAA, AA, A
      product      one of line, vpn
      customer     text
      monthly_fee  money
    }

    ticket {
      circuit  key of circuits
      cause    one of carrier, customer, force_majeure, unknown = unknown
      event    alarm, reported, restored, workaround, reopened, hung_up, resumed
    }

    table levels {
      circuit.level | circuit.product -> available | restore | repeat
      AAA           | any             -> 99.99%    | 60 min  | 3 months
      AA            | vpn             -> 99.95%    | 120 min | 2 months
      AA            | line            -> 99.95%    | 90 min  | 2 months
      A             | vpn             -> 99.90%    | 240 min | 1 month
      A             | line            -> 99.90%    | 180 min | 1 month
    }

    span outage = from alarm or reported or reopened until restored or workaround
    span hold   = from hung_up until resumed up to 4 h

    exclusion relief "客户原因、不可抗力" for all targets {
      cite  "000-C1", "000-C2"
      when  cause in customer, force_majeure
    }

    target restore "业务恢复时限" {
      cite    "002-C1"
      clock   outage
      pause   hold
      within  levels.restore
    }

    target availability "电路可用率" per circuit each month {
      measure   availability of outage
      at least  levels.available
    }

    target repeat_fault "障碍重复率" per circuit rolling levels.repeat {
      measure  count of outage
      at most  1
    }

    refund late_restore "超时赔付" {
      when        restore is breached
      pay         5% of circuit.monthly_fee per started 1 h over
      cap         30% of circuit.monthly_fee per circuit each month
      counted by  reported
    }

    test "VPN 例外: AA 专线 90 分钟, VPN 120 分钟, 晚一秒" {
      register circuits {
        circuit | level | product | customer | monthly_fee
        "C-9"   | AA    | vpn     | "K"      | 8000.00 CNY
      }
      given { circuit "C-9"; cause carrier }
      2026-03-02 10:00     alarm
      2026-03-02 10:04     reported
      2026-03-02 12:00:01  restored
      expect restore breached over 1 s due 2026-03-02 12:00
      expect late_restore owed 400.00 CNY
    }
    """# + "\n"

  static let database = #"""
    pledge 1

    policy "Managed database availability" { id db_sla; version "3"; effective from 2024-02-01; timezone UTC; currency USD }

    register databases by database { account text; deployment one of multi_zone, single_zone; fee money }
    register maintenance many by database { start instant; end instant; announced instant }

    ticket {
      database  key of databases
      cause     one of provider, customer
      event     unreachable, reachable, claimed
    }

    span outage = from unreachable until reachable longer than 1 min

    exclusion customer_acts { when cause is customer }
    exclusion planned       { during maintenance where start - announced >= 120 h up to 4 h each month }

    table credit_share {
      database.deployment | availability.reached -> share
      multi_zone          | 99% to under 99.95%  -> 10%
      single_zone         | 99% to under 99.5%   -> 10%
      any                 | 95% to under 99%     -> 25%
      any                 | under 95%            -> 100%
      otherwise                                  -> 0%
    }

    target availability per database each month {
      measure   availability of outage
      exclude   customer_acts, planned
      at least  if database.deployment is multi_zone then 99.95% else 99.5%
    }

    refund credit per database each month {
      when   availability is breached
      pay    credit_share.share of database.fee as credit
      issue  above 1 USD per database.account each month
      claim  claimed until end of 2nd month after period
    }

    test "exactly 99% is still the 10% row: 432 of 43 200 minutes of April" {
      register databases {
        database | account | deployment  | fee
        "db-1"   | "A"     | single_zone | 1200.00 USD
      }
      given { database "db-1"; cause provider }
      2026-04-10 08:00  unreachable
      2026-04-10 15:12  reachable
      2026-06-30 23:59  claimed
      as of 2026-07-31
      expect credit of "db-1" in 2026-04 owed 120.00 USD
    }
    """# + "\n"

  static let compensation = #"""
    pledge 1

    policy "Automatic compensation" { id auto_comp; version "2025"; effective from 2025-04-01; governed by earliest(reported, ordered)
      timezone Europe/London; currency GBP }

    ticket {
      kind         one of total_loss, new_service, visit
      promised     date optional
      appointment  instant optional fixed 24 h before     # a change announced later does not move it
      cause        one of provider, customer_premises, unknown = unknown
      event        reported, ordered, restored, activated, arrived, slot_offered, slot_taken
    }

    calendar working {
      mon..fri  00:00-24:00
      holidays  from "uk-holidays.yaml"
      day       ends at midnight, late arrival counts as today
    }

    span declined = from slot_offered until slot_taken

    target repair { for kind is total_loss; clock from reported until restored; by end of 2nd working day after reported; extended by declined }
    target start  { for kind is new_service; clock from ordered until activated; by end of promised }
    target visit  { for kind is visit; clock from ordered until arrived; by appointment }

    refund late_repair  { when repair is breached; pay  9.98 GBP per started calendar day over }
    refund late_start   { when start is breached;  pay  6.24 GBP per started calendar day over }
    refund missed_visit { when visit is breached;  pay 31.19 GBP }

    test "reported on Monday, back on Thursday: one payment" {
      given { kind total_loss; cause provider }
      2025-06-02 10:00  reported
      2025-06-05 09:00  restored
      expect repair breached due 2025-06-05 00:00
      expect late_repair owed 9.98 GBP
    }
    """# + "\n"

  static let all = [circuit, database, compensation, chinese, constructs]
}
