using PartyRules.Documents;

namespace PartyRules.Clauses.Procedures;

/// <summary>Steps that follow one another.</summary>
internal sealed record ProcedureDocument
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    public required IReadOnlyList<StepDocument> Steps { get; init; }

    public required bool ByReference { get; init; }

    public int? LookBackMonths { get; init; }

    public required StepFaultDocument Early { get; init; }

    public StepFaultDocument? Missing { get; init; }

    public StepFaultDocument? Late { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>One step. Of <c>withinDays</c> and <c>withinWorkingDays</c> at most one is given.</summary>
internal sealed record StepDocument
{
    public required string Record { get; init; }

    public LocalText? By { get; init; }

    public bool Optional { get; init; }

    public int? WithinDays { get; init; }

    public int? WithinWorkingDays { get; init; }
}

/// <summary>What it means that a step was not taken as it should be.</summary>
internal sealed record StepFaultDocument
{
    public required bool Counts { get; init; }

    public FindingDocument? Finding { get; init; }
}
