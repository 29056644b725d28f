import PledgePolicy
import PledgeTime

/// What one step of an escalation came to for one ticket; a repeated step has one for each time it comes.
package struct StepOutcome: Sendable {
  /// Index of the line in its escalation.
  package var line: Int
  /// How often the step has come, in all cycles, from 1; 0 for one that comes once.
  package var repetition: Int
  /// How many of the line's groups it reaches.
  package var level: Int
  package var state: StepState
  /// When it falls due; nil where that is not known, or where the clock ended first.
  package var due: Instant?
  /// Until when evidence is in time, that instant included; nil without evidence.
  package var deadline: Instant?
  /// When it was done; nil unless done or late.
  package var doneAt: Instant?
  /// The start of the cycle that the step belongs to; nil where the clock counts on and on.
  package var cycleStart: Instant?
  /// When the clock ended, for a step that is void.
  package var ended: Instant?
  /// Whether its conditions hold by what is known now; only for a step whose instant has not come.
  package var holdsNow = true
  /// Why it is pending or undecided; nil where nothing is missing.
  package var unknown: UnknownID?

  package init(line: Int, repetition: Int, level: Int, _ state: StepState) {
    self.line = line
    self.repetition = repetition
    self.level = level
    self.state = state
  }

  /// `3` for the third line, `3.2` for its second repetition.
  package var number: String { repetition == 0 ? "\(line + 1)" : "\(line + 1).\(repetition)" }
}

/// Why a step came to its state.
package struct StepExplanation: Sendable {
  /// What is not known, sorted.
  package var causes: [Cause] = []
  /// How the step's `when` came about at its own instant.
  package var condition: [ExplanationStep] = []
}
