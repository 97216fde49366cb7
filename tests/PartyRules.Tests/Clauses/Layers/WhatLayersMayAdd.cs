using PartyRules.Diagnostics;
using PartyRules.Scoring;
using static PartyRules.Tests.Clauses.Layers.LayerFiles;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Layers;

/// <summary>
/// A county says how many items its townships add and how much an entry of one is worth, and leaves a component, quotas and pools to them.
/// </summary>
public sealed class WhatLayersMayAdd
{
    [Fact]
    public void AComponentWithoutItemsHasItsStartUntilALayerFillsIt()
    {
        var county = Read(("county", County()));
        var town = Read(("county", County()), ("town", Town(Item("town.a"))));
        var bare = Read(("county", County()), ("town", Town()));

        county.Year().Total.Should().Be((Points)2, "the start");
        town.Year(Entry("town.a", "2026-01-01")).Total.Should().Be((Points)3, "2 + 1");
        bare.Year().Total.Should().Be((Points)2, "the town need not fill it");
    }

    [Fact]
    public void AComponentWithoutItemsThatNobodyMayFillIsRefused() =>
        Problems(("county", County().Replace("\"component\": \"own\"", "\"component\": \"care\""))).Should()
            .ContainSingle(problem => problem.Code == "scheme.empty-list" && problem.Location.Path == "$.components[1].items");

    [Fact]
    public void OneThatIsRequiredIsMissingForItemsAndNotForEntries()
    {
        var county = Required(County());

        Read(("county", county)).Year().Findings.Should().ContainSingle(
            finding => finding.Code == "component.missing:own" && finding.Name.English.StartsWith("This scheme has no items"));
        Read(("county", county), ("town", Town(Item("town.a")))).Year().Findings.Should().ContainSingle(
            finding => finding.Code == "component.missing:own" && finding.Name.English.StartsWith("Nothing is recorded"));
        Read(("county", county), ("town", Town(Item("town.a")))).Year(Entry("town.a", "2026-01-01")).Findings.Should().BeEmpty();
    }

    [Fact]
    public void OneThatIsRequiredHasToBeFilledByTheLowestLayer()
    {
        var county = Required(County());
        const string Open = """{"component": "own", "effects": ["add"], "maximum": 6, "each": 2, "atMost": 2}""";

        Problems(("county", county), ("town", Town())).Should().ContainSingle(problem =>
            problem.Code == "scheme.component-unfilled"
                && problem.Message.English.Contains("'own' requires an entry, and 'town' has no item"));
        FluentActions.Invoking(() => Read(("county", county), ("town", Town().Replace("\"items\": []", Layers(Open))))).Should()
            .NotThrow("those below may fill it");
    }

    [Theory]
    [InlineData(2, 2, null)]
    [InlineData(3, 2, "scheme.layer-too-many")]
    [InlineData(3, null, null)]
    public void SoManyItemsAreAdded(int added, int? most, string? code)
    {
        var county = County().Replace(", \"atMost\": 2", most is null ? "" : $", \"atMost\": {most}");
        var town = Town([.. Enumerable.Range(1, added).Select(i => Item($"town.{i}"))]);

        Problems(("county", county), ("town", town)).Select(problem => $"{problem.Code} {problem.Location.Path}").Should()
            .Equal(code is null ? [] : [$"{code} $.items[2].component"]);
    }

    [Theory]
    [InlineData(1, 1, null)]
    [InlineData(1, 2, "scheme.layer-wider-number")]
    [InlineData(1, null, "scheme.layer-wider-number")]
    [InlineData(0, 2, null)]
    [InlineData(2, 1, "scheme.layer-wider-number")]
    public void WhatALayerAddsAndLeavesOpenIsTogetherWhatItMay(int added, int? most, string? code)
    {
        var atMost = most is null ? "" : $", \"atMost\": {most}";
        var layers = Layers($$"""{"component": "own", "effects": ["add"], "maximum": 6, "each": 2{{atMost}}}""");
        var town = Town([.. Enumerable.Range(1, added).Select(i => Item($"town.{i}"))])
            .Replace("\"items\": [", $"{layers}, \"items\": [");

        Problems(("county", County()), ("town", town)).Select(problem => $"{problem.Code} {problem.Location.Path}").Should()
            .Equal(code is null ? [] : [$"{code} $.layers.items[0]"]);
    }

