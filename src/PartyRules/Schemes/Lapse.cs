namespace PartyRules.Schemes;

/// <summary>When entries stop counting.</summary>
/// <seealso href="docs/schemes/clauses/lapses.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class Lapse(string id, IReadOnlySet<string> codes, string? by, string? until, int? afterMonths, Citation cites)
{
    public string Id { get; } = id;

    public string? By { get; } = by;

    public string? Until { get; } = until;

    public Citation Cites { get; } = cites;

    /// <summary>Whether the clause speaks of an entry's code.</summary>
    public bool Concerns(Entry entry) => codes.Contains(entry.Item);

    /// <summary>Whether an entry has expired on the last day that a dossier judges. None does after the calendar's last day.</summary>
    public bool HasExpired(Entry entry, Dossier dossier) =>
        afterMonths is { } months && entry.Date.AfterMonths(months) <= dossier.LastDay;
}
