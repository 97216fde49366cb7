using System.Diagnostics;
using System.Globalization;

namespace PartyRules.Benchmarks;

/// <summary>
/// The least time of each contender of <see cref="MemberScoring"/> and <see cref="Provenance"/> for one member: short rounds, all
/// contenders in turns in one process, so that whatever else a machine does, and however its speed changes, meets all of them alike.
/// </summary>
/// <remarks>
/// Each figure is the time that one percent of the rounds stay below. What is allocated is counted exactly, over whole rounds.
/// </remarks>
internal static class Least
{
    /// <summary>Runs the contenders whose names contain a word, beside the loop by hand, and prints a row for each.</summary>
    /// <param name="word">The word; empty for all.</param>
    /// <param name="rounds">How many rounds of 1,000 members each contender takes part in.</param>
    public static int Run(string word, int rounds)
    {
        var contenders = Contenders().Where(contender =>
            contender.Name == nameof(MemberScoring.HandWritten)
                || contender.Name.Contains(word, StringComparison.OrdinalIgnoreCase)).ToList();
        var times = contenders.ConvertAll(_ => new long[rounds]);
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                var start = Stopwatch.GetTimestamp();
                contenders[i].Work();
                times[i][round] = Stopwatch.GetTimestamp() - start;
            }
        }

        var least = times.ConvertAll(all => Nanoseconds(all.Order().ElementAt(rounds / 100)));
        Console.WriteLine("| contender | least for a member | ratio | allocated |\n| --- | ---: | ---: | ---: |");
        for (var i = 0; i < contenders.Count; i++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contenders[i].Name} | {least[i]:N0} ns | {least[i] / least[0]:0.0} | {Allocated(contenders[i].Work):N0} B |"));
        }

        return 0;
    }

    private static IEnumerable<(string Name, Func<int> Work)> Contenders()
    {
        var (scoring, provenance) = (new MemberScoring(), new Provenance());
        scoring.Setup();
        provenance.Setup();
        yield return (nameof(scoring.HandWritten), scoring.HandWritten);
        yield return (nameof(scoring.FluentRules), scoring.FluentRules);
        yield return (nameof(scoring.PartyRules), scoring.PartyRules);
        yield return (nameof(scoring.PartyRulesChecking), scoring.PartyRulesChecking);
        yield return (nameof(provenance.FluentRulesOn), provenance.FluentRulesOn);
        yield return (nameof(provenance.SchemeOn), provenance.SchemeOn);
    }

    private static double Nanoseconds(long ticks) => ticks * 1e9 / Stopwatch.Frequency / MemberScoring.Members;

    private static double Allocated(Func<int> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)MemberScoring.Members;
    }
}
