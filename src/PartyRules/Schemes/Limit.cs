namespace PartyRules.Schemes;

/// <summary>The most that counts within a window of time.</summary>
/// <remarks>Two limits are the same only if they are the same object. Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/limits.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class Limit
{
    internal Limit(PeriodKind per, Amount points, FindingText? finding, Citation cites) =>
        (Per, Points, Finding, Cites) = (per, points, finding, cites);

    /// <summary>The limit that caps what this one leaves, in windows made of whole ones of its own; null for none.</summary>
    public Limit? Within { get; internal init; }

    /// <summary>The window; that of a round is the length of the scheme's round.</summary>
    public PeriodKind Per { get; }

    /// <summary>The most points that count in one window, as a magnitude: zero or more, for what adds and for what takes away.</summary>
    public Amount Points { get; }

    /// <summary>The finding raised where more was recorded; null for none.</summary>
    public FindingText? Finding { get; }

    /// <summary>What it rests on.</summary>
    public Citation Cites { get; }

    /// <summary>The month in which the scheme's years begin.</summary>
    internal int FirstMonth { get; init; } = 1;

    /// <summary>The window in which a day is.</summary>
    internal Period WindowOf(DateOnly day) => Period.Containing(day, Per, FirstMonth);

    /// <summary>The window in which an entry is.</summary>
    internal Period WindowOf(Entry entry) => Period.Containing(entry, Per, FirstMonth);

    /// <summary>Whether it is one for all items of the code.</summary>
    internal bool IsShared { get; init; }

    /// <summary>Whether its windows are longer than a round, which then counts what earlier rounds leave of it.</summary>
    internal bool SpansRounds { get; init; }

    /// <summary>The limit, what it lies within, and so on.</summary>
    internal IEnumerable<Limit> AndWider
    {
        get
        {
            for (var limit = this; limit is not null; limit = limit.Within)
                yield return limit;
        }
    }

    /// <summary>What counts of a signed sum: not further from zero than the limit.</summary>
    internal Points Cap(Points recorded, Dossier dossier) => Points.Of(dossier) is var most ? recorded.Within(-most, most) : recorded;

    /// <summary>The points and the window.</summary>
    public override string ToString() => $"{Points} per {Per}";
}
