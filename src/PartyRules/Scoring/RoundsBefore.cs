using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>What the rounds of a year left that earlier versions of the scheme assessed.</summary>
internal sealed class RoundsBefore
{
    private readonly Dictionary<Subject, List<Total>> totals = [];
    private readonly Dictionary<Subject, List<Mark>> marks = [];

    private readonly HashSet<Period> held = [];

    /// <summary>The rounds.</summary>
    public IEnumerable<Period> Held => held;

    /// <summary>A subject's totals.</summary>
    public IEnumerable<Total> TotalsOf(Subject subject) => totals.GetValueOrDefault(subject, []);

    /// <summary>A subject's marks, as the marks of the same identifiers in another version.</summary>
    public IEnumerable<Mark> MarksOf(Subject subject, Scheme scheme) =>
        from mark in marks.GetValueOrDefault(subject, [])
        join clause in scheme.Marks on mark.Clause.Id equals clause.Id
        select new Mark(mark.Subject, mark.Period, clause);

    /// <summary>Adds what a version left.</summary>
    public void Add(IEnumerable<Period> rounds, IEnumerable<Total> ofRounds, IEnumerable<Mark> ofMarks)
    {
        held.UnionWith(rounds);
        foreach (var total in ofRounds)
            Of(totals, total.Dossier.Subject).Add(total);
        foreach (var mark in ofMarks)
            Of(marks, mark.Subject).Add(mark);
    }

    private static List<TFact> Of<TFact>(Dictionary<Subject, List<TFact>> bySubject, Subject subject)
    {
        if (!bySubject.TryGetValue(subject, out var own))
            bySubject.Add(subject, own = []);
        return own;
    }
}
