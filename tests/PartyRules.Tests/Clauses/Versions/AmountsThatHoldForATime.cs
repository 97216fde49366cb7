using System.Text;
using System.Text.Json.Nodes;
using PartyRules.Diagnostics;
using PartyRules.Explanations;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Versions;

/// <summary>Amounts that hold from or until a day within the time of one version.</summary>
public sealed class AmountsThatHoldForATime
{
    private const string Cites = """{"clause": "t/change", "text": {"zh-Hans": "改了", "en": "Changed"} }""";
    private static readonly Subject[] Members = [new() { Id = "m1", Kind = "member" }];

    [Theory]
    [InlineData("2026-06-30", 2)]
    [InlineData("2026-07-01", 3)]
    [InlineData("2026-09-30", 3)]
    [InlineData("2026-10-01", 2)]
    public void AnEntryIsWorthWhatHoldsOnItsDay(string date, int points) =>
        Year([Entry("a", date)], Amount("/components/c/items/a/worth/each", 3, "2026-07-01", "2026-09-30")).Total
            .Should().Be((Points)points);

    [Theory]
    [InlineData("2026-06-30", 4)]
    [InlineData("2026-07-01", 5)]
    public void AMonthsLimitIsWhatHoldsOnItsLastDay(string date, int points) =>
        Year(Thrice(date), Amount("/components/c/limit/points", 5, "2026-07-01")).Total
            .Should().Be((Points)points, "3 * 2 = 6, at most 4, and 5 from July");

    [Theory]
    [InlineData("2026-06-30", 3)]
    [InlineData("2026-07-01", 6)]
    public void TheLimitOfAnItemHoldsUntilADay(string date, int points) =>
        Year(
            [.. Enumerable.Range(0, 3).Select(i => Entry("b", date, reference: $"r{i}"))],
            Amount("/components/d/items/b/limit/points", 3, null, "2026-06-30")).Total
            .Should().Be((Points)points);

    [Theory]
    [InlineData("/components/c/start", 10, 2025, 4)]
    [InlineData("/components/c/start", 10, 2026, 14)]
    [InlineData("/components/c/maximum", 3, 2025, 4)]
    [InlineData("/components/c/maximum", 3, 2026, 3)]
    [InlineData("/components/c/minimum", -1, 2026, 4)]
    [InlineData("/total/maximum", 2, 2025, 4)]
    [InlineData("/total/maximum", 2, 2026, 2)]
    public void BoundsAndTheStartAreThoseOfTheYearsLastDay(string at, int value, int year, int points) =>
        new Scorer(Scheme(Amount(at, value, "2026-12-31")))
            .Score(Members, Thrice($"{year}-01-01"), year)
            .Single().Total
            .Should().Be((Points)points, "3 * 2 = 6, at most 4 a month");

    [Theory]
    [InlineData("2026-12-31", "fair")]
    [InlineData("2027-01-01", "good")]
    public void ABandOfGradesIsThatOfTheYearsLastDay(string from, string grade) =>
        Year(Thrice("2026-03-01"), Amount("/grades/bands/good/from", 5, from)).Grade!.Id
            .Should().Be(grade, "the total is 4, and good begins at 4");

    [Fact]
    public void AnAmountChangesWithARoundAndNotWithinOne()
    {
        var scheme = Scheme(Amount("/components/c/items/a/worth/each", 3, "2026-07-01"), "quarter");

        new Scorer(scheme).Score(Members, [Entry("a", "2026-04-01"), Entry("a", "2026-06-30"), Entry("a", "2026-07-01")], 2026)
            .Where(row => row.Period.Kind == PeriodKind.Quarter).Select(row => $"{row.Period} {row.Total}")
                .Should().Equal("2026-Q2 4", "2026-Q3 3");
        FluentActions.Invoking(() => Scheme(Amount("/components/c/items/a/worth/each", 3, "2026-07-02"), "quarter"))
            .Should().Throw<ProblemException>().Which.Problems.Single().Code.Should().Be("scheme.amount-within-round");
    }

