using PartyRules.Cases;
using PartyRules.Schemes;

namespace PartyRules.Tests.Schemes;

/// <summary>Every built-in scheme carries cases, and all of them come out as expected.</summary>
public sealed class WorkedCases
{
    public static TheoryData<string> Ids => [.. BuiltInSchemes.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryCaseComesOutAsExpected(string id)
    {
        var cases = SchemeCases.OfBuiltIn(id);
        var scorer = new Scorer(BuiltInSchemes.Get(id));

        cases.Should().NotBeEmpty();
        cases.SelectMany(worked => worked.Run(scorer)).Select(problem => problem.ToString()).Should().BeEmpty();
    }
}
