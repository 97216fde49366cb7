using PartyRules.Results;

namespace PartyRules.Verification.Findings;

/// <summary>A data set that shows what a finding says, the smallest that was found; invented, and marked so.</summary>
/// <remarks>Scored again for its year by the same scheme it gives the same results. Immutable and thread-safe.</remarks>
public sealed class Example
{
    internal Example(
        int year,
        IReadOnlyList<Subject> subjects,
        IReadOnlyList<Entry> entries,
        IReadOnlyList<EarlierResult> earlier,
        IReadOnlyList<Assessment> results) =>
        (Year, Subjects, Entries, Earlier, Results) = (year, subjects, entries, earlier, results);

    /// <summary>The calendar year for which it is scored.</summary>
    public int Year { get; }

    /// <summary>The subjects; the first is the one that the finding is about.</summary>
    public IReadOnlyList<Subject> Subjects { get; }

    /// <summary>The entries about them; empty for none.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>Results of other schemes or earlier years; empty for none.</summary>
    public IReadOnlyList<EarlierResult> Earlier { get; }

    /// <summary>What the scheme makes of it, subject by subject and period by period.</summary>
    public IReadOnlyList<Assessment> Results { get; }
}
