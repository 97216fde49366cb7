using BenchmarkDotNet.Attributes;
using PartyRules.Data.Samples;
using PartyRules.Engine;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Benchmarks;

/// <summary>Totals and grades of 1,000 members with a year of entries, facts in memory, one thread. Figures are for one member.</summary>
[MemoryDiagnoser]
public class MemberScoring
{
    internal const int Members = 1000;
    private readonly Scorer scorer = new(BuiltInSchemes.Get("fengxian"));
    private readonly Evaluator rules = FluentMemberRules.Compile().CreateEvaluator();
    private ScoringWorker worker = null!;
    private ScoringWorker checking = null!;
    private readonly MicrosoftScorer microsoft = new();
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
        Entry[] Own(Subject subject) =>
            [.. bySubject[subject.Id].OrderBy(entry => entry.Date).ThenBy(entry => entry.Id, StringComparer.Ordinal)];
        entriesOf = [.. subjects.Select(Own)];
        worker = scorer.CreateWorker(2026, areFactsChecked: true);
        checking = scorer.CreateWorker(2026);
        for (var i = 0; i < Members; i++)
        {
            var expected = HandWrittenScorer.Score(subjects[i], entriesOf[i]);
            var assessed = worker.Score(subjects[i], entriesOf[i]);
            var ours = (assessed.Total, assessed.Grade?.Id ?? "");
            var fluent = (Total(rules, subjects[i], entriesOf[i]), Grade(rules, subjects[i], entriesOf[i]));
            var theirs = microsoft.Score(subjects[i], entriesOf[i]).GetAwaiter().GetResult();
            if (ours != expected || fluent != expected || theirs != expected)
                throw new InvalidOperationException(
                    $"{subjects[i].Id}: hand-written {expected}, PartyRules {ours}, fluent rules {fluent}, RulesEngine {theirs}.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Members)]
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

    /// <summary>
    /// The scheme as data, through the whole assessment: components, findings, proposals. The facts were checked before, as readers do.
    /// </summary>
    [Benchmark(OperationsPerInvoke = Members)]
    public int PartyRules() => Excellent(worker);

    /// <summary>The same for facts that nobody has checked, as is the default in code.</summary>
    [Benchmark(OperationsPerInvoke = Members)]
    public int PartyRulesChecking() => Excellent(checking);

    private int Excellent(ScoringWorker by)
    {
        var excellent = 0;
        for (var i = 0; i < subjects.Length; i++)
        {
            if (by.Score(subjects[i], entriesOf[i]).Grade?.Id == "excellent")
                excellent++;
        }

        return excellent;
    }

    /// <summary>The same totals and grades as six rules in the fluent language, straight on the engine.</summary>
    [Benchmark(OperationsPerInvoke = Members)]
    public int FluentRules()
    {
        var excellent = 0;
        for (var i = 0; i < subjects.Length; i++)
        {
            if (Grade(rules, subjects[i], entriesOf[i]) == "excellent")
                excellent++;
        }

        return excellent;
    }

    [Benchmark(OperationsPerInvoke = Members)]
    public async Task<int> MicrosoftRulesEngine()
    {
        var excellent = 0;
        for (var i = 0; i < subjects.Length; i++)
        {
            if ((await microsoft.Score(subjects[i], entriesOf[i]).ConfigureAwait(false)).Grade == "excellent")
                excellent++;
        }

        return excellent;
    }

    internal static string Grade(Evaluator evaluator, Subject subject, Entry[] entries)
    {
        evaluator.Reset();
        evaluator.Add(subject);
        evaluator.AddAll(entries);
        evaluator.Run();
        return evaluator.TryGetFirst<MemberGrade>(out var grade) ? grade.Grade : "";
    }

    private static Points? Total(Evaluator evaluator, Subject subject, Entry[] entries)
    {
        _ = Grade(evaluator, subject, entries);
        return evaluator.TryGetFirst<MemberTotal>(out var total) ? total.Points : null;
    }
}
