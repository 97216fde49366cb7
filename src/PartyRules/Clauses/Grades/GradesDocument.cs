using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Conditions;
using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Grades;

/// <summary>How a total becomes a grade.</summary>
internal sealed record GradesDocument
{
    public required RoundingDocument Rounding { get; init; }

    [Words(typeof(Rows))]
    public string On { get; init => field = value ?? "round"; } = "round";

    public required IReadOnlyList<GradeDocument> Bands { get; init; }

    public MovesDocument? Moves { get; init; }

    public IReadOnlyList<ForcedGradeDocument> Forced { get; init => field = value ?? []; } = [];

    public required CitationDocument Cites { get; init; }
}

/// <summary>One grade.</summary>
internal sealed record GradeDocument
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    public StatedAmount? From { get; init; }
}

/// <summary>A grade given whatever the total.</summary>
internal sealed record ForcedGradeDocument
{
    public required string Id { get; init; }

    public required string Grade { get; init; }

    [Words(typeof(ForcedEffect))]
    public required string As { get; init; }

    public required ConditionDocument When { get; init; }

    public required FindingDocument Finding { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>How grades move from the previous one.</summary>
internal sealed record MovesDocument
{
    public required string Start { get; init; }

    public required IReadOnlyList<MoveDocument> Of { get; init; }
}

/// <summary>One move.</summary>
internal sealed record MoveDocument
{
    public required int By { get; init; }

    public required ConditionDocument When { get; init; }

    public required CitationDocument Cites { get; init; }
}
