using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using PartyRules.AspNetCore.Answers;
using PartyRules.AspNetCore.Requests;
using PartyRules.Diagnostics;
using PartyRules.Explanations;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using PartyRules.Verification;

namespace PartyRules.AspNetCore.Endpoints;

/// <summary>What each endpoint does.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Handlers(Func<IServiceProvider, IAssessmentService> serviceOf, RequestLimits limits, Language otherwise)
{
    /// <summary>Verifications last as long as their schemes; each is worked out once.</summary>
    private readonly ConditionalWeakTable<Scheme, Lazy<JsonElement>> verified = [];

    /// <summary>Lists the schemes.</summary>
    public IResult Schemes(HttpContext http)
    {
        var (service, language) = (serviceOf(http.RequestServices), LanguageOf(http));
        var schemes = service.SchemeIds.Select(id => SchemeAnswers.Summary(service.VersionsOf(id), language));
        return TypedResults.Json(new SchemesAnswer([.. schemes]), AnswerJson.Readable.SchemesAnswer);
    }

    /// <summary>Tells what words a scheme knows.</summary>
    public IResult Scheme(HttpContext http, string scheme) =>
        TypedResults.Json(SchemeAnswers.Whole(VersionsOf(http, scheme), LanguageOf(http)), AnswerJson.Readable.SchemeAnswer);

    /// <summary>Scores.</summary>
    public async Task<IResult> Score(HttpContext http, string scheme)
    {
        var versions = VersionsOf(http, scheme);
        var facts = await ReadAsync(http, versions, RequestJson.Default.ScoreRequest).ConfigureAwait(false);
        var results = Score(facts, serviceOf(http.RequestServices).For(scheme), http.RequestAborted);
        return TypedResults.Json(new ScoreAnswer([.. results.Select(result => result.ToRecord())]), AnswerJson.Readable.ScoreAnswer);
    }

    /// <summary>Explains the results of one subject.</summary>
    public async Task<IResult> Explain(HttpContext http, string scheme)
    {
        var (versions, language) = (VersionsOf(http, scheme), LanguageOf(http));
        var facts = await ReadAsync(http, versions, RequestJson.Default.ExplainRequest).ConfigureAwait(false);
        var whom = WhomOf(facts);
        CheckCode(facts, versions);
        var results = Score(facts, serviceOf(http.RequestServices).For(scheme).Explaining, http.RequestAborted);
        var accounts = results.Where(result => result.Subject.Id == whom).Select(result => new Account(
            result.ToRecord(),
            Explainer.Explain(result, language),
            Explainer.ClauseByClause(result, language),
            facts.Request.WhyNot is { } code && Explainer.CodesOf(result.Scheme).Contains(code)
                ? Explainer.WhyNot(result, code, language)
                : null));
        return TypedResults.Json(new ExplainAnswer([.. accounts]), AnswerJson.Readable.ExplainAnswer);
    }

    /// <summary>Says what holds for everybody.</summary>
    public async Task<IResult> Verification(HttpContext http, string scheme)
    {
        var versions = VersionsOf(http, scheme);
        var found = await Task.Run(() => versions.All.Select(Verified).ToList(), http.RequestAborted).ConfigureAwait(false);
        return TypedResults.Json(new VerificationAnswer(found), AnswerJson.Readable.VerificationAnswer);
    }

    private JsonElement Verified(Scheme scheme) => verified.GetValue(scheme, one => new Lazy<JsonElement>(() => Verify(one))).Value;

    private static JsonElement Verify(Scheme scheme)
    {
        using var json = new MemoryStream();
        SchemeVerifier.Verify(scheme).WriteJson(json);
        using var document = JsonDocument.Parse(json.GetBuffer().AsMemory(0, (int)json.Length));
        return document.RootElement.Clone();
    }

    private Language LanguageOf(HttpContext http) => Negotiation.LanguageOf(http, otherwise);

    private SchemeVersions VersionsOf(HttpContext http, string scheme)
    {
        try
        {
            return serviceOf(http.RequestServices).VersionsOf(scheme);
        }
        catch (ProblemException exception)
        {
            throw new RequestException(RequestFault.UnknownScheme, exception.Problems);
        }
    }

    private async Task<Facts<TRequest>> ReadAsync<TRequest>(HttpContext http, SchemeVersions versions, JsonTypeInfo<TRequest> type)
        where TRequest : ScoreRequest
    {
        var body = await Bodies.ReadAsync(http.Request, limits.BodyBytes).ConfigureAwait(false);
        return Facts<TRequest>.Read(body, type, versions.SubjectKind, limits);
    }

    private static IReadOnlyList<Assessment> Score<TRequest>(Facts<TRequest> facts, IScorer scorer, CancellationToken aborted)
        where TRequest : ScoreRequest
    {
        try
        {
            return scorer.Score(facts.Subjects, facts.Entries, facts.Year, earlier: facts.Earlier, cancellationToken: aborted);
        }
        catch (ProblemException exception)
        {
            throw new RequestException(RequestFault.Refused, [.. exception.Problems.Select(facts.Placed)]);
        }
    }

    private static string WhomOf(Facts<ExplainRequest> facts)
    {
        var ids = facts.Subjects.Select(subject => subject.Id).ToList();
        if (facts.Request.Subject is null && ids.Count == 1)
            return ids[0];
        if (facts.Request.Subject is { } whom && ids.Contains(whom))
            return whom;
        throw new RequestException(RequestFault.Refused,
        [
            facts.Request.Subject is { } unknown
                ? facts.Problem("request.unknown-subject", "$.subject", unknown, Resources.Texts.Catalog.Hint(unknown, ids))
                : facts.Problem("request.whom", "$", ids.Count),
        ]);
    }

    private static void CheckCode(Facts<ExplainRequest> facts, SchemeVersions versions)
    {
        var codes = versions.All.SelectMany(Explainer.CodesOf).Distinct().ToList();
        if (facts.Request.WhyNot is { } code && !codes.Contains(code))
            throw new RequestException(
                RequestFault.Refused,
                [facts.Problem("request.unknown-code", "$.whyNot", code, Resources.Texts.Catalog.Hint(code, codes))]);
    }
}
