using System.Text;
using FsCheck.Xunit;
using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Tests.Schemes;

/// <summary>Each mistake, made in a built-in scheme, is named with its place and its remedy.</summary>
public sealed class BrokenSchemes
{
    [Theory]
    [InlineData("fengxian", "\"round\": \"year\"", "\"rounds\": \"year\"", "scheme.unknown-key", "$", "Did you mean 'round'?")]
    [InlineData("fengxian", "\"round\": \"year\"", "\"rounds\": \"year\"", "scheme.missing-key", "$", "'round' is missing")]
    [InlineData("fengxian", "\"round\": \"year\"", "\"round\": \"yeer\"", "scheme.unknown-word", "$.round", "Did you mean 'year'?")]
    [InlineData("fengxian", "\"round\": \"year\"", "\"round\": 4", "scheme.wrong-kind", "$.round", "A text in quotes")]
    [InlineData("fengxian", "\"start\": 20", "\"start\": 20.0000001", "scheme.wrong-kind", "$.components[0].start", "six decimals")]
    [InlineData("fengxian", "\"start\": 20", "\"start\": 21", "scheme.bounds", "$.components[0]", "between minimum and maximum")]
    [InlineData("fengxian", "\"from\": \"2020-01-01\"", "\"from\": \"2020-02-30\"", "scheme.wrong-kind", "$.effective.from", "2026-01-31")]
    [InlineData("fengxian", "\"from\": \"2020-01-01\"", "\"from\": \"2020-01-01\", \"to\": \"2019-01-01\"", "scheme.effective", "$.effective", "on or after")]
    [InlineData("fengxian", "\"effect\": \"deduct\"", "\"effect\": \"subtract\"", "scheme.unknown-word", "$.components[0].items[0].effect", "add, deduct")]
    [InlineData("fengxian", "\"worth\": {\"value\": true}", "\"worth\": {\"value\": true, \"each\": 1}", "scheme.exactly-one", "$.components[0].items[0].worth", "value, each, levels")]
    [InlineData("fengxian", "\"worth\": {\"value\": true}", "\"worth\": {\"each\": -1}", "scheme.negative", "$.components[0].items[0].worth", "magnitudes")]
    [InlineData("fengxian", "{\"category\": [\"organ\"]}", "{\"category\": [\"rural\"]}", "scheme.items-overlap", "$.components[0].items", "base.study")]
    [InlineData("fengxian", "{\"category\": [\"organ\"]}", "{\"category\": [\"organs\"]}", "scheme.unknown-word", "$.components[0].items[0].appliesTo.category[0]", "Did you mean 'organ'?")]
    [InlineData("fengxian", "{\"category\": [\"organ\"]}", "{\"category\": []}", "scheme.empty-list", "$.components[0].items[0].appliesTo.category", "at least one")]
    [InlineData("fengxian", "\"rounding\": {\"mode\": \"none\"}", "\"rounding\": {\"mode\": \"half-up\"}", "scheme.places", "$.grades.rounding", "0 to 6")]
    [InlineData("fengxian", "\"from\": 80", "\"from\": 95", "scheme.band-order", "$.grades.bands[1].from", "below the one before")]
    [InlineData("fengxian", ", \"from\": 80", "", "scheme.band-without-bound", "$.grades.bands[1]", "lowest total")]
    [InlineData("fengxian", "{\"grade\": [\"qualified\"]}", "{\"grade\": [\"qualifed\"]}", "scheme.unknown-word", "$.outcomes[3].when.any[0].grade[0]", "Did you mean 'qualified'?")]
    [InlineData("fengxian", "{\"rise\": {\"atLeast\": 2}}", "{\"rise\": {}}", "scheme.range", "$.outcomes[3].when.any[1].rise", "at least one bound")]
    [InlineData("fengxian", "{\"rise\": {\"atLeast\": 2}}", "{\"rank\": {\"atLeast\": 2}}", "scheme.condition-without", "$.outcomes[3].when", "ranking")]
    [InlineData("fengxian", "{\"rise\": {\"atLeast\": 2}}", "{}", "scheme.exactly-one", "$.outcomes[3].when.any[1]", "Exactly one")]
    [InlineData("fengxian", "\"fengxian/veto\"", "\"yongxi/veto\"", "scheme.citation", "$.grades.forced[0].cites.clause", "fengxian/")]
    [InlineData("fengxian", "\"code\": \"violation\"", "\"code\": \"Violation\"", "scheme.bad-id", "$.records[0].code", "lower-case")]
    [InlineData("fengxian", "\"code\": \"exemption.review\"", "\"code\": \"exemption.wish\"", "scheme.duplicate-id", "$.records[3].code", "twice")]
    [InlineData("fengxian", "\"per\": \"month\"", "\"per\": \"fortnight\"", "scheme.unknown-word", "$.components[1].limit.per", "month")]
    [InlineData("fengxian", "\"id\": \"fengxian\"", "\"id\": \"fengxian\", \"id\": \"fengxian\"", "scheme.duplicate-key", "$", "twice")]
    [InlineData("fengxian", "\"round\": \"year\"", "\"round\": null", "scheme.null", "$.round", "may not be null")]
    [InlineData("yongxi", "\"ties\": \"share\"", "\"ties\": \"shared\"", "scheme.unknown-word", "$.ranking.ties", "Did you mean 'share'?")]
    [InlineData("yongxi", "\"per\": \"month\"", "\"per\": \"year\"", "scheme.window", "$.requirements[0].per", "round of 'bimonth'")]
    [InlineData("yongxi", "{\"mark\": \"flag\"}", "{\"mark\": \"flags\"}", "scheme.unknown-word", "$.outcomes[0].when.mark", "Did you mean 'flag'?")]
    public void EachMistakeIsNamedWithPlaceAndRemedy(string id, string right, string wrong, string code, string path, string says)
    {
        var problems = Problems(Replace(id, right, wrong));

        problems.Should().Contain(problem => problem.Code == code && problem.Location.Path == path && problem.Message.English.Contains(says))
            .Which.Location.Line.Should().BePositive();
    }