    [Fact]
    public async Task EveryWayOfScoringTakesTheAmountOfTheDay()
    {
        var scorer = new Scorer(Scheme(Amount("/components/c/items/a/worth/each", 3, "2026-07-01")));
        Entry[] entries = [Entry("a", "2026-06-30"), Entry("a", "2026-07-01")];

        scorer.Score(Members, entries, 2026).Single().Total.Should().Be((Points)5);
        scorer.CreateWorker(2026).Score(Members[0], entries).Total.Should().Be((Points)5);
        await foreach (var streamed in scorer.ScoreAsync(Records(), 2026))
            streamed.Total.Should().Be((Points)5);
        scorer.Rules.Should().BeNull("no single set of rules holds on both sides");

        async IAsyncEnumerable<SubjectRecord> Records()
        {
            await Task.Yield();
            yield return new SubjectRecord(Members[0], entries);
        }
    }

    [Fact]
    public void TheExplanationNamesTheDayAndWhatTheAmountRestsOn()
    {
        var scheme = Scheme(
            Amount("/components/c/limit/points", 5, "2026-07-01"),
            Amount("/components/c/start", 1, "2026-07-01"),
            Amount("/components/c/items/a/worth/each", 3, "2026-07-01"));
        var row = new Scorer(scheme, new ScorerOptions { Derivations = true })
            .Score(Members, [.. Thrice("2026-07-01"), Entry("a", "2026-06-30")], 2026)
            .Single();

        var told = Explainer.Explain(row, Language.English);

        told.Should().Contain("Example (c): 8. [t/change, in force from 2026-07-01] Changed")
            .And.Contain("2026-06-30 m1 a 2026-06-30   Example: +2 (in force until 2026-06-30)")
            .And.Contain("+3 (in force from 2026-07-01)")
            .And.Contain("+9 recorded, +5 counted, at most 5 (in force from 2026-07-01). [t/change] Changed");
        Explainer.Explain(row, Language.ChineseSimplified).Should().Contain("［t/change，2026-07-01起施行］改了");
    }

    [Fact]
    public void ASchemesOriginsSayWhereAnAmountIsWrittenAndWhenItHolds()
    {
        var scheme = Scheme(Amount("/components/c/limit/points", 5, "2026-07-01", "2026-12-31"));

        scheme.Origins.Select(origin => $"{origin.Path} {origin.Scheme} {origin.Location.Path} {origin.From:O} {origin.To:O}")
            .Should().Equal("$.components[0].limit.points t $.components[0].limit.points[1].is 2026-07-01 2026-12-31");
        scheme.Parts.Select(part => $"{part.EffectiveFrom:O} {part.EffectiveTo:O} {part.Components[0].Limit!.Points}")
            .Should().Equal("2020-01-01 2026-06-30 4", "2026-07-01 2026-12-31 5", "2027-01-01  4");
        scheme.Components[0].Limit!.Points.Most.Should().Be((Points)4, "the scheme itself is as it is in the last of its times");
        scheme.EffectiveFrom.Should().Be(new DateOnly(2020, 1, 1));
        scheme.Citations.Should().Contain(citation => citation.Clause == "t/change");
    }

    [Theory]
    [InlineData("2020-01-01", null, null)]
    [InlineData("2019-12-31", null, "scheme.amount-dates")]
    [InlineData("2026-07-01", "2026-07-01", null)]
    [InlineData("2026-07-01", "2026-06-30", "scheme.amount-dates")]
    [InlineData(null, null, "scheme.amount-overlap")]
    public void DatesLieWithinTheSchemesAndInOrder(string? from, string? to, string? code)
    {
        void Act() => Scheme(Amount("/components/c/limit/points", 5, from, to));

        if (code is null)
            FluentActions.Invoking(Act).Should().NotThrow();
        else
            FluentActions.Invoking(Act)
                .Should().Throw<ProblemException>().Which.Problems.Should()
                .ContainSingle(problem => problem.Code == code && problem.Location.Path == "$.components[0].limit.points[1]");
    }

