namespace PartyRules.Schemes;

/// <summary>When entries stop counting, and whether they count in later periods until then.</summary>
/// <seealso href="docs/schemes/clauses/lapses.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class Lapse(string id, IReadOnlySet<string> codes, string? by, string? until, ExpiryTerm? expiry, Citation cites)
{
    public string Id { get; } = id;

    public IReadOnlySet<string> Codes { get; } = codes;

    public string? By { get; } = by;

    public string? Until { get; } = until;

    public Citation Cites { get; } = cites;

    /// <summary>Whether the entries count in later periods too, as long as they have not expired.</summary>
    public bool CountsLater { get; init; }

    /// <summary>Whether they count in every period on whose first day they have not expired; otherwise its last day is asked.</summary>
    public bool IsOfFirstDay { get; init; }

    /// <summary>Whether the clause speaks of an entry's code.</summary>
    public bool Concerns(Entry entry) => Codes.Contains(entry.Item);

    /// <summary>
    /// Whether an entry has expired on the last day that a dossier judges, or on its first. None does after the calendar's last day.
    /// </summary>
    public bool HasExpired(Entry entry, Dossier dossier) =>
        expiry is { } term && term.After(entry.Date) <= (IsOfFirstDay ? dossier.FirstDay : dossier.LastDay);

    /// <summary>The day on which an entry has expired; null for none.</summary>
    public DateOnly? ExpiryOf(Entry entry) => expiry?.After(entry.Date);
}

/// <summary>How long entries count.</summary>
/// <param name="Months">How many months.</param>
/// <param name="EndsAfterShortMonth">
/// Whether, where the last month lacks the entry's day, it ends on the first day after it; otherwise on its last day.
/// </param>
internal readonly record struct ExpiryTerm(int Months, bool EndsAfterShortMonth)
{
    /// <summary>The day on which an entry of a day has expired; null for none that the calendar has.</summary>
    public DateOnly? After(DateOnly date) => EndsAfterShortMonth ? date.AfterWholeMonths(Months) : date.AfterMonths(Months);
}
