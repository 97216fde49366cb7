using System.Text;
using PartyRules.Diagnostics;
using PartyRules.Schemes;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Schemes;

/// <summary>A lower organisation's scheme extends a higher one's within its limits.</summary>
public sealed class Layers
{
    private const string Added = """{"component": "reward", "item": {"code": "town.volunteer", "name": @T, "effect": "add", "worth": {"each": 1}, "limit": {"per": "year", "points": 3, "cites": @L}, "cites": @L}}""";

    [Fact]
    public void TheAddedItemCountsBesideTheHigherOnes()
    {
        var scheme = SchemeReader.Read(Layer(), "town.json");

        var member = new Scorer(scheme).Score([Subject("m1")], [Entry("town.volunteer", "2026-01-01"), Entry("reward.contribution", "2026-02-01", "2")], 2026).Single();

        (scheme.Id, scheme.Version).Should().Be(("town", "1"));
        member.Total.Should().Be((Points)23, "20 + 2 + 1");
        scheme.ContentHash.Should().NotBe(BuiltInSchemes.Get("fengxian").ContentHash);
    }

    [Fact]
    public void AHigherSchemeThatCannotBeReadIsAProblemOfItsFile()
    {
        var folder = Directory.CreateTempSubdirectory("partyrules");
        var (higher, lower) = (Path.Combine(folder.FullName, "fengxian.json"), Path.Combine(folder.FullName, "town.json"));
        File.WriteAllBytes(lower, Layer());
        using (File.Open(higher, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            var problem = FluentActions.Invoking(() => SchemeReader.ReadFile(lower)).Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle().Subject;

            (problem.Code, problem.Location.File).Should().Be(("scheme.unreadable", higher));
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("\"points\": 3", "\"points\": 6", "scheme.layer-maximum", "$.items[0].item", "at most 5 points")]
    [InlineData("\"component\": \"reward\"", "\"component\": \"task\"", "scheme.layer-component", "$.items[0].component", "Open are: base, reward")]
    [InlineData("\"effect\": \"add\"", "\"effect\": \"deduct\"", "scheme.layer-may-not", "$.items[0].item.effect", "deduct")]
    [InlineData("town.volunteer", "base.study", "scheme.duplicate-id", "$.items[0].item.code", "base.study")]
    [InlineData("\"version\": \"2026.1\"", "\"version\": \"2025.1\"", "scheme.layer-version", "$.extends.version", "2026.1")]
    [InlineData("2026-01-01", "2019-01-01", "scheme.layer-effective", "$.effective", "fengxian")]
    [InlineData("\"scheme\": \"fengxian\"", "\"scheme\": \"haizhou\"", "scheme.layer-closed", "$.extends.scheme", "layers")]
    [InlineData("\"worth\": {\"each\": 1}", "\"worth\": {\"each\": 1, \"value\": true}", "scheme.exactly-one", "$.items[0].item.worth", "Exactly one")]
    [InlineData("\"items\"", "\"itmes\"", "scheme.unknown-key", "$", "Did you mean 'items'?")]
    public void WhatGoesBeyondTheLimitsIsRefusedInItsPlace(string right, string wrong, string code, string path, string says)
    {
        var text = Encoding.UTF8.GetString(Layer());
        text.Should().Contain(right);

        var problems = FluentActions.Invoking(() => SchemeReader.Read(Encoding.UTF8.GetBytes(text.Replace(right, wrong)), "town.json")).Should().Throw<ProblemException>().Which.Problems;

        problems.Should().Contain(problem => problem.Code == code && problem.Location.Path == path && problem.Location.File == "town.json" && problem.Message.English.Contains(says));
    }

    [Theory]
    [InlineData("2019-12-31", "scheme.none-in-force")]
    [InlineData("2020-01-01", null)]
    public void NoSchemeInForceIsAnErrorOfItsOwn(string date, string? code)
    {
        Scheme Act() => SchemeVersions.InForce([BuiltInSchemes.Get("fengxian")], "fengxian", DateOnly.ParseExact(date, "yyyy-MM-dd"));

        if (code is null)
            Act().Id.Should().Be("fengxian");
        else
            FluentActions.Invoking(Act).Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle(problem => problem.Code == code && problem.Message.English.Contains("2020-01-01"));
    }

    private static byte[] Layer() => Encoding.UTF8.GetBytes(Drafts.Expand($$"""
        {
          "extends": {"scheme": "fengxian", "version": "2026.1"},
          "id": "town", "version": "1", "effective": {"from": "2026-01-01"}, "name": @T, "source": @T,
          "items": [{{Added}}]
        }
        """.Replace("@L", """{"clause": "town/volunteers", "text": @T}""")));
}
