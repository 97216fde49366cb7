using FsCheck;
using FsCheck.Fluent;
using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>Random rule sets and facts: the compiled evaluation and the reference, which tries every combination, must agree.</summary>
public sealed class EngineAgainstReference
{
    [RandomCases(120)]
    public Property FactsAndActionsAreThoseOfTheReference() => ForEach(Cases.OfAnyRules(), (@case, rules, reference) =>
    {
        var log = new ActionLog();
        var evaluator = rules.Evaluate(@case.Facts, services: log);

        Agreement.CompareFacts(evaluator, reference, @case.Rules);
        Agreement.CompareActions(log, reference);
    });

    [RandomCases(60)]
    [Statement("Recording derivations changes no result.")]
    [Statement("A derivation names the rule that yielded the fact and the facts that the rule matched, in the order of its elements.")]
    public Property RecordingChangesNothingAndRecordsWhatTheRulesAllow() => ForEach(Cases.OfAnyRules(), (@case, rules, reference) =>
    {
        var log = new ActionLog();
        var evaluator = rules.Evaluate(@case.Facts, recordDerivations: true, services: log);

        Agreement.CompareFacts(evaluator, reference, @case.Rules);
        Agreement.CompareActions(log, reference);
        AllowedDerivations.Check(evaluator, reference, @case.Rules);
    });

    [RandomCases(60)]
    [Statement("The result does not depend on the order of facts or rules.")]
    [Statement("An unordered collection has no order to rely on.")]
    public Property TheOrderOfFactsAndRulesDoesNotMatter() => ForEach(Cases.OfAnyRules(), (@case, rules, _) =>
    {
        var random = new Random(@case.Seed);
        var (facts, definitions) = (@case.Facts.ToArray(), @case.Rules.ToArray());
        random.Shuffle(facts);
        random.Shuffle(definitions);

        var expected = rules.Evaluate(@case.Facts, services: new ActionLog());
        var actual = RuleSet.Compile("shuffled", definitions).Evaluate(facts, services: new ActionLog());

        Agreement.Compare(Agreement.FactsOf(actual, @case.Rules), Agreement.FactsOf(expected, @case.Rules));
    });

    [RandomCases(60)]
    [Statement("Reference facts (RuleSet.With) are facts like any other.")]
    public Property ReferenceFactsAreFactsLikeAnyOther() => ForEach(Cases.OfAnyRules(), (@case, rules, reference) =>
    {
        var shared = new Random(@case.Seed).Next(@case.Facts.Count + 1);

        var log = new ActionLog();
        var evaluator = rules.With(@case.Facts.Take(shared)).Evaluate(@case.Facts.Skip(shared), services: log);

        Agreement.CompareFacts(evaluator, reference, @case.Rules);
        Agreement.CompareActions(log, reference);
    });

    [RandomCases(60)]
    [Statement("An evaluator that was reset knows nothing else of what it evaluated before.")]
    public Property AResetEvaluatorIsAsGoodAsANewOne() => ForEachPartition(Cases.OfPartitions());

    [RandomCases(15)]
    public Property ManyFactsOfFewKeysAreMatchedLikeFew() => ForEachPartition(Cases.OfManyFacts());

    [RandomCases(120)]
    public Property ACycleThroughNegationOrCollectionIsRefusedAndNothingElse() => Prop.ForAll(Cases.OfAnyRules(), @case =>
        Compile(@case) is null == ReferenceStrata.Of(@case.Rules) is null);

    /// <summary>One evaluator for all partitions, some facts of the first shared by all.</summary>
    private static Property ForEachPartition(Arbitrary<Case> cases) => ForEach(cases, (@case, rules, _) =>
    {
        var shared = @case.Facts.Take(@case.Seed % 4 == 0 ? 12 : 0).ToList();
        var log = new ActionLog();
        var records = @case.Seed % 2 == 0;
        var evaluator = rules.With(shared).CreateEvaluator(records, log);
        foreach (var facts in @case.Partitions)
        {
            evaluator.Reset();
            log.Lines.Clear();
            foreach (var fact in facts)
                evaluator.Add(fact);
            evaluator.Run();

            var reference = ReferenceEvaluator.Evaluate(@case.Rules, [.. shared, .. facts], Cases.Budget * (facts.Count > 100 ? 20 : 1));
            Agreement.CompareFacts(evaluator, reference, @case.Rules);
            Agreement.CompareActions(log, reference);
            if (records)
                AllowedDerivations.Check(evaluator, reference, @case.Rules);
        }
    });

    /// <summary>Checks each case whose rules can be ordered and whose combinations can all be tried.</summary>
    private static Property ForEach(Arbitrary<Case> cases, Action<Case, RuleSet, ReferenceResult> check) => Prop.ForAll(cases, @case =>
    {
        if (ReferenceStrata.Of(@case.Rules) is null)
            return true;
        try
        {
            check(
                @case,
                RuleSet.Compile("random", @case.Rules),
                ReferenceEvaluator.Evaluate(@case.Rules, @case.Facts, Cases.Budget * (@case.Facts.Count > 100 ? 20 : 1)));
        }
        catch (OverBudgetException)
        {
        }

        return true;
    });

    private static RuleSet? Compile(Case @case)
    {
        try
        {
            return RuleSet.Compile("random", @case.Rules);
        }
        catch (RuleDefinitionException)
        {
            return null;
        }
    }
}
