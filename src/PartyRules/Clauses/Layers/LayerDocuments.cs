using System.Text.Json.Serialization;
using PartyRules.Clauses.Aliases;
using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Calendars;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Outcomes;
using PartyRules.Clauses.Rankings;
using PartyRules.Clauses.Requirements;
using PartyRules.Documents;

namespace PartyRules.Clauses.Layers;

/// <summary>What lower organisations may add to a scheme.</summary>
/// <seealso href="docs/schemes/clauses/layers.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed record LayersDocument
{
    public IReadOnlyList<LayerItemsDocument> Items { get; init => field = value ?? []; } = [];

    public bool Records { get; init; }

    public bool Requirements { get; init; }

    public bool Rankings { get; init; }

    public bool Calendar { get; init; }

    public IReadOnlyList<LayerAmountDocument> Amounts { get; init => field = value ?? []; } = [];

    public IReadOnlyList<LayerWordDocument> Words { get; init => field = value ?? []; } = [];

    public IReadOnlyList<string> Outcomes { get; init => field = value ?? []; } = [];

    public required CitationDocument Cites { get; init; }
}

/// <summary>Which items may be added to a component.</summary>
[FixedNumbers]
internal sealed record LayerItemsDocument
{
    public required string Component { get; init; }

    public required IReadOnlyList<string> Effects { get; init; }

    public required Points Maximum { get; init; }

    public Points? Each { get; init; }

    public int? AtMost { get; init; }
}

/// <summary>An amount that may be set.</summary>
[FixedNumbers]
internal sealed record LayerAmountDocument
{
    public required string At { get; init; }

    public required Points AtLeast { get; init; }

    public required Points AtMost { get; init; }
}

/// <summary>A word that may be chosen.</summary>
internal sealed record LayerWordDocument
{
    public required string At { get; init; }

    public required IReadOnlyList<string> OneOf { get; init; }
}

/// <summary>An amount that a lower organisation sets where a higher one leaves it open.</summary>
internal sealed record SetAmountDocument
{
    public required string At { get; init; }

    public required StatedAmount Value { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>A word that a lower organisation chooses.</summary>
internal sealed record SetWordDocument
{
    public required string At { get; init; }

    public required string Value { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>A lower organisation's scheme exactly as it stands in its JSON file: a higher one's, and what is added to it.</summary>
internal sealed record LayerDocument
{
    [JsonPropertyName("$schema")]
    public string? JsonSchema { get; init; }

    public required ExtendsDocument Extends { get; init; }

    public required string Id { get; init; }

    public required string Version { get; init; }

    public required EffectiveDocument Effective { get; init; }

    public required LocalText Name { get; init; }

    public required LocalText Source { get; init; }

    public AliasesDocument? Aliases { get; init; }

    public AddedYearsDocument? Calendar { get; init; }

    public IReadOnlyList<SetAmountDocument> Amounts { get; init => field = value ?? []; } = [];

    public IReadOnlyList<SetWordDocument> Words { get; init => field = value ?? []; } = [];

    public LayersDocument? Layers { get; init; }

    public IReadOnlyList<AddedItemDocument> Items { get; init => field = value ?? []; } = [];

    public IReadOnlyList<RecordDocument> Records { get; init => field = value ?? []; } = [];

    public IReadOnlyList<FurtherRankingDocument> Rankings { get; init => field = value ?? []; } = [];

    public IReadOnlyList<OutcomeDocument> Outcomes { get; init => field = value ?? []; } = [];

    public IReadOnlyList<RequirementDocument> Requirements { get; init => field = value ?? []; } = [];
}

/// <summary>Which scheme is extended.</summary>
internal sealed record ExtendsDocument
{
    public required string Scheme { get; init; }

    public required string Version { get; init; }
}

/// <summary>An item that is added.</summary>
internal sealed record AddedItemDocument
{
    public required string Component { get; init; }

    public required ItemDocument Item { get; init; }
}
