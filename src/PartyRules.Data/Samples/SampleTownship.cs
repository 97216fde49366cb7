using System.Globalization;

namespace PartyRules.Data.Samples;

/// <summary>An invented township for the scheme <c>yongxi</c>: village branches with ten indicators in each of six rounds.</summary>
/// <remarks>The same arguments give the same data everywhere. Thread-safe.</remarks>
public static class SampleTownship
{
    private static readonly (string Item, int Weight)[] Indicators =
    [
        ("party-building", 20), ("poverty-relief", 15), ("family-planning", 10), ("public-security", 10), ("work-safety", 10),
        ("civil-affairs", 10), ("clean-village", 10), ("finance", 5), ("stationed-cadres", 5), ("routine-duties", 5),
    ];

    /// <summary>The village branches.</summary>
    /// <param name="villages">How many, from 1.</param>
    public static IEnumerable<Subject> Subjects(int villages) => Enumerable.Range(1, villages).Select(number => new Subject
    {
        Id = Id(number),
        Name = string.Create(CultureInfo.InvariantCulture, $"虚构村{number}"),
        Kind = "branch",
        Parent = "township",
        Category = "rural",
    });

    /// <summary>The entries of all villages, village by village.</summary>
    /// <param name="villages">How many, from 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="year">The calendar year in which they fall.</param>
    public static IEnumerable<Entry> Entries(int villages, ulong seed, int year)
    {
        var chance = new SplitMix(seed);
        for (var number = 1; number <= villages; number++)
        {
            var count = 0;
            for (var month = 2; month <= 12; month += 2)
            {
                foreach (var (item, weight) in Indicators)
                {
                    yield return new Entry
                    {
                        Id = string.Create(CultureInfo.InvariantCulture, $"{Id(number)}-{++count:00}"),
                        Subject = Id(number),
                        Item = item,
                        Date = new DateOnly(year, month, 20),
                        Value = weight - chance.Below(1 + (weight / 4)),
                    };
                }
            }
        }
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"v{number:000}");
}
