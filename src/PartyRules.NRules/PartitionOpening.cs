using NRules.RuleModel;
using PartyRules.NRules.Sessions;
using PartyRules.Scoring;

namespace PartyRules.NRules;

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
            [.. subjects], [.. entries], year.Year, earlier: [.. results], cancellationToken: context.CancellationToken);
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
