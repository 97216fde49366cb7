using PartyRules.Cases;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Schemes;

/// <summary>Figures in schemes and cases, in the ways in which programs and people write them.</summary>
public sealed class FiguresAsPeopleWriteThem
{
    [Theory]
    [InlineData("1e-06", "0.000001")]
    [InlineData("1E2", "100")]
    [InlineData("2.5e0", "2.5")]
    public void ANumberOfASchemeMayHaveAnExponent(string each, string total) =>
        Scheme($$""" "components": [{{Component($$""" "items": [{{Item("a", $$"""{"each": {{each}} }""")}}]""")}}]""")
            .Year(Entry("a", "2026-01-01")).Total.Should().Be(Points.Parse(total));

    [Theory]
    [InlineData("-1", 0)]
    [InlineData("2 - 3", 0)]
    [InlineData("3 * -1 + 2", 0)]
    [InlineData("-(3 - 2)", 0)]
    [InlineData("1", 1)]
    [InlineData("--", null)]
    public void AFigureOfACaseMayBeBelowZero(string figure, int? differences)
    {
        var scheme = Scheme($$"""
            "components": [{"id": "c", "name": @T, "start": 0, "minimum": null, "maximum": null, "cites": @C,
              "items": [{{Item("a", """{"each": 1}""", effect: "deduct")}}]}]
            """);
        var file = System.Text.Encoding.UTF8.GetBytes(Expand($$"""
            {"scheme": "t", "cases": [{"name": @T, "year": 2026, "subjects": [{"id": "m1"}],
              "entries": [{"item": "a", "date": "2026-01-01"}], "expected": [{"subject": "m1", "total": "{{figure}}"}]}]}
            """));

        if (differences is null)
        {
            FluentActions.Invoking(() => SchemeCases.Read(file, "cases.json", scheme))
                .Should().Throw<PartyRules.Diagnostics.ProblemException>()
                .Which.Problems.Should().ContainSingle(problem => problem.Code == "case.figure");
            return;
        }

        SchemeCases.Read(file, "cases.json", scheme).Single().Run(new Scorer(scheme)).Should().HaveCount(differences.Value);
    }
}
