using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>
/// A promise that must be answered under the same reference: in the next round, or within the days that the scheme states.
/// </summary>
/// <remarks>Two clauses are the same only if they are the same object. Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/follow-ups.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class FollowUpClause
{
    internal FollowUpClause(string id, RecordItem promise, RecordItem answer, FindingText finding, Citation cites) =>
        (Id, Promise, Answer, Finding, Cites) = (id, promise, answer, finding, cites);

    /// <summary>The identifier, unique among the scheme's follow-ups.</summary>
    public string Id { get; }

    /// <summary>The record that promises.</summary>
    public RecordItem Promise { get; }

    /// <summary>The record that answers.</summary>
    public RecordItem Answer { get; }

    /// <summary>The finding raised where there is no answer: on the next round, or on the promise's own where days are stated.</summary>
    public FindingText Finding { get; }

    /// <summary>What it rests on.</summary>
    public Citation Cites { get; }

    /// <summary>The days from the promise to the answer; null for any day of the next round.</summary>
    internal NumberRange? Days { get; init; }

    /// <summary>Whether a promise still counts and its days are over when a dossier is judged.</summary>
    internal bool IsDue(Entry promise, Dossier dossier) => dossier.StillCounts(promise)
        && (dossier.Until is not { } day || (Days?.LastWhole is { } last && promise.Date.DayNumber + last <= day.DayNumber));

    /// <summary>Whether an answer to a promise, under the same reference, is in time, where days are stated.</summary>
    internal bool IsInTime(Entry promise, Entry answer) => Days is { } days
        && days.Contains(answer.Date.DayNumber - promise.Date.DayNumber);

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}
