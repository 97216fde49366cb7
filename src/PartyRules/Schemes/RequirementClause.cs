using PartyRules.Arithmetic;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;

namespace PartyRules.Schemes;

/// <summary>A quantity that must be reached in every window of a round.</summary>
/// <remarks>Two clauses are the same only if they are the same object. Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/requirements.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class RequirementClause
{
    private readonly WordSet codes;

    internal RequirementClause(
        string id, IReadOnlyList<RecordItem> records, PeriodKind per, Points atLeast, FindingText finding, Citation cites) =>
        (Id, Records, Per, AtLeast, Finding, Cites, codes) =
            (id, records, per, atLeast, finding, cites, new WordSet([.. records.Select(record => record.Code)]));

    /// <summary>The identifier, unique among the scheme's requirements.</summary>
    public string Id { get; }

    /// <summary>The records whose values are added up, or whose entries are counted; empty where a measure is looked at.</summary>
    public IReadOnlyList<RecordItem> Records { get; }

    /// <summary>The window, not longer than a round.</summary>
    public PeriodKind Per { get; }

    /// <summary>
    /// The least that must be reached in a window, included: entries where they are counted, otherwise in the unit of the records.
    /// </summary>
    public Points AtLeast { get; }

    /// <summary>Whether entries are counted; otherwise their values are added up.</summary>
    public bool CountsEntries { get; internal init; }

    /// <summary>The measure that must be reached; null where records are looked at.</summary>
    internal Measure? Measure { get; init; }

    /// <summary>Whether a window without any such entry counts as zero; otherwise it is passed over.</summary>
    public bool UnrecordedIsZero { get; internal init; }

    /// <summary>The finding raised where it is not reached.</summary>
    public FindingText Finding { get; }

    /// <summary>What it rests on.</summary>
    public Citation Cites { get; }

    /// <summary>The windows within a dossier's period that were over when it is judged, and did not end before the scheme begins.</summary>
    /// <param name="dossier">The dossier, of a period not shorter than a window.</param>
    internal IEnumerable<Period> WindowsIn(Dossier dossier) => dossier.Period.Parts(Per)
        .Where(window => dossier.Period.Contains(window.Start) && window.End >= dossier.FirstDay && !(window.End > dossier.Until));

    /// <summary>The windows in which the measure is missed, of those that were over when the dossier is judged.</summary>
    /// <param name="dossier">The dossier, of a period not shorter than a window.</param>
    internal IEnumerable<Dossier> PartsMissedIn(Dossier dossier) => dossier.PartsIn(Per).Where(part => !part.IsOpen && IsMissedBy(part));

    /// <summary>Whether an entry adds to the quantity.</summary>
    /// <param name="entry">The entry.</param>
    internal bool Counts(Entry entry) => codes.Contains(entry.Item);

    /// <summary>Whether a window with so many entries of such a sum misses the requirement.</summary>
    /// <param name="count">How many entries the window has.</param>
    /// <param name="sum">What their values add up to.</param>
    internal bool IsMissedBy(int count, Points sum) => (count > 0 || UnrecordedIsZero) && (CountsEntries ? count : sum) < AtLeast;

    /// <summary>
    /// Whether a window misses the measure. Where that looks at entries, none of which is there, or is not known, nothing is recorded.
    /// </summary>
    private bool IsMissedBy(Dossier part)
    {
        var codes = Measure!.Quantity.Codes;
        var measured = codes.Count == 0 || part.Entries.Any(entry => codes.Contains(entry.Item)) ? Measure.Of(new Known(part)) : null;
        return measured is { } number ? number.CompareTo(Exact.Of(AtLeast)) < 0 : UnrecordedIsZero && AtLeast > Points.Zero;
    }

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}
