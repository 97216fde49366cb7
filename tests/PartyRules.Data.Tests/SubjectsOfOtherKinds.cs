using PartyRules.Data.Summaries;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>
/// A subject of a kind that the scheme does not assess is passed over, and told of; where nobody is left, that is an error.
/// </summary>
public sealed class SubjectsOfOtherKinds : IDisposable
{
    private const string Header = "id,kind,category,employment\n";
    private static readonly Scheme Fengxian = BuiltInSchemes.Get("fengxian");
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, bool> Ways => new()
    {
        { "csv", false },
        { "csv", true },
        { "jsonl", false },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void BranchesBesideTheirMembersAreANotice(string format, bool isShuffled)
    {
        Write([("b1", "branch"), ("b2", "党支部"), ("m1", "党员"), ("v1", "village")], format, isShuffled);

        var summary = Score();

        summary.Subjects.Should().Be(4);
        summary.Results.Should().Be(1);
        summary.OtherKinds.Subjects.Should().Be(3);
        summary.OtherKinds.Kinds.Should().Equal(new OtherKind("branch", 2, null), new OtherKind("village", 1, null));
        summary.OtherKinds.Notice!.English.Should()
            .Be("Subjects passed over: 3. fengxian 2026.1 assesses only the kind 'member', not 'branch' (2), 'village' (1).");
        summary.OtherKinds.Notice.Chinese.Should().Be("未参与评定的对象：3个。方案fengxian 2026.1只评定“member”类型的对象，不评定“branch”（2个）、“village”（1个）");
        File.ReadAllText(folder.File("results.csv")).Should().Contain("m1,2026,assessed,").And.NotContain("b1");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void AKindThatIsProbablyASlipIsNamedFirstWithTheWordThatWasMeant(string format, bool isShuffled)
    {
        Write([("a1", "branch"), ("m1", "member"), ("m2", "membr"), ("m3", "membr"), ("m4", "党圆")], format, isShuffled);

        Score().OtherKinds.Notice!.English.Should().Be(
            "Subjects passed over: 4. fengxian 2026.1 assesses only the kind 'member', not 'membr' (2; did you mean 'member'?), "
                + "'党圆' (1; did you mean '党员'?), 'branch' (1).");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void WhereNobodyIsOfTheKindNothingIsWritten(string format, bool isShuffled)
    {
        Write([("b1", "branch"), ("m1", "membr"), ("m2", "membr")], format, isShuffled);
        File.WriteAllText(folder.File("results.csv"), "earlier");

        var problems = FluentActions.Invoking(Score).Should().Throw<ProblemException>().Which.Problems;

        problems.Should().ContainSingle().Which.Should()
            .Be(FluentActions.Invoking(() => DataSetReader.Read(folder.Path, Fengxian)).Should()
            .Throw<ProblemException>().Which.Problems[0]);
        problems[0].ToText(Language.English).Should().Be(
            $"subjects.{format} [kind]: No subject is of the kind 'member' (or: 党员), the only one that fengxian 2026.1 assesses. "
                + $"Subjects read: 3, of the kinds "
            + "'membr' (2; did you mean 'member'?), 'branch' (1). Correct the kinds, or choose a scheme that assesses them.");
        problems[0].ToText(Language.ChineseSimplified).Should().Be(
            $"subjects.{format} [kind]: 没有类型为“member”（或：党员）的对象，而方案fengxian 2026.1只评定该类型；读到对象3个，类型为“membr”（2个，"
                + $"是否应为“member”？）、“branch”（1个）。请更正类型，或改用评定这些类型的方案");
        File.ReadAllText(folder.File("results.csv")).Should().Be("earlier");
        Directory.GetFiles(folder.Path).Should().HaveCount(3);
    }

    [Fact]
    public void OneMemberIsEnoughForANotice()
    {
        Write([("m1", "member"), .. Enumerable.Range(2, 50).Select(i => ($"m{i}", "membr"))], "csv", isShuffled: false);

        Score().OtherKinds.Kinds.Should().Equal(new OtherKind("membr", 50, "member"));
    }

    [Fact]
    public void ThatNobodyIsOfTheKindIsToldBesideOtherMistakes()
    {
        Write([("m1", "membr")], "csv", isShuffled: false);
        File.AppendAllText(folder.File("entries.csv"), "e9,m9,task.target,2026-01-05,1\n");

        FluentActions.Invoking(Score).Should().Throw<ProblemException>().Which.Problems.Select(problem => problem.Code).Should()
            .Equal("data.nobody", "data.unknown-subject");
    }

    [Fact]
    public void AKindThatIsMissingIsAMistakeOfItsOwn()
    {
        Write([("m1", "")], "csv", isShuffled: false);

        FluentActions.Invoking(Score).Should().Throw<ProblemException>().Which.Problems.Select(problem => problem.Code).Should()
            .Equal("data.empty");
    }

    [Fact]
    public void AnAliasOfTheKindIsTheKind()
    {
        var scheme = SchemeReader.Read(
            System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(BuiltInSchemes.Text("fengxian").Span)
            .Replace("\"levels\": {", "\"aliases\": {\"kinds\": {\"member\": [\"正式党员\"]}}, \"levels\": {",
                StringComparison.Ordinal)), "own.json");
        Write([("m1", "正式党员"), ("m2", "正武党员")], "csv", isShuffled: false);

        var summary = new ScoreRun(new Scorer(scheme)).Score(folder.Path, folder.File("results.csv"));

        summary.Results.Should().Be(1);
        summary.OtherKinds.Kinds.Should().Equal(new OtherKind("正武党员", 1, "正式党员"));
    }

    [Fact]
    public void AContestPassesOverMembersToo()
    {
        File.WriteAllText(folder.File("subjects.csv"), "id,kind,parent\nb1,branch,t1\nm1,member,b1\nb2,brnch,t1\n");
        File.WriteAllText(folder.File("entries.csv"), "id,subject,item,date,value\n");

        var summary = new ScoreRun(new Scorer(BuiltInSchemes.Get("yongxi")), new ScoreRunOptions { Year = 2026 })
            .ScoreTo(folder.Path, TextWriter.Null);

        summary.OtherKinds.Kinds.Should().Equal(new OtherKind("brnch", 1, "branch"), new OtherKind("member", 1, null));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public void OfThousandsOfKindsAHundredAreKeptTheSameOnEveryWay(int threads, bool isShuffled)
    {
        var kinds = Enumerable.Range(0, 5_000).Select(i => $"kind-{i * 7919 % 5_000:0000}").ToList();
        Write([.. kinds.Select((kind, i) => ($"s{i:00000}", kind)), .. kinds.Take(300)
            .Select((kind, i) => ($"t{i:00000}", kind)), ("u1", "member"), ("u2", "zmember")], "csv", isShuffled);
        var data = DataSetReader.Read(folder.Path, Fengxian);
        var results = new Scorer(Fengxian).Score(data.Subjects, data.Entries, data.Year, areFactsChecked: true);
        var expected = data.SummaryOf(Fengxian, results);

        var summary = Score(threads);

        summary.Should().BeEquivalentTo(expected);
        summary.OtherKinds.Subjects.Should().Be(5_301);
        summary.OtherKinds.Kinds.Should()
            .Equal([new("zmember", 1, "member"), .. Enumerable.Range(0, 99)
            .Select(i => new OtherKind($"kind-{i:0000}", kinds.IndexOf($"kind-{i:0000}") < 300 ? 2 : 1, null))]);
        summary.OtherKinds.Notice!.English.Should()
            .StartWith("Subjects passed over: 5301. fengxian 2026.1 assesses only the kind 'member', not 'zmember' (1; did you mean "
                + "'member'?), 'kind-0000' (2), ")
            .And.EndWith("(1), further kinds (5290).");
    }

    [Fact]
    public void AKindOfAnyLengthStandsCutInOneLine()
    {
        Write([("m1", "member"), ("m2", "\"x\n" + new string('长', 500) + "\"")], "csv", isShuffled: false);

        Score().OtherKinds.Notice!.English.Should().EndWith(new string('长', 298) + "…' (1).").And.NotContain("\n");
    }

    private RunSummary Score() => Score(threads: 2);

    private RunSummary Score(int threads) =>
        new ScoreRun(new Scorer(Fengxian), new ScoreRunOptions { Threads = threads, BlockBytes = 4096, RangeBytes = 20_000 })
            .Score(folder.Path, folder.File("results.csv"));

    /// <summary>
    /// Subjects with one entry each. Those out of order take the way through files of ranges, and a format other than CSV the one through
    /// memory.
    /// </summary>
    private void Write(IReadOnlyList<(string Id, string Kind)> subjects, string format, bool isShuffled)
    {
        var ordered = isShuffled ? subjects.Reverse().ToList() : subjects;
        var entries = ordered.Select((subject, i) => $"e{i:00000},{subject.Id},task.target,2026-01-05,1\n");
        File.WriteAllText(folder.File("entries.csv"), "id,subject,item,date,value\n" + string.Concat(entries));
        File.WriteAllText(folder.File($"subjects.{format}"), format == "csv"
            ? Header + string.Concat(ordered.Select(subject => $"{subject.Id},{subject.Kind},organ,in-post\n"))
            : string.Concat(ordered.Select(subject =>
                $$"""{"id":"{{subject.Id}}","kind":"{{subject.Kind}}","category":"organ","employment":"in-post"}""" + "\n")));
    }
}
