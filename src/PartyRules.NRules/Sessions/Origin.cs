using System.Linq.Expressions;
using NRules.RuleModel;
using PartyRules.Engine;
using RuleDefinition = PartyRules.Engine.Model.RuleDefinition;

namespace PartyRules.NRules.Sessions;

/// <summary>Rules that feed each other, and how many facts they may yield.</summary>
/// <param name="Most">How many.</param>
/// <param name="Rules">Their names.</param>
internal sealed record Growth(long Most, IReadOnlyList<string> Rules);

/// <summary>Where an NRules rule definition comes from: kept as its property, and called by its actions.</summary>
/// <param name="rule">The rule.</param>
/// <param name="premises">How to find the facts it matched, in the order of its elements.</param>
/// <param name="growth">What bounds it where it feeds itself; null elsewhere.</param>
internal sealed class Origin(RuleDefinition rule, IReadOnlyList<Premise> premises, Growth? growth)
{
    /// <summary>The name of the property.</summary>
    public const string Property = "PartyRules";

    public RuleDefinition Rule { get; } = rule;

    /// <summary>The origin of an NRules rule; null for a rule of the host.</summary>
    public static Origin? Find(IRuleDefinition definition) =>
        definition.Properties.TryGetProperty(Property, out var property) ? property.Value as Origin : null;

    public IReadOnlyList<Premise> Premises { get; } = premises;

    /// <summary>Yields a fact that is linked to the match, unless an equal one is there; renews it where the match was renewed.</summary>
    public void Yield(IContext context, Gate gate, string key, object fact)
    {
        if (context.GetLinked(key) is { } earlier)
        {
            if (!earlier.Equals(fact))
                context.UpdateLinked(key, fact);
            return;
        }

        if (!gate.Run.Admits(fact))
            return;
        if (growth is not null && !gate.Run.Counts(growth.Most))
        {
            throw new RuleEvaluationException(
                Rule.Name,
                $"rules that feed each other yielded more than {growth.Most} facts and were stopped: "
                + $"{string.Join(", ", growth.Rules)}. Facts that stand for the same thing must be equal: make them records.");
        }

        try
        {
            context.InsertLinked(key, fact);
        }
        catch (ArgumentException)
        {
            // NRules says so where an equal fact was given by the host; then that one stands.
        }
    }
}

/// <summary>How to find in an NRules match what a rule's element rested on.</summary>
internal abstract class Premise
{
    public abstract IEnumerable<object> In(IReadOnlyDictionary<string, object?> match, IEnumerable<object> facts);
}

/// <summary>The fact that a pattern matched.</summary>
internal sealed class MatchedPremise(string name) : Premise
{
    public override IEnumerable<object> In(IReadOnlyDictionary<string, object?> match, IEnumerable<object> facts) =>
        match[name] is { } fact ? [fact] : [];
}

/// <summary>
/// A fact that makes an existence hold. NRules counts such facts and names none, so the first one in the session is taken.
/// </summary>
internal sealed class WitnessPremise(ParameterExpression fact, IReadOnlyList<Expression> conditions) : Premise
{
    private readonly Lazy<(Delegate Test, string[] Names)> test = new(() =>
    {
        var condition = conditions.Count == 0 ? Expression.Constant(true) : conditions.Aggregate(Expression.AndAlso);
        var others = new List<ParameterExpression>();
        new Collector(fact, others).Visit(condition);
        return (Expression.Lambda(condition, [fact, .. others]).Compile(), [.. others.Select(other => other.Name!)]);
    });

    public override IEnumerable<object> In(IReadOnlyDictionary<string, object?> match, IEnumerable<object> facts)
    {
        var others = test.Value.Names.Select(name => match[name]);
        return facts.Where(fact.Type.IsInstanceOfType)
            .Where(candidate => (bool)test.Value.Test.DynamicInvoke([candidate, .. others])!).Take(1);
    }

    private sealed class Collector(ParameterExpression except, List<ParameterExpression> found) : ExpressionVisitor
    {
        private readonly HashSet<ParameterExpression> bound = [except];

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            bound.UnionWith(node.Parameters);
            return base.VisitLambda(node);
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            if (bound.Add(node))
                found.Add(node);
            return node;
        }
    }
}

/// <summary>What a query's result rests on: its own elements where it is made of the facts it read, else all of those.</summary>
internal sealed class QueryPremise(string result, string? sources) : Premise
{
    public override IEnumerable<object> In(IReadOnlyDictionary<string, object?> match, IEnumerable<object> facts)
    {
        var read = sources is null ? [] : ((System.Collections.IEnumerable)match[sources]!).Cast<object>().ToList();
        if (match[result] is not System.Collections.IEnumerable elements || match[result] is string)
            return read;
        var known = new HashSet<object>(read, FactIdentity.Instance);
        var own = elements.Cast<object>().ToList();
        return own.TrueForAll(known.Contains) ? own : read;
    }
}
