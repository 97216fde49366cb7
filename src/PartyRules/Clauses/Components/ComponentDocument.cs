using PartyRules.Clauses.Inputs;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Limits;
using PartyRules.Clauses.Multipliers;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Components;

/// <summary>One part of the total.</summary>
internal sealed record ComponentDocument
{
    /// <summary>The identifier; results have a column <c>component.&lt;id&gt;</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The points everybody starts with; deductions count down from here.</summary>
    public required Points Start { get; init; }

    /// <summary>The lowest score. Must be stated; null for no minimum.</summary>
    public required Points? Minimum { get; init; }

    /// <summary>The highest score. Must be stated; null for an open component.</summary>
    public required Points? Maximum { get; init; }

    /// <summary>A cap on what all items together count within a window; absent for none.</summary>
    public LimitDocument? Limit { get; init; }

    /// <summary>True where the result is incomplete without at least one entry in this component; false by default.</summary>
    public bool Required { get; init; }

    /// <summary>
    /// The percentage of the component's score that counts in the total. Where one component has a weight all have, and they sum to 100.
    /// </summary>
    public Points? Weight { get; init; }

    /// <summary>What the component's points are multiplied by, one after the other, before its bounds are kept.</summary>
    public IReadOnlyList<MultiplierDocument> Multipliers { get; init => field = value ?? []; } = [];

    /// <summary>Other results whose totals count towards the component.</summary>
    public IReadOnlyList<CarriedDocument> Carries { get; init => field = value ?? []; } = [];

    /// <summary>
    /// The name of rules in code that give the component points beside its items; absent for none. An application registers them; without
    /// them the scheme cannot be scored with.
    /// </summary>
    public string? Rules { get; init; }

    /// <summary>What counts towards the component; empty only where it carries other results, or where rules give its points.</summary>
    public required IReadOnlyList<ItemDocument> Items { get; init; }

    /// <summary>What the component rests on.</summary>
    public required CitationDocument Cites { get; init; }
}
