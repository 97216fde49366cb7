using PartyRules.Results;
using PartyRules.RuleSets;
using PartyRules.Schemes;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.RuleSets;

/// <summary>The rules that give grades, run by themselves.</summary>
public sealed class MemberGradingAlone
{
    private const string Bands = """
        "rounding": {"mode": "none"}, "cites": @C,
        "bands": [{"id": "excellent", "name": @T, "from": 90}, {"id": "good", "name": @T, "from": 80},
          {"id": "fair", "name": @T, "from": 60}, {"id": "poor", "name": @T}]
        """;

    [Theory]
    [InlineData("90", "excellent")]
    [InlineData("89.999999", "good")]
    [InlineData("80", "good")]
    [InlineData("79.999999", "fair")]
    [InlineData("60", "fair")]
    [InlineData("59.999999", "poor")]
    public void ATotalFallsInItsBand(string total, string grade) => Graded(total).Grade.Id.Should().Be(grade);

    [Fact]
    public void AVetoGivesItsGradeWhateverTheTotal()
    {
        var graded = Graded("95", Entry("veto", "2026-03-01"));

        graded.Grade.Id.Should().Be("poor");
        graded.Forced!.Id.Should().Be("vetoed");
    }

    [Fact]
    public void ASchemeWithoutGradesHasNoSuchRules() => FluentActions
        .Invoking(() => GradingRules.For(Scheme($$""" "components": [{{Component(Only("a"))}}] """))).Should().Throw<ArgumentException>();

    [Fact]
    public void ATotalNeedsAScoreForEachComponent()
    {
        var (scheme, dossier) = (WithVeto(), Dossier());

        FluentActions.Invoking(() => new Total(scheme, dossier, [])).Should().Throw<ArgumentException>();
    }

    private static GradeDecision Graded(string points, params Entry[] entries)
    {
        var scheme = WithVeto();
        var total = new Total(scheme, Dossier(entries), [new ComponentScore(scheme.Components[0], Points.Parse(points), Dossier(entries))]);
        return GradingRules.For(scheme).Evaluate([total]).Facts<GradeDecision>().Single();
    }

    private static Dossier Dossier(params Entry[] entries) => new(new Subject { Id = "m1", Kind = "member" }, Period.OfYear(2026), entries);

    private static Scheme WithVeto() => Scheme($$"""
        "components": [{{Component(Only("a"))}}], "records": [{"code": "veto", "name": @T}],
        "grades": {{{Bands}},
          "forced": [{"id": "vetoed", "grade": "poor", "as": "exactly", "when": {"entries": {"of": "veto", "count": {"atLeast": 1} } },
          "finding": {"code": "vetoed", "name": @T}, "cites": @C}]}
        """);
}