    [Theory]
    [InlineData("2026-12-31", null)]
    [InlineData("2027-01-01", "scheme.amount-overlap")]
    public void AmountsOfOnePlaceFollowEachOther(string until, string? code)
    {
        void Act() => Scheme(
            Amount("/components/c/limit/points", 5, null, until), Amount("/components/c/limit/points", 6, "2027-01-01"));

        if (code is null)
            FluentActions.Invoking(Act).Should().NotThrow();
        else
            FluentActions.Invoking(Act)
                .Should().Throw<ProblemException>().Which.Problems.Should()
                .ContainSingle(problem => problem.Code == code && problem.Location.Path == "$.components[0].limit.points[2]");
    }

    [Theory]
    [InlineData("2026-06-30", "2026-07-01", null)]
    [InlineData("2026-06-30", "2026-07-02", "On 2026-07-01 no row")]
    [InlineData(null, "2020-01-02", null)]
    public void EveryDayOfTheSchemeHasAnAmount(string? until, string from, string? says)
    {
        var before = until is null ? "" : $", \"to\": \"{until}\"";
        void Act() => Read("/components/c/limit/points", $$"""[{"is": 6, "from": "{{from}}"}, {"is": 5{{before}} }]""");

        if (says is null)
            FluentActions.Invoking(Act).Should().NotThrow();
        else
            FluentActions.Invoking(Act)
                .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle(problem =>
                    problem.Code == "scheme.amount-gap" && problem.Location.Path == "$.components[0].limit.points"
                        && problem.Message.English.Contains(says));
    }

    [Theory]
    [InlineData("/rounding/places", "[{\"is\": 1}]", "scheme.wrong-kind")]
    [InlineData("/components/c/name", "[{\"is\": 1}]", "scheme.wrong-kind")]
    [InlineData("/components/c/start", "[]", "scheme.empty-list")]
    [InlineData("/components/c/start", "[1]", "scheme.wrong-kind")]
    [InlineData("/components/c/start", "[{\"is\": [{\"is\": 1}]}]", "scheme.wrong-kind")]
    [InlineData("/components/c/start", "[{\"from\": \"2026-07-01\"}]", "scheme.missing-key")]
    public void OnlyAmountsAreStatedInRows(string at, string rows, string code) =>
        FluentActions.Invoking(() => Read(at, rows))
            .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle(problem => problem.Code == code);

    [Fact]
    public void OneRowIsTheAmountWithItsCitation()
    {
        var scheme = Read("/components/c/start", $$"""[{"is": 7, "cites": {{Cites}} }]""");

        (scheme.Components[0].Start.Most, scheme.Components[0].Cites.Clause, scheme.Parts.Count).Should().Be(((Points)7, "t/change", 0));
    }

    [Fact]
    public void AnAmountThatBreaksTheSchemeIsAProblemOfItsOwnPlace() =>
        FluentActions.Invoking(() => Scheme(Amount("/components/c/limit/points", -1, "2026-07-01")))
        .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle(
            problem => problem.Code == "scheme.negative" && problem.Location.Path == "$.components[0].limit.points[1].is"
                && problem.Message.English.StartsWith("From 2026-07-01 on: "));

    [Fact]
    public void MoreDaysThanAnybodyStatesAreRefused() =>
        FluentActions.Invoking(() => Scheme(
            [.. Enumerable.Range(2021, 101).Select(year => Amount("/components/c/limit/points", 5, $"{year}-01-01", $"{year}-01-01"))]))
        .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle(problem => problem.Code == "scheme.amount-too-many");

