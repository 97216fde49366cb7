using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PartyRules.AspNetCore.Answers;
using PartyRules.AspNetCore.Requests;

namespace PartyRules.AspNetCore.Endpoints;

/// <summary>Turns whatever goes wrong into problem details. What is not the sender's fault is logged, and not told.</summary>
internal sealed partial class FaultFilter(Language otherwise) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context).ConfigureAwait(false);
        }
        catch (RequestException exception)
        {
            return ProblemAnswers.Refused(exception.Fault, exception.Problems, Negotiation.LanguageOf(http, otherwise));
        }
        catch (BadHttpRequestException exception)
        {
            var fault = exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? RequestFault.TooLarge : RequestFault.Malformed;
            return ProblemAnswers.Refused(fault, [], Negotiation.LanguageOf(http, otherwise));
        }
#pragma warning disable CA1031 // Whatever it is, nobody outside is told of it.
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            return TypedResults.StatusCode(ProblemAnswers.SenderHasGone);
        }
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var logger = http.RequestServices.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
            Failed(logger.CreateLogger("PartyRules"), exception, http.Request.Path);
            return ProblemAnswers.Failed(Negotiation.LanguageOf(http, otherwise));
        }
    }

    [LoggerMessage(11, LogLevel.Error, "A request to {Path} failed")]
    private static partial void Failed(ILogger logger, Exception exception, string path);
}
