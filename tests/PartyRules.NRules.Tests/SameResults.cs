using PartyRules.Data;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.NRules.Tests.Populations;

namespace PartyRules.NRules.Tests;

/// <summary>The same rules on NRules and on the compiled evaluator, with the same facts.</summary>
public sealed class SameResults
{
    /// <summary>How many random populations each scheme is scored with.</summary>
    private const int HowMany = 100;

    /// <summary>The built-in schemes, and the samples, which use what no published system asks for.</summary>
    public static TheoryData<string> Schemes =>
    [
        .. BuiltInSchemes.Ids, "riverside", "lakeside", "hillside", "hillside-paths", "hillside-stars", "college", "wardens", "orchard",
        "harvest", "wardens-teams", "ferry", "market", "depot", "gardens-hill", "gardens-lake", "canal", "gatehouse", "hamlet",
        "counter-harbour",
    ];

    /// <summary>Those whose cases are run, with one whose calendar ends where random entries go on.</summary>
    public static TheoryData<string> SchemesOfCases
    {
        get
        {
            var all = Schemes;
            all.Add("counter");
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(SchemesOfCases))]
    public void EveryWorkedCaseComesOutAsWorkedOut(string id)
    {
        var scheme = Known(id);
        var scorer = OnNRules(scheme);

        CasesOf(scheme).SelectMany(known => known.Run(scorer)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("fengxian")]
    [InlineData("yongxi")]
    public void WorkedDataSetsGiveTheSameFile(string id)
    {
        var scheme = BuiltInSchemes.Get(id);
        var data = DataSetReader.Read(Path.Combine("cases", id), scheme);

        Text(scheme, OnNRules(scheme).Score(data.Subjects, data.Entries, data.Year))
            .Should().Be(Text(scheme, new Scorer(scheme).Score(data.Subjects, data.Entries, data.Year)));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void RandomPopulationsAreAssessedAlike(string id)
    {
        var scheme = Known(id);
        var (ours, theirs) = (new Scorer(scheme), OnNRules(scheme));
        for (var seed = 0; seed < HowMany; seed++)
        {
            var (subjects, entries, earlier) = Populations.Of(scheme, seed);
            var expected = Text(scheme, ours.Score(subjects, entries, Year, earlier: earlier, areFactsChecked: true));

            Text(scheme, theirs.Score(subjects, entries, Year, earlier: earlier, areFactsChecked: true))
                .Should().Be(expected, "seed {0}", seed);
        }
    }

    private static Scorer OnNRules(Scheme scheme) => new(scheme, new ScorerOptions { Engine = new NRulesEngine() });
}
