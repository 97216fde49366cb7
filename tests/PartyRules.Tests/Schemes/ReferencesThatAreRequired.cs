using PartyRules.Reading;
using PartyRules.Validation;

namespace PartyRules.Tests.Schemes;

/// <summary>A record says that its entries must carry a reference exactly where entries without one are refused.</summary>
public sealed class ReferencesThatAreRequired
{
    public static TheoryData<string> Ids => [.. BuiltInSchemes.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EachRecordSaysWhatTheCheckerDemands(string id)
    {
        var scheme = BuiltInSchemes.Get(id);
        var checker = new FactChecker(scheme);

        foreach (var record in scheme.Records)
        {
            var problems = new List<FactProblem>();
            checker.Check(
                new Entry { Id = "e1", Subject = "m1", Item = record.Code, Date = new DateOnly(2026, 1, 5), Value = 1 }, problems);

            problems.Exists(problem => problem.Code == "fact.reference-missing").Should().Be(record.IsReferenceRequired, record.Code);
        }
    }
}
