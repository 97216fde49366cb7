using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>Compares what an evaluation made with what the reference made of the same facts.</summary>
internal static class Agreement
{
    /// <summary>
    /// The facts of every type that the rules read or yield, sorted by their text, so that those without value equality compare by content.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> FactsOf(Evaluator evaluator, IReadOnlyList<RuleDefinition> rules) =>
        TypesOf(rules)
        .ToDictionary(type => type.Name, type => Texts(FactsOf(evaluator, type)));

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> FactsOf(
        ReferenceResult reference, IReadOnlyList<RuleDefinition> rules) => TypesOf(rules)
        .ToDictionary(type => type.Name, type => Texts(reference.Facts.Select(known => known.Fact).Where(type.IsInstanceOfType)));

    public static void CompareFacts(Evaluator evaluator, ReferenceResult reference, IReadOnlyList<RuleDefinition> rules) =>
        Compare(FactsOf(evaluator, rules), FactsOf(reference, rules));

    public static void Compare(
        IReadOnlyDictionary<string, IReadOnlyList<string>> actual, IReadOnlyDictionary<string, IReadOnlyList<string>> expected)
    {
        var differences = expected.SelectMany(type => Differences(type.Key, actual[type.Key], type.Value)).ToList();
        if (differences.Count > 0)
            throw new DisagreementException(string.Join('\n', differences));
    }

    /// <summary>Rules act in their order; within a rule, matches come in any order, each with its actions in order.</summary>
    public static void CompareActions(ActionLog log, ReferenceResult reference)
    {
        var expected = new List<string>();
        var actual = new List<string>();
        var position = 0;
        foreach (var rule in reference.Actions.GroupBy(performed => performed.Rule))
        {
            var actions = rule.First().Lines.Count;
            expected.AddRange(rule.Select(performed => string.Join('\n', performed.Lines)).Order(StringComparer.Ordinal));
            var own = log.Lines.Skip(position).Take(rule.Count() * actions).ToList();
            actual.AddRange(own.Chunk(actions).Select(lines => string.Join('\n', lines)).Order(StringComparer.Ordinal));
            position += own.Count;
        }

        actual.AddRange(log.Lines.Skip(position));
        if (!actual.SequenceEqual(expected))
            throw new DisagreementException(
                $"actions:\n  performed {string.Join("\n            ", actual)}\n  expected  {string.Join("\n            ", expected)}");
    }

    public static IEnumerable<object> FactsOf(Evaluator evaluator, Type type) =>
        ((System.Collections.IEnumerable)typeof(Evaluator).GetMethod(nameof(Evaluator.Facts))!
            .MakeGenericMethod(type)
            .Invoke(evaluator, null)!)
        .Cast<object>();

    public static IEnumerable<Type> TypesOf(IReadOnlyList<RuleDefinition> rules) => rules
        .SelectMany(rule => ReferenceStrata.Reads(rule.LeftHandSide).Select(read => read.Type).Concat(ReferenceStrata.Yields(rule)))
        .Distinct();

    private static IReadOnlyList<string> Texts(IEnumerable<object> facts) =>
        [.. facts.Select(fact => fact.ToString()!).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Differences(string type, IReadOnlyList<string> actual, IReadOnlyList<string> expected)
    {
        foreach (var text in actual.Concat(expected).Distinct())
        {
            var (found, wanted) = (actual.Count(other => other == text), expected.Count(other => other == text));
            if (found != wanted)
                yield return $"read as {type}: {found} instead of {wanted} × {text}";
        }
    }
}

/// <summary>The evaluation and the reference differ.</summary>
internal sealed class DisagreementException(string message) : Exception("\n" + message);
