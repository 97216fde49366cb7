using System.Diagnostics;
using System.Globalization;

namespace PartyRules.Benchmarks;

/// <summary>
/// How time grows with the size of what is given: each situation at one size, twice and four times it. What is in proportion to the size
/// takes twice as long each time, n log n a little more, and what grows with the square four times as long.
/// </summary>
/// <remarks>
/// A ratio within one run says this on any machine, however fast. Each figure is the least of several runs, because whatever else a machine
/// does only adds to it; sizes are large enough that what happens once for each run does not count.
/// </remarks>
internal static class Growth
{
    private const int Runs = 5;

    /// <summary>Runs the situations whose names contain a word, and prints a row for each.</summary>
    /// <param name="word">The word; empty for all.</param>
    public static int Run(string word)
    {
        Console.WriteLine("| situation | n | seconds for n | 2n / n | 4n / 2n |\n| --- | ---: | ---: | ---: | ---: |");
        foreach (var situation in GrowthOfSchemes.All.Concat(GrowthOfFacts.All).Concat(GrowthOfTables.All))
        {
            if (!situation.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
                continue;
            var (one, two, four) = (Least(situation, 1), Least(situation, 2), Least(situation, 4));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {situation.Name} | {situation.Size:N0} | {one:0.0000} | {two / one:0.0} | {four / two:0.0} |"));
        }

        return 0;
    }

    /// <summary>The least time of several runs of one size, without that in which the machine code is made.</summary>
    private static double Least(Situation situation, int times)
    {
        var work = situation.Prepare(situation.Size * times);
        work();
        var least = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            GC.Collect();
            var watch = Stopwatch.StartNew();
            work();
            least = Math.Min(least, watch.Elapsed.TotalSeconds);
        }

        return least;
    }
}

/// <summary>Something of which there may be more or less.</summary>
/// <param name="Name">What there is n of.</param>
/// <param name="Size">The least n.</param>
/// <param name="Prepare">Makes what is given for a size, and gives what is to be timed.</param>
internal sealed record Situation(string Name, int Size, Func<int, Action> Prepare);
