using System.Text;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Scoring;
using static PartyRules.Tests.Clauses.Layers.LayerFiles;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Layers;

/// <summary>A lower organisation's scheme extends a higher one's within its limits.</summary>
public sealed class SchemesOfLowerOrganisations
{
    private const string Added = """
        {"component": "reward",
          "item": {"code": "town.volunteer", "name": @T, "effect": "add", "worth": {"each": 1},
            "limit": {"per": "year", "points": 3, "cites": @L}, "cites": @L}}
        """;

    [Fact]
    public void TheAddedItemCountsBesideTheHigherOnes()
    {
        var scheme = SchemeReader.Read(Layer(), "town.json");

        var member = new Scorer(scheme)
            .Score([Subject("m1")], [Entry("town.volunteer", "2026-01-01"), Entry("reward.contribution", "2026-02-01", "2")], 2026)
            .Single();

        (scheme.Id, scheme.Version).Should().Be(("town", "1"));
        member.Total.Should().Be((Points)23, "20 + 2 + 1");
        scheme.ContentHash.Should().NotBe(BuiltInSchemes.Get("fengxian").ContentHash);
    }

    [Fact]
    public void AliasesAreAddedToThoseAbove()
    {
        var text = Encoding.UTF8.GetString(Layer()).Replace("\"items\":", """
            "aliases": {"items": {"reward.contribution": ["贡献"], "town.volunteer": ["志愿"]},
              "columns": {"entries": {"item": ["事由"]}}},
            "items":
            """, StringComparison.Ordinal);

        var words = SchemeReader.Read(Encoding.UTF8.GetBytes(text), "town.json").Words;

        new[] { "贡献", "志愿", "重大贡献" }.Select(words.Items.CodeOf)
            .Should().Equal("reward.contribution", "town.volunteer", "reward.contribution");
        words.EntryColumns.CodeOf("事由").Should().Be("item");
    }

    [Fact]
    public void AnAliasThatStandsForSomethingAboveIsRefusedInTheLayersFile()
    {
        var text = Encoding.UTF8.GetString(Layer()).Replace("\"items\":", """
            "aliases": {"items": {"town.volunteer": ["志愿", "重大贡献"]}}, "items":
            """, StringComparison.Ordinal);

        var problem = FluentActions.Invoking(() => SchemeReader.Read(Encoding.UTF8.GetBytes(text), "town.json"))
            .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle().Subject;

        (problem.Code, problem.Location.File, problem.Location.Path)
            .Should().Be(("scheme.alias-name", "town.json", "$.aliases.items.town.volunteer[1]"));
    }

