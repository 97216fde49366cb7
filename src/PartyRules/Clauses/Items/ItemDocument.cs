using System.Text.Json.Serialization;
using PartyRules.Clauses.Appraisals;
using PartyRules.Clauses.Limits;
using PartyRules.Clauses.Worth;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Partitions;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Items;

/// <summary>
/// What an entry of one code means. The same code may stand several times in a scheme where the subjects or levels to
/// which the items apply exclude each other; at most one applies to an entry.
/// </summary>
internal sealed record ItemDocument
{
    /// <summary>The code that entries carry.</summary>
    public required string Code { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary><c>add</c> or <c>deduct</c>.</summary>
    [Words(typeof(ItemEffect))]
    public required string Effect { get; init; }

    /// <summary>How many points an entry is worth, as a magnitude.</summary>
    public required WorthDocument Worth { get; init; }

    /// <summary>Whom and which entries the item applies to; absent for all.</summary>
    public AppliesDocument? AppliesTo { get; init; }

    /// <summary>
    /// The dates of the entries to which the item applies, where an amount changes within the scheme's time; absent for all.
    /// </summary>
    public EffectiveDocument? Effective { get; init; }

    /// <summary>A cap of the item's own, kept before the component's; absent for none.</summary>
    public LimitDocument? Limit { get; init; }

    /// <summary>How ratings by several evaluators make one; absent where entries are added up.</summary>
    public AppraisalDocument? Appraisal { get; init; }

    /// <summary>What the item rests on; absent where it is the component's citation.</summary>
    public CitationDocument? Cites { get; init; }
}

/// <summary>Whom and what an item applies to. All members given must hold; a list holds where one of its words does.</summary>
internal sealed record AppliesDocument
{
    /// <summary>Categories of subjects; absent for all.</summary>
    public IReadOnlyList<string>? Category { get; init; }

    /// <summary>States of employment; absent for all.</summary>
    public IReadOnlyList<string>? Employment { get; init; }

    /// <summary>Levels of entries; absent for all, and for entries without a level.</summary>
    public IReadOnlyList<string>? Level { get; init; }

    /// <summary>Those who gave the entry; absent for all, and for entries that nobody is named for.</summary>
    public IReadOnlyList<string>? By { get; init; }
}

/// <summary>An item that carries no points.</summary>
internal sealed record RecordDocument
{
    /// <summary>The code that entries carry.</summary>
    public required string Code { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Whether entries must carry a value; false by default.</summary>
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
