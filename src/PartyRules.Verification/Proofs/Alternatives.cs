using PartyRules.Conditions;

namespace PartyRules.Verification.Proofs;

/// <summary>A condition that asks for nothing further, or that it does not hold.</summary>
/// <param name="Asked">The condition.</param>
/// <param name="Holds">Whether it must hold.</param>
internal readonly record struct Literal(Condition Asked, bool Holds);

/// <summary>Conditions told apart into the ways in which they can hold.</summary>
internal static class Alternatives
{
    private const int Most = 512;

    /// <summary>The ways in which several conditions hold at once; null where there are too many to look at.</summary>
    public static IReadOnlyList<IReadOnlyList<Literal>>? Of(IEnumerable<Literal> conditions)
    {
        IReadOnlyList<IReadOnlyList<Literal>> ways = [[]];
        foreach (var condition in conditions)
        {
            if (Of(condition) is not { } further || (long)ways.Count * further.Count > Most)
                return null;
            ways = [.. ways.SelectMany(way => further.Select(each => (IReadOnlyList<Literal>)[.. way, .. each]))];
        }

        return ways;
    }

    private static IReadOnlyList<IReadOnlyList<Literal>>? Of(Literal literal) => literal.Asked switch
    {
        NotCondition not => Of(new Literal(not.Part, !literal.Holds)),
        AllCondition all => literal.Holds ? Together(all.Parts, true) : OneOf(all.Parts, false),
        AnyCondition any => literal.Holds ? OneOf(any.Parts, true) : Together(any.Parts, false),
        _ => [[literal]],
    };

    private static IReadOnlyList<IReadOnlyList<Literal>>? Together(IReadOnlyList<Condition> parts, bool hold) =>
        Of(parts.Select(part => new Literal(part, hold)));

    private static IReadOnlyList<IReadOnlyList<Literal>>? OneOf(IReadOnlyList<Condition> parts, bool hold)
    {
        var ways = new List<IReadOnlyList<Literal>>();
        foreach (var part in parts)
        {
            if (Of(new Literal(part, hold)) is not { } further || ways.Count + further.Count > Most)
                return null;
            ways.AddRange(further);
        }

        return ways;
    }
}
