using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Selections;

/// <summary>How a selection takes entries.</summary>
internal static class Selecting
{
    /// <summary>Those that count. Equals are decided by date, then by identifier.</summary>
    public static IEnumerable<Credit> CreditsOf(this Selection selection, IEnumerable<Candidate> candidates)
    {
        var ordered = selection.Keep switch
        {
            Keep.Highest =>
                candidates.OrderByDescending(candidate => candidate.Points).ThenBy(candidate => candidate.Entry, Entry.Chronological),
            Keep.First => candidates.OrderBy(candidate => candidate.Entry, Entry.Chronological),
            _ => candidates.OrderByDescending(candidate => candidate.Entry, Entry.Chronological),
        };
        return ordered.Take(selection.AtMost).Select(candidate => new Credit(candidate.Entry, candidate.Item));
    }
}
