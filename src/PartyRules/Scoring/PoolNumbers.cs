using System.Numerics;
using PartyRules.Arithmetic;
using PartyRules.Conditions;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>How the subjects of a period compare with their pools by the scheme's measures, before any points are known.</summary>
internal sealed class PoolNumbers
{
    private readonly Dictionary<string, Dictionary<string, (BigInteger Numerator, BigInteger Denominator)>> numbers =
        new(StringComparer.Ordinal);

    /// <summary>
    /// Compares subjects by the dossiers of one period. Whoever is exempt, is not among those compared, or has no number, is in no pool.
    /// </summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="dossiers">The dossiers, one of each subject.</param>
    public PoolNumbers(Scheme scheme, IEnumerable<Dossier> dossiers)
    {
        List<Dossier> counted = [.. dossiers.Where(dossier => !scheme.Exemptions.Any(clause => clause.When.HoldsFor(dossier)))];
        foreach (var measure in scheme.Pooled)
        {
            var compared = measure.Among is { } among ? counted.Where(among.HoldsFor) : counted;
            foreach (var pool in compared.GroupBy(dossier => RankingClause.KeyOf(measure.Within, dossier.Subject), StringComparer.Ordinal))
                Add(measure, pool);
        }
    }

    /// <summary>The numbers of a subject, by the identifiers of measures; without those that are not known.</summary>
    public IReadOnlyDictionary<string, (BigInteger Numerator, BigInteger Denominator)> Of(Subject subject) =>
        numbers.TryGetValue(subject.Id, out var own) ? own : Dossier.NothingOfPool;

    private void Add(PooledMeasure measure, IEnumerable<Dossier> pool)
    {
        var known = new List<(Subject Subject, Exact Number)>();
        foreach (var dossier in pool)
        {
            if (measure.Of.Of(new Known(dossier)) is { } number)
                known.Add((dossier.Subject, number));
        }

        foreach (var ((subject, _), given) in known.Zip(measure.Given([.. known.Select(each => each.Number)])))
        {
            if (!numbers.TryGetValue(subject.Id, out var own))
                numbers.Add(subject.Id, own = new(StringComparer.Ordinal));
            own.Add(measure.Id, (given.Numerator, given.Denominator));
        }
    }
}
