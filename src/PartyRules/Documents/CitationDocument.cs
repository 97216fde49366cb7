namespace PartyRules.Documents;

/// <summary>What a clause rests on.</summary>
internal sealed record CitationDocument
{
    public required string Clause { get; init; }

    public required LocalText Text { get; init; }

    public bool Choice { get; init; }

    public DateOnly? Checked { get; init; }
}

/// <summary>A finding raised by another clause.</summary>
internal sealed record FindingDocument
{
    public required string Code { get; init; }

    public required LocalText Name { get; init; }
}
