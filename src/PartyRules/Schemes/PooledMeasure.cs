using System.Text.Json.Serialization;
using PartyRules.Arithmetic;
using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>What is taken of a measure of the subjects of a pool.</summary>
internal enum TakeOfPool
{
    /// <summary>How many subjects have a number.</summary>
    [JsonStringEnumMemberName("count")]
    Count = Take.Count,

    /// <summary>What their numbers add up to.</summary>
    [JsonStringEnumMemberName("sum")]
    Sum = Take.Sum,

    /// <summary>The mean of their numbers.</summary>
    [JsonStringEnumMemberName("average")]
    Average = Take.Average,

    /// <summary>The lowest number.</summary>
    [JsonStringEnumMemberName("lowest")]
    Lowest = Take.Lowest,

    /// <summary>The highest number.</summary>
    [JsonStringEnumMemberName("highest")]
    Highest = Take.Highest,

    /// <summary>The rank of the subject's own number.</summary>
    [JsonStringEnumMemberName("rank")]
    Rank = 100,
}

/// <summary>A measure that compares each subject with its pool by another measure, before any points are known.</summary>
/// <param name="Id">The identifier of the measure.</param>
/// <param name="Of">The measure by which subjects are compared.</param>
/// <param name="Within">Who is compared with whom.</param>
/// <param name="Among">Who is compared; null for everybody.</param>
/// <param name="Take">What is taken of the pool.</param>
/// <param name="Ties">What happens to equals in a rank.</param>
/// <param name="LowestFirst">Whether the lower number ranks better.</param>
internal sealed record PooledMeasure(
    string Id, Measure Of, PoolKind Within, Condition? Among, TakeOfPool Take, TieKind Ties, bool LowestFirst)
{
    /// <summary>What each subject of a pool is given, in the order of their numbers, all of which are known.</summary>
    public IReadOnlyList<Exact> Given(IReadOnlyList<Exact> numbers) => Take switch
    {
        TakeOfPool.Rank => Ranks(numbers),
        TakeOfPool.Count => [.. numbers.Select(_ => new Exact(numbers.Count, 1))],
        _ => TakenTogether.Of((Take)Take, numbers) is { } taken ? [.. numbers.Select(_ => taken)] : [],
    };

    private Exact[] Ranks(IReadOnlyList<Exact> numbers)
    {
        var ranks = new Exact[numbers.Count];
        int[] order = [.. Enumerable.Range(0, numbers.Count).OrderBy(i => i, Comparer<int>.Create((left, right) => Compare(left, right)))];
        for (var (first, group) = (0, 1); first < order.Length; group++)
        {
            var next = first + 1;
            while (next < order.Length && Compare(order[first], order[next]) == 0)
                next++;
            var rank = Ties.RankOf(first, next, group);
            for (; first < next; first++)
                ranks[order[first]] = new Exact(rank, 1);
        }

        return ranks;

        int Compare(int left, int right)
        {
            return LowestFirst ? numbers[left].CompareTo(numbers[right]) : numbers[right].CompareTo(numbers[left]);
        }
    }
}
