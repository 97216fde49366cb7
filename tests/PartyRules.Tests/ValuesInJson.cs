using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.Tests;

/// <summary>
/// What goes through System.Text.Json comes back as it was, by reflection and by generated code, or is refused with the reason.
/// </summary>
public sealed partial class ValuesInJson
{
    [Property]
    public bool PointsComeBackExactly(long millionths)
    {
        var points = Points.FromMillionths(millionths);
        var (plain, generated) = (JsonSerializer.Serialize(points), JsonSerializer.Serialize(points, Generated.Default.Points));
        return plain == points.ToString() && generated == plain
            && JsonSerializer.Deserialize<Points>(plain) == points
                && JsonSerializer.Deserialize(generated, Generated.Default.Points) == points;
    }

    [Fact]
    public void TheLastPointsComeBackExactly()
    {
        var lowest = Points.FromMillionths(long.MinValue);
        foreach (var points in new[] { Points.MaxValue, -Points.MaxValue, lowest, Points.FromMillionths(1), Points.Zero })
            JsonSerializer.Deserialize<Points>(JsonSerializer.Serialize(points)).Should().Be(points);
    }

    [Theory]
    [InlineData("6", "6")]
    [InlineData("6.0", "6")]
    [InlineData("0.0000010", "0.000001")]
    [InlineData("-0", "0")]
    [InlineData("1e2", "100")]
    [InlineData("12.5E+1", "125")]
    [InlineData("25e-6", "0.000025")]
    [InlineData("-2500000e-7", "-0.25")]
    [InlineData("0e99", "0")]
    public void NumbersThatPointsCanHoldAreRead(string json, string points) =>
        JsonSerializer.Deserialize<Points>(json).ToString().Should().Be(points);

    [Theory]
    [InlineData("0.0000001")]
    [InlineData("1e-7")]
    [InlineData("9223372036855")]
    [InlineData("1e99")]
    [InlineData("1e999999999")]
    [InlineData("\"6\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("{\"value\": 6}")]
    public void WhatPointsCannotHoldIsRefusedWithTheReason(string json)
    {
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Points>(json)).Should().Throw<JsonException>().WithMessage("*number*");
        FluentActions.Invoking(() => JsonSerializer.Deserialize(json, Generated.Default.Points))
            .Should().Throw<JsonException>().WithMessage("*number*");
    }

    [Property(MaxTest = 500)]
    public Property PeriodsOfEveryKindComeBackExactly() => Prop.ForAll(Periods().ToArbitrary(), period =>
    {
        var (plain, generated) = (JsonSerializer.Serialize(period), JsonSerializer.Serialize(period, Generated.Default.Period));
        var asName = JsonSerializer.Serialize(new Dictionary<Period, int> { [period] = 1 });
        return plain == generated && plain == $"\"{period}\"" && JsonSerializer.Deserialize<Period>(plain) == period
            && JsonSerializer.Deserialize(plain, Generated.Default.Period) == period
            && JsonSerializer.Deserialize<Dictionary<Period, int>>(asName)!.ContainsKey(period)
            && Period.TryParse(period.ToString(), out var parsed) && parsed == period;
    });