    [Fact]
    public void AllMistakesAreReportedAtOnce()
    {
        var text = Replace("fengxian", "\"start\": 20", "\"start\": \"twenty\"").Replace("\"round\": \"year\"", "\"round\": false");

        Problems(text).Select(problem => problem.Location.Path).Should().Equal("$.round", "$.components[0].start");
    }

    [Fact]
    public void TheProblemPointsAtLineAndColumn()
    {
        var problem = Problems("{\n  \"id\": \"x\",\n  \"名称\": 1\n}").First(problem => problem.Code == "scheme.unknown-key");

        (problem.Location.Line, problem.Location.Column).Should().Be((3, 3));
        problem.ToText(Language.ChineseSimplified).Should().StartWith("test.json:3:3 [$]: 未知的键“名称”。");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("{} {}")]
    [InlineData("// no comments")]
    [InlineData("\"text\"")]
    public void WhatIsNotASchemeIsRefused(string text) => Problems(text).Should().NotBeEmpty();

    [Fact]
    public void AHostileDepthIsRefused() => Problems(new string('[', 100_000)).Should().ContainSingle(problem => problem.Code == "scheme.not-json");

    [Fact]
    public void AnUnknownBuiltInNamesTheNearest() =>
        FluentActions.Invoking(() => BuiltInSchemes.Get("fengxain")).Should().Throw<ProblemException>().WithMessage("*Did you mean 'fengxian'?*");

    [Property(MaxTest = 200)]
    public void ArbitraryBytesNeverDoWorse(byte[] bytes) =>
        FluentActions.Invoking(() => SchemeReader.Read(bytes, "test.json")).Should().Throw<ProblemException>();

    [Property(MaxTest = 200)]
    public void ATruncatedSchemeNeverDoesWorse(ushort length)
    {
        var text = BuiltInSchemes.Text("yongxi");

        FluentActions.Invoking(() => SchemeReader.Read(text[..(length % (text.Length - 2))], "test.json")).Should().Throw<ProblemException>();
    }

    private static string Replace(string id, string right, string wrong)
    {
        var text = Encoding.UTF8.GetString(BuiltInSchemes.Text(id).Span);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        at.Should().BeGreaterThan(0, "the scheme must hold {0}", right);
        return text[..at] + wrong + text[(at + right.Length)..];
    }

    private static IReadOnlyList<Problem> Problems(string text) =>
        FluentActions.Invoking(() => SchemeReader.Read(Encoding.UTF8.GetBytes(text), "test.json")).Should().Throw<ProblemException>().Which.Problems;
}
