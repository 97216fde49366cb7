using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Tests;

/// <summary>What a caller gives is checked at every entry point, and refused with all that is wrong with it, each at its place.</summary>
public sealed class FactsThatAreRefused
{
    private static readonly Scorer Fengxian = new(BuiltInSchemes.Get("fengxian"));
    private static readonly Entry Right = Scored.Entry("task.target", "2026-01-25", "6");

    /// <summary>One mistake each: what is given, its code, and where it stands.</summary>
    private static readonly (string Name, Subject Subject, Entry[] Entries, string Problem)[] Mistakes =
    [
        ("item unknown", Scored.Subject("m1"), [Scored.Entry("task.tarqet", "2026-01-25", "6")], "fact.unknown-item entries[0].item"),
        ("category unknown", Scored.Subject("m1", category: "orgam"), [Right], "fact.unknown-word subjects[0].category"),
        ("category missing", Scored.Subject("m1", category: ""), [Right], "fact.word-missing subjects[0].category"),
        ("employment unknown", Scored.Subject("m1", "inpost"), [Right], "fact.unknown-word subjects[0].employment"),
        ("grade unknown", Scored.Subject("m1", previousGrade: "A"), [Right], "fact.unknown-word subjects[0].previousGrade"),
        ("kind unknown", Subject("m1", "Member"), [Right], "fact.other-kind subjects[0].kind"),
        ("value negative", Scored.Subject("m1"), [Scored.Entry("task.target", "2026-01-25", "-6")], "fact.negative entries[0].value"),
        ("value missing", Scored.Subject("m1"), [Scored.Entry("task.target", "2026-01-25")], "fact.value-missing entries[0].value"),
        ("subject id empty", Subject("", "member"), [], "fact.id-missing subjects[0].id"),
        ("entry id empty", Scored.Subject("m1"), [Entry("", "m1", "task.target", new DateOnly(2026, 1, 25))],
            "fact.id-missing entries[0].id"),
        ("entry id twice", Scored.Subject("m1"), [Right, Right], "fact.duplicate-id entries[1].id"),
        ("date not set", Scored.Subject("m1"), [Entry("e", "m1", "task.target", default)], "fact.date-missing entries[0].date"),
        ("entry null", Scored.Subject("m1"), [null!, Right], "fact.null entries[0]"),
        ("item null", Scored.Subject("m1"), [Entry("e", "m1", null!, new DateOnly(2026, 1, 25))], "fact.null entries[0].item"),
        ("category null", Scored.Subject("m1", category: null!), [Right], "fact.null subjects[0].category"),
    ];