    [Fact]
    public void ALayerSetsAnAmountFromADay()
    {
        var folder = Directory.CreateTempSubdirectory("partyrules");
        File.WriteAllText(Path.Combine(folder.FullName, "t.json"), Text([Amount("/components/c/limit/points", 5, "2026-07-01")], "year",
            """, "layers": {"amounts": [{"at": "/components/c/limit/points", "atLeast": 3, "atMost": 5}], "cites": @C}"""));
        File.WriteAllText(Path.Combine(folder.FullName, "town.json"), Drafts.Expand("""
            {"extends": {"scheme": "t", "version": "1"}, "id": "town", "version": "1", "effective": {"from": "2026-01-01"}, "name": @T,
              "source": @T,
             "amounts": [{"at": "/components/c/limit/points",
               "value": [{"is": 4, "to": "2026-09-30"}, {"is": 3, "from": "2026-10-01", "cites": {"clause": "town/later", "text": @T}}],
               "cites": {"clause": "town/limit", "text": @T}}]}
            """));

        var town = SchemeReader.ReadFile(Path.Combine(folder.FullName, "town.json"));

        town.Parts.Select(part => $"{part.EffectiveFrom:O} {part.Components[0].Limit!.Points} {part.Components[0].Limit!.Cites.Clause}")
            .Should().Equal("2026-01-01 4 town/limit", "2026-10-01 3 town/later");
        folder.Delete(recursive: true);
    }

    private static Entry[] Thrice(string date) => [.. Enumerable.Range(0, 3).Select(i => Entry("a", date, reference: $"r{i}"))];

    private static Assessment Year(Entry[] entries, Dated amounts) => new Scorer(Scheme(amounts)).Score(Members, entries, 2026).Single();

    /// <summary>An amount that holds between two days; on all others what stands in its place does.</summary>
    private static Dated Amount(string at, int value, string? from, string? to = null)
    {
        var dates = string.Concat(from is null ? "" : $"\"from\": \"{from}\", ", to is null ? "" : $"\"to\": \"{to}\", ");
        return new Dated(at, $$"""{{{dates}}"is": {{value}}, "cites": {{Cites}} }""");
    }

    private static Scheme Scheme(params Dated[] amounts) => Read(Text(amounts, "year"));

    private static Scheme Scheme(Dated amount, string round) => Read(Text([amount], round));

    private static Scheme Read(string text) => SchemeReader.Read(Encoding.UTF8.GetBytes(text), "draft.json");

    /// <summary>The scheme with something else in a place.</summary>
    private static Scheme Read(string at, string value) => Read(Drafts.InPlace(Text([], "year"), at, _ => JsonNode.Parse(value)!));

    private static string Text(IEnumerable<Dated> amounts, string round, string more = "") =>
        amounts.Aggregate(Text(round, more), (text, amount) => Drafts.InPlace(text, amount.At, present => new JsonArray(
            [.. present is JsonArray rows ? rows.Select(row => row!.DeepClone()) : [new JsonObject { ["is"] = present.DeepClone() }],
                JsonNode.Parse(amount.Row)])));

    private static string Text(string round, string more) => Drafts.Expand($$"""
        {
          "id": "t", "version": "1", "effective": {"from": "2020-01-01"}, "name": @T, "source": @T, "subjects": {"kind": "member"},
          "round": "{{round}}",
          "rounding": {"mode": "half-up", "places": 2},
          "components": [
            {"id": "c", "name": @T, "start": 0, "minimum": 0, "maximum": 100, "limit": {"per": "month", "points": 4, "cites": @C},
             "items": [{"code": "a", "name": @T, "effect": "add", "worth": {"each": 2} }], "cites": @C},
            {"id": "d", "name": @T, "start": 0, "minimum": 0, "maximum": 100,
             "items": [{"code": "b", "name": @T, "effect": "add", "worth": {"each": 2},
               "limit": {"per": "month", "points": 8, "cites": @C} }],
               "cites": @C}
          ],
          "total": {"minimum": 0, "maximum": 100, "cites": @C},
          "grades": {"rounding": {"mode": "none"}, "bands": [{"id": "good", "name": @T, "from": 4}, {"id": "fair", "name": @T}],
            "cites": @C}{{more}}
        }
        """);

    private readonly record struct Dated(string At, string Row);
}
