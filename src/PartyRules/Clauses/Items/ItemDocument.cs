using System.Text.Json.Serialization;
using PartyRules.Clauses.Appraisals;
using PartyRules.Clauses.Limits;
using PartyRules.Clauses.Worth;
using PartyRules.Documents;

namespace PartyRules.Clauses.Items;

/// <summary>
/// What an entry of one code means. The same code may stand several times in a scheme where the subjects or levels to
/// which the items apply exclude each other; at most one applies to an entry.
/// </summary>
internal sealed record ItemDocument
{
    public required string Code { get; init; }

    public required LocalText Name { get; init; }

    [Words(typeof(ItemEffect))]
    public required string Effect { get; init; }

    public required WorthDocument Worth { get; init; }

    public AppliesDocument? AppliesTo { get; init; }

    public EffectiveDocument? Effective { get; init; }

    public LimitDocument? Limit { get; init; }

    public AppraisalDocument? Appraisal { get; init; }

    public CitationDocument? Cites { get; init; }
}

/// <summary>Whom and what an item applies to. All members given must hold; a list holds where one of its words does.</summary>
internal sealed record AppliesDocument
{
    public IReadOnlyList<string>? Category { get; init; }

    public IReadOnlyList<string>? Employment { get; init; }

    public IReadOnlyList<string>? Level { get; init; }

    public IReadOnlyList<string>? By { get; init; }
}

/// <summary>An item that carries no points.</summary>
internal sealed record RecordDocument
{
    public required string Code { get; init; }

    public required LocalText Name { get; init; }

    public bool ValueRequired { get; init; }
}

/// <summary>Whether an item adds or takes away.</summary>
internal enum ItemEffect
{
    [JsonStringEnumMemberName("add")]
    Add,
    [JsonStringEnumMemberName("deduct")]
    Deduct,
}
