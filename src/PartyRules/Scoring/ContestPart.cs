using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>The rounds of a year that one version of a scheme assesses, and what versions before it gave.</summary>
/// <param name="Owns">Whether a round is among them.</param>
/// <param name="Before">What the rounds before gave; this version's are added to it.</param>
internal sealed record ContestPart(Func<Period, bool> Owns, RoundsBefore Before);

/// <summary>Totals and marks of rounds that earlier versions assessed.</summary>
internal sealed class RoundsBefore
{
    private readonly List<Total> totals = [];
    private readonly List<Mark> marks = [];

    /// <summary>How many rounds were held.</summary>
    public int Held { get; private set; }

    public IEnumerable<Total> TotalsOf(Subject subject) => totals.Where(total => total.Dossier.Subject == subject);

    /// <summary>The marks of a subject, as a version's own clauses of the same identifiers.</summary>
    public IEnumerable<Mark> MarksOf(Subject subject, Scheme scheme) =>
        from mark in marks
        where mark.Subject == subject
        join clause in scheme.Marks on mark.Clause.Id equals clause.Id
        select new Mark(mark.Subject, mark.Period, clause);

    public void Add(int held, IEnumerable<Total> ofRounds, IEnumerable<Mark> ofMarks)
    {
        Held += held;
        totals.AddRange(ofRounds);
        marks.AddRange(ofMarks);
    }
}