    [Theory]
    [InlineData("\"0000\"")]
    [InlineData("\"2026-Q5\"")]
    [InlineData("\"2026-02-30\"")]
    [InlineData("2026")]
    [InlineData("null")]
    [InlineData("{\"year\": 2026}")]
    public void WhatIsNoPeriodIsRefusedWithTheReason(string json) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Period>(json))
            .Should().Throw<JsonException>().WithMessage("A period is a text such as*");

    [Fact]
    public void APeriodThatWasNeverSetIsNotWrittenAsOne() =>
        FluentActions.Invoking(() => JsonSerializer.Serialize(default(Period))).Should().Throw<JsonException>().WithMessage("*never set*");

    [Theory]
    [InlineData("2027-01-04", "2027-W01")]
    [InlineData("2027-01-03", "2027-W00")]
    [InlineData("2026-01-01", "2026-W01")]
    [InlineData("2026-12-31", "2026-W53")]
    [InlineData("2024-12-29", "2024-W52")]
    public void AWeekIsNamedAsIsoNamesItWithinTheYear(string day, string label) =>
        Period.Containing(DateOnly.ParseExact(day, "yyyy-MM-dd"), PeriodKind.Week).ToString().Should().Be(label);

    [Property(MaxTest = 500)]
    public bool AWholeWeekHasTheNumberOfIso(PositiveInt day)
    {
        var date = DateOnly.FromDayNumber(1 + (day.Get * 7919 % DateOnly.MaxValue.DayNumber));
        var at = date.ToDateTime(TimeOnly.MinValue);
        return System.Globalization.ISOWeek.GetYear(at) != date.Year
            || Period.Containing(date, PeriodKind.Week)
                .ToString() == FormattableString.Invariant($"{date.Year:0000}-W{System.Globalization.ISOWeek.GetWeekOfYear(at):00}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnAssessmentIsWrittenFlatWithItsDerivationOrWithout(bool derivations)
    {
        var assessment = Scored.Member(new ScorerOptions { Derivations = derivations }, Scored.Entry("task.target", "2026-01-25", "6"));

        var json = JsonSerializer.Serialize(new { Result = assessment });

        var written = JsonNode.Parse(json)!["Result"]!.AsObject();
        written.Select(member => member.Key).Should().Equal(
            "subject", "period", "asOf", "scheme", "version", "contentHash", "status", "components", "total", "grade", "rank", "awards",
            "recommendations", "measures", "findings");
        written["total"]!.ToJsonString().Should().Be("26");
        written["components"]!.AsObject().Should().HaveCount(assessment.Components.Count);
        var read = written.Deserialize<AssessmentRecord>()!;
        (read.Total, read.Period, read.Status, read.Grade)
            .Should().Be((assessment.Total, assessment.Period, assessment.Status, assessment.Grade?.Id));
        JsonSerializer.Serialize(read).Should().Be(written.ToJsonString());
    }

    [Fact]
    public void AnAssessmentIsNotReadBackAndSaysWhatIs() =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Assessment>("{}"))
            .Should().Throw<NotSupportedException>().WithMessage("*AssessmentRecord*");

    [Fact]
    public void FactsComeBackAsTheyWere()
    {
        var entry = new Entry
        {
            Id = "e1",
            Subject = "m1",
            Item = "a",
            Date = new DateOnly(2026, 1, 25),
            Value = Points.Parse("0.000001"),
            Level = "low",
            Reference = "r",
            Evaluator = "self",
            Note = "n",
        };
        var subject = new Subject
        {
            Id = "m1",
            Name = "王",
            Kind = "member",
            Parent = "b",
            Category = "organ",
            Employment = "in-post",
            PreviousGrade = "good",
            Attributes = new Dictionary<string, string> { ["age"] = "60" },
        };
        var earlier = new EarlierResult("s", "m1", Period.Of(2025, PeriodKind.Bimonth, 3), Points.Parse("89.5"), "good", 2);

        JsonSerializer.Deserialize<Entry>(JsonSerializer.Serialize(entry)).Should().BeEquivalentTo(entry);
        JsonSerializer.Deserialize<Subject>(JsonSerializer.Serialize(subject)).Should().BeEquivalentTo(subject);
        JsonSerializer.Deserialize<EarlierResult>(JsonSerializer.Serialize(earlier)).Should().Be(earlier);
        JsonSerializer
            .Deserialize("""{"Id": "e", "Subject": "m1", "Item": "a", "Date": "2026-01-25", "Value": 6}""", Generated.Default.Entry)!.Value
            .Should().Be((Points)6);
    }

    [Fact]
    public void ProblemsAreWrittenFlat()
    {
        var problem = new Scorer(BuiltInSchemes.Get("fengxian")).Check([Scored.Subject("")], [], 2026).Single();

        JsonSerializer.Serialize(problem)
            .Should().Contain("\"Code\":\"fact.id-missing\"").And.Contain("\"Path\":\"subjects[0].id\"").And.Contain("\"en\":");
    }

    private static Gen<Period> Periods() =>
        from year in Gen.Choose(1, 9999)
        from kind in Gen.Elements(Enum.GetValues<PeriodKind>())
        from at in Gen.Choose(0, int.MaxValue - 1)
        let all = Period.AllIn(year, kind).ToList()
        select all[at % all.Count];

    [JsonSerializable(typeof(Points))]
    [JsonSerializable(typeof(Period))]
    [JsonSerializable(typeof(Entry))]
    private sealed partial class Generated : JsonSerializerContext;
}
