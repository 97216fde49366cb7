using System.Linq.Expressions;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Tracing;

/// <summary>Finds how near a rule came to firing.</summary>
internal sealed class AttemptSearch : TraceListener
{
    /// <summary>How many conditions are tried for each rule that is asked about.</summary>
    private const int MaximumSteps = 200_000;

    private readonly RuleDefinition rule;
    private readonly Func<object, bool>? meets;
    private readonly List<LambdaExpression> yields;
    private readonly bool isPure;
    private IReadOnlyList<SingleElement> elements = [];
    private Found? nearest;
    private bool hasFired;

    private AttemptSearch(RuleDefinition rule, Type? asked, Func<object, bool>? meets)
    {
        this.rule = rule;
        this.meets = meets;
        yields =
        [
            .. rule.RightHandSide.OfType<YieldElement>()
                .Where(yield => asked is null || Reading.MayFind(yield.Fact.ReturnType, asked))
                .Select(yield => yield.Fact),
        ];
        isPure = yields.TrueForAll(yield => RuleFailure.IsPure(rule, yield));
    }

    public override bool TakesExceptionsForFalse => true;

    /// <summary>The nearest attempt of a rule; null where it fired, on what was asked for.</summary>
    public static Attempt? Nearest(WorkingMemory memory, RuleDefinition rule, Type? asked, Func<object, bool>? meets)
    {
        var search = new AttemptSearch(rule, asked, meets);
        var tracer = new RuleTracer(memory, search, MaximumSteps);
        try
        {
            tracer.Trace(rule);
        }
        catch (TracedFailure failure)
        {
            search.Consider(new Found(0, 1, 0, 0, $"{CodeText.Of(failure.Expression)} fails: {failure.Message}", failure.Facts));
        }

        if (search.hasFired)
            return null;
        var found = search.nearest ?? new Found(0, search.elements.Count, 0, 0, "nothing that is known leads to what was asked for", []);
        return new Attempt(rule, found.Satisfied, found.Elements, found.Facts, found.Failed, !tracer.IsExhausted);
    }

    public override void Begin(IReadOnlyList<SingleElement> elements) => this.elements = elements;

    public override void Missed(RuleTracer tracer, int index, int conditions, Expression? failed)
    {
        var isFurther = nearest is not { Conditions: >= 0 } known
            || (index * known.Elements, conditions).CompareTo((known.Satisfied * elements.Count, known.Conditions)) >= 0;
        if (isFurther && MayStillBe(tracer))
            Consider(new Found(
                index,
                elements.Count,
                conditions,
                failed is null ? 0 : ConditionText.Distance(tracer, failed),
                Describe(tracer, elements[index], failed),
                [.. tracer.Matched]));
    }

    public override bool Satisfied(RuleTracer tracer)
    {
        if (meets is null || !isPure)
            return hasFired = true;
        var made = yields.ConvertAll(yield => Made(tracer, yield));
        if (made.Exists(fact => fact is not null && meets(fact)))
            return hasFired = true;
        Consider(
            new Found(
                elements.Count,
                elements.Count,
                -1,
                0,
                $"it yielded {string.Join(" and ", made.Select(ValueText.Of))}, which is not what was asked for",
                [.. tracer.Matched]));
        return false;
    }

    /// <summary>Whether what is matched so far may still lead to what was asked for.</summary>
    private bool MayStillBe(RuleTracer tracer) =>
        meets is null || !isPure || yields.Exists(yield => !tracer.Knows(yield.Body) || (Made(tracer, yield) is { } fact && meets(fact)));

    private static object? Made(RuleTracer tracer, LambdaExpression yield)
    {
        try
        {
            return tracer.Evaluate(yield.Body);
        }
        catch (TracedFailure)
        {
            return null;
        }
    }

    /// <summary>
    /// Keeps the nearer attempt; of two that are equally near, the one whose text comes first, so that the order of facts does not matter.
    /// </summary>
    private void Consider(Found found)
    {
        if (nearest is null || found.CompareTo(nearest) < 0)
            nearest = found;
    }

    private static string Describe(RuleTracer tracer, SingleElement element, Expression? failed) => element switch
    {
        MatchElement or ExistsElement when failed is null => $"there is no {((PatternElement)element).Pattern.Fact.Type.Name}",
        NotElement not => $"there must be no such {not.Pattern.Fact.Type.Name}",
        QueryElement query => $"the query '{CodeText.NameOf(query.Result)}' gives nothing",
        MatchElement or ExistsElement or ForAllElement or HavingElement => ConditionText.Of(tracer, failed!),
        var other => throw new NotSupportedException($"{other.GetType().Name} is not known as an element that may be missed."),
    };

    private sealed record Found(
        int Satisfied, int Elements, int Conditions, double Distance, string Failed, IReadOnlyList<MatchedFact> Facts) : IComparable<Found>
    {
        public int CompareTo(Found? other)
        {
            // A match that led to something else says less than a condition that stood in the way.
            var byKind = (Conditions < 0).CompareTo(other!.Conditions < 0);
            if (byKind != 0)
                return byKind;
            var byShare = (other.Satisfied * Elements).CompareTo(Satisfied * other.Elements);
            if (byShare != 0)
                return byShare;
            var byConditions = other.Conditions.CompareTo(Conditions);
            if (byConditions != 0)
                return byConditions;
            var byDistance = Distance.CompareTo(other.Distance);
            return byDistance != 0 ? byDistance : string.CompareOrdinal(Text, other.Text);
        }

        private string Text => $"{Failed}\n{string.Join('\n', Facts)}";
    }
}

/// <summary>How near a rule came to firing.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Satisfied">How many elements were satisfied.</param>
/// <param name="Elements">How many there are.</param>
/// <param name="Facts">The facts that were matched.</param>
/// <param name="Failed">What did not hold.</param>
/// <param name="IsComplete">Whether every combination was looked at.</param>
internal sealed record Attempt(
    RuleDefinition Rule, int Satisfied, int Elements, IReadOnlyList<MatchedFact> Facts, string Failed, bool IsComplete);
