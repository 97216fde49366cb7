using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Selections;

/// <summary>How a selection takes entries.</summary>
internal static class Selecting
{
    /// <summary>Those that count, each with what it does.</summary>
    public static IEnumerable<Credit> CreditsOf(this Selection selection, IEnumerable<Candidate> candidates) =>
        selection.InOrder(candidates).Take(selection.AtMost).Select((candidate, i) =>
            new Credit(candidate.Entry, candidate.Item, selection.Counted(i + 1, candidate.Points)));

    /// <summary>The entries of one window or reference in the order in which they are taken; equals by date, then by identifier.</summary>
    public static IEnumerable<Candidate> InOrder(this Selection selection, IEnumerable<Candidate> candidates) => selection.Keep switch
    {
        Keep.Highest =>
            candidates.OrderByDescending(candidate => candidate.Points).ThenBy(candidate => candidate.Entry, Entry.Chronological),
        Keep.First => candidates.OrderBy(candidate => candidate.Entry, Entry.Chronological),
        _ => candidates.OrderByDescending(candidate => candidate.Entry, Entry.Chronological),
    };
}
