using System.Linq.Expressions;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>One random rule.</summary>
/// <param name="random">The source of chance for the elements.</param>
/// <param name="ruleName">The rule's name.</param>
/// <param name="matched">The types that it may match; the more often a type stands here, the likelier.</param>
/// <param name="completed">The types that it may negate and collect.</param>
/// <param name="mostJoins">How many facts it matches at most.</param>
internal sealed class RuleGenerator(
    Random random, string ruleName, IReadOnlyList<Type> matched, IReadOnlyList<Type> completed, int mostJoins)
{
    private readonly ConditionGenerator conditions = new(random);
    private int names;
    private int joins;

    /// <summary>The depth of the fact that the rule matches, where it yields facts that always count as new: recursion must end.</summary>
    private Expression? depth;

    private bool boundsDepth;

    /// <summary>The rule.</summary>
    /// <param name="yields">The types of the facts it yields.</param>
    /// <param name="count">How many elements it has.</param>
    /// <param name="other">The source of chance for names, filters and actions, in which rules that begin alike differ.</param>
    public RuleDefinition Next(IReadOnlyList<Type> yields, int count, Random other)
    {
        names = other.Next(2) * 7;
        boundsDepth = yields.Any(Deepens);
        var scope = new Scope();
        var elements = new List<RuleElement>();
        while (elements.Count < count)
            elements.Add(Element(scope, mayGroup: true, inGroup: false, isFirst: elements.Count == 0));
        var log = Expression.Parameter(typeof(ActionLog), "log");
        var actions = new ActionGenerator(other, ruleName, depth);
        var isDependent = other.Next(2) == 0;
        List<ActionElement> right = [.. yields.Select(type => actions.Yield(type, scope))];
        if (right.Count == 0 || other.Next(5) == 0)
            right.AddRange(Enumerable.Range(0, 1 + other.Next(2)).Select(_ => actions.Do(isDependent ? log : null, scope)));
        return new RuleDefinition
        {
            Name = ruleName,
            Priority = other.Next(3) - 1,
            Dependencies = isDependent ? [log] : [],
            Filters = other.Next(8) == 0 && conditions.Known(scope) is { } filter ? [filter] : [],
            LeftHandSide = elements,
            RightHandSide = right,
        };
    }

    private RuleElement Element(Scope scope, bool mayGroup, bool inGroup = true, bool isFirst = false)
    {
        var choice = random.Next(100);
        return choice switch
        {
            < 38 when CanMatch(inGroup) => Match(scope, inGroup),
            < 70 when isFirst && CanMatch(inGroup) => Match(scope, inGroup),
            < 46 when matched.Count > 0 => new ExistsElement(Pattern(scope, matched)),
            < 53 when completed.Count > 0 => new NotElement(Pattern(scope, completed)),
            < 61 when completed.Count > 0 => ForAll(scope),
            < 84 when completed.Count > 0 || scope.Collections.Count > 0 => Query(scope),
            < 88 when !isFirst => Let(scope),
            < 92 when !isFirst && conditions.Known(scope) is { } known => new HavingElement(known),
            < 98 when mayGroup => Or(scope),
            _ when mayGroup => new AndElement(Group(scope.Copy(), random.Next(1, 4))),
            _ when CanMatch(inGroup) => Match(scope, inGroup),
            _ => Let(scope),
        };
    }

    private bool CanMatch(bool inGroup) => joins < mostJoins && Matchable(inGroup).Count > 0;

    /// <summary>Whether facts read as this type may be such as always count as new.</summary>
    private static bool Deepens(Type type) => ReferenceStrata.MayBe(typeof(Ticket), type) || ReferenceStrata.MayBe(typeof(Token), type);

    /// <summary>Within a group no depth could bound the facts that a rule yields, because the group's names end with it.</summary>
    private List<Type> Matchable(bool inGroup) => [.. matched.Where(type => !(inGroup && boundsDepth && Deepens(type)))];

    private MatchElement Match(Scope scope, bool inGroup)
    {
        joins++;
        var pattern = Pattern(scope, Matchable(inGroup));
        var fact = pattern.Fact;
        if (boundsDepth && Deepens(fact.Type))
        {
            // Tickets and tokens always count as new, so a rule that yields them from such facts stops at a depth, and matches one of them.
            joins = mostJoins;
            depth = Expression.Property(fact, nameof(IMarked.Depth));
            pattern = new Pattern(pattern.Fact, [.. pattern.Conditions, Expression.LessThan(depth, Expression.Constant(2))]);
        }

        scope.AddFact(fact);
        return new MatchElement(pattern);
    }

    private Pattern Pattern(Scope scope, IReadOnlyList<Type> types)
    {
        var fact = Name(types[random.Next(types.Count)]);
        return new Pattern(fact, conditions.Of(fact, scope, random.Next(20) switch { < 7 => 0, < 17 => 1, _ => 2 }));
    }

    private ForAllElement ForAll(Scope scope)
    {
        var fact = Name(completed[random.Next(completed.Count)]);
        return new ForAllElement(
            new Pattern(fact, random.Next(2) == 0 ? [Expression.Constant(true)] : conditions.Of(fact, scope, 1)),
            conditions.Of(fact, scope, random.Next(3) == 0 ? 2 : 1));
    }

    private QueryElement Query(Scope scope)
    {
        var query = new QueryGenerator(random, Name);
        return scope.Collections.Count > 0 && (completed.Count == 0 || random.Next(4) == 0)
            ? query.FromCollection(scope)
            : query.FromFacts(scope, completed[random.Next(completed.Count)]);
    }

    private LetElement Let(Scope scope)
    {
        Type type = new[] { typeof(int), typeof(int), typeof(string), typeof(Level) }[random.Next(4)];
        var value = conditions.Value(type, scope);
        var name = Name(type);
        scope.AddValue(name);
        return new LetElement(name, value);
    }

    /// <summary>Alternatives, each an element or a group. What they name is not visible outside.</summary>
    private OrElement Or(Scope scope) => new([.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => random.Next(3) == 0
        ? new AndElement(Group(scope.Copy(), random.Next(1, 3)))
        : Element(scope.Copy(), mayGroup: random.Next(4) == 0))]);

    private List<RuleElement> Group(Scope scope, int count)
    {
        var elements = new List<RuleElement>();
        while (elements.Count < count)
            elements.Add(Element(scope, mayGroup: random.Next(6) == 0));
        return elements;
    }

    private ParameterExpression Name(Type type) => Expression.Parameter(type, $"{(char)('a' + (names % 26))}{names++}");
}
