using System.Globalization;
using FsCheck.Xunit;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>
/// A property over random cases: the same ones in every run, so that nobody meets a failure that is not theirs. With PARTYRULES_CASES=20 in
/// the environment it tries twenty times as many, other ones each time; that is how new disagreements are looked for.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RandomCasesAttribute : PropertyAttribute
{
    public RandomCasesAttribute(int count)
    {
        Count = count;
        var isSearch = int.TryParse(
            Environment.GetEnvironmentVariable("PARTYRULES_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var times);
        MaxTest = isSearch ? count * times : count;
        if (!isSearch)
            Replay = "2026,1";
    }

    public int Count { get; }
}
