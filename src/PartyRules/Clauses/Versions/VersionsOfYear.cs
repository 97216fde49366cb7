using System.Security.Cryptography;
using System.Text;
using PartyRules.Diagnostics;

namespace PartyRules.Schemes;

/// <summary>The versions of a scheme that are in force in one year, in order, and what they make together.</summary>
internal sealed class VersionsOfYear
{
    private readonly List<Scheme> versions;
    private readonly int year;

    /// <summary>Picks the versions.</summary>
    /// <exception cref="ProblemException">None is in force on any day of the year, or two are on one.</exception>
    public VersionsOfYear(IReadOnlyList<Scheme> all, int year)
    {
        var id = all[0].Id;
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        this.year = year;
        versions = [.. all.Where(version => version.EffectiveFrom <= last && !(version.EffectiveTo < first)).OrderBy(version => version.EffectiveFrom)];
        if (versions.Count == 0)
            SchemeVersions.InForce(all, id, first);
        foreach (var later in versions.Skip(1))
            SchemeVersions.InForce(versions, id, later.EffectiveFrom);
    }

    /// <summary>The last version of the year, whose limits, grades and outcomes look at the year as a whole.</summary>
    public Scheme Last => versions[^1];

    /// <summary>Each version in its order, and whether a round is its own: one that begins while it is in force.</summary>
    public IEnumerable<(Scheme Version, Func<Period, bool> Owns)> Parts =>
        versions.Select(version => (version, new Func<Period, bool>(round => version.IsInForce(round.Start))));

    /// <summary>Refuses entries of days without a scheme: that none is in force never looks like having scored nothing.</summary>
    /// <exception cref="ProblemException">There are such days; carries a problem for each, at most a hundred.</exception>
    public void RequireForce(IEnumerable<Entry> entries)
    {
        var days = entries.Where(entry => entry.Date.Year == year)
            .Select(entry => Last.HasRounds ? Period.Containing(entry.Date, Last.Round).Start : entry.Date)
            .Distinct().Where(day => !versions.Exists(version => version.IsInForce(day))).Order().Take(100);
        DocumentProblems([.. days.Select(day => SchemeVersions.NoneInForce(versions, Last.Id, day))]);
    }

    /// <summary>One scheme for a year without rounds: what an entry is worth is said by the version of its day, everything else by the last.</summary>
    /// <exception cref="ProblemException">The last version lacks a component in which an earlier one gives points.</exception>
    public Scheme Together()
    {
        if (versions.Count == 1)
            return Last;
        var problems = new List<Problem>();
        var items = versions.SelectMany(version => version.Items.Select(item => Dated(item, version, problems)).OfType<Item>()).ToList();
        DocumentProblems(problems);
        var hashes = Encoding.ASCII.GetBytes(string.Concat(versions.Select(version => version.ContentHash)));
        return Last.With(string.Join('+', versions.Select(version => version.Version)), Convert.ToHexStringLower(SHA256.HashData(hashes)), items);
    }

    private static void DocumentProblems(List<Problem> problems)
    {
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    private Item? Dated(Item item, Scheme version, List<Problem> problems)
    {
        var component = Last.Components.FirstOrDefault(component => component.Id == item.Component.Id);
        var isCompound = item.Appraisal is not null || item.Component.Rules is not null || (item.Limit is not null && component?.Limit is not null);
        if (component is null || (isCompound && !component.IsCompound))
        {
            problems.Add(SchemeReader.Messages.Problem("scheme.version-component", new SourceLocation(), version.ToString(), item.Code, item.Component.Id, Last.ToString()));
            return null;
        }

        return new Item
        {
            Code = item.Code,
            Name = item.Name,
            Component = component,
            Deducts = item.Deducts,
            Worth = item.Worth,
            AppliesTo = item.AppliesTo with
            {
                From = item.AppliesTo.From > version.EffectiveFrom ? item.AppliesTo.From : version.EffectiveFrom,
                To = item.AppliesTo.To < (version.EffectiveTo ?? DateOnly.MaxValue) ? item.AppliesTo.To : version.EffectiveTo,
            },
            Limit = item.Limit,
            Selection = item.Selection,
            Appraisal = item.Appraisal,
            Cites = item.Cites,
        };
    }
}
