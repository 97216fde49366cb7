using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Tests;

/// <summary>One mistake each, and the place where it is found.</summary>
public sealed class MistakesInSchemes
{
    private const string Cites = """{"clause": "invented/more", "text": {"zh-Hans": "另有", "en": "More"}}""";

    [Fact]
    public void NothingIsWrongWithTheSchemeThatTheOthersChange()
    {
        var verified = SchemeVerifier.Verify(Invented.With());

        verified.Refuted.Should().BeEmpty();
        verified.Undecided.Should().BeEmpty();
        verified.HasErrors.Should().BeFalse();
        verified.Years.Should().Equal(2026);
    }

    [Theory]
    [InlineData(null, "Totals lie between 0 and 100")]
    [InlineData("false", "Totals lie between 0 and 80")]
    public void WhatOnlyInformsIsInNoTotal(string? counts, string told) =>
        SchemeVerifier.Verify(Invented.With(("components.2.counts", counts), ("grades.bands.0.from", "75"))).Findings
            .Single(finding => finding.Code == "total.range").Message.English.Should().StartWith(told);

    [Fact]
    public void AHalfYearCanScoreNobody() =>
        Only(Severity.Error, "scheme.scores", "$.effective", ("effective.to", "\"2026-06-30\"")).Example.Should().BeNull();

    [Fact]
    public void ASchemeThatBeginsInMarchScoresFromThen() => Invented.Refuted(("effective.from", "\"2026-03-01\"")).Should().BeEmpty();

    [Fact]
    public void AConditionWhosePartsExcludeEachOtherNeverHolds()
    {
        var finding = Only(
            Severity.Error,
            "outcome.follows",
            "$.outcomes[0].when",
            ("outcomes.0.when", """{"all": [{"grade": ["excellent"]}, {"total": {"below": 10}}]}"""));

        finding.Example!.Results.Should().ContainSingle("the nearest data set meets one part alone");
    }

    [Theory]
    [InlineData("""{"all": [{"entries": {"of": "visit", "count": {"above": 2}}}, {"entries": {"of": "visit", "count": {"below": 3}}}]}""")]
    [InlineData("""{"all": [{"grade": ["excellent"]}, {"not": {"total": {"atLeast": 80}}}]}""")]
    [InlineData("""{"all": [{"grade": ["excellent"]}, {"grade": ["qualified", "unqualified"]}]}""")]
    [InlineData("""{"component": {"of": "tasks", "points": {"above": 60}}}""")]
    [InlineData("""{"total": {"above": 100}}""")]
    [InlineData("""{"total": {"below": 0}}""")]
    [InlineData("""{"rise": {"atLeast": 3}}""")]
    [InlineData("""{"any": [{"total": {"above": 100}}, {"not": {"any": [{"total": {"atLeast": 0}}, {"grade": ["qualified"]}]}}]}""")]
    public void AConditionThatNobodyCanMeetIsFound(string when) =>
        Only(Severity.Error, "outcome.follows", "$.outcomes[0].when", ("outcomes.0.when", when));

    [Theory]
    [InlineData("""{"all": [{"entries": {"of": "visit", "count": {"above": 2}}}, {"entries": {"of": "visit", "count": {"below": 4}}}]}""")]
    [InlineData("""{"all": [{"grade": ["unqualified"]}, {"total": {"atLeast": 80}}]}""")]
    [InlineData("""{"component": {"of": "tasks", "points": {"atLeast": 60}}}""")]
    [InlineData("""{"total": {"atLeast": 100}}""")]
    [InlineData("""{"total": {"atMost": 0}}""")]
    [InlineData("""{"rise": {"atLeast": 2}}""")]
    [InlineData("""{"not": {"grade": ["qualified"]}}""")]
    [InlineData("""{"windows": {"entries": {"of": "visit", "count": {"above":0}}, "per":"month", "inARow":true, "count": {"above":2}}}""")]
    public void AConditionThatSomebodyJustMeetsIsNot(string when)
    {
        var verified = SchemeVerifier.Verify(Invented.With(("outcomes.0.when", when)));

        verified.Refuted.Should().BeEmpty();
        verified.Undecided.Should().BeEmpty();
    }

