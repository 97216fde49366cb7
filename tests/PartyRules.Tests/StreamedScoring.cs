using FsCheck.Fluent;
using FsCheck.Xunit;
using PartyRules.Cases;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Explanations;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Tests;

/// <summary>Subjects that come one by one, or as a stream to several workers, get what they get among all others.</summary>
public sealed class StreamedScoring
{
    private static readonly Scorer Member = new(BuiltInSchemes.Get("fengxian"), new ScorerOptions { Derivations = true });

    public static TheoryData<string> AssessedAlone => [.. BuiltInSchemes.Ids.Where(id => !BuiltInSchemes.Get(id).ComparesSubjects)];

    [Theory]
    [MemberData(nameof(AssessedAlone))]
    public async Task EveryWorkedCaseComesOutTheSame(string id)
    {
        var scorer = new Scorer(BuiltInSchemes.Get(id), new ScorerOptions { Derivations = true });
        foreach (var worked in SchemeCases.OfBuiltIn(id))
        {
            var expected = Texts(scorer.Score(worked.Subjects, worked.Entries, worked.Year, earlier: worked.Results));
            var records = Records(worked.Subjects, [.. worked.Entries.Reverse()]);
            var worker = scorer.CreateWorker(worked.Year, worked.Results);

            Texts(records.Where(record => record.Subject.Kind == scorer.Versions.SubjectKind)
                .Select(record => worker.Score(record.Subject, record.Entries)))
                .Should().Equal(expected, worked.Name.English);
            Texts(await scorer.ScoreAsync(records.ToAsyncEnumerable(), worked.Year, earlier: worked.Results).ToListAsync())
                .Should().Equal(expected, worked.Name.English);
        }
    }

    [Property(MaxTest = 8)]
    public async Task NeitherDegreeNorBatchSizeNorTheOrderOfEntriesChangesAResult(int seed)
    {
        var (subjects, entries) = Members(seed, 40);
        var expected = Texts(Member.Score(subjects, entries, 2026));
        var shuffled = Gen.Shuffle(entries).Sample(1, 1)[0];

        foreach (var (degree, batchSize) in new[] { (1, 1), (1, 7), (2, 1), (2, 16), (8, 3), (8, 100) })
        {
            var assessed = await Member.ScoreAsync(Records(subjects, shuffled).ToAsyncEnumerable(), 2026, degree, batchSize).ToListAsync();
            Texts(assessed).Should().Equal(expected, "degree {0}, batches of {1}", degree, batchSize);
        }
    }

    [Fact]
    public async Task SubjectsOfOtherKindsArePassedOverWhereTheCallerHasChecked()
    {
        var branch = new Subject { Id = "b1", Kind = "branch" };

        var records = Records([branch, Scored.Subject("m1")], []).ToAsyncEnumerable();
        (await Member.ScoreAsync(records, 2026, areFactsChecked: true).ToListAsync())
            .Select(assessment => assessment.Subject.Id).Should().Equal("m1");
        FluentActions.Invoking(() => Member.CreateWorker(2026, areFactsChecked: true).Score(branch, []))
            .Should().Throw<ArgumentException>().WithMessage("*'b1'*branch*member*");
    }

    [Fact]
    public void AnEntryAboutAnotherSubjectIsRefusedWhoeverHasChecked() =>
        FluentActions.Invoking(
            () => Member.CreateWorker(2026, areFactsChecked: true)
                .Score(Scored.Subject("m1"), [Scored.Entry("violation", "2026-01-01", subject: "m2")]))
            .Should().Throw<ArgumentException>().WithMessage("*'m2'*'m1'*");

    [Fact]
    public void ASchemeThatComparesSubjectsRefusesToScoreThemAlone()
    {
        var scorer = new Scorer(BuiltInSchemes.Get("yongxi"));

        FluentActions.Invoking(() => scorer.CreateWorker(2026))
            .Should().Throw<InvalidOperationException>().WithMessage("*'yongxi'*together*");
        FluentActions.Invoking(() => scorer.ScoreAsync(AsyncEnumerable.Empty<SubjectRecord>(), 2026))
            .Should().Throw<InvalidOperationException>().WithMessage("*'yongxi'*together*");
    }

