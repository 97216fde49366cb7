using PartyRules.Arithmetic;
using PartyRules.Clauses.Conditions;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Grades;

/// <summary>How a total becomes a grade.</summary>
internal sealed record GradesDocument
{
    /// <summary>How the total is rounded before it is compared with the bounds. Must be stated.</summary>
    public required RoundingDocument Rounding { get; init; }

    /// <summary>
    /// Which rows carry a grade: <c>round</c>, <c>year</c> or <c>both</c>; <c>round</c> by default. The year's row needs a total of its
    /// own.
    /// </summary>
    [Words(typeof(Rows))]
    public string On { get; init => field = value ?? "round"; } = "round";

    /// <summary>The grades from highest to lowest. All but the lowest state their bound; none does where grades move.</summary>
    public required IReadOnlyList<GradeDocument> Bands { get; init; }

    /// <summary>How grades move from the previous one; absent where the total decides them.</summary>
    public MovesDocument? Moves { get; init; }

    /// <summary>Grades given whatever the total; <c>as</c> says how they go together.</summary>
    public IReadOnlyList<ForcedGradeDocument> Forced { get; init => field = value ?? []; } = [];

    /// <summary>What the bounds rest on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>One grade.</summary>
internal sealed record GradeDocument
{
    /// <summary>The code in results.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The lowest total of the grade, included; absent for the lowest grade alone.</summary>
    public Points? From { get; init; }
}

/// <summary>A grade given whatever the total.</summary>
internal sealed record ForcedGradeDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The grade that is given.</summary>
    public required string Grade { get; init; }

    /// <summary>
    /// <c>exactly</c> this grade, at most it (<c>ceiling</c>) or at least it (<c>floor</c>). Must be stated. The first <c>exactly</c>
    /// decides; otherwise floors raise, then ceilings lower.
    /// </summary>
    [Words(typeof(ForcedEffect))]
    public required string As { get; init; }

    /// <summary>
    /// The condition; it may look at the subject, the entries, the components, the total and, where the scheme ranks, the rank.
    /// </summary>
    public required ConditionDocument When { get; init; }

    /// <summary>The finding that says so.</summary>
    public required FindingDocument Finding { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>How grades move from the previous one.</summary>
internal sealed record MovesDocument
{
    /// <summary>The grade of a subject without a previous one.</summary>
    public required string Start { get; init; }

    /// <summary>The moves; all that hold are added up, and a grade never leaves the scale.</summary>
    public required IReadOnlyList<MoveDocument> Of { get; init; }
}

/// <summary>One move.</summary>
internal sealed record MoveDocument
{
    /// <summary>By how many grades: positive for up, negative for down.</summary>
    public required int By { get; init; }

    /// <summary>The condition, as for forced grades.</summary>
    public required ConditionDocument When { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}
