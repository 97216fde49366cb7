using System.Text.Json.Serialization;
using PartyRules.Clauses.Aliases;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Outcomes;
using PartyRules.Clauses.Requirements;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Reading.Layered;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Layers;

/// <summary>What lower organisations may add to a scheme.</summary>
/// <seealso href="docs/schemes/clauses/layers.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed record LayersDocument
{
    /// <summary>The components to which they may add items.</summary>
    public IReadOnlyList<LayerItemsDocument> Items { get; init => field = value ?? []; } = [];

    /// <summary>Whether they may add records; false by default.</summary>
    public bool Records { get; init; }

    /// <summary>Whether they may add requirements; false by default.</summary>
    public bool Requirements { get; init; }

    /// <summary>The amounts that they may set, each within a range; all others are locked.</summary>
    public IReadOnlyList<LayerAmountDocument> Amounts { get; init => field = value ?? []; } = [];

    /// <summary>The words that they may choose, each among some; all others are locked.</summary>
    public IReadOnlyList<LayerWordDocument> Words { get; init => field = value ?? []; } = [];

    /// <summary>The kinds of outcome that they may add; none by default.</summary>
    public IReadOnlyList<string> Outcomes { get; init => field = value ?? []; } = [];

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>Which items may be added to a component.</summary>
internal sealed record LayerItemsDocument
{
    /// <summary>The component's identifier.</summary>
    public required string Component { get; init; }

    /// <summary>The effects that added items may have: <c>add</c>, <c>deduct</c> or both.</summary>
    public required IReadOnlyList<string> Effects { get; init; }

    /// <summary>
    /// The most points that one added item may count in a year; it must state such a limit, per round where the scheme has rounds.
    /// </summary>
    public required Points Maximum { get; init; }
}

/// <summary>An amount that may be set.</summary>
internal sealed record LayerAmountDocument
{
    /// <summary>
    /// Where it stands: the keys that lead to it, with identifiers for the parts of lists, such as <c>/components/task/limit/points</c>.
    /// </summary>
    public required string At { get; init; }

    /// <summary>The least it may be, included.</summary>
    public required Points AtLeast { get; init; }

    /// <summary>The most it may be, included.</summary>
    public required Points AtMost { get; init; }
}

/// <summary>A word that may be chosen.</summary>
internal sealed record LayerWordDocument
{
    /// <summary>Where it stands: the keys that lead to it, with identifiers for the parts of lists, such as <c>/ranking/ties</c>.</summary>
    public required string At { get; init; }

    /// <summary>The words of which it may be one.</summary>
    public required IReadOnlyList<string> OneOf { get; init; }
}

/// <summary>A word that a lower organisation chooses.</summary>
internal sealed record SetWordDocument
{
    /// <summary>Where it stands, as the higher scheme's <c>layers</c> writes it.</summary>
    public required string At { get; init; }

    /// <summary>The word.</summary>
    public required string Value { get; init; }

    /// <summary>What it rests on; becomes the citation of the clause that holds the word.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>A lower organisation's scheme exactly as it stands in its JSON file: a higher one's, and what is added to it.</summary>
internal sealed record LayerDocument
{
    /// <summary>The address of the JSON Schema, for editors; ignored here.</summary>
    [JsonPropertyName("$schema")]
    public string? JsonSchema { get; init; }

    /// <summary>The higher organisation's scheme.</summary>
    public required ExtendsDocument Extends { get; init; }

    /// <summary>The identifier of the lower organisation's scheme.</summary>
    public required string Id { get; init; }

    /// <summary>The version.</summary>
    public required string Version { get; init; }

    /// <summary>From when to when it is in force, within the higher scheme's dates.</summary>
    public required EffectiveDocument Effective { get; init; }

    /// <summary>The scheme's name.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The text that the additions rest on.</summary>
    public required LocalText Source { get; init; }

    /// <summary>Further words by which data may call what the schemes know; a lower organisation may always add some.</summary>
    public AliasesDocument? Aliases { get; init; }

    /// <summary>Amounts that are set within what the higher scheme leaves open, each for good or for a time.</summary>
    public IReadOnlyList<SetAmountDocument> Amounts { get; init => field = value ?? []; } = [];

    /// <summary>Words that are chosen among what the higher scheme leaves open.</summary>
    public IReadOnlyList<SetWordDocument> Words { get; init => field = value ?? []; } = [];

    /// <summary>What organisations below this one may add and set, never more than this one may; absent where they may nothing.</summary>
    public LayersDocument? Layers { get; init; }

    /// <summary>Items that are added.</summary>
    public IReadOnlyList<AddedItemDocument> Items { get; init => field = value ?? []; } = [];

    /// <summary>Records that are added.</summary>
    public IReadOnlyList<RecordDocument> Records { get; init => field = value ?? []; } = [];

    /// <summary>Outcomes that are added.</summary>
    public IReadOnlyList<OutcomeDocument> Outcomes { get; init => field = value ?? []; } = [];

    /// <summary>Requirements that are added.</summary>
    public IReadOnlyList<RequirementDocument> Requirements { get; init => field = value ?? []; } = [];
}

/// <summary>Which scheme is extended.</summary>
internal sealed record ExtendsDocument
{
    /// <summary>The identifier of the higher scheme: a file of that name in the same folder, or a built-in one.</summary>
    public required string Scheme { get; init; }

    /// <summary>Its version; a newer one has to be looked at first.</summary>
    public required string Version { get; init; }
}

/// <summary>An item that is added.</summary>
internal sealed record AddedItemDocument
{
    /// <summary>The component it is added to.</summary>
    public required string Component { get; init; }

    /// <summary>The item.</summary>
    public required ItemDocument Item { get; init; }
}