    [Fact]
    public void AFloorUnderTheConditionOfAVetoNeverDecides() => Only(
        Severity.Error,
        "forced.decides",
        "$.grades.forced[1]",
        ("grades.forced.+", Forced("hero", "excellent", "floor", """{"entries": {"of": "violation", "count": {"atLeast": 1}}}""")))
        .Example!.Entries.Should().ContainSingle(entry => entry.Item == "violation");

    [Fact]
    public void TwoForcedGradesThatMayMeetAreTold()
    {
        var finding = Only(
            Severity.Warning,
            "forced.agree",
            "$.grades.forced[1]",
            ("grades.forced.+", Forced("hero", "excellent", "exactly", """{"entries": {"of": "praise", "count": {"atLeast": 3}}}""")));

        finding.Example!.Entries.Select(entry => entry.Item).Should().BeEquivalentTo("violation", "praise", "praise", "praise");
        finding.Example.Results.Should().ContainSingle(result => result.Grade!.Id == "unqualified");
    }

    [Fact]
    public void AGradeAboveEveryTotalIsOutOfReach()
    {
        var finding = Only(Severity.Error, "grade.reached", "$.grades.bands[0]", ("grades.bands.0.from", "150"));

        finding.Example!.Results.Should().ContainSingle().Which.Total.Should().Be((Points)(20 + (12 * 5) + (4 * 5)));
        finding.Message.English.Should().Contain("between 0 and 100");
    }

    [Fact]
    public void AGradeAtTheHighestTotalIsWithinReach() => Invented.Refuted(("grades.bands.0.from", "100")).Should().BeEmpty();

    [Fact]
    public void AMaximumThatLimitsKeepBelowIsTold() =>
        Only(Severity.Warning, "component.maximum", "$.components[1].maximum", ("components.1.maximum", "61"))
            .Message.Chinese.Should().Contain("最高只能得60分");

    [Fact]
    public void AnEntryWorthMoreThanItsComponentIsTold() =>
        Only(Severity.Warning, "item.whole", "$.components[2].items[0]", ("components.2.items.0.worth.each", "50"))
            .Example!.Results.Should().ContainSingle(result => result.Total == 40);

    [Fact]
    public void ALimitBelowOneEntryIsTold()
    {
        var refuted = Invented.Refuted(
            ("components.1.limit.points", "1"),
            ("components.1.maximum", "12"),
            ("grades.bands.0.from", "52"),
            ("grades.bands.1.from", "30"));

        refuted.Should().ContainSingle().Which.Code.Should().Be("item.whole");
        refuted[0].Location.Path.Should().Be("$.components[1].items[0]");
    }

    [Theory]
    [InlineData("year", "60")]
    [InlineData("year", "61")]
    [InlineData("month", "60")]
    public void ALimitThatTheMaximumMakesIdleIsTold(string per, string points) => Only(
        Severity.Warning,
        "limit.binds",
        "$.components[1].limit",
        ("components.1.limit.per", $"\"{per}\""),
        ("components.1.limit.points", points));

    [Fact]
    public void ALimitThatSpansRoundsIsNotIdleWhereTheMaximumOfARoundIsAsMuch() =>
        Invented.Refuted(("round", "\"quarter\""), ("components.1.limit.per", "\"year\""), ("components.1.limit.points", "60"))
            .Select(finding => finding.Code).Should().NotContain("limit.binds");

    [Fact]
    public void AnItemWorthNothingIsAnError() =>
        Only(Severity.Error, "item.counts", "$.components[1].items[0]", ("components.1.items.0.worth.each", "0"));

    [Fact]
    public void AnItemWithoutRoomIsAnError()
    {
        var refuted = Invented.Refuted(("components.0.items.0.effect", "\"add\""));

        refuted.Select(finding => finding.Code).Should().BeEquivalentTo("item.counts", "item.whole", "component.minimum");
        refuted[0].Location.Path.Should().Be("$.components[0].items[0]");
    }

