using BenchmarkDotNet.Attributes;
using PartyRules.Data.Samples;
using PartyRules.NRules;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Benchmarks;

/// <summary>
/// Totals and grades of 1,000 members by the scheme fengxian: the same rules on both engines. Figures are for one member.
/// </summary>
[MemoryDiagnoser]
public class MemberScoringOnNRules
{
    private const int Members = 1000;
    private readonly Scorer compiled = new(BuiltInSchemes.Get("fengxian"));
    private readonly Scorer bridged = new(BuiltInSchemes.Get("fengxian"), new ScorerOptions { Engine = new NRulesEngine() });
    private readonly NRulesSessions sessions = new(SessionMode.Open);
    private readonly NRulesSessions closed = new(SessionMode.Sealed);
    private Subject[] subjects = [];
    private Entry[] entries = [];
    private Entry[][] entriesOf = [];

    /// <summary>Makes the data, and refuses to measure contenders that disagree.</summary>
    [GlobalSetup]
    public void Setup()
    {
        subjects = [.. SampleCounty.Subjects(Members, 7)];
        entries = [.. SampleCounty.Entries(Members, 7, 2026)];
        var bySubject = entries.ToLookup(entry => entry.Subject);
        entriesOf = [.. subjects.Select(subject => bySubject[subject.Id].ToArray())];
        var (ours, theirs) = (compiled.Score(subjects, entries, 2026), bridged.Score(subjects, entries, 2026));
        var together = sessions.Score(subjects, entriesOf, 30).ToDictionary(assessment => assessment.Subject.Id);
        for (var i = 0; i < Members; i++)
        {
            var expected = HandWrittenScorer.Score(subjects[i], entriesOf[i]);
            foreach (var assessment in new[] { ours[i], theirs[i], together[subjects[i].Id] })
            {
                if ((assessment.Total, assessment.Grade?.Id ?? "") != expected)
                    throw new InvalidOperationException(
                        $"{subjects[i].Id}: hand-written {expected}, {assessment} {assessment.Total} {assessment.Grade?.Id}.");
            }
        }
    }

    [Benchmark(OperationsPerInvoke = Members)]
    public int HandWritten()
    {
        var excellent = 0;
        for (var i = 0; i < subjects.Length; i++)
        {
            if (HandWrittenScorer.Score(subjects[i], entriesOf[i]).Grade == "excellent")
                excellent++;
        }

        return excellent;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Members)]
    public int PartyRules() => compiled.Score(subjects, entries, 2026).Count;

    [Benchmark(OperationsPerInvoke = Members)]
    public int ScorerOnNRules() => bridged.Score(subjects, entries, 2026).Count;

    /// <summary>Open sessions that hold several members each.</summary>
    [Benchmark(OperationsPerInvoke = Members)]
    [Arguments(1)]
    [Arguments(10)]
    [Arguments(100)]
    public int OpenSessionsOf(int members) => sessions.Score(subjects, entriesOf, members).Count;

    /// <summary>Sealed sessions that hold several members each.</summary>
    [Benchmark(OperationsPerInvoke = Members)]
    [Arguments(1)]
    [Arguments(10)]
    [Arguments(100)]
    public int SealedSessionsOf(int members) => closed.Score(subjects, entriesOf, members).Count;
}
