using PartyRules.Results;
using PartyRules.RuleSets;
using static PartyRules.Tests.Drafts;

namespace PartyRules.Tests.RuleSets;

/// <summary>The rules that rank a pool, run by themselves.</summary>
public sealed class RedFlagRotationAlone
{
    [Theory]
    [InlineData("share", "1 2 2 4")]
    [InlineData("dense", "1 2 2 3")]
    public void TheTotalsOfAPoolArePlaced(string ties, string ranks)
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"))}}], "ranking": {"pool": "all", "tieBreaks": [], "ties": "{{ties}}", "cites": @C}
            """);
        var totals = new[] { 7, 8, 9, 8 }.Select((points, i) =>
        {
            var dossier = new Dossier(new Subject { Id = $"b{i}", Kind = "member" }, Period.OfYear(2026), []);
            return new Total(scheme, dossier, [new ComponentScore(scheme.Components[0], points, dossier)]);
        });

        var placings = RedFlagRules.For(scheme).Evaluate(totals).Facts<Placing>();

        string.Join(' ', placings.Select(placing => placing.Rank).Order()).Should().Be(ranks);
        placings.Single(placing => placing.Rank == 1).Total.Dossier.Subject.Id.Should().Be("b2");
        placings.Single(placing => placing.IsLast).Total.Dossier.Subject.Id.Should().Be("b0");
        placings.Should().OnlyContain(placing => placing.PoolSize == 4);
    }

    [Fact]
    public void ASchemeThatRanksNobodyHasNoSuchRules() => FluentActions
        .Invoking(() => RedFlagRules.For(Scheme($$""" "components": [{{Component(Only("a"))}}] """))).Should().Throw<ArgumentException>();
}
