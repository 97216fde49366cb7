using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Tests;

/// <summary>Whoever doubts a finding scores its data set, and gets the results that it tells.</summary>
public sealed class ExamplesAreScoredAgain
{
    public static TheoryData<string> BuiltIn => [.. BuiltInSchemes.Ids];

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void WithTheSameResults(string id)
    {
        var scheme = BuiltInSchemes.Get(id);

        foreach (var finding in SchemeVerifier.Verify(scheme).Findings.Where(finding => finding.Example is not null))
            Results(scheme, finding.Example!).Should().Equal(finding.Example!.Results.Select(Told), finding.ToString());
    }

    private static IEnumerable<string> Results(Scheme scheme, Example example) =>
        new Scorer(scheme).Score(example.Subjects, example.Entries, example.Year, earlier: example.Earlier).Select(Told);

    private static string Told(Assessment result) => string.Join(
        '|',
        [
            result.Subject.Id,
            $"{result.Period}",
            $"{result.Status}",
            $"{result.Total}",
            $"{result.Grade}",
            $"{result.Rank}",
            .. result.Awards.Concat(result.Recommendations).Concat(result.Measures).Concat(result.Findings).Select(outcome => outcome.Code),
        ]);
}
