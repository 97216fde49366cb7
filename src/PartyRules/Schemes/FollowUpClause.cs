using PartyRules.Clauses.Items;
using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>A promise that must be answered under the same reference: in the next round, or within the days that the scheme states.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
/// <param name="Id">The identifier.</param>
/// <param name="Promise">The record that promises.</param>
/// <param name="Answer">The record that answers.</param>
/// <param name="Finding">The finding raised where there is no answer: on the next round, or on the promise's own where days are stated.</param>
/// <param name="Cites">What it rests on.</param>
/// <seealso href="docs/schemes/clauses/follow-ups.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed record FollowUpClause(string Id, RecordItem Promise, RecordItem Answer, FindingText Finding, Citation Cites)
{
    /// <summary>The days from the promise to the answer; null for any day of the next round.</summary>
    internal NumberRange? Days { get; init; }

    /// <summary>Whether an entry answers a promise in time, where days are stated.</summary>
    internal bool IsAnswered(Entry promise, Entry answer) =>
        Days is { } days && answer.Item == Answer.Code && answer.Reference == promise.Reference && days.Contains(answer.Date.DayNumber - promise.Date.DayNumber);
}
