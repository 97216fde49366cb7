using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Notices;

/// <summary>How results are put up so that everybody can object before anything is decided.</summary>
internal sealed record NoticeDocument
{
    [Words(typeof(NoticeNames))]
    public required string Names { get; init; }

    public required int ObjectionDays { get; init; }

    public required LocalText Objections { get; init; }

    public required CitationDocument Cites { get; init; }
}
