using System.Globalization;

namespace PartyRules.Data.Samples;

/// <summary>
/// An invented county for the scheme <c>fengxian</c>: members in branches, with about fifteen entries each. Nobody in it exists.
/// </summary>
/// <remarks>
/// The same arguments give the same data everywhere. Streams: a million members need no more memory than one. Thread-safe.
/// </remarks>
public static class SampleCounty
{
    private const int FewestDigits = 7;
    private static readonly string[] Surnames = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];

    /// <summary>The members, in the order of their identifiers.</summary>
    /// <param name="members">How many, from 1.</param>
    /// <param name="seed">The seed.</param>
    public static IEnumerable<Subject> Subjects(int members, ulong seed)
    {
        var digits = Math.Max(FewestDigits, members.ToString(CultureInfo.InvariantCulture).Length);
        return Enumerable.Range(1, members).Select(number => SubjectOf(number, digits, seed));
    }

    /// <summary>The entries of all members, member by member.</summary>
    /// <param name="members">How many, from 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="year">The calendar year in which they fall.</param>
    public static IEnumerable<Entry> Entries(int members, ulong seed, int year) =>
        Subjects(members, seed).SelectMany((subject, i) => EntriesOf(subject, i + 1, seed, year));

    private static Subject SubjectOf(int number, int digits, ulong seed)
    {
        var chance = Chance(number, seed, 1);
        var category = chance.Pick("organ", "rural", "rural", "two-new");
        return new Subject
        {
            Id = "m" + number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0'),
            Name = string.Create(CultureInfo.InvariantCulture, $"虚构{Surnames[chance.Below(10)]}{number}"),
            Kind = "member",
            Parent = string.Create(CultureInfo.InvariantCulture, $"b{((number - 1) / 30) + 1:00000}"),
            Category = category,
            Employment = category == "rural" && chance.Below(3) > 0 ? "no-post" : "in-post",
            PreviousGrade = chance.Pick("", "excellent", "qualified", "qualified", "basically-qualified", "unqualified"),
        };
    }

    private static IEnumerable<Entry> EntriesOf(Subject subject, int number, ulong seed, int year)
    {
        var chance = Chance(number, seed, 2);
        var count = 0;
        Entry Make(string item, int month, Points? value, string level = "") => new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{subject.Id}-{++count:00}"),
            Subject = subject.Id,
            Item = item,
            Date = new DateOnly(year, month, 1 + chance.Below(28)),
            Value = value,
            Level = level,
        };

        var diligence = chance.Below(100);
        string[] pledges = ["pledge.common", "pledge.post", "pledge.practical", "pledge.self-discipline"];
        for (var month = 1; month <= 12; month++)
        {
            var item = subject.Employment == "in-post" ? chance.Pick("task.target", "task.target", "task.superior", "task.unit")
                : pledges[month % 4];
            var points = diligence < 55 ? 6 : diligence < 85 ? 5 : 3;
            yield return Make(item, month, Points.FromMillionths((points * 1_000_000L) - (chance.Below(4) == 0 ? 250_000 : 0)));
        }

        string[] basics = ["base.study", "base.dues", "base.meetings", "base.discipline", "base.conduct"];
        for (var deductions = chance.Below(3); deductions > 0; deductions--)
            yield return Make(basics[chance.Below(5)], 1 + chance.Below(12), Points.FromMillionths((1 + chance.Below(4)) * 500_000L));
        for (var rewards = chance.Below(3); rewards > 0; rewards--)
            yield return Make(chance.Pick("reward.overfulfilment", "reward.contribution", "reward.bravery"), 1 + chance.Below(12),
                2 + chance.Below(5));
        if (chance.Below(20) == 0)
            yield return Make("commendation", 7, 3 + chance.Below(5), chance.Pick("county", "county", "city"));
        if (chance.Below(150) == 0)
            yield return Make("violation", 1 + chance.Below(12), null);
        if (chance.Below(60) == 0)
        {
            string[] steps = ["exemption.wish", "exemption.application", "exemption.review", "exemption.approval"];
            for (var step = 0; step < 3 + chance.Below(2); step++)
                yield return Make(steps[step], 1, null);
        }
    }

    private static SplitMix Chance(int number, ulong seed, ulong purpose) => new((seed * 1_000_003) + ((ulong)number * 31) + purpose);
}