    [Theory]
    [InlineData("\"each\": 2, ", "")]
    [InlineData("\"each\": 2", "\"each\": 3")]
    public void ALayerLeavesNoMoreWorthOpen(string given, string left)
    {
        const string Open = """{"component": "own", "effects": ["add"], "maximum": 6, "each": 2, "atMost": 2}""";
        var town = Town().Replace("\"items\": []", Layers(Open.Replace(given, left)));

        Problems(("county", County()), ("town", town)).Should()
            .ContainSingle(problem => problem.Code == "scheme.layer-wider" && problem.Location.Path == "$.layers.items[0]");
    }

    [Theory]
    [InlineData("""{"each": 2}""", 6, null)]
    [InlineData("""{"each": 2.1}""", 6, "scheme.layer-each")]
    [InlineData("""{"each": 2.1}""", 2, null)]
    [InlineData("""{"value": true}""", 2, null)]
    [InlineData("""{"value": true}""", 2.1, "scheme.layer-each-open")]
    [InlineData("""{"levels": {"county": 2, "town": 1}}""", 6, null)]
    [InlineData("""{"levels": {"county": 2, "town": 2.5}}""", 6, "scheme.layer-each")]
    [InlineData("""{"levels": {"county": 1, "town": 2}, "levelFactors": {"county": 2, "town": 1}}""", 6, null)]
    [InlineData("""{"levels": {"county": 1, "town": 2}, "levelFactors": {"county": 2, "town": 1.5}}""", 6, "scheme.layer-each")]
    [InlineData("""{"each": 1, "levelFactors": {"county": 2, "town": 1}}""", 6, null)]
    [InlineData("""{"value": true, "levelFactors": {"county": 2, "town": 1}}""", 6, "scheme.layer-each-open")]
    [InlineData("""{"perUnit": {"points": 0.1, "unit": 1, "part": "share"}}""", 6, "scheme.layer-each-open")]
    [InlineData("""{"perUnit": {"points": 0.1, "unit": 1, "part": "share"}}""", 2, null)]
    [InlineData("""{"bands": {"kind": "steps", "of": [{"from": 1, "points": 2}, {"above": 5, "points": 1}]}}""", 6, null)]
    [InlineData("""{"bands": {"kind": "steps", "of": [{"from": 1, "points": 1}, {"above": 5, "points": 2.5}]}}""", 6, "scheme.layer-each")]
    [InlineData("""{"bands": {"kind": "marginal", "of": [{"from": 1, "points": 0.5}, {"from": 5, "points": 0}]}}""", 6, null)]
    [InlineData(
        """{"bands": {"kind": "marginal", "of": [{"from": 0, "points": 0.5}, {"from": 5, "points": 0}]}}""", 6, "scheme.layer-each")]
    [InlineData("""{"bands": {"kind": "marginal", "of": [{"from": 1, "points": 0.5}]}}""", 6, "scheme.layer-each-open")]
    [InlineData("""{"each": 1.6, "rounding": {"mode": "half-up", "places": 0}}""", 6, null)]
    [InlineData("""{"each": 1.6, "levelFactors": {"county": 1.1, "town": 1}, "rounding": {"mode": "up", "places": 0}}""", 6, null)]
    [InlineData("""{"each": 1.9, "levelFactors": {"county": 1.1, "town": 1}, "rounding": {"mode": "down", "places": 0}}""", 6, null)]
    [InlineData("""{"each": 1.9, "levelFactors": {"county": 1.1, "town": 1}}""", 6, "scheme.layer-each")]
    public void AnEntryIsWorthNoMoreThanLeftOpen(string worth, double limit, string? code)
    {
        var points = limit.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var town = Town(Item("town.a").Replace("""{"each": 1}""", worth).Replace("\"points\": 3", $"\"points\": {points}"));

        Problems(("county", County()), ("town", town)).Select(problem => $"{problem.Code} {problem.Location.Path}").Should()
            .Equal(code is null ? [] : [$"{code} $.items[0].item.worth"]);
    }

