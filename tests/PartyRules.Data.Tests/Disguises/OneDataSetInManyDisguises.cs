using System.Collections.Concurrent;
using System.Globalization;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests.Disguises;

/// <summary>
/// One data set in thousands of disguises gives the same bytes in each, or is refused where a disguise holds what can be read in two ways:
/// never other points. PARTYRULES_DISGUISES says how many are tried, and PARTYRULES_DISGUISES_FROM from which on.
/// </summary>
public sealed class OneDataSetInManyDisguises
{
    private const int Usual = 10_000;
    private const int OfOne = 20;
    private const int MostShown = 5;

    private static readonly Scorer Scorer = new(SchemeReader.ReadFile(Path.Combine("registers", "schemes", "reg.json")));

    [Fact]
    public void EachGivesTheSameBytesOrIsRefused()
    {
        var (count, first) = (Asked("PARTYRULES_DISGUISES") ?? Usual, Asked("PARTYRULES_DISGUISES_FROM") ?? 0);
        var wrong = new ConcurrentBag<string>();
        var (read, refused) = (0, 0);
        Parallel.For(first / OfOne, (first + count) / OfOne, number =>
        {
            using var folder = new TemporaryFolder();
            var random = new Random(number);
            var facts = Disguise.Facts(random);
            var expected = Results(folder.Path, () =>
            {
                var (members, entries) = Disguise.Plain(facts);
                File.WriteAllText(folder.File("subjects.csv"), members);
                File.WriteAllText(folder.File("entries.csv"), entries);
                return "plain";
            }, out _);
            for (var i = 0; i < OfOne && wrong.Count < MostShown; i++)
            {
                var disguise = new Disguise(random);
                disguise.Put(facts);
                var results = Results(folder.Path, () => new DisguisedFiles(random, folder.Path).Write(disguise), out var told);
                Interlocked.Increment(ref results is null ? ref refused : ref read);
                if (results != (disguise.IsPoisoned ? null : expected))
                {
                    var what = disguise.IsPoisoned ? "read though it can be read in two ways" : "other";
                    wrong.Add($"{(number * OfOne) + i}: {what}\n{told}\n{Rows(disguise)}{results}");
                }
            }
        });

        wrong.Should().BeEmpty();
        read.Should().BeGreaterThan(count / 2);
        refused.Should().BeGreaterThan(count / 20);
    }

    /// <summary>The results of what is written into a folder; null where it is refused.</summary>
    private static string? Results(string folder, Func<string> write, out string told)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            File.Delete(file);
        told = write();
        try
        {
            using var results = new StringWriter();
            new ScoreRun(Scorer, new ScoreRunOptions { Year = 2026, Threads = 1 }).ScoreTo(folder, results);
            return results.ToString();
        }
        catch (ProblemException exception)
        {
            told += "\n" + exception.Message;
            return null;
        }
    }

    private static string Rows(Disguise disguise) =>
        string.Concat(disguise.Entries.Select(row => string.Join('|', row) + "\n"));

    private static int? Asked(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;
}
