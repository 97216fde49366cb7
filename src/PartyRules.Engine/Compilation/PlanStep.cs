using System.Linq.Expressions;
using PartyRules.Engine.Model;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Compilation;

/// <summary>One step of matching an alternative of a rule.</summary>
internal abstract record PlanStep
{
    /// <summary>Where the element stands as written, from 0.</summary>
    public int Written { get; init; }

    /// <summary>The step, for people.</summary>
    public abstract string Describe();

    /// <summary>The reading of the step that goes through all facts it finds; null for none.</summary>
    public abstract FactReading? Through { get; }

    /// <summary>The reading without whose facts the alternative cannot fire; null for none.</summary>
    public abstract FactReading? Required { get; }
}

/// <summary>Goes on only where a condition holds.</summary>
internal sealed record TestStep(Expression Condition) : PlanStep
{
    public override FactReading? Through => null;

    public override FactReading? Required => null;

    public override string Describe() => $"having {Condition}";
}

/// <summary>Names a calculated value.</summary>
internal sealed record LetStep(ParameterExpression Value, Expression Expression) : PlanStep
{
    public override FactReading? Through => null;

    public override FactReading? Required => null;

    public override string Describe() => $"let {Value.Name} = {Expression}";
}

/// <summary>Goes on for each fact of a reading.</summary>
internal sealed record MatchStep(FactReading Reading) : PlanStep
{
    public override FactReading? Through => Reading;

    public override FactReading? Required => Reading;

    public override string Describe() => Reading.Describe("match");
}

/// <summary>Goes on once if a reading has a fact.</summary>
internal sealed record ExistsStep(FactReading Reading) : PlanStep
{
    public override FactReading? Through => null;

    public override FactReading? Required => Reading;

    public override string Describe() => Reading.Describe("exists");
}

/// <summary>Goes on if a reading has no fact.</summary>
internal sealed record NotStep(FactReading Reading, bool IsForAll) : PlanStep
{
    public override FactReading? Through => null;

    public override FactReading? Required => null;

    public override string Describe() => Reading.Describe(IsForAll ? "not, for all," : "not");
}

/// <summary>Goes on for each result of a query.</summary>
/// <param name="Query">The query.</param>
/// <param name="Reading">The facts it starts from; null where it starts from a value.</param>
internal sealed record QueryStepPlan(CompiledQuery Query, FactReading? Reading) : PlanStep
{
    public override FactReading? Through => Reading;

    public override FactReading? Required =>
        Query.Steps.Any(step => step.Kind is QueryStepKind.Collect or QueryStepKind.ToLookup) || Query.CollectsAll ? null : Reading;

    public override string Describe()
    {
        var steps = Query.Steps.Select(step => step.Kind.ToString());
        var fused = Query.Aggregates.Count > 0 || Query.Key is not null
            ? $", without collecting: {string.Join(", ", Query.Aggregates.Select(aggregate => aggregate.ToString()))}"
            : "";
        var source = Reading?.Describe("query") ?? $"query from {((FromSource)Query.Source).From.Body}";
        return $"{source} then {string.Join(", ", steps)}{fused}";
    }
}

/// <summary>How the facts of a pattern are found.</summary>
/// <param name="Fact">The name of the fact.</param>
/// <param name="Guards">Conditions that do not name the fact; tested once, before any is looked at.</param>
/// <param name="Joins">The equalities by which an index finds the fact; none where facts are scanned.</param>
/// <param name="Conditions">What must hold of each fact, the equalities included, from left to right.</param>
/// <param name="IsInLoop">Whether facts are looked at again for each fact matched before.</param>
internal sealed record FactReading(
    ParameterExpression Fact,
    IReadOnlyList<Expression> Guards,
    IReadOnlyList<EqualityJoin> Joins,
    IReadOnlyList<Expression> Conditions,
    bool IsInLoop)
{
    /// <summary>The conditions that name nothing but the fact, as far as no other stands before them.</summary>
    public IReadOnlyList<Expression> OwnConditions =>
        [.. Conditions.TakeWhile(condition => Expressions.FreeVariables(condition).SetEquals([Fact]))];

    /// <summary>Whether every pair of facts has to be compared, because no equality joins them.</summary>
    public bool ComparesAllPairs =>
        IsInLoop && Joins.Count == 0 && Conditions.Any(condition => Expressions.FreeVariables(condition).Count > 1);

    public string Describe(string verb)
    {
        var name = Fact.Name is { Length: > 0 } given ? $" {given}" : "";
        var how = Joins.Count == 0 ? "" : $" by index on {string.Join(" and ", Joins.Select(join => $"{join.FactKey} = {join.KnownKey}"))}";
        var rest = Guards.Concat(Conditions.Where(condition => Joins.All(join => join.Condition != condition))).ToList();
        var where = rest.Count == 0 ? "" : $" where {string.Join(" and ", rest)}";
        var warning = ComparesAllPairs ? " -- compares all pairs: no equality to find the fact by" : "";
        return $"{verb} {Fact.Type.Name}{name}{how}{where}{warning}";
    }
}
