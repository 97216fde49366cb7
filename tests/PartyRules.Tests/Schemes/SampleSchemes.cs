using PartyRules.Scoring;
using PartyRules.Tests.Clauses.Pages;

namespace PartyRules.Tests.Schemes;

/// <summary>The invented schemes among the samples carry cases like the built-in ones, and all of them come out as expected.</summary>
public sealed class SampleSchemes
{
    /// <summary>A sample whose components take points from rules in code is scored with them by its own tests.</summary>
    public static TheoryData<string> Ids =>
    [
        .. KnownScheme.All
            .Where(scheme => scheme.SamplePath is not null && !scheme.Used.Contains("Component.rules"))
            .Select(scheme => scheme.Id),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryCaseComesOutAsExpected(string id)
    {
        var sample = KnownScheme.All.Single(scheme => scheme.Id == id);
        var scorer = new Scorer(sample.Read());

        sample.Cases.Should().NotBeEmpty();
        sample.Cases.SelectMany(worked => worked.Run(scorer)).Select(problem => problem.ToString()).Should().BeEmpty();
    }
}