    [Fact]
    public void TwoThingsOfOneNameAreTold() =>
        Only(Severity.Warning, "names.apart", "$.components[1].name", ("components.1.name.en", "\"Base\""))
            .Message.English.Should().Contain("$.components[0]");

    [Fact]
    public void ARecordThatNoClauseLooksAtIsTold() => Only(
        Severity.Warning,
        "record.used",
        "$.records[1]",
        ("records.+", """{"code": "unused", "name": {"zh-Hans": "没有用到", "en": "Unused"}}"""));

    [Fact]
    public void AColumnThatNoClauseLooksAtIsTold() => Only(
        Severity.Warning,
        "word.used",
        "$.subjects.attributes.duty",
        ("subjects.attributes", """{"duty": {"name": {"zh-Hans": "职务", "en": "Duty"}, "kind": "text"}}"""));

    [Theory]
    [InlineData("""{"perUnit": {"points": 1, "unit": 4, "part": "nothing"}}""", true)]
    [InlineData("""{"perUnit": {"points": 1, "unit": 4, "part": "share"}}""", false)]
    [InlineData("""{"bands": {"kind": "steps", "of": [{"from": 4, "points": 1}, {"from": 10, "points": 2}]}}""", true)]
    [InlineData("""{"bands": {"kind": "marginal", "of": [{"from": 0, "points": 0.2}, {"from": 10, "points": 0.1}]}}""", true)]
    [InlineData("""{"bands": {"kind": "marginal", "of": [{"from": 0, "points": 0.2}]}}""", false)]
    [InlineData("""{"value": true}""", false)]
    public void WorthThatDependsOnHowEntriesAreSplitIsTold(string worth, bool isTold)
    {
        var refuted = Invented.Refuted(("components.1.items.1.worth", worth));

        if (!isTold)
        {
            refuted.Should().BeEmpty();
            return;
        }

        var finding = refuted.Should().ContainSingle().Subject;
        finding.Code.Should().Be("worth.splits");
        var totals = finding.Example!.Results.Select(result => result.Total).ToList();
        finding.Example.Entries.Should().HaveCount(3, "one subject has in one entry what the other has in two");
        totals[0].Should().NotBe(totals[1]);
    }

    [Fact]
    public void MoreThatIsWorthLessIsTold()
    {
        var refuted = Invented.Refuted((
            "components.1.items.1.worth",
            """{"bands": {"kind": "steps", "of": [{"from": 1, "points": 3}, {"from": 10, "points": 2}, {"from": 20, "points": 2}]}}"""));

        refuted.Select(finding => finding.Code).Should().BeEquivalentTo("worth.splits", "worth.rises", "worth.band");
    }

    [Theory]
    [InlineData("last", true)]
    [InlineData("first", true)]
    [InlineData("highest", false)]
    public void AMeritThatReplacesAGreaterOneIsTold(string keep, bool isTold)
    {
        var refuted = Invented.Refuted(
            ("components.1.limit", null),
            ("selections", $$"""
                [{"id": "one", "items": ["hours"], "keep": "{{keep}}", "atMost": 1, "within": "month", "cites": {{Cites}} }]
                """));

        refuted.Select(finding => finding.Code).Should().BeEquivalentTo(isTold ? new[] { "merit.counts" } : []);
        if (isTold)
            refuted[0].Example!.Results.Select(result => result.Total).Should().BeInDescendingOrder("the one more entry lowers the total");
    }

    [Fact]
    public void AnExemptionForAllIsAnError() => Invented.Refuted(("exemptions", $$$$"""
        [
          {
            "id": "few", "name": {"zh-Hans": "少", "en": "Few"},
            "when": {"entries": {"of": "visit", "count": {"atMost": 2}}}, "cites": {{{{Cites}}}}
          },
          {
            "id": "many", "name": {"zh-Hans": "多", "en": "Many"},
            "when": {"entries": {"of": "visit", "count": {"atLeast": 3}}}, "cites": {{{{Cites}}}}
          }
        ]
        """)).Should().Contain(finding => finding.Code == "exemption.spares" && finding.IsError);

