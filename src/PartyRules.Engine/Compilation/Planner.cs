using System.Linq.Expressions;
using PartyRules.Engine.Model;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Compilation;

/// <summary>
/// Chooses the order in which the elements of an alternative are met. The rule: what only tests comes as soon as the names it needs are
/// known; of what could come next, a match that an index can find comes before a query that collects, and that before anything else;
/// otherwise the written order stands.
/// </summary>
/// <remarks>
/// What is written first guards what is written after it: nothing is worked out earlier than it is written unless it surely has a value
/// whatever the facts.
/// </remarks>
internal sealed class Planner
{
    private readonly IReadOnlyList<SingleElement> written;
    private readonly List<SingleElement> waiting;
    private readonly HashSet<ParameterExpression> known = [];
    private readonly HashSet<ParameterExpression> neverNull = [];
    private readonly List<PlanStep> steps = [];
    private int loops;

    private Planner(IReadOnlyList<SingleElement> elements)
    {
        written = elements;
        waiting = [.. elements];
    }

    /// <summary>The steps of an alternative, in the order in which they run.</summary>
    public static IReadOnlyList<PlanStep> Plan(IReadOnlyList<SingleElement> elements)
    {
        var planner = new Planner(elements);
        while (planner.waiting.Count > 0)
            planner.Take(planner.Next());
        return planner.steps;
    }

    private SingleElement Next()
    {
        var ready = waiting
            .Where((element, position) => element.Needs.All(known.Contains) && (position == 0 || CannotFail(element)))
            .ToList();
        return ready.Find(element => element is HavingElement or LetElement)
            ?? ready.Find(element => element is ExistsElement or NotElement or ForAllElement)
            ?? ready.Find(element => element is MatchElement match && JoinsOf(match.Pattern.Fact, ConditionsOf(match.Pattern)).Count > 0)
            ?? ready.Find(element => element is CompiledQuery { CollectsAll: true })
            ?? ready[0];
    }

    private void Take(SingleElement element)
    {
        waiting.RemoveAt(waiting.FindIndex(other => ReferenceEquals(other, element)));
        PlanStep step = element switch
        {
            HavingElement having => new TestStep(having.Condition),
            LetElement let => new LetStep(let.Value, let.Expression),
            ExistsElement exists => new ExistsStep(Read(exists.Pattern.Fact, ConditionsOf(exists.Pattern))),
            NotElement not => new NotStep(Read(not.Pattern.Fact, ConditionsOf(not.Pattern)), IsForAll: false),
            ForAllElement all => new NotStep(
                Read(all.Pattern.Fact, [.. ConditionsOf(all.Pattern), Expression.Not(all.Conditions.Aggregate(Expression.AndAlso))]),
                IsForAll: true),
            MatchElement match => new MatchStep(Read(match.Pattern.Fact, ConditionsOf(match.Pattern))),
            CompiledQuery { Source: MatchSource source } query => new QueryStepPlan(query, Read(source)),
            CompiledQuery query => new QueryStepPlan(query, null),
            var other => throw new NotSupportedException($"{other.GetType().Name} is not part of an alternative."),
        };
        steps.Add(step with { Written = written.Index().First(at => ReferenceEquals(at.Item, element)).Index });
        known.UnionWith(element.Gives);
        if (element is MatchElement given)
            neverNull.Add(given.Pattern.Fact);
        if (element is MatchElement or CompiledQuery { CollectsAll: false })
            loops++;
    }

    private FactReading Read(MatchSource source)
    {
        var fact = Expression.Parameter(source.FactType, source.Conditions.FirstOrDefault()?.Parameters[0].Name ?? "fact");
        return Read(fact, [.. source.Conditions.SelectMany(condition => Expressions.Conjuncts(Expressions.Apply(condition, fact)))]);
    }

    private FactReading Read(ParameterExpression fact, IReadOnlyList<Expression> conditions)
    {
        var guards = new List<Expression>();
        var own = new List<Expression>();
        foreach (var condition in conditions)
        {
            var isGuard = !Expressions.FreeVariables(condition).Contains(fact)
                && (own.Count == 0 || Expressions.CannotFail(condition, neverNull));
            (isGuard ? guards : own).Add(condition);
        }

        return new FactReading(fact, guards, JoinsOf(fact, own), own, IsInLoop: loops > 0);
    }

    /// <summary>The equalities that an index may use: keys that may fail are left to the scan, unless nothing stands before them.</summary>
    private List<EqualityJoin> JoinsOf(ParameterExpression fact, IReadOnlyList<Expression> conditions) =>
    [
        .. conditions
            .Select((condition, position) =>
                EqualityJoin.Find(condition, fact, known) is { } join && (position == 0 || CannotFail(join, fact)) ? join : null)
            .OfType<EqualityJoin>(),
    ];

    private bool CannotFail(EqualityJoin join, ParameterExpression fact) =>
        Expressions.CannotFail(join.KnownKey, neverNull) && Expressions.CannotFail(join.FactKey, new HashSet<ParameterExpression> { fact });

    private bool CannotFail(SingleElement element)
    {
        var there = new HashSet<ParameterExpression>(neverNull);
        there.UnionWith(element.FactNames);
        return element.Expressions.All(expression => Expressions.CannotFail(expression, there));
    }

    private static List<Expression> ConditionsOf(Pattern pattern) => [.. pattern.Conditions.SelectMany(Expressions.Conjuncts)];
}
