namespace PartyRules.Schemes.Documents;

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

    /// <summary>The percentage of the component's score that counts in the total. Where one component has a weight all have, and they sum to 100.</summary>
    public Points? Weight { get; init; }

    /// <summary>What the component's points are multiplied by, one after the other, before its bounds are kept.</summary>
    public IReadOnlyList<MultiplierDocument> Multipliers { get; init => field = value ?? []; } = [];

    /// <summary>Other results whose totals count towards the component.</summary>
    public IReadOnlyList<CarriedDocument> Carries { get; init => field = value ?? []; } = [];

    /// <summary>The name of rules in code that give the component points beside its items; absent for none. An application registers them; without them the scheme cannot be scored with.</summary>
    public string? Rules { get; init; }

    /// <summary>What counts towards the component; empty only where it carries other results, or where rules give its points.</summary>
    public required IReadOnlyList<ItemDocument> Items { get; init; }

    /// <summary>What the component rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>The most that counts within a window of time.</summary>
internal sealed record LimitDocument
{
    /// <summary>The window: <c>day</c>, <c>week</c>, <c>month</c>, <c>bimonth</c>, <c>quarter</c>, <c>half-year</c>, <c>year</c> or <c>round</c>. A week runs from Monday and ends with the year.</summary>
    [Words("day", "week", "month", "bimonth", "quarter", "half-year", "year", "round")]
    public required string Per { get; init; }

    /// <summary>The most points that count in one window, as a magnitude.</summary>
    public required Points Points { get; init; }

    /// <summary>The finding raised where more was recorded; absent for none.</summary>
    public FindingDocument? Finding { get; init; }

    /// <summary>What the limit rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>A finding raised by another clause.</summary>
internal sealed record FindingDocument
{
    /// <summary>The code in results.</summary>
    public required string Code { get; init; }

    /// <summary>What it says to people.</summary>
    public required LocalText Name { get; init; }
}

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
    [Words("add", "deduct")]
    public required string Effect { get; init; }

    /// <summary>How many points an entry is worth, as a magnitude.</summary>
    public required WorthDocument Worth { get; init; }

    /// <summary>Whom and which entries the item applies to; absent for all.</summary>
    public AppliesDocument? AppliesTo { get; init; }

    /// <summary>A cap of the item's own, kept before the component's; absent for none.</summary>
    public LimitDocument? Limit { get; init; }

    /// <summary>How ratings by several evaluators make one; absent where entries are added up.</summary>
    public AppraisalDocument? Appraisal { get; init; }

    /// <summary>What the item rests on; absent where it is the component's citation.</summary>
    public CitationDocument? Cites { get; init; }
}

/// <summary>How many points an entry is worth. Exactly one member is given.</summary>
internal sealed record WorthDocument
{
    /// <summary>True: the entry's value, which must then be recorded.</summary>
    public bool? Value { get; init; }

    /// <summary>The same points for every entry.</summary>
    public Points? Each { get; init; }

    /// <summary>Points by the entry's level, which must then be recorded.</summary>
    public IReadOnlyDictionary<string, Points>? Levels { get; init; }

    /// <summary>Points for each unit of the entry's value, which must then be recorded.</summary>
    public PerUnitDocument? PerUnit { get; init; }

    /// <summary>Points by the band in which the entry's value falls.</summary>
    public BandsDocument? Bands { get; init; }

    /// <summary>Factors by the entry's level or role, by which the points above are multiplied; every entry must then carry a level.</summary>
    public IReadOnlyDictionary<string, Points>? LevelFactors { get; init; }
}

/// <summary>Points for each unit of a quantity.</summary>
internal sealed record PerUnitDocument
{
    /// <summary>The points of one unit.</summary>
    public required Points Points { get; init; }

    /// <summary>How much makes one unit, more than zero.</summary>
    public required Points Unit { get; init; }

    /// <summary>What a part of a unit earns: <c>nothing</c> or <c>share</c>. Must be stated.</summary>
    [Words("nothing", "share")]
    public required string Part { get; init; }
}

/// <summary>Points by bands of a measure.</summary>
internal sealed record BandsDocument
{
    /// <summary><c>steps</c>: the points of the band in which the value falls. <c>marginal</c>: each band's points for every unit that falls in it.</summary>
    [Words("steps", "marginal")]
    public required string Kind { get; init; }

    /// <summary>The bands from lowest to highest; a value below the first earns nothing.</summary>
    public required IReadOnlyList<BandDocument> Of { get; init; }
}

/// <summary>One band.</summary>
internal sealed record BandDocument
{
    /// <summary>The lowest value of the band, included.</summary>
    public required Points From { get; init; }

    /// <summary>The points of the band, or for each unit within it.</summary>
    public required Points Points { get; init; }
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