    [Fact]
    public void RankingsAreAddedWhereTheyMayBe()
    {
        const string Own = """
            "rankings": [{"id": "own", "name": @T, "pool": "all", "by": "own", "tieBreaks": [], "ties": "share",
              "cites": {"clause": "town/own", "text": @T}}], "items": [
            """;
        var town = Town(Item("town.a")).Replace("\"items\": [", Own);

        Read(("county", County()), ("town", town)).Rankings.Should().ContainSingle(ranking => ranking.Id == "own");
        Problems(("county", County().Replace("\"rankings\": true, ", "")), ("town", town)).Should().ContainSingle(
            problem => problem.Code == "scheme.layer-may-not" && problem.Location.Path == "$.rankings");
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(4, "scheme.layer-range")]
    public void AQuotaWithinSeveralConditionsIsSet(int number, string? code)
    {
        var town = Town().Replace("\"items\": []", $$"""
            "amounts": [{"at": "/outcomes/flag/when/all/top/number", "value": {{number}}, "cites": {"clause": "town/flag", "text": @T} }]
            """);
        var files = new[] { ("county", County()), ("town", town) };

        Problems(files).Select(problem => problem.Code).Should().Equal(code is null ? [] : [code]);
        if (code is not null)
            return;
        new Scorer(Read(files)).Score([.. Enumerable.Range(1, 4).Select(i => Subject($"m{i}"))], [.. Enumerable.Range(1, 4).SelectMany(i =>
                Enumerable.Range(1, i).Select(n => Entry("a", $"2026-01-0{n}", subject: $"m{i}")))], 2026)
            .SelectMany(member => member.Awards).Count(outcome => outcome.Code == "flag").Should().Be(number);
    }

    private static IReadOnlyList<Problem> Problems(params (string Id, string Text)[] files)
    {
        try
        {
            _ = Read(files);
            return [];
        }
        catch (ProblemException exception)
        {
            return exception.Problems;
        }
    }

    private static string Required(string county) =>
        county.Replace("\"id\": \"own\", \"name\": @T,", "\"id\": \"own\", \"name\": @T, \"required\": true,");

    private static string Layers(string items) =>
        $$"""
        "layers": {"items": [{{items}}], "cites": {"clause": "town/layers", "text": @T} }
        """.Trim();

    private static string County() => """
        {
          "id": "county", "version": "1", "effective": {"from": "2020-01-01"}, "name": @T, "source": @T, "subjects": {"kind": "member"},
          "round": "year", "rounding": {"mode": "half-up", "places": 2},
          "levels": {"county": @T, "town": @T},
          "components": [{"id": "care", "name": @T, "start": 0, "minimum": 0, "maximum": 30,
            "items": [{"code": "a", "name": @T, "effect": "add", "worth": {"each": 1}}], "cites": {"clause": "county/care", "text": @T}},
            {"id": "own", "name": @T, "start": 2, "minimum": 0, "maximum": 9, "items": [], "cites": {"clause": "county/own", "text": @T}}],
          "ranking": {"pool": "all", "tieBreaks": [], "ties": "share", "cites": {"clause": "county/rank", "text": @T}},
          "outcomes": [{"code": "flag", "kind": "award", "name": @T, "on": "round",
            "when": {"all": [{"top": {"number": 2, "overflow": "in"}}, {"total": {"atLeast": 0}}]},
            "cites": {"clause": "county/flag", "text": @T}}],
          "layers": {
            "items": [{"component": "own", "effects": ["add"], "maximum": 6, "each": 2, "atMost": 2}],
            "rankings": true, "amounts": [{"at": "/outcomes/flag/when/all/top/number", "atLeast": 1, "atMost": 3}],
            "cites": {"clause": "county/layers", "text": @T}}
        }
        """;

    private static string Town(params string[] items) => $$"""
        {
          "extends": {"scheme": "county", "version": "1"}, "id": "town", "version": "1", "effective": {"from": "2021-01-01"}, "name": @T,
          "source": @T,
          "items": [{{string.Join(", ", items)}}]
        }
        """;

    private static string Item(string code) => """
        {"component": "own",
          "item": {"code": "@C", "name": @T, "effect": "add", "worth": {"each": 1},
            "limit": {"per": "year", "points": 3, "cites": {"clause": "town/own", "text": @T}},
            "cites": {"clause": "town/own", "text": @T}}}
        """.Replace("@C", code);
}
