using PartyRules.Engine.Fluent;

namespace PartyRules.Documents;

/// <summary>What a clause rests on.</summary>
internal sealed record CitationDocument
{
    /// <summary>The clause's reference, such as <c>fengxian/task-monthly</c>; its prefix is the scheme's id.</summary>
    public required string Clause { get; init; }

    /// <summary>What the source says, or the choice made where it says nothing.</summary>
    public required LocalText Text { get; init; }

    /// <summary>True where the source leaves this open, so that the figure is a choice or an example; false by default.</summary>
    public bool Choice { get; init; }

    /// <summary>The day on which a person last compared the clause with its source; absent where nobody has yet.</summary>
    public DateOnly? Checked { get; init; }
}

/// <summary>A finding raised by another clause.</summary>
internal sealed record FindingDocument
{
    /// <summary>The code in results.</summary>
    public required string Code { get; init; }

    /// <summary>What it says to people.</summary>
    public required LocalText Name { get; init; }
}
