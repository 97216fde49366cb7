using System.Collections.Immutable;
using System.Linq.Expressions;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>A fact as the reference knows it; equal given facts are different facts.</summary>
internal sealed class Known(object fact, bool isGiven)
{
    public object Fact { get; } = fact;

    public bool IsGiven { get; } = isGiven;
}

/// <summary>A combination that satisfies a left-hand side.</summary>
/// <param name="Values">What the rule's names stand for.</param>
/// <param name="Identity">Which combination it is: the facts matched, the results of queries and the alternatives taken.</param>
/// <param name="Premises">What it rests on, in the order of the elements.</param>
internal sealed record Combination(
    ImmutableDictionary<ParameterExpression, object?> Values, ImmutableList<object> Identity, ImmutableList<Premise> Premises)
{
    public static Combination Empty { get; } = new(ImmutableDictionary<ParameterExpression, object?>.Empty, [], []);

    public Combination Naming(ParameterExpression name, object? value) => this with { Values = Values.SetItem(name, value) };

    public Combination Identified(object part) => this with { Identity = Identity.Add(part) };

    public Combination RestingOn(Premise premise) => this with { Premises = Premises.Add(premise) };
}

/// <summary>Which facts an element may be said to rest on: at least these, at most those, and in all no fewer than so many.</summary>
internal sealed record Premise(IReadOnlyList<Known> AtLeast, IReadOnlyList<Known> AtMost, int Fewest);

/// <summary>Tries every fact at every element, in the order in which the elements are written.</summary>
internal sealed class ReferenceMatcher(IReadOnlyList<Known> facts, long budget)
{
    private readonly Interpreter interpreter = new();
    private long steps;

    /// <summary>Told of what random cases reach, to measure them.</summary>
    public Action<string>? Observe { get; init; }

    public Interpreter Interpreter => interpreter;

    public IEnumerable<Combination> Combinations(RuleDefinition rule) => Satisfy([.. rule.LeftHandSide], Combination.Empty).Where(found =>
    {
        var passes = rule.Filters.All(filter => interpreter.Holds(filter, found.Values));
        if (rule.Filters.Count > 0)
            Observe?.Invoke(passes ? "filter that passes" : "filter that stops");
        Observe?.Invoke($"match of {Math.Min(3, found.Identity.OfType<Known>().Count())} facts");
        return passes;
    });

    private IEnumerable<Combination> Satisfy(ImmutableList<RuleElement> elements, Combination sofar)
    {
        if (elements.IsEmpty)
            return [sofar];
        var rest = elements.RemoveAt(0);
        return elements[0] switch
        {
            AndElement and => Satisfy(rest.InsertRange(0, and.Elements), sofar),
            OrElement or => Alternatives(or, rest, sofar),
            var element => Satisfy(element, sofar).SelectMany(found => Satisfy(rest, found)),
        };
    }

    private IEnumerable<Combination> Alternatives(OrElement or, ImmutableList<RuleElement> rest, Combination sofar)
    {
        var holding = or.Elements.Select((alternative, number) => Satisfy([alternative], sofar.Identified(number)).ToList()).ToList();
        if (holding.Count(alternative => alternative.Count > 0) > 1)
            Observe?.Invoke("or with several alternatives that hold");
        return holding.SelectMany(alternative => alternative).SelectMany(found => Satisfy(rest, found));
    }

    private IEnumerable<Combination> Satisfy(RuleElement element, Combination sofar)
    {
        switch (element)
        {
            case MatchElement match:
                return Meeting(match.Pattern, sofar).Select(
                    known => sofar.Naming(match.Pattern.Fact, known.Fact).Identified(known).RestingOn(new Premise([known], [known], 1)));
            case ExistsElement exists:
                var witnesses = Meeting(exists.Pattern, sofar).ToList();
                Observe?.Invoke(
                    witnesses.Count switch
                    {
                        0 => "exists that fails",
                        1 => "exists with one witness",
                        _ => "exists with several witnesses",
                    });
                return witnesses.Count > 0 ? [sofar.RestingOn(new Premise([], witnesses, 1))] : [];
            case NotElement not:
                var refused = Meeting(not.Pattern, sofar).Any();
                Observe?.Invoke(refused ? "not that fails" : "not that holds");
                return refused ? [] : [sofar];
            case ForAllElement all:
                var looked = Meeting(all.Pattern, sofar).ToList();
                var holds = looked.TrueForAll(
                    known =>
                        all.Conditions.All(condition => interpreter.Holds(condition, sofar.Values.SetItem(all.Pattern.Fact, known.Fact))));
                Observe?.Invoke(looked.Count == 0 ? "all over nothing" : $"all that {(holds ? "holds" : "fails")}");
                return holds ? [sofar] : [];
            case LetElement let:
                return [sofar.Naming(let.Value, interpreter.Value(let.Expression, sofar.Values))];
            case HavingElement having:
                return interpreter.Holds(having.Condition, sofar.Values) ? [sofar] : [];
            case QueryElement query:
                return Results(query, sofar);
            default:
                throw new NotSupportedException(element.GetType().Name);
        }
    }

    private IEnumerable<Combination> Results(QueryElement query, Combination sofar)
    {
        var read = new List<Known>();
        IEnumerable<QueryResult> source = query.Source switch
        {
            MatchSource match => OfType(match.FactType)
                .Where(known => match.Conditions.All(condition => (bool)interpreter.Value(condition, sofar.Values, known.Fact)!))
                .Select(known => new QueryResult(known.Fact, [known])),
            FromSource from => [new QueryResult(interpreter.Value(from.From, sofar.Values), [])],
            _ => throw new NotSupportedException(query.Source.GetType().Name),
        };
        var start = source.ToList();
        read.AddRange(start.SelectMany(result => result.Facts));
        return new ReferenceQuery(interpreter, sofar.Values, Observe).Apply(query.Steps, start)
            .Select(
                (result, number) =>
                    sofar.Naming(query.Result, result.Value).Identified(number).RestingOn(new Premise(result.Facts, read, 0)));
    }

    private IEnumerable<Known> Meeting(Pattern pattern, Combination sofar) =>
        pattern.Conditions.Count == 0 ? OfType(pattern.Fact.Type) : OfType(pattern.Fact.Type).Where(known =>
    {
        var values = sofar.Values.SetItem(pattern.Fact, known.Fact);
        return pattern.Conditions.All(condition => interpreter.Holds(condition, values));
    });

    private IEnumerable<Known> OfType(Type type) =>
        facts.Where(known => type.IsInstanceOfType(known.Fact) && (++steps < budget ? true : throw new OverBudgetException()));
}

/// <summary>A random case asks for more combinations than trying them all allows; it is left out.</summary>
internal sealed class OverBudgetException : Exception;
