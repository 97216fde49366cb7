using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PartyRules.Diagnostics;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.AspNetCore.Tests;

/// <summary>A gallery of broken requests: each is answered with all that is wrong, where it is, and nothing else.</summary>
public sealed class BrokenRequests
{
    private const string Score = "schemes/fengxian/score";
    private const string Member = """{ "id": "m1", "category": "organ", "employment": "in-post" }""";
    private const string Entry = """{ "id": "e1", "subject": "m1", "item": "task.target", "date": "2026-01-25", "value": 6 }""";

    /// <summary>A body, its status, and its errors.</summary>
    public static TheoryData<string, int, string[]> Bodies => new()
    {
        { "", 400, ["request.json-empty - 1:1"] },
        { "{", 400, ["request.json-not-closed - 1:2"] },
        { "hello", 400, ["request.json-quotes-missing - 1:1"] },
        { "[]", 400, ["request.wrong-kind $ 1:1"] },
        { "{}", 400, ["request.missing-key $ 1:1", "request.missing-key $ 1:1"] },
        { $$"""{ "year": 2026, "subjects": [{{Member}},] }""", 400, ["request.json-trailing-comma - 1:91"] },
        { $$"""{ "year": 2026, "year": 2025, "subjects": [{{Member}}] }""", 400, ["request.duplicate-key $ 1:17"] },
        {
            $$"""{ "year": "2026", "subjects": {{Member}} }""",
            400,
            ["request.wrong-kind $.year 1:11", "request.wrong-kind $.subjects 1:31"]
        },
        { $$"""{ "year": 0, "subjects": [{{Member}}] }""", 400, ["request.year $.year 1:11"] },
        { $$"""{ "year": 2026, "subject": [{{Member}}] }""", 400, ["request.unknown-key $ 1:17"] },
        {
            """{ "year": 2026, "subjects": [{ "ID": "m1" }], "entries": [{ "id": 1, "date": "25.1.2026", "value": "6" }] }""",
            400,
            [
                "request.unknown-key $.subjects[0] 1:32", "request.wrong-kind $.entries[0].id 1:67",
                "request.wrong-kind $.entries[0].date 1:78", "request.wrong-kind $.entries[0].value 1:100",
            ]
        },
        {
            """{ "year": 2026, "subjects": [{ "name": "A" }], "entries": [{ "note": "x" }], "earlier": [{ "period": "soon" }] }""",
            400,
            [
                "request.missing-key $.subjects[0] 1:30", "request.missing-key $.entries[0] 1:60", "request.missing-key $.entries[0] 1:60",
                "request.missing-key $.entries[0] 1:60", "request.missing-key $.entries[0] 1:60", "request.missing-key $.earlier[0] 1:90",
                "request.missing-key $.earlier[0] 1:90", "request.period $.earlier[0].period 1:102",
            ]
        },
        { "{ \"year\": 2026, \"subjects\": [" + Member + "], \"entries\": null }", 200, [] },
        { new string('[', 100) + new string(']', 100), 400, ["request.json-too-deep - 1:65"] },
        {
            $$"""{ "year": 2026, "subjects": [{{Member}}, {{Member}}], "entries": [{{Entry.Replace("target", "tarqet")}}] }""",
            422,
            ["fact.duplicate-id $.subjects[1].id 1:100", "fact.unknown-item $.entries[0].item 1:206"]
        },
        { $$"""{ "year": 1999, "subjects": [{{Member}}] }""", 422, ["scheme.none-in-force - -:-"] },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task EveryMistakeIsToldAtItsPlace(string body, int status, string[] errors)
    {
        await using var web = await Web.StartAsync();

        var english = await web.PostAsync(Score, body, "en");

        ((int)english.Status).Should().Be(status, english.Text);
        if (status == 200)
            return;
        english.Type!.MediaType.Should().Be("application/problem+json");
        english.Errors.Should().BeEquivalentTo(errors, english.Text);
        english.Json.GetProperty("status").GetInt32().Should().Be(status);
        var chinese = await web.PostAsync(Score, body, "zh-Hans");
        chinese.Errors.Should().Equal(english.Errors);
        chinese.Json.GetProperty("type").GetString().Should().Be(english.Json.GetProperty("type").GetString());
        foreach (var text in new[] { chinese.Json }.Concat(chinese.Json.GetProperty("errors").EnumerateArray()))
            text.GetProperty("detail").GetString().Should().MatchRegex("[\u4e00-\u9fff]");
        foreach (var text in new[] { english.Json }.Concat(english.Json.GetProperty("errors").EnumerateArray()))
            text.GetProperty("detail").GetString().Should().NotMatchRegex("[\u4e00-\u9fff]").And.NotContain("scheme.json");
    }

    [Fact]
    public async Task ASlipIsToldTheNearestWord()
    {
        await using var web = await Web.StartAsync();

        var answer = await web.PostAsync(
            Score, $$"""{ "year": 2026, "subjects": [{{Member}}], "entries": [{{Entry.Replace("target", "tarqet")}}] }""", "en");

        answer.Json.GetProperty("detail").GetString().Should().Contain("'task.tarqet'").And.Contain("'task.target'");
    }

    [Theory]
    [InlineData("schemes/fengxain")]
    [InlineData("schemes/fengxain/verification")]
    public async Task AnUnknownSchemeIsToldTheNearest(string path)
    {
        await using var web = await Web.StartAsync();

        var answer = await web.GetAsync(path, "en");

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        answer.Json.GetProperty("detail").GetString().Should().Contain("'fengxain'").And.Contain("'fengxian'");
        (await web.PostAsync("schemes/fengxain/score", "{}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await web.PostAsync("schemes/yongxi/explain", "{}")).Status.Should().Be(HttpStatusCode.NotFound, "it is not offered");
    }

    [Fact]
    public async Task MoreThanIsTakenIsRefusedAtOnce()
    {
        await using var web = await Web.StartAsync(new PartyRulesEndpointOptions
        {
            DefaultLanguage = Language.English,
            MaximumSubjects = 1,
            MaximumEntries = 0,
            MaximumBodyBytes = 1000,
        });

        var many = await web.PostAsync(Score, $$"""{ "year": 2026, "subjects": [{{Member}}, {{Member}}], "entries": [{{Entry}}] }""");
        var large = await web.PostAsync(Score, new string(' ', 1001));
        using var chunks = new StreamContent(new Endless());
        chunks.Headers.ContentType = new("application/json");
        var endless = await web.SendAsync(HttpMethod.Post, Score, chunks, null);

        many.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        many.Errors.Should().Equal("request.subjects $.subjects 1:29", "request.entries $.entries 1:166");
        large.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        large.Errors.Should().Equal("request.bytes - -:-");
        endless.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("text/plain", "utf-8")]
    [InlineData("application/json", "gb18030")]
    [InlineData("application/json", "utf-16")]
    public async Task WhatIsNotJsonInUtf8IsOfAnotherType(string type, string charset)
    {
        await using var web = await Web.StartAsync();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", $"{type}; charset={charset}");

        (await web.SendAsync(HttpMethod.Post, Score, content, null)).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task BytesThatAreNoUtf8AreToldWhereTheyStand()
    {
        await using var web = await Web.StartAsync();
        using var content = new ByteArrayContent([.. "{ \"year\": \""u8, 0xD6, 0xD0, .. "\" }"u8]);
        content.Headers.ContentType = new("application/json");

        var answer = await web.SendAsync(HttpMethod.Post, Score, content, "en");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Errors.Should().Equal("request.encoding - 1:12");
    }

    [Theory]
    [InlineData("", "request.whom $ 1:1")]
    [InlineData("\"subject\": \"m3\", ", "request.unknown-subject $.subject 1:14")]
    [InlineData("\"subject\": \"m1\", \"whyNot\": \"excelent\", ", "request.unknown-code $.whyNot 1:30")]
    public async Task AnExplanationNeedsToKnowOfWhomAndOfWhat(string more, string error)
    {
        await using var web = await Web.StartAsync();

        var answer = await web.PostAsync(
            "schemes/fengxian/explain",
            $$"""{ {{more}}"year": 2026, "subjects": [{{Member}}, {{Member.Replace("m1", "m2")}}] }""");

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity, answer.Text);
        answer.Errors.Should().Equal(error);
    }

    [Fact]
    public async Task NothingOfAFaultOfTheApplicationIsTold()
    {
        await using var web = await Web.StartAsync(add: services => services.AddSingleton<IAssessmentService>(new Faulty()));

        var answer = await web.PostAsync(Score, $$"""{ "year": 2026, "subjects": [{{Member}}] }""");

        answer.Status.Should().Be(HttpStatusCode.InternalServerError);
        answer.Type!.MediaType.Should().Be("application/problem+json");
        answer.Text.Should().NotContain("secret").And.NotContain("Exception").And.NotContain(" at ");
        answer.Json.GetProperty("errors").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task WhoeverGoesStopsTheWork()
    {
        var slow = new Slow();
        await using var web = await Web.StartAsync(add: services => services.AddSingleton<IAssessmentService>(slow));
        using var gone = new CancellationTokenSource();

        var asked = AskAsync(web.Client, gone.Token);
        await slow.Begun.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await gone.CancelAsync();

        await FluentActions.Awaiting(() => asked).Should().ThrowAsync<OperationCanceledException>();
        (await slow.Stopped.Task.WaitAsync(TimeSpan.FromMinutes(1))).Should().BeTrue();
    }

    private static async Task AskAsync(HttpClient client, CancellationToken gone)
    {
        using var content = new StringContent($$"""{ "year": 2026, "subjects": [{{Member}}] }""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri($"/partyrules/{Score}", UriKind.Relative), content, gone);
    }

    /// <summary>A host in which something goes wrong.</summary>
    private class Faulty : IAssessmentService, IScorer
    {
        public IReadOnlyList<string> SchemeIds => ["fengxian"];

        public SchemeVersions Versions => VersionsOf("fengxian");

        public DateOnly? AsOf => null;

        public IScorer Explaining => this;

        public SchemeVersions VersionsOf(string schemeId) => Reading.BuiltInSchemes.Get(schemeId);

        public IScorer For(string schemeId) => this;

        public bool ComparesSubjects(int year) => false;

        public IReadOnlyList<Problem> Check(
            IReadOnlyList<Subject> subjects, IReadOnlyList<Entry> entries, int year, IReadOnlyList<EarlierResult>? earlier = null) => [];

        public virtual IReadOnlyList<Assessment> Score(
            IReadOnlyList<Subject> subjects,
            IReadOnlyList<Entry> entries,
            int year,
            IProgress<int>? progress = null,
            IReadOnlyList<EarlierResult>? earlier = null,
            bool areFactsChecked = false,
            CancellationToken cancellationToken = default) => throw new InvalidOperationException("the secret of the host");

        public Assessment Score(
            Subject subject,
            IReadOnlyList<Entry> entries,
            int year,
            bool explain = false,
            IReadOnlyList<EarlierResult>? earlier = null,
            CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    /// <summary>A host that scores until whoever asked has gone.</summary>
    private sealed class Slow : Faulty
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<bool> Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override IReadOnlyList<Assessment> Score(
            IReadOnlyList<Subject> subjects,
            IReadOnlyList<Entry> entries,
            int year,
            IProgress<int>? progress = null,
            IReadOnlyList<EarlierResult>? earlier = null,
            bool areFactsChecked = false,
            CancellationToken cancellationToken = default)
        {
            Begun.SetResult();
            Stopped.SetResult(cancellationToken.WaitHandle.WaitOne(TimeSpan.FromMinutes(1)));
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>A body without an end.</summary>
    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