    [Fact]
    public void EntriesInChronologicalOrderAreNeitherCopiedNorSorted()
    {
        Entry[] entries = [Scored.Entry("task.target", "2026-01-01", "5"), Scored.Entry("task.target", "2026-02-01", "5")];

        DossierOf(entries).Entries.Should().BeSameAs(entries);
        DossierOf([.. entries.Reverse()]).Entries.Should().Equal(entries);
    }

    [Fact]
    public async Task AFailingRuleEndsTheStreamAfterTheSubjectsBefore()
    {
        var scorer = new Scorer(BuiltInSchemes.Get("fengxian"), new ScorerOptions { Rules = [new FailsForM3()] });
        var assessed = new List<string>();

        var act = async () =>
        {
            var records = Records([.. Enumerable.Range(1, 9).Select(i => Scored.Subject($"m{i}"))], []).ToAsyncEnumerable();
            await foreach (var assessment in scorer.ScoreAsync(records, 2026, degreeOfParallelism: 2, batchSize: 2))
                assessed.Add(assessment.Subject.Id);
        };

        (await act.Should().ThrowAsync<RuleEvaluationException>()).Which.RuleName.Should().Be("fails-for-m3");
        assessed.Should().Equal("m1", "m2");
    }

    private static Dossier DossierOf(IReadOnlyList<Entry> entries) =>
        Facts(Member.CreateWorker(2026).Score(Scored.Subject("m1"), entries).Derivation!).OfType<Dossier>().First();

    private static IEnumerable<object> Facts(Derivation derivation) => derivation.Premises.SelectMany(Facts).Prepend(derivation.Fact);

    private static List<SubjectRecord> Records(IReadOnlyList<Subject> subjects, IReadOnlyList<Entry> entries)
    {
        var entriesOf = entries.ToLookup(entry => entry.Subject, StringComparer.Ordinal);
        return [.. subjects.Select(subject => new SubjectRecord(subject, [.. entriesOf[subject.Id]]))];
    }

    /// <summary>Everything an assessment says, derivation included.</summary>
    private static List<string> Texts(IEnumerable<Assessment> assessments) =>
        [.. assessments.Select(assessment => Explainer.Explain(assessment, Language.English))];

    private static (List<Subject> Subjects, Entry[] Entries) Members(int seed, int count)
    {
        var chance = new Random(seed);
        var subjects = Enumerable.Range(1, count)
            .Select(i => Scored.Subject($"m{i}", i % 3 == 0 ? "no-post" : "in-post", previousGrade: i % 5 == 0 ? "qualified" : ""))
            .ToList();
        string[] items =
        [
            "task.target", "task.unit", "pledge.common", "base.study", "base.conduct", "reward.bravery", "commendation", "violation",
            "exemption.wish",
        ];
        var entries = subjects.SelectMany(subject => Enumerable.Range(0, chance.Next(12)).Select(i => new Entry
        {
            Id = $"{subject.Id}-{i}",
            Subject = subject.Id,
            Item = items[chance.Next(items.Length)],
            Date = new DateOnly(chance.Next(8) == 0 ? 2025 : 2026, 1 + chance.Next(12), 1 + chance.Next(28)),
            Value = chance.Next(9),
            Level = "county",
        }));
        return (subjects, [.. entries]);
    }

    [Name("fails-for-m3")]
    private sealed class FailsForM3 : Rule
    {
        public override void Define()
        {
            Dossier dossier = null!;
            When().Match(() => dossier, d => d.Subject.Id == "m3" && d.Subject.Attributes["missing"].Length > 0);
            Then()
                .Yield(_ => new Results.Outcome(
                    dossier.Subject, dossier.Period, OutcomeKind.Finding, "never", new LocalText("示例", "Example"), null, null));
        }
    }
}
