using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>A number that a scheme states: one for all, or one for each case of subjects.</summary>
/// <remarks>Exactly one case holds for each subject, which was checked when the scheme was read. Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/amounts.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class Amount
{
    private readonly Points points;
    private readonly AmountCase[] cases;

    internal Amount(Points points) => (this.points, cases) = (points, []);

    internal Amount(IReadOnlyList<AmountCase> cases) => (points, this.cases) = (cases[0].Is, [.. cases]);

    /// <summary>Whether it is the same for all.</summary>
    public bool IsSame => cases.Length == 0;

    /// <summary>The lowest that it is for anybody.</summary>
    public Points Least => IsSame ? points : cases.Min(row => row.Is);

    /// <summary>The highest that it is for anybody.</summary>
    public Points Most => IsSame ? points : cases.Max(row => row.Is);

    /// <summary>The cases; empty where it is the same for all.</summary>
    internal IReadOnlyList<AmountCase> Cases => cases;

    /// <summary>What it is for a subject in a period.</summary>
    /// <param name="dossier">The subject and the period.</param>
    /// <exception cref="InvalidOperationException">No case holds: the subject is of no category that the scheme knows.</exception>
    public Points Of(Dossier dossier) => cases.Length == 0 ? points : CaseOf(dossier)!.Is;

    /// <summary>The case that holds for a subject; null where it is the same for all.</summary>
    internal AmountCase? CaseOf(Dossier dossier)
    {
        if (cases.Length == 0)
            return null;
        var known = new Known(dossier);
        AmountCase? others = null;
        foreach (var row in cases)
        {
            if (row.When is null)
                others = row;
            else if (row.When.Holds(known))
                return row;
        }

        return others ?? throw new InvalidOperationException($"No case of an amount holds for {dossier.Subject.Id}.");
    }

    /// <summary>Whether another says the same.</summary>
    internal bool SaysTheSameAs(Amount other) => points == other.points && cases.Length == other.cases.Length
        && cases.Zip(other.cases).All(pair => pair.First.SaysTheSameAs(pair.Second));

    /// <summary>Says which facts its cases look at.</summary>
    internal void LookAt(LookedAt facts)
    {
        foreach (var row in cases)
            row.When?.LookAt(facts);
    }

    /// <summary>The number, or those of all cases, in their order.</summary>
    public override string ToString() => IsSame ? points.ToString() : string.Join(" / ", cases.Select(row => row.Is).Distinct());
}

/// <summary>A case of an amount.</summary>
/// <param name="When">Whom it holds for; null for whom no other does.</param>
/// <param name="Is">The number.</param>
/// <param name="Cites">What it rests on; null where that is what the clause rests on.</param>
internal sealed record AmountCase(Condition? When, Points Is, Citation? Cites)
{
    public bool SaysTheSameAs(AmountCase other) => Is == other.Is
        && (When is null ? other.When is null : other.When is not null && Apart.AreTheSame(When, other.When));
}