    [Fact]
    public void AHigherSchemeThatCannotBeReadIsAProblemOfItsFile()
    {
        var folder = Directory.CreateTempSubdirectory("partyrules");
        var (higher, lower) = (Path.Combine(folder.FullName, "fengxian.json"), Path.Combine(folder.FullName, "town.json"));
        File.WriteAllBytes(lower, Layer());
        using (File.Open(higher, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            var problem = FluentActions.Invoking(() => SchemeReader.ReadFile(lower))
                .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle().Subject;

            (problem.Code, problem.Location.File).Should().Be(("scheme.unreadable", higher));
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("\"points\": 3", "\"points\": 6", "scheme.layer-maximum", "$.items[0].item", "at most 5 points")]
    [InlineData(
        "\"component\": \"reward\"", "\"component\": \"task\"", "scheme.layer-component", "$.items[0].component", "Open are: base, reward")]
    [InlineData("\"effect\": \"add\"", "\"effect\": \"deduct\"", "scheme.layer-may-not", "$.items[0].item.effect", "deduct")]
    [InlineData("town.volunteer", "base.study", "scheme.duplicate-id", "$.items[0].item.code", "base.study")]
    [InlineData("\"version\": \"2026.1\"", "\"version\": \"2025.1\"", "scheme.layer-version", "$.extends.version", "2026.1")]
    [InlineData(
        "2026-01-01",
        "2019-01-01",
        "scheme.layer-effective",
        "$.effective.from",
        "2019-01-01 lies outside of the dates of 'fengxian', 2020-01-01 to …")]
    [InlineData("\"scheme\": \"fengxian\"", "\"scheme\": \"haizhou\"", "scheme.layer-closed", "$.extends.scheme", "layers")]
    [InlineData(
        "\"worth\": {\"each\": 1}",
        "\"worth\": {\"each\": 1, \"value\": true}",
        "scheme.exactly-one",
        "$.items[0].item.worth",
        "Exactly one")]
    [InlineData("\"items\"", "\"itmes\"", "scheme.unknown-key", "$", "Did you mean 'items'?")]
    public void WhatGoesBeyondTheLimitsIsRefusedInItsPlace(string right, string wrong, string code, string path, string says)
    {
        var text = Encoding.UTF8.GetString(Layer());
        text.Should().Contain(right);

        var problems = FluentActions.Invoking(() => SchemeReader.Read(Encoding.UTF8.GetBytes(text.Replace(right, wrong)), "town.json"))
            .Should().Throw<ProblemException>().Which.Problems;

        problems
            .Should().Contain(problem => problem.Code == code
                && problem.Location.Path == path
                && problem.Location.File == "town.json"
                && problem.Message.English.Contains(says));
    }

    [Fact]
    public void LayersStandThreeDeepAndEachPartKnowsWhereItComesFrom()
    {
        var branch = Read(("county", County), ("town", Town()), ("branch", Branch()));

        branch.Version.Should().Be("3");
        branch.Components[0].Maximum!.Most.Should().Be((Points)25, "30 by the county, 25 by the town");
        branch.Components[0].Limit!.Points.Most.Should().Be((Points)4, "5 by the county, 4 by the branch");
        branch.Components[0].Cites.Clause.Should().Be("town/maximum");
        branch.Ranking!.Cites.Clause.Should().Be("town/ties");
        branch.Origins.Where(origin => origin.Path.StartsWith("$.components", StringComparison.Ordinal))
            .Select(origin => $"{origin.Path} {origin.Scheme} {Path.GetFileName(origin.Location.File)}{origin.Location.Path}")
            .Should().BeEquivalentTo(
            "$.components[0].maximum town town.json$.amounts[0].value",
            "$.components[0].cites town town.json$.amounts[0].cites",
            "$.components[1].items[1] town town.json$.items[0].item",
            "$.components[0].limit.points branch branch.json$.amounts[0].value",
            "$.components[0].limit.cites branch branch.json$.amounts[0].cites");
    }

    [Theory]
    [InlineData("\"value\": 25", "\"value\": 19", "scheme.layer-range", "$.amounts[0].value", "20 to 30")]
    [InlineData("\"value\": 25", "\"value\": 31", "scheme.layer-range", "$.amounts[0].value", "31 is outside")]
    [InlineData("\"value\": 25", "\"value\": 20", null, "", "")]
    [InlineData("\"value\": 25", "\"value\": 30", null, "", "")]
    [InlineData(
        "/components/work/maximum\", \"value\"",
        "/components/work/start\", \"value\"",
        "scheme.layer-locked",
        "$.amounts[0].at",
        "Open are: /components/work/maximum")]
    [InlineData("\"value\": \"dense\"", "\"value\": \"lower\"", "scheme.unknown-word", "$.words[0].value", "dense")]
    [InlineData("\"atLeast\": 4, \"atMost\": 5", "\"atLeast\": 3, \"atMost\": 5", "scheme.layer-wider", "$.layers.amounts[0]", "county")]
    [InlineData("\"maximum\": 2}", "\"maximum\": 4}", "scheme.layer-wider", "$.layers.items[0]", "county")]
    [InlineData("\"scheme\": \"county\"", "\"scheme\": \"branch\"", "scheme.layer-cycle", "$.extends.scheme", "branch → town → branch")]
    [InlineData("\"scheme\": \"county\"", "\"scheme\": \"countie\"", "scheme.unknown", "$.extends.scheme", "countie")]
    public void TheMiddleLayerKeepsWithinTheHighest(string right, string wrong, string? code, string path, string says)
    {
        var town = Town();
        town.Should().Contain(right);

        void Act() => Read(("county", County), ("town", town.Replace(right, wrong)), ("branch", Branch()));

        if (code is null)
            FluentActions.Invoking(Act).Should().NotThrow();
        else
            FluentActions.Invoking(Act).Should().Throw<ProblemException>().Which.Problems.Should()
                .Contain(problem => problem.Code == code
                    && problem.Location.File == "town.json"
                    && problem.Location.Path == path
                    && problem.Location.Line > 0
                    && problem.Message.English.Contains(says));
    }

    [Theory]
    [InlineData("\"value\": 4", "\"value\": 3.9", "scheme.layer-range", "$.amounts[0].value")]
    [InlineData("/components/work/limit/points", "/components/work/maximum", "scheme.layer-locked", "$.amounts[0].at")]
    public void TheLowestLayerKeepsWithinTheMiddle(string right, string wrong, string code, string path) =>
        FluentActions.Invoking(() => Read(("county", County), ("town", Town()), ("branch", Branch().Replace(right, wrong))))
            .Should().Throw<ProblemException>().Which.Problems.Should()
                .Contain(problem => problem.Code == code && problem.Location.File == "branch.json" && problem.Location.Path == path);

    [Theory]
    [InlineData(
        "/components/work/maximum\", \"atLeast\"", "/components/work/most\", \"atLeast\"", "scheme.layer-path", "$.layers.amounts[0].at")]
    [InlineData("\"maximum\": 30,", "\"maximum\": 31,", "scheme.layer-own-range", "$.layers.amounts[0]")]
    [InlineData("\"ties\": \"share\"", "\"ties\": \"lower\"", "scheme.layer-own-range", "$.layers.words[0]")]
    public void WhatIsLeftOpenStandsInTheSchemeItself(string right, string wrong, string code, string path)
    {
        County.Should().Contain(right);
        FluentActions.Invoking(() => SchemeReader.Read(Encoding.UTF8.GetBytes(Drafts.Expand(County.Replace(right, wrong))), "county.json"))
            .Should().Throw<ProblemException>().Which.Problems.Should()
                .Contain(problem => problem.Code == code && problem.Location.Path == path);
    }

    [Theory]
    [InlineData("year", "3")]
    [InlineData("month", "0.25")]
    [InlineData("quarter", "0.75")]
    public void AComponentWithAMonthlyLimitIsOpenToItemsThatKeepToIt(string per, string points)
    {
        var county = County.Replace("\"component\": \"extra\"", "\"component\": \"work\"");
        var town = Town().Replace("\"component\": \"extra\"", "\"component\": \"work\"")
            .Replace("\"per\": \"year\", \"points\": 3", $"\"per\": \"{per}\", \"points\": {points}");
        var scheme = Read(("county", county), ("town", town));

        scheme.Year(Entry("a", "2026-01-05", "4.9"), Entry("town.hours", "2026-01-06")).Total
            .Should().Be((Points)5, "what the town adds is within the county's 5 a month");
        scheme.Year([.. Enumerable.Range(1, 12).Select(month => Entry("town.hours", $"2026-{month:00}-06"))]).Total
            .Should().Be((Points)3, "no more than the county lets it count in a year");
    }

    [Fact]
    public void AMonthlyLimitThatMakesTooMuchInAYearIsToldTheOneThatWorks()
    {
        var county = County.Replace("\"component\": \"extra\"", "\"component\": \"work\"");
        var town = Town().Replace("\"component\": \"extra\"", "\"component\": \"work\"")
            .Replace("\"per\": \"year\", \"points\": 3", "\"per\": \"month\", \"points\": 3");

        FluentActions.Invoking(() => Read(("county", county), ("town", town))).Should().Throw<ProblemException>()
            .Which.Problems.Should().ContainSingle().Which.Message.English
            .Should().Contain("counts at most 3 points in a year. State its limit: 3 per 'year' or less");
    }

    [Theory]
    [InlineData("round", "0.75", null)]
    [InlineData("quarter", "0.75", null)]
    [InlineData("round", "0.76", "scheme.layer-maximum-round")]
    [InlineData("round", "9223372036854", "scheme.layer-maximum-round")]
    [InlineData("month", "0.25", null)]
    [InlineData("month", "0.26", "scheme.layer-maximum-round")]
    public void AnItemAddedToASchemeWithRoundsKeepsTheYearsMostInAllRoundsTogether(string per, string points, string? code)
    {
        var county = County.Replace("\"round\": \"year\"", "\"round\": \"quarter\"");
        var town = Town().Replace("\"per\": \"year\", \"points\": 3", $"\"per\": \"{per}\", \"points\": {points}");

        if (code is null)
            Read(("county", county), ("town", town)).Items.Should().Contain(item => item.Code == "town.hours");
        else
            FluentActions.Invoking(() => Read(("county", county), ("town", town)))
                .Should().Throw<ProblemException>().Which.Problems.Should()
                .ContainSingle(problem => problem.Code == code
                    && problem.Location.Path == "$.items[0].item"
                    && problem.Message.English.Contains("4 rounds make at most 3 points"));
    }

    [Theory]
    [InlineData(
        """{"at": "/components/work/maximum", "value": 25, """,
        """
        {"at": "/components/work/maximum", "value": 26, "cites": {"clause": "town/maximum", "text": @T}},
        {"at": "/components/work/maximum", "value": 25,
        """,
        "$.amounts[1].at")]
    [InlineData(
        """{"at": "/ranking/ties", "value": "dense", """,
        """
        {"at": "/ranking/ties", "value": "share", "cites": {"clause": "town/ties", "text": @T}},
        {"at": "/ranking/ties", "value": "dense",
        """,
        "$.words[1].at")]
    [InlineData(
        """{"component": "extra", "effects": ["add"], "maximum": 2}""",
        """{"component": "extra", "effects": ["add"], "maximum": 2}, {"component": "extra", "effects": ["add"], "maximum": 1}""",
        "$.layers.items[1].component")]
    [InlineData(
        """{"at": "/components/work/limit/points", "atLeast": 4, "atMost": 5}""",
        """
        {"at": "/components/work/limit/points", "atLeast": 4, "atMost": 5},
        {"at": "/components/work/limit/points", "atLeast": 5, "atMost": 5}
        """,
        "$.layers.amounts[1].at")]
    public void NothingIsSetOrLeftOpenTwice(string once, string twice, string path)
    {
        Town().Should().Contain(once);
        FluentActions.Invoking(() => Read(("county", County), ("town", Town().Replace(once, twice))))
            .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle(
                problem => problem.Code == "scheme.layer-twice" && problem.Location.File == "town.json" && problem.Location.Path == path);
    }

    [Theory]
    [InlineData("/notice/objectionDays", "5", "5", null)]
    [InlineData("/notice/objectionDays", "5", "5.5", "scheme.set-kind")]
    [InlineData("/notice/names", "5", "5", "scheme.layer-path")]
    public void WhatIsSetIsOfTheKindOfItsPlace(string at, string least, string value, string? code)
    {
        var county = County.Replace("\"layers\": {", """
            "notice": {"names": "full", "objectionDays": 5, "objections": @T, "cites": {"clause": "county/notice", "text": @T}}, "layers": {
            """).Replace("\"amounts\": [", $$""" "amounts": [{"at": "{{at}}", "atLeast": {{least}}, "atMost": 10}, """);
        var town = Town().Replace("\"amounts\": [{\"at\": \"/components/work/maximum\", \"value\"", $$"""
            "amounts": [{"at": "{{at}}", "value": {{value}}, "cites": {"clause": "town/notice", "text": @T} },
              {"at": "/components/work/maximum", "value"
            """);

        void Act() => Read(("county", county), ("town", town));

        if (code is null)
            FluentActions.Invoking(Act).Should().NotThrow();
        else
            FluentActions.Invoking(Act).Should().Throw<ProblemException>().Which.Problems.Should()
                .ContainSingle(problem => problem.Code == code
                    && problem.Location.File == "town.json"
                    && problem.Location.Path!.StartsWith("$.amounts[0]"));
    }

    private const string County = """
        {
          "id": "county", "version": "1", "effective": {"from": "2020-01-01"}, "name": @T, "source": @T, "subjects": {"kind": "member"},
          "round": "year",
          "components": [{"id": "work", "name": @T, "start": 0, "minimum": 0, "maximum": 30,
            "limit": {"per": "month", "points": 5, "cites": {"clause": "county/limit", "text": @T}},
            "items": [{"code": "a", "name": @T, "effect": "add", "worth": {"value": true}}],
              "cites": {"clause": "county/work", "text": @T}},
            {"id": "extra", "name": @T, "start": 0, "minimum": 0, "maximum": 9,
              "items": [{"code": "b", "name": @T, "effect": "add", "worth": {"value": true}}],
              "cites": {"clause": "county/extra", "text": @T}}],
          "ranking": {"pool": "all", "tieBreaks": [], "ties": "share", "cites": {"clause": "county/rank", "text": @T}},
          "layers": {
            "items": [{"component": "extra", "effects": ["add"], "maximum": 3}],
            "amounts": [{"at": "/components/work/maximum", "atLeast": 20, "atMost": 30},
              {"at": "/components/work/limit/points", "atLeast": 4, "atMost": 6}],
            "words": [{"at": "/ranking/ties", "oneOf": ["share", "dense"]}],
            "cites": {"clause": "county/layers", "text": @T}}
        }
        """;

    private static string Town() => """
        {
          "extends": {"scheme": "county", "version": "1"}, "id": "town", "version": "2", "effective": {"from": "2021-01-01"}, "name": @T,
          "source": @T,
          "amounts": [{"at": "/components/work/maximum", "value": 25, "cites": {"clause": "town/maximum", "text": @T}}],
          "words": [{"at": "/ranking/ties", "value": "dense", "cites": {"clause": "town/ties", "text": @T}}],
          "items": [{"component": "extra",
            "item": {"code": "town.hours", "name": @T, "effect": "add", "worth": {"each": 1},
              "limit": {"per": "year", "points": 3, "cites": {"clause": "town/hours", "text": @T}},
              "cites": {"clause": "town/hours", "text": @T}}}],
          "layers": {
            "items": [{"component": "extra", "effects": ["add"], "maximum": 2}],
            "amounts": [{"at": "/components/work/limit/points", "atLeast": 4, "atMost": 5}],
            "cites": {"clause": "town/layers", "text": @T}}
        }
        """;

    private static string Branch() => """
        {
          "extends": {"scheme": "town", "version": "2"}, "id": "branch", "version": "3", "effective": {"from": "2022-01-01"}, "name": @T,
          "source": @T,
          "amounts": [{"at": "/components/work/limit/points", "value": 4, "cites": {"clause": "branch/limit", "text": @T}}]
        }
        """;

    private static byte[] Layer() => Encoding.UTF8.GetBytes(Drafts.Expand($$"""
        {
          "extends": {"scheme": "fengxian", "version": "2026.1"},
          "id": "town", "version": "1", "effective": {"from": "2026-01-01"}, "name": @T, "source": @T,
          "items": [{{Added}}]
        }
        """.Replace("@L", """{"clause": "town/volunteers", "text": @T}""")));
}
