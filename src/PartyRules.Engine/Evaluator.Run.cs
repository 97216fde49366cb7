using PartyRules.Engine.Compilation;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Model;
using PartyRules.Engine.Tracing;

namespace PartyRules.Engine;

/// <content>Running the rules.</content>
public sealed partial class Evaluator
{
    /// <summary>Runs all rules on the facts given since the last reset.</summary>
    /// <param name="cancellationToken">Cancels the run between rules.</param>
    /// <exception cref="RuleEvaluationException">
    /// A condition or action threw, or rules that feed each other did not come to an end.
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void Run(CancellationToken cancellationToken = default)
    {
        memory.CancellationToken = cancellationToken;
        var canBeCanceled = cancellationToken.CanBeCanceled;
        var given = EngineTelemetry.CountsFacts ? memory.CountFacts() : null;
        try
        {
            foreach (ref readonly var step in steps.AsSpan())
            {
                if (canBeCanceled)
                    cancellationToken.ThrowIfCancellationRequested();
                if (step.Recursion is { } stratum)
                {
                    RunToFixpoint(stratum, cancellationToken);
                }
                else if (step.CanFire)
                {
                    running = step.Rule;
                    step.Body.Run(memory, -1);
                }
            }
        }
        catch (Exception exception) when (running is not null && exception is not (RuleEvaluationException or OperationCanceledException))
        {
            throw RuleFailure.Find(memory, running, exception) is { } failure
                ? new RuleEvaluationException(running.Name, failure)
                : new RuleEvaluationException(running.Name, $"a condition or action failed: {exception.Message}", exception);
        }
        finally
        {
            running = null;
        }

        if (given is not null)
            EngineTelemetry.CountFacts(ruleSet.Name, memory.CountSince(given));
    }

    private IEnumerable<Step> StepsOf(CompiledRule rule) =>
        rule.Bodies.Select(body => new Step(rule.Definition, body, [.. body.RequiredSlots.Select(slot => memory.Lists[slot])]));

    /// <summary>
    /// Runs rules that feed each other until nothing new comes. In each turn every combination that holds at least one new fact is met
    /// once: each reading in turn takes the new facts alone.
    /// </summary>
    private void RunToFixpoint(CompiledStratum stratum, CancellationToken cancellationToken)
    {
        memory.BeginTurns();
        for (var yielded = 0L; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isFirstTurn = yielded == 0;
            if (!memory.BeginTurn() && !isFirstTurn)
                return;
            foreach (var rule in stratum.Rules)
            {
                running = rule.Definition;
                foreach (var body in rule.Bodies)
                {
                    for (var position = 0; position < body.RecursiveReadings; position++)
                        body.Run(memory, position);
                    if (body.RecursiveReadings == 0 && isFirstTurn)
                        body.Run(memory, -1);
                }
            }

            yielded += memory.GainedInTurn();
            if (yielded > ruleSet.MaximumRecursiveFacts)
                throw Endless(stratum);
            if (yielded == 0)
                return;
        }
    }

    private RuleEvaluationException Endless(CompiledStratum stratum) => new(
        stratum.Rules[0].Definition.Name,
        $"rules that feed each other yielded more than {ruleSet.MaximumRecursiveFacts} facts and were stopped: "
        + $"{string.Join(", ", stratum.Rules.Select(rule => rule.Definition.Name))}. Facts that stand for the same thing must be "
        + "equal: make them records.");

    /// <summary>One alternative of a rule, or a stratum that runs to its fixpoint, as it is run in this evaluator.</summary>
    private readonly struct Step
    {
        private readonly FactList? first;
        private readonly FactList[] others;

        public Step(RuleDefinition rule, CompiledBody body, FactList[] required)
        {
            Rule = rule;
            Body = body;
            first = required.FirstOrDefault();
            others = [.. required.Skip(1)];
        }

        public Step(CompiledStratum recursion)
        {
            Recursion = recursion;
            Rule = recursion.Rules[0].Definition;
            Body = recursion.Rules[0].Bodies[0];
            others = [];
        }

        public RuleDefinition Rule { get; }

        public CompiledBody Body { get; }

        public CompiledStratum? Recursion { get; }

        /// <summary>Whether no list is empty without whose facts the alternative cannot fire.</summary>
        public bool CanFire
        {
            get
            {
                if (first is null)
                    return true;
                if (first.Count == 0)
                    return false;
                foreach (var list in others)
                {
                    if (list.Count == 0)
                        return false;
                }

                return true;
            }
        }
    }
}
