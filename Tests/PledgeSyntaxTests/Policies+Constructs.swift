extension Policies {
  /// Every construct of the grammar, once at least.
  static let constructs = #"""
    pledge 1

    use storm, mains from "shared.pledge"

    policy "everything" {
      id everything; version "2"; source "contract 7, annex B"
      settled by closed + 30 calendar days
      effective from contract.signed for 1 year
      month ends at next day
      cite "1.1", 7.2(b), C-12
    }

    ## What a ticket is.
    ticket {
      # Fields first.
      service, city  text optional
      priority       one of P1, P2 = P2
      due            instant optional fixed 24 h before = 2026-01-01 10:00
      event          complaint, repaired once if recorded
      event          notified { role text; channel one of phone, mail }
      `event`        text
    }

    register maintenance many by service, city { start instant; end instant } cite "9.1"
    role duty_manager "值班经理", lead
    action notify "notify", call

    calendar office "Office" {
      mon..fri, sun             9:00-12:00, 13:00-18:00
      sat                       closed
      2026-05-01..2026-05-05 mon..fri  closed
      2026-12-24                9:00-12:00
      holidays from "uk.yaml" otherwise as weekdays
      timezone Asia/Shanghai
      day ends at close, late arrival counts as next working day
      cite "3"
    }
    calendar short { mon..fri 8:00-16:00; day is 8 h; }
    calendar same { mon..fri 8:00-16:00; day ends at the same time, late arrival counts as today }
    calendar both = office and short minus same

    span storm "Storm" per service, city = from 3rd complaint within 30 min until last repaired + 24 h longer than 1 min up to 4 h cite "4"
    span mass = at least 3 circuit of outage where circuit.level is AAA
    span lockdown = during 2020-03-23 until 2020-06-05
    span urgent = during priority is P1

    let severity "Severity" = first of {
      urgent when priority is P1 and not known in (yes, no)
      other  when complaint before 16:00 or complaint during office; otherwise minor
    } cite "5"
    let same_city = count(tickets where city is this.city and outage overlaps this.outage) >= 3
    let worth = (max(1, 2.5) + 3 * 4 / 2) * 1_000.50 CNY
    let late = reported within 24 h after began and reported not in (a, b)
    let fee = fee at (period.start - 1 month) minus 8 h on office
    let done = if a is not applicable then end of promised
      else end of 2nd working day after first reported
    param late_rate "Rate" = 5% cite "6"

    table shares "Shares" {
      circuit.level | hours          -> share | points
      AAA, AA       | at least 99%   -> 10%   | 1
      not A         | 95% to under 99% -> 25% | 2
      any           | over 5 to 7    -> 1%    | 3
      yes           | under 95%      -> 2%    | 4
      no            | over 95%       -> 2%    | 4
      otherwise                      -> 0%    | 0
    }

    exclusion planned for repair, start {
      cite "7"
      when cause is customer
      needs notified within 24 h after began
      during maintenance where start - announced >= 120 h up to 4 h each month
      during 2020-03-23 until 2020-06-05
    }

    target speed per service, city in 5 min slots each quarter from accepted for 3 months where city is "X" {
      for priority is P1
      clock each from complaint until repaired
      on office
      by earliest(classified + 4 h, aware + 24 h) rolled to 12:00 next working day if closed
      extended by storm, mass
      pause storm
      exclude planned
      each cycle within 4 h
      under 5 h
      at most 3
      more than 1
      at least { priority -> limit
        P1 -> 99%
        otherwise -> 95%
      }
      total rounded half even to 1 min
      counted by first complaint
      measure availability of outage
      measure share of restore met where city is "X"
      measure run of restore breached
      measure total of outage longer than 5 min each rounded up to 1 min weighted by users of all_users
      measure sum of points since 3 consecutive months of clean met empty 0
      partial pro rata
      partial not judged
      partial whole
      out of office
    }

    target window rolling 30 calendar days { measure count of outage at least 5 min total rounded down to 1 min }
    target yearly each 1 year from contract.signed { measure maximum of load }

    refund late_restore "Late" per service each month {
      when restore is breached or restore is pending
      pay 9.98 GBP per started calendar day over each day at its rate to customer, account as credit
      pay { hours -> amount
        any -> 5 GBP } all days at the rate reached
      round half up to 0.01 CNY
      cap 30% of circuit.monthly_fee per circuit each month where level is A across a, b
      issue at least 1 USD per account each month
      claim claimed from end of period until end of 2nd month after period
      counted by reported
    }
    right leave { when restore is breached; grants "termination"; use within 60 calendar days after notified }
    combine payout "Payout" = greatest of late_restore, other { cap 5 CNY }
    combine all_of = sum of a, b

    escalation chain "Chain" {
      for priority is P1
      clock outage
      on office
      pause storm
      cite "8"
      at 4 h notify lead then duty_manager, lead when priority is P1 done when notified where role is duty_manager
      at 50% of restore notify lead
      at first complaint call lead
      every 1 h after 4 h notify lead
    }

    test "tickets" {
      register maintenance {
        service | city | start
        "s"     | yes  | 2026-01-01 10:00
      }
      ticket "T-1" {
        given { service "s" }
        2026-01-01 10:00 complaint with role "x", channel phone set priority P1
        +15 min notified
        2026-01-02 closed
      }
      as of 2026-02-01
      cases {
        priority | complaint | repaired -> restore | late_restore
        P1       | 10:00     | +15 min  -> met     | owed 5 CNY
        P2       | 10:00     | +1 h     -> not applicable | below minimum
      }
      expect chain step 2 missed at 2026-01-01 10:00
      expect restore.over of "s", yes in 2026-04 breached over 1 s due 2026-01-01 10:00 counted 5 h left -1 min because storm
      expect leave granted until 2026-03-01
    }
    """# + "\n"
}
