using PartyRules.Schemes;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Requirements;

/// <summary>A measure that must be reached in every window.</summary>
public sealed class MeasuresThatMustBeReached
{
    [Theory]
    [InlineData("ignored", "", "")]
    [InlineData("zero", "", "low")]
    [InlineData("ignored", "came 01-05, came 02-05, came 02-06, missed 03-31", "low")]
    [InlineData("ignored", "came 01-05, came 02-05, came 02-06, missed 04-01", "low")]
    [InlineData("ignored", "came 01-05, came 02-05, came 02-06, came 03-01, missed 03-31", "")]
    [InlineData("zero", "came 01-05, came 04-05, came 07-06, came 10-01", "")]
    [InlineData("zero", "came 01-05, came 04-05, came 07-06", "low")]
    public void ARatioIsReachedInEachQuarter(string unrecorded, string entries, string findings) =>
        Codes(Attendance(unrecorded).Year([.. Entries(entries)])).Should().Be(findings);

    [Theory]
    [InlineData("a 01-05 1, a 01-06 3", "")]
    [InlineData("a 01-05 4, a 02-05 3.999999", "low")]
    [InlineData("a 01-05 4, a 02-05 4", "")]
    [InlineData("a 01-05 4", "low")]
    public void AMeasureThatIsAlwaysKnownNeedsEntriesToBeRecorded(string entries, string findings)
    {
        var scheme = Scheme("""
            "records": [{"code": "a", "name": @T, "valueRequired": true}],
            "measures": [{"id": "s", "name": @T, "entries": {"of": "a", "take": "sum"}, "cites": @C},
              {"id": "n", "name": @T, "entries": {"of": "a", "take": "count"}, "cites": @C}],
            "requirements": [{"id": "r", "measure": "s", "per": "month", "atLeast": 4, "unrecorded": "ignored",
              "finding": {"code": "low", "name": @T}, "cites": @C},
              {"id": "q", "measure": "n", "per": "year", "atLeast": 2, "unrecorded": "zero",
              "finding": {"code": "low", "name": @T}, "cites": @C}]
            """);

        Codes(scheme.Year([.. Entries(entries)])).Should().Be(findings);
    }

    private static IEnumerable<Entry> Entries(string text)
    {
        foreach (var part in text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split(' ')))
            yield return Entry(part[0], $"2026-{part[1]}", part.Length > 2 ? part[2] : null);
    }

    private static Scheme Attendance(string unrecorded) => Scheme($$"""
        "records": [{"code": "came", "name": @T}, {"code": "missed", "name": @T}],
        "measures": [
          {"id": "came", "name": @T, "entries": {"of": "came", "take": "count"}, "cites": @C},
          {"id": "called", "name": @T, "entries": {"anyOf": ["came", "missed"], "take": "count"}, "cites": @C},
          {"id": "rate", "name": @T, "ratio": {"of": "came", "by": "called", "as": "percent"}, "cites": @C}],
        "requirements": [{"id": "r", "measure": "rate", "per": "quarter", "atLeast": 80, "unrecorded": "{{unrecorded}}",
          "finding": {"code": "low", "name": @T}, "cites": @C}]
        """);
}
