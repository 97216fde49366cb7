using NRules.RuleModel;
using PartyRules.Diagnostics;
using PartyRules.NRules.Sessions;
using PartyRules.Scoring;

namespace PartyRules.NRules;

/// <summary>Refuses what a session holds where something is wrong with it, before anything comes of it.</summary>
/// <param name="scorer">Knows what is wrong.</param>
internal sealed class SessionCheck(Scorer scorer)
{
    public void Refuse(
        IEnumerable<AssessedYear> years, IEnumerable<Subject> subjects, IEnumerable<Entry> entries, IEnumerable<EarlierResult> results)
    {
        var (known, ofSubjects, ofEntries, earlier) = (years.ToList(), subjects.ToList(), entries.ToList(), results.ToList());
        if (known.Count == 0 && ofSubjects.Count + ofEntries.Count + earlier.Count == 0)
            return;
        if (known.Count != 1)
        {
            throw new InvalidOperationException(
                known.Count == 0
                    ? $"The session holds no {nameof(AssessedYear)}, so nobody is assessed. Insert the one year that is meant."
                    : $"The session holds several years: {string.Join(", ", known.Select(year => year.Year).Order())}. "
                        + "Give each a session of its own.");
        }

        if (scorer.Check(ofSubjects, ofEntries, known[0].Year, earlier) is { Count: > 0 } problems)
            throw new ProblemException(problems);
    }
}

/// <summary>Opens the partition of a subject in a session, and renews it when the subject's facts have changed.</summary>
/// <param name="scorer">Makes dossiers.</param>
internal sealed class PartitionOpening(Scorer scorer)
{
    public void In(
        IContext context, Gate gate, AssessedYear year, Subject subject, IEnumerable<Entry> entries, IEnumerable<EarlierResult> results)
    {
        var all = entries.ToList();
        var facts = scorer.FactsOf(subject, all, year.Year, [.. results]);
        var partition = context.GetLinked("partition") as Partition ?? new Partition(gate.Run, subject.Id);
        all.ForEach(partition.Release);
        foreach (var fact in facts)
            partition.Take(fact);
        var own = facts.Where(fact => fact is not Entry).ToList();
        for (var i = 0; i < own.Count; i++)
            Linked.Put(context, $"fact {i}", own[i]);
        Linked.RemoveFrom(context, "fact", own.Count);
        Linked.Put(context, "partition", partition);
    }
}

/// <summary>Scores subjects that a scheme compares, and keeps the assessments linked to the facts they were scored on.</summary>
/// <param name="scorer">Scores them.</param>
internal sealed class Comparison(Scorer scorer)
{
    public void In(
        IContext context, AssessedYear year, IEnumerable<Subject> subjects, IEnumerable<Entry> entries, IEnumerable<EarlierResult> results)
    {
        var assessments = scorer.Score(
            [.. subjects],
            [.. entries],
            year.Year,
            earlier: [.. results],
            areFactsChecked: true,
            cancellationToken: context.CancellationToken);
        for (var i = 0; i < assessments.Count; i++)
            Linked.Put(context, $"fact {i}", assessments[i]);
        Linked.RemoveFrom(context, "fact", assessments.Count);
    }
}

/// <summary>Facts that NRules keeps as long as the match they are linked to.</summary>
internal static class Linked
{
    public static void Put(IContext context, string key, object fact)
    {
        if (context.GetLinked(key) is null)
            context.InsertLinked(key, fact);
        else
            context.UpdateLinked(key, fact);
    }

    /// <summary>Takes back what an earlier, longer list left: keys with numbers from one on.</summary>
    public static void RemoveFrom(IContext context, string stem, int first)
    {
        for (var i = first; context.GetLinked($"{stem} {i}") is { } left; i++)
            context.RetractLinked($"{stem} {i}", left);
    }
}
