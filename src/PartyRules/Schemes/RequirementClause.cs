using PartyRules.Clauses.Items;
using PartyRules.Engine.Fluent;

namespace PartyRules.Schemes;

/// <summary>A quantity that must be reached in every window of a round.</summary>
/// <remarks>Equality is of its members; lists among them are compared as objects. Immutable and thread-safe.</remarks>
/// <param name="Id">The identifier.</param>
/// <param name="Records">The records whose values are added up, or whose entries are counted.</param>
/// <param name="Per">The window.</param>
/// <param name="AtLeast">The least that must be reached, included.</param>
/// <param name="UnrecordedIsZero">Whether a window without any such entry counts as zero; otherwise it is ignored.</param>
/// <param name="Finding">The finding raised where it is not reached.</param>
/// <param name="Cites">What it rests on.</param>
/// <seealso href="docs/schemes/clauses/requirements.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed record RequirementClause(
    string Id, IReadOnlyList<RecordItem> Records, PeriodKind Per, Points AtLeast, bool UnrecordedIsZero, FindingText Finding, Citation Cites)
{
    /// <summary>The windows within a period.</summary>
    /// <param name="period">The period; not shorter than a window.</param>
    public IEnumerable<Period> WindowsIn(Period period) =>
        Period.AllIn(period.Year, Per).Where(window => period.Contains(window.Start));

    /// <summary>Whether an entry adds to the quantity.</summary>
    /// <param name="entry">The entry.</param>
    public bool Counts(Entry entry) => Records.Any(record => record.Code == entry.Item);

    /// <summary>Whether entries are counted; otherwise their values are added up.</summary>
    internal bool CountsEntries { get; init; }

    /// <summary>Whether a window with so many entries of such a sum misses the requirement.</summary>
    /// <param name="count">How many entries the window has.</param>
    /// <param name="sum">What their values add up to.</param>
    public bool IsMissedBy(int count, Points sum) => (count > 0 || UnrecordedIsZero) && (CountsEntries ? count : sum) < AtLeast;
}
