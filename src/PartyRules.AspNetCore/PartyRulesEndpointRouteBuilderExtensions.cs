using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PartyRules.AspNetCore.Answers;
using PartyRules.AspNetCore.Endpoints;
using PartyRules.AspNetCore.Requests;
using PartyRules.Scoring;

namespace PartyRules.AspNetCore;

/// <summary>Maps the endpoints of the library.</summary>
public static class PartyRulesEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the endpoints: <c>GET schemes</c>, <c>GET schemes/{scheme}</c>, <c>GET schemes/{scheme}/verification</c>,
    /// <c>POST schemes/{scheme}/score</c> and <c>POST schemes/{scheme}/explain</c>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// They ask the <see cref="IAssessmentService"/> of the application. Whatever is wrong with a request is answered as problem details
    /// (RFC 9457), all at once, each problem with its JSON path, line and column, in the language of <c>Accept-Language</c>: 400 for what
    /// is no JSON of the right shape, 404 for an unknown scheme, 413 for too much, 415 for another type of body, 422 for facts that the
    /// scheme refuses. Where something goes wrong in the application, the answer is 500 and says nothing of it; the log does.
    /// </para>
    /// <para>
    /// Whoever can reach the endpoints can use them: ask for what the application needs on what is returned, such as
    /// <c>RequireAuthorization()</c> and <c>RequireRateLimiting("scoring")</c>.
    /// </para>
    /// </remarks>
    /// <param name="endpoints">The application's routes.</param>
    /// <param name="prefix">What stands before the paths; <c>/partyrules</c> by default.</param>
    /// <param name="options">What the endpoints take; null, the default, for the defaults.</param>
    /// <returns>The group, for what holds for all of them.</returns>
    public static RouteGroupBuilder MapPartyRules(
        this IEndpointRouteBuilder endpoints, string prefix = "/partyrules", PartyRulesEndpointOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        var taken = options ?? new PartyRulesEndpointOptions();
        var limits = new RequestLimits(taken.MaximumBodyBytes, taken.MaximumSubjects, taken.MaximumEntries);
        var handlers = new Handlers(services => ServiceOf(services, taken.ServiceKey), limits, taken.DefaultLanguage);
        var group = endpoints.MapGroup(prefix);
        group.WithTags("PartyRules").AddEndpointFilter(new FaultFilter(taken.DefaultLanguage));

        group.MapGet("/schemes", handlers.Schemes)
            .WithSummary("The schemes that are offered, with their versions.")
            .Produces<SchemesAnswer>();
        group.MapGet("/schemes/{scheme}", handlers.Scheme)
            .WithSummary("A scheme, with the words that subjects and entries may use.")
            .Produces<SchemeAnswer>().Refuses(StatusCodes.Status404NotFound);
        group.MapGet("/schemes/{scheme}/verification", handlers.Verification)
            .WithSummary("What the scheme says about everybody, proved or refuted without data.")
            .Produces<VerificationAnswer>().Refuses(StatusCodes.Status404NotFound);
        group.MapPost("/schemes/{scheme}/score", handlers.Score)
            .WithSummary("Scores subjects for a year.")
            .Accepts<ScoreRequest>(MediaTypeNames.Application.Json)
            .Produces<ScoreAnswer>().RefusesBodies();
        group.MapPost("/schemes/{scheme}/explain", handlers.Explain)
            .WithSummary("Tells how the results of one subject came about, and why it has not a certain grade or outcome.")
            .Accepts<ExplainRequest>(MediaTypeNames.Application.Json)
            .Produces<ExplainAnswer>().RefusesBodies();
        return group;
    }

    private static IAssessmentService ServiceOf(IServiceProvider services, object? key) => key is null
        ? services.GetRequiredService<IAssessmentService>()
        : services.GetRequiredKeyedService<IAssessmentService>(key);

    private static RouteHandlerBuilder RefusesBodies(this RouteHandlerBuilder endpoint) => endpoint
        .Refuses(StatusCodes.Status400BadRequest)
        .Refuses(StatusCodes.Status404NotFound)
        .Refuses(StatusCodes.Status413PayloadTooLarge)
        .Refuses(StatusCodes.Status415UnsupportedMediaType)
        .Refuses(StatusCodes.Status422UnprocessableEntity);

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, int status) =>
        endpoint.Produces<ProblemAnswer>(status, MediaTypeNames.Application.ProblemJson);
}