    public static TheoryData<string> Names => [.. Mistakes.Select(mistake => mistake.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EachMistakeIsToldAtItsPlaceByEveryEntryPoint(string name)
    {
        var (_, subject, entries, problem) = Array.Find(Mistakes, mistake => mistake.Name == name);
        var alone = problem.Replace("subjects[0]", "subject", StringComparison.Ordinal);
        var act = async () =>
            await Fengxian.ScoreAsync(new[] { new SubjectRecord(subject, entries) }.ToAsyncEnumerable(), 2026).ToListAsync();

        Codes(Fengxian.Check([subject], entries, 2026)).Should().Equal(problem);
        Refused(() => Fengxian.Score([subject], entries, 2026)).Should().Equal(problem);
        Refused(() => Fengxian.CreateWorker(2026).Score(subject, entries)).Should().Equal(alone);
        Codes((await act.Should().ThrowAsync<ProblemException>()).Which.Problems)
            .Should().Equal(alone.Replace(" ", " records[0].", StringComparison.Ordinal));
    }

    [Fact]
    public void AnAttributeThatIsLikelyASlipIsRefused()
    {
        var scheme = Drafts.Scheme(
            "\"components\": [" + Drafts.Component(
                $$""" "multipliers": [{"attribute": "coefficient", "otherwise": 1, "cites": @C}],{{Drafts.Only("a")}} """) + "]",
            attributes: """ "coefficient": {"name": @T, "kind": "number"} """);
        Subject Of(params (string Name, string Text)[] attributes) =>
            new() { Id = "m1", Kind = "member", Attributes = attributes.ToDictionary(pair => pair.Name, pair => pair.Text) };
        var scorer = new Scorer(scheme);

        var problem = scorer.Check([Of(("coeficient", "2"))], [], 2026).Should().ContainSingle().Subject;
        $"{problem.Code} {problem.Location}".Should().Be("fact.unknown-attribute subjects[0].coeficient");
        problem.Message.English.Should().Be("Nothing looks at 'coeficient'. Did you mean 'coefficient'?");
        problem.Message.Chinese.Should().Contain("coefficient");
        Refused(() => scorer.CreateWorker(2026).Score(Of(("Coefficient", "2")), []))
            .Should().Equal("fact.unknown-attribute subject.Coefficient");
        scorer.Check([Of(("coefficient", "2"), ("coeficient", "3"))], [], 2026).Should().BeEmpty("a host may keep more than a scheme asks");
        scorer.Check([Of(("phone", "1"))], [], 2026).Should().BeEmpty();
    }

    [Fact]
    public void EverythingIsToldAtOnceInTheOrderOfWhatWasGiven() =>
        Refused(() => Fengxian.Score(
            [Scored.Subject("m1"), null!, Scored.Subject("m1", category: "orgam"), Subject("b1", "branch")],
            [Scored.Entry("task.tarqet", "2026-01-25", "-6"), null!, Scored.Entry("task.target", "2026-01-25", "6", subject: "m2")],
            2026,
            earlier: [new EarlierResult("fengxain", "m1", Period.OfYear(2025))])).Should().Equal(
            "fact.null subjects[1]",
            "fact.unknown-word subjects[2].category",
            "fact.duplicate-id subjects[2].id",
            "fact.other-kind subjects[3].kind",
            "fact.negative entries[0].value",
            "fact.unknown-item entries[0].item",
            "fact.null entries[1]",
            "fact.unknown-subject entries[2].subject",
            "fact.unknown-scheme earlier[0].scheme");

    [Fact]
    public void AMessageSaysWhatToDoInBothLanguages()
    {
        var problem = Fengxian.Check([Scored.Subject("m1"), Scored.Subject("m1")], [], 2026).Single();

        problem.ToText(Language.English)
            .Should().Be("subjects[1].id: The identifier 'm1' already stands at subjects[0]. Give each its own, and give nothing twice.");
        problem.ToText(Language.ChineseSimplified).Should().Be("subjects[1].id: 编号“m1”已用于 subjects[0]。请使每个编号各不相同，同一内容只给一次");
    }

    [Fact]
    public void AnUnknownSubjectIsToldWithTheNearestOne() =>
        Fengxian.Check([Scored.Subject("member-1")], [Scored.Entry("task.target", "2026-01-25", "6", subject: "member-l")], 2026).Single()
            .Message.English.Should().Be("The subject 'member-l' is not among the subjects. Did you mean 'member-1'?");

    [Fact]
    public void ThousandProblemsAreEnough()
    {
        var told = Fengxian.Check(
            [], [.. Enumerable.Range(0, 5000).Select(i => Entry($"e{i}", "m1", "task.target", new DateOnly(2026, 1, 25)))], 2026);

        told.Should().HaveCount(1001);
        told[^1].Code.Should().Be("fact.more");
    }

    [Fact]
    public void TwoEarlierResultsOfOneSubjectSchemeAndPeriodAreRefused()
    {
        var scorer = new Scorer(BuiltInSchemes.Get("dayao-work"));
        var scheme = scorer.Versions.Of(2026).InputSchemes.First();
        EarlierResult[] earlier =
        [
            new(scheme, "m1", Period.OfYear(2026), 10), new(scheme, "m1", Period.OfYear(2025), 4),
            new(scheme, "m1", Period.OfYear(2026), 4),
            null!, new(scheme, "", default),
        ];
        string[] expected =
        [
            "fact.duplicate-result earlier[2]", "fact.null earlier[3]", "fact.id-missing earlier[4].subject",
            "fact.period-missing earlier[4].period",
        ];

        Codes(scorer.Check([], [], 2026, earlier)).Should().Equal(expected);
        Refused(() => scorer.Score([], [], 2026, earlier: earlier)).Should().Equal(expected);
        if (!scorer.ComparesSubjects(2026))
        {
            Refused(() => scorer.CreateWorker(2026, earlier)).Should().Equal(expected);
            Refused(() => scorer.ScoreAsync(AsyncEnumerable.Empty<SubjectRecord>(), 2026, earlier: earlier)).Should().Equal(expected);
        }
    }

    [Fact]
    public void ADayWithoutAVersionIsRefusedByAWorkerToo()
    {
        var scheme = SchemeReader.Read(
            System.Text.Encoding.UTF8.GetBytes(Drafts.Expand($$"""
            {
              "id": "t", "version": "1", "effective": {"from": "2026-03-01"}, "name": @T, "source": @T,
              "subjects": {"kind": "member"}, "round": "year",
              "components": [{{Drafts.Component(Drafts.Only("a"))}}]
            }
            """)),
            "march.json");
        var (scorer, subject) = (new Scorer(scheme), Subject("m1", "member"));

        Refused(() => scorer.CreateWorker(2026).Score(subject, [Scored.Entry("a", "2026-02-28", "1")]))
            .Should().Equal("scheme.none-in-force entries[0].date");
        scorer.CreateWorker(2026).Score(subject, [Scored.Entry("a", "2026-03-01", "1")]).Total!.Value.ToString().Should().Be("1");
        Refused(() => scorer.CreateWorker(2025)).Should().Equal("scheme.none-in-force ");
    }

    [Fact]
    public void AValueOnAnItemOfFixedWorthIsRefused()
    {
        var item = Drafts.Item("a", """{"each": 3}""");
        var scorer = new Scorer(Drafts.Scheme($""" "components": [{Drafts.Component($"\"items\": [{item}]")}] """));

        Refused(() => scorer.Score([Subject("m1", "member")], [Scored.Entry("a", "2026-01-25", "3")], 2026))
            .Should().Equal("fact.value-unused entries[0].value");
    }

    [Fact]
    public void WhoCompetesByParentNeedsOne() =>
        Refused(() => new Scorer(BuiltInSchemes.Get("dayao")).Score([Subject("m1", "member")], [], 2026))
            .Should().Equal("fact.parent-missing subjects[0].parent");

    [Fact]
    public async Task OneSubjectInTwoRecordsOfAStreamIsRefused()
    {
        var records = new[] { "m1", "m2", "m1" }.Select(id => new SubjectRecord(Scored.Subject(id), [])).ToAsyncEnumerable();
        var act = async () => await Fengxian.ScoreAsync(records, 2026).ToListAsync();

        (await act.Should().ThrowAsync<ProblemException>()).Which.Problems.Single().ToString()
            .Should().Be(
                "records[2].subject.id: The identifier 'm1' already stands at records[0].subject. Give each its own, and give nothing "
                + "twice.");
        (await Fengxian.ScoreAsync(records, 2026, areFactsChecked: true).ToListAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task ARecordThatIsNotThereIsRefused()
    {
        SubjectRecord?[] records = [new SubjectRecord(Scored.Subject("m1"), []), null];
        var act = async () => await Fengxian.ScoreAsync(records.ToAsyncEnumerable()!, 2026).ToListAsync();

        Codes((await act.Should().ThrowAsync<ProblemException>()).Which.Problems).Should().Equal("fact.null records[1]");
    }

    [Fact]
    public void AWorkerGoesOnAfterARefusalAndTakesTheSameSubjectAgain()
    {
        var worker = Fengxian.CreateWorker(2026);

        Refused(() => worker.Score(Scored.Subject("m1"), [Right, Right])).Should().HaveCount(1);
        worker.Score(Scored.Subject("m1"), [Right]).Total!.Value
            .ToString().Should().Be(worker.Score(Scored.Subject("m1"), [Right]).Total.ToString());
    }

    [Fact]
    public void WhoHasCheckedPassesOverSubjectsOfOtherKinds() =>
        Fengxian.Score(
            [Scored.Subject("m1"), Subject("b1", "branch")], [Scored.Entry("x", "2026-01-25", subject: "b1")], 2026, areFactsChecked: true)
            .Select(assessment => assessment.Subject.Id).Should().Equal("m1");

    [Fact]
    public void CheckingAValidSubjectAllocatesNothing()
    {
        Entry[] entries = [.. Enumerable.Range(1, 12).Select(month => Scored.Entry("task.target", $"2026-{month:00}-25", "6"))];
        var subject = Scored.Subject("m1");

        Allocated(Fengxian.CreateWorker(2026)).Should().Be(Allocated(Fengxian.CreateWorker(2026, areFactsChecked: true)));

        long Allocated(ScoringWorker worker)
        {
            for (var i = 0; i < 50; i++)
                worker.Score(subject, entries);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
                worker.Score(subject, entries);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        }
    }

    private static Subject Subject(string id, string kind) => new() { Id = id, Kind = kind, Category = "organ", Employment = "in-post" };

    private static Entry Entry(string id, string subject, string item, DateOnly date) =>
        new() { Id = id, Subject = subject, Item = item, Date = date, Value = 6 };

    private static List<string> Refused(Func<object> act) =>
        Codes(act.Should().Throw<ProblemException>().Which.Problems);

    private static List<string> Codes(IEnumerable<Problem> problems) =>
        [.. problems.Select(problem => $"{problem.Code} {problem.Location.Path}")];
}
