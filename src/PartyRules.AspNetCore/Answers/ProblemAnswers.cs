using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using PartyRules.AspNetCore.Requests;
using PartyRules.AspNetCore.Resources;
using PartyRules.Diagnostics;

namespace PartyRules.AspNetCore.Answers;

/// <summary>Says what is wrong as problem details, in the language of whoever asks.</summary>
internal static class ProblemAnswers
{
    /// <summary>The status of a request whose sender has gone.</summary>
    public const int SenderHasGone = 499;

    /// <summary>The answer to a request that is refused.</summary>
    /// <param name="fault">What kind of fault it is.</param>
    /// <param name="problems">All that is wrong.</param>
    /// <param name="language">The language.</param>
    public static IResult Refused(RequestFault fault, IReadOnlyList<Problem> problems, Language language)
    {
        var (status, name) = fault switch
        {
            RequestFault.Malformed => (StatusCodes.Status400BadRequest, "malformed"),
            RequestFault.UnknownScheme => (StatusCodes.Status404NotFound, "unknown-scheme"),
            RequestFault.TooLarge => (StatusCodes.Status413PayloadTooLarge, "too-large"),
            RequestFault.UnsupportedType => (StatusCodes.Status415UnsupportedMediaType, "unsupported-type"),
            _ => (StatusCodes.Status422UnprocessableEntity, "refused"),
        };
        var detail = problems.Count == 1
            ? problems[0].Message.In(language)
            : Texts.Catalog.In(language, "detail.problems", problems.Count);
        return Of(status, name, detail, problems, language);
    }

    /// <summary>The answer where the fault is not in the request; it says nothing of what went wrong.</summary>
    /// <param name="language">The language.</param>
    public static IResult Failed(Language language) => Of(
        StatusCodes.Status500InternalServerError, "failed", Texts.Catalog.In(language, "detail.failed"), [], language);

    private static IResult Of(
        int status, string name, string detail, IReadOnlyList<Problem> problems, Language language) => TypedResults.Json(
        new ProblemAnswer(
            $"urn:partyrules:problem:{name}",
            Texts.Catalog.In(language, $"title.{name}"),
            status,
            detail,
            [.. problems.Select(problem => new ErrorAnswer(
                problem.Code, problem.Location.Path, problem.Location.Line, problem.Location.Column, problem.Message.In(language)))]),
        AnswerJson.Readable.ProblemAnswer,
        MediaTypeNames.Application.ProblemJson,
        status);
}
