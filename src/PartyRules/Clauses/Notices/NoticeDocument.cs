using PartyRules.Documents;
using PartyRules.Engine.Tracing;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Notices;

/// <summary>How results are put up so that everybody can object before anything is decided.</summary>
internal sealed record NoticeDocument
{
    /// <summary>
    /// How subjects are named: <c>masked</c> (the first character of the name, the last four of the identifier), <c>full</c> or <c>id</c>
    /// (the identifier alone).
    /// </summary>
    [Words(typeof(NoticeNames))]
    public required string Names { get; init; }

    /// <summary>For how many calendar days the notice is up, the first and the last included; 1 to 366.</summary>
    public required int ObjectionDays { get; init; }

    /// <summary>Who may object where and how, as the notice says it.</summary>
    public required LocalText Objections { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}
