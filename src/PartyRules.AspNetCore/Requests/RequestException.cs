using PartyRules.Diagnostics;

namespace PartyRules.AspNetCore.Requests;

/// <summary>What is wrong with a request.</summary>
internal enum RequestFault
{
    /// <summary>It is not JSON of the right shape: 400.</summary>
    Malformed,

    /// <summary>There is no such scheme: 404.</summary>
    UnknownScheme,

    /// <summary>It is too large, or holds too many: 413.</summary>
    TooLarge,

    /// <summary>It does not call itself JSON: 415.</summary>
    UnsupportedType,

    /// <summary>It reads well, and the scheme refuses what it says: 422.</summary>
    Refused,
}

/// <summary>A request is refused.</summary>
/// <param name="fault">What kind of fault it is.</param>
/// <param name="problems">Every problem found.</param>
#pragma warning disable CA1064 // Nobody outside meets it: it becomes an answer.
internal sealed class RequestException(RequestFault fault, IReadOnlyList<Problem> problems) : Exception(string.Join('\n', problems))
#pragma warning restore CA1064
{
    /// <summary>What kind of fault it is.</summary>
    public RequestFault Fault { get; } = fault;

    /// <summary>Every problem found.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
