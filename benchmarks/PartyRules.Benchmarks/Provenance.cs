using BenchmarkDotNet.Attributes;
using PartyRules.Data.Samples;
using PartyRules.Engine;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Benchmarks;

/// <summary>What recording derivations costs, for one member of 1,000, against the hand-written loop in the same run.</summary>
[MemoryDiagnoser]
public class Provenance
{
    private const int Members = 1000;
    private readonly Subject[] subjects = [.. SampleCounty.Subjects(Members, 7)];
    private readonly Evaluator rulesOff = FluentMemberRules.Compile().CreateEvaluator();
    private readonly Evaluator rulesOn = FluentMemberRules.Compile().CreateEvaluator(recordDerivations: true);
    private readonly ScoringWorker schemeOff = new Scorer(BuiltInSchemes.Get("fengxian")).CreateWorker(2026, areFactsChecked: true);
    private readonly ScoringWorker schemeOn = new Scorer(BuiltInSchemes.Get("fengxian"), new ScorerOptions { Derivations = true })
        .CreateWorker(2026, areFactsChecked: true);
    private Entry[][] entriesOf = [];

    [GlobalSetup]
    public void Setup()
    {
        var bySubject = SampleCounty.Entries(Members, 7, 2026).ToLookup(entry => entry.Subject);
        entriesOf = [.. subjects.Select(subject => bySubject[subject.Id].OrderBy(entry => entry.Date).ToArray())];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Members)]
    public int HandWritten() => Count((subject, entries) => HandWrittenScorer.Score(subject, entries).Grade);

    [Benchmark(OperationsPerInvoke = Members)]
    public int FluentRulesOff() => Count((subject, entries) => MemberScoring.Grade(rulesOff, subject, entries));

    [Benchmark(OperationsPerInvoke = Members)]
    public int FluentRulesOn() => Count((subject, entries) => MemberScoring.Grade(rulesOn, subject, entries));

    [Benchmark(OperationsPerInvoke = Members)]
    public int SchemeOff() => Count((subject, entries) => schemeOff.Score(subject, entries).Grade?.Id ?? "");

    [Benchmark(OperationsPerInvoke = Members)]
    public int SchemeOn() => Count((subject, entries) => schemeOn.Score(subject, entries).Grade?.Id ?? "");

    private int Count(Func<Subject, Entry[], string> grade)
    {
        var excellent = 0;
        for (var i = 0; i < subjects.Length; i++)
        {
            if (grade(subjects[i], entriesOf[i]) == "excellent")
                excellent++;
        }

        return excellent;
    }
}