    [Fact]
    public void AnOutcomeForEverybodyIsTold() => Only(
        Severity.Warning, "outcome.distinguishes", "$.outcomes[0].when", ("outcomes.0.when", """{"total": {"atLeast": 0}}"""));

    [Fact]
    public void AnAwardBesideAMeasureIsARemark()
    {
        var finding = Only(
            Severity.Remark,
            "outcomes.apart",
            "$.outcomes[0].when",
            ("outcomes.+", $$$"""
            {
              "code": "prize", "kind": "award", "name": {"zh-Hans": "奖励", "en": "Prize"}, "on": "round",
              "when": {"total": {"atLeast": 80}}, "cites": {{{Cites}}}
            }
            """));

        finding.Example!.Results[0].Awards.Should().ContainSingle();
        finding.Example.Results[0].Measures.Should().ContainSingle();
    }

    [Fact]
    public void AFurtherRankingInWhichNobodyCompetesIsAnError() => Only(
        Severity.Error, "ranking.competes", "$.rankings[0].among", ("rankings", Further("""{"total": {"atLeast": 101}}""")));

    [Fact]
    public void SomebodyIsFoundWhoCompetesAndIsFirst()
    {
        var verification = SchemeVerifier.Verify(Invented.With(
            ("rankings", Further("""{"entries": {"of": "visit", "count": {"atLeast": 2}}}""")),
            ("outcomes.+", $$$"""
            {
              "code": "warm", "kind": "recommendation", "name": {"zh-Hans": "热心", "en": "Warm"}, "on": "round",
              "when": {"rank": {"in": "warmth", "exactly": 1}}, "cites": {{{Cites}}}
            }
            """)));

        verification.Refuted.Should().BeEmpty();
        verification.Undecided.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"exactly": 1}""")]
    [InlineData("""{"atLeast": 2}""")]
    public void SomebodyIsFoundWhoStandsInAPlaceOfTheirPool(string place)
    {
        var verification = SchemeVerifier.Verify(Invented.With(
            ("measures", $$$"""
            [
              {
                "id": "visits", "name": {"zh-Hans": "走访", "en": "Visits"}, "entries": {"of": "visit", "take": "count"},
                "cites": {{{Cites}}}
              },
              {
                "id": "place", "name": {"zh-Hans": "名次", "en": "Place"},
                "pool": {"of": "visits", "within": "all", "take": "rank", "ties": "share"}, "cites": {{{Cites}}}
              }
            ]
            """),
            ("outcomes.+", $$$"""
            {
              "code": "warm", "kind": "recommendation", "name": {"zh-Hans": "热心", "en": "Warm"}, "on": "round",
              "when": {"measure": {"of": "place", "number": {{{place}}}}}, "cites": {{{Cites}}}
            }
            """)));

        verification.Refuted.Should().BeEmpty();
        verification.Undecided.Should().NotContain(finding => finding.Code == "outcome.follows");
    }

    private static string Further(string among) => $$$"""
        [
          {
            "id": "warmth", "name": {"zh-Hans": "热心排名", "en": "Ranking by warmth"}, "pool": "all", "among": {{{among}}},
            "by": "tasks", "tieBreaks": [], "ties": "share", "cites": {{{Cites}}}
          }
        ]
        """;

    private static string Forced(string id, string grade, string effect, string when) => $$$"""
        {
          "id": "{{{id}}}", "grade": "{{{grade}}}", "as": "{{{effect}}}", "when": {{{when}}},
          "finding": {"code": "{{{id}}}", "name": {"zh-Hans": "立功", "en": "Did a great deed"}}, "cites": {{{Cites}}}
        }
        """;

    private static Finding Only(Severity severity, string code, string path, params (string Path, string? Json)[] changes)
    {
        var refuted = Invented.Refuted(changes);
        refuted.Should().ContainSingle();
        (refuted[0].Severity, refuted[0].Code, refuted[0].Location.Path).Should().Be((severity, code, path));
        return refuted[0];
    }
}
