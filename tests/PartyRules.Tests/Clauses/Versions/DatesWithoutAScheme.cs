using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;

namespace PartyRules.Tests.Clauses.Versions;

/// <summary>Dates on which no version, or more than one, is in force.</summary>
public sealed class DatesWithoutAScheme
{
    [Theory]
    [InlineData("2019-12-31", "scheme.none-in-force")]
    [InlineData("2020-01-01", null)]
    public void NoSchemeInForceIsAnErrorOfItsOwn(string date, string? code)
    {
        Scheme Act() => SchemeVersions.InForce([BuiltInSchemes.Get("fengxian")], "fengxian", DateOnly.ParseExact(date, "yyyy-MM-dd"));

        if (code is null)
            Act().Id.Should().Be("fengxian");
        else
            FluentActions.Invoking(Act)
                .Should().Throw<ProblemException>().Which.Problems.Should()
                .ContainSingle(problem => problem.Code == code && problem.Message.English.Contains("2020-01-01"));
    }
}
