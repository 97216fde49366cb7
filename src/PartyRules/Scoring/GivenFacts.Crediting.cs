using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <content>Checks for whom entries count that are credited to a linked subject.</content>
internal sealed partial class GivenFacts
{
    /// <summary>What is wrong with whom subjects name for their entries to count for, where all else was checked.</summary>
    public IReadOnlyList<Problem> CheckCrediting(IReadOnlyList<Subject> subjects)
    {
        problems.Clear();
        FindCrediting(subjects);
        return Found();
    }

    private void FindCrediting(IReadOnlyList<Subject> subjects)
    {
        IReadOnlyList<Scheme> ofYear = versions.HasRounds ? versions.In(year) : [versions.Of(year)];
        if (ofYear.All(version => version.Crediting.Count == 0))
            return;
        var known = new Dictionary<string, Subject>(subjects.Count, StringComparer.Ordinal);
        foreach (var subject in subjects.Where(subject => subject is { Id.Length: > 0, Parent: not null, Attributes: not null }))
        {
            if (subject.Kind == versions.SubjectKind)
                known.TryAdd(subject.Id, subject);
        }

        var clauses = ofYear.SelectMany(version => version.Crediting).DistinctBy(clause => (clause.Column, clause.IsLinkRequired)).ToList();
        for (var i = 0; i < subjects.Count && !AreTooMany; i++)
        {
            if (subjects[i]?.Id is { } id && known.GetValueOrDefault(id) == subjects[i])
                clauses.ForEach(clause => CheckLink(clause, subjects[i], known, new Place("subjects", i)));
        }
    }

    private void CheckLink(CreditingClause clause, Subject subject, Dictionary<string, Subject> known, Place at)
    {
        if (clause.LinkOf(subject) is not { Length: > 0 } link)
        {
            if (clause.IsLinkRequired)
                Add(at, clause.Column, "fact.credit-missing", clause.Column, subject.Id);
        }
        else if (!known.TryGetValue(link, out var linked))
        {
            Add(at, clause.Column, "fact.credit-unknown", clause.Column, subject.Id, link, HintTo(link, known.Keys));
        }
        else if (link != subject.Id && clause.CreditedBy(linked) is { } next)
        {
            Add(at, clause.Column, "fact.credit-chain", clause.Column, subject.Id, link, next);
        }
    }
}
