using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>Gives each subject the entries that count for it: its own but those passed on, and those that others pass on.</summary>
internal static class CreditedEntries
{
    /// <summary>The entries of each subject.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="subjects">The subjects that are assessed; whom they name was checked.</param>
    /// <param name="about">The entries about each subject.</param>
    /// <param name="take">Takes a list of entries apart.</param>
    public static Dictionary<string, SubjectEntries> Of(
        Scheme scheme,
        IReadOnlyList<Subject> subjects,
        Dictionary<string, List<Entry>> about,
        Func<IReadOnlyList<Entry>, SubjectEntries> take)
    {
        if (scheme.Crediting.Count == 0)
            return about.ToDictionary(pair => pair.Key, pair => take(pair.Value), StringComparer.Ordinal);
        var clauses = scheme.Crediting.SelectMany(clause => clause.Codes.Select(code => (code, clause)))
            .ToDictionary(pair => pair.code, pair => pair.clause, StringComparer.Ordinal);
        var counted = subjects.ToDictionary(subject => subject.Id, _ => new List<Entry>(), StringComparer.Ordinal);
        var passedOn = subjects.ToDictionary(subject => subject.Id, _ => new List<Entry>(), StringComparer.Ordinal);
        foreach (var subject in subjects)
        {
            foreach (var entry in about[subject.Id])
            {
                var clause = clauses.GetValueOrDefault(entry.Item);
                var other = clause?.CreditedBy(subject);
                if (other is not null)
                    counted[other].Add(entry);
                (other is null || clause!.CountsForBoth ? counted : passedOn)[subject.Id].Add(entry);
            }
        }

        return counted.ToDictionary(
            pair => pair.Key, pair => take(pair.Value) with { PassedOn = take(passedOn[pair.Key]).OfYear }, StringComparer.Ordinal);
    }
}
