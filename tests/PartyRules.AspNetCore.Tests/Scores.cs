using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartyRules.Cases;
using PartyRules.Explanations;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.AspNetCore.Tests;

/// <summary>What the endpoints answer is what the library says.</summary>
public sealed class Scores
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> Schemes => ["fengxian", "yongxi", "yancheng-branches", "taiqian", "thresholds"];

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task EveryWorkedCaseScoresAsTheLibraryDoes(string id)
    {
        await using var web = await Web.StartAsync(add: services => services.AddPartyRules());
        var scorer = new Scorer(BuiltInSchemes.Get(id));
        foreach (var worked in SchemeCases.OfBuiltIn(id))
        {
            var answer = await web.PostAsync($"schemes/{id}/score", Body(worked));

            answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
            var expected = scorer.Score(worked.Subjects, worked.Entries, worked.Year, earlier: worked.Results);
            answer.Json.GetProperty("results").GetRawText().Should().Be(JsonSerializer.Serialize(
                JsonDocument.Parse(JsonSerializer.Serialize(expected)).RootElement));
        }
    }

    [Theory]
    [InlineData("en", Language.English)]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", Language.ChineseSimplified)]
    [InlineData("en;q=0.2, zh-Hant;q=0.7", Language.ChineseSimplified)]
    [InlineData("fr, *", Language.English)]
    [InlineData("fr;q=1, zh;q=0", Language.English)]
    [InlineData(null, Language.English)]
    public async Task AnExplanationIsThatOfTheLibraryInTheLanguageThatIsAskedFor(string? asked, Language language)
    {
        await using var web = await Web.StartAsync();
        var worked = SchemeCases.OfBuiltIn("fengxian").First(one => one.Subjects.Count == 1);

        var answer = await web.PostAsync("schemes/fengxian/explain", Body(worked, "\"whyNot\": \"excellent\","), asked);

        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
        answer.Language.Should().Be(language.Code());
        var result = new Scorer(BuiltInSchemes.Get("fengxian"), new ScorerOptions { Derivations = true })
            .Score(worked.Subjects, worked.Entries, worked.Year, earlier: worked.Results).Single();
        var account = answer.Json.GetProperty("accounts").EnumerateArray().Single();
        account.GetProperty("explanation").GetString().Should().Be(Explainer.Explain(result, language));
        account.GetProperty("clauseByClause").GetString().Should().Be(Explainer.ClauseByClause(result, language));
        account.GetProperty("whyNot").GetString().Should().Be(Explainer.WhyNot(result, "excellent", language));
        account.GetProperty("result").Deserialize<AssessmentRecord>()!.Total.Should().Be(result.Total);
    }

    [Fact]
    public async Task OneAmongThoseThatCompeteIsExplainedRoundByRound()
    {
        await using var web = await Web.StartAsync();
        var worked = SchemeCases.OfBuiltIn("yancheng-branches").First(one => one.Subjects.Count > 1);
        var whom = worked.Subjects[1].Id;

        var answer = await web.PostAsync("schemes/yancheng-branches/explain", Body(worked, $"\"subject\": \"{whom}\","));

        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
        var accounts = answer.Json.GetProperty("accounts").EnumerateArray().ToList();
        accounts.Should().NotBeEmpty().And.OnlyContain(
            account => account.GetProperty("result").GetProperty("subject").GetString() == whom
                && account.GetProperty("explanation").GetString()!.Length > 0);
    }

    [Fact]
    public async Task SchemesAreListedInTheLanguageThatIsAskedFor()
    {
        await using var web = await Web.StartAsync();
        var scheme = BuiltInSchemes.Get("fengxian");

        var english = (await web.GetAsync("schemes", "en")).Json.GetProperty("schemes").EnumerateArray().ToList();
        var chinese = (await web.GetAsync("schemes", "zh-Hans")).Json.GetProperty("schemes").EnumerateArray().ToList();

        english.Select(one => one.GetProperty("id").GetString()).Should().Equal("fengxian", "yancheng-branches");
        english[0].GetProperty("name").GetString().Should().Be(scheme.Name.English);
        chinese[0].GetProperty("name").GetString().Should().Be(scheme.Name.Chinese);
        english[0].GetProperty("versions").EnumerateArray().Single().GetProperty("contentHash").GetString()
            .Should().Be(scheme.ContentHash);
    }

    [Fact]
    public async Task ASchemeTellsItsWords()
    {
        await using var web = await Web.StartAsync();

        var scheme = (await web.GetAsync("schemes/fengxian")).Json;

        scheme.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()).Should().Contain("task.target");
        scheme.GetProperty("grades").EnumerateArray().Select(grade => grade.GetProperty("code").GetString())
            .Should().Equal(BuiltInSchemes.Get("fengxian").Grades!.Bands.Select(band => band.Id));
    }

    [Fact]
    public async Task VerificationIsThatOfTheLibrary()
    {
        await using var web = await Web.StartAsync(add: services => services.AddPartyRules());
        using var expected = new MemoryStream();
        Verification.FindingsWriter.WriteJson(Verification.SchemeVerifier.Verify(BuiltInSchemes.Get("thresholds")), expected);

        var first = await web.GetAsync("schemes/thresholds/verification");
        var second = await web.GetAsync("schemes/thresholds/verification");

        JsonSerializer.Serialize(first.Json.GetProperty("versions")[0]).Should().Be(
            JsonSerializer.Serialize(JsonDocument.Parse(expected.ToArray()).RootElement));
        second.Text.Should().Be(first.Text);
    }

    [Fact]
    public async Task OpenApiTellsTheEndpointsAndTheirBodies()
    {
        await using var web = await Web.StartAsync();

        var document = JsonDocument.Parse(await web.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).RootElement;

        document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Should().BeEquivalentTo(
            "/partyrules/schemes",
            "/partyrules/schemes/{scheme}",
            "/partyrules/schemes/{scheme}/verification",
            "/partyrules/schemes/{scheme}/score",
            "/partyrules/schemes/{scheme}/explain");
        var score = document.GetProperty("paths").GetProperty("/partyrules/schemes/{scheme}/score").GetProperty("post");
        score.GetProperty("responses").EnumerateObject().Select(response => response.Name)
            .Should().BeEquivalentTo("200", "400", "404", "413", "415", "422");
        var entry = document.GetProperty("components").GetProperty("schemas").GetProperty("EntryRequest").GetProperty("properties");
        entry.EnumerateObject().Select(property => property.Name).Should().Contain(["id", "subject", "item", "date", "value", "ref", "by"]);
        document.GetProperty("components").GetProperty("schemas").GetRawText().Should().Contain("at most six decimals");
    }

    [Fact]
    public async Task AFakeOfTheHostIsAsked()
    {
        await using var web = await Web.StartAsync(add: services => services.AddSingleton<IAssessmentService>(new OneScheme()));

        (await web.GetAsync("schemes")).Json.GetProperty("schemes")[0].GetProperty("id").GetString().Should().Be("thresholds");
    }

    [Fact]
    public async Task ASetUnderAKeyHasEndpointsOfItsOwn()
    {
        await using var web = await Web.StartAsync(
            new PartyRulesEndpointOptions { ServiceKey = "county" },
            services => services.AddKeyedPartyRules("county", options => options.Offer("yongxi")));

        (await web.GetAsync("schemes")).Json.GetProperty("schemes").GetArrayLength().Should().Be(1);
    }

    /// <summary>The body that says what a worked case says.</summary>
    internal static string Body(SchemeCase worked, string more = "") => $$"""
        {
          {{more}}
          "year": {{worked.Year}},
          "subjects": {{JsonSerializer.Serialize(worked.Subjects.Select(subject => new
    {
        subject.Id,
        Name = NullIf(subject.Name),
        subject.Kind,
        Parent = NullIf(subject.Parent),
        Category = NullIf(subject.Category),
        Employment = NullIf(subject.Employment),
        PreviousGrade = NullIf(subject.PreviousGrade),
        subject.Attributes,
    }), CamelCase)}},
          "entries": {{JsonSerializer.Serialize(worked.Entries.Select(entry => new
    {
        entry.Id,
        entry.Subject,
        entry.Item,
        entry.Date,
        entry.Value,
        Level = NullIf(entry.Level),
        Ref = NullIf(entry.Reference),
        By = NullIf(entry.Evaluator),
        entry.Attributes,
    }), CamelCase)}},
          "earlier": {{JsonSerializer.Serialize(worked.Results.Select(result => new
    {
        result.Scheme,
        result.Subject,
        Parent = NullIf(result.Parent),
        Period = result.Period.ToString(),
        result.Total,
        Grade = NullIf(result.Grade),
        result.Rank,
    }), CamelCase)}}
        }
        """;

    private static string? NullIf(string text) => text.Length == 0 ? null : text;

    private sealed class OneScheme : IAssessmentService
    {
        public IReadOnlyList<string> SchemeIds => ["thresholds"];

        public Schemes.SchemeVersions VersionsOf(string schemeId) => BuiltInSchemes.Get(schemeId);

        public IScorer For(string schemeId) => throw new NotSupportedException();
    }
}
