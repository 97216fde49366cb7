namespace PartyRules.Schemes.Documents;

/// <summary>When a subject is left out of scoring.</summary>
internal sealed record ExemptionDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary><c>exempt</c>: the row carries its status alone; <c>pending</c>: it is incomplete, with the clause as a finding. <c>exempt</c> by default.</summary>
    [Words("exempt", "pending")]
    public string As { get; init => field = value ?? "exempt"; } = "exempt";

    /// <summary>The condition; it may look at the subject and the entries only.</summary>
    public required ConditionDocument When { get; init; }

    /// <summary>What the exemption rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>How a total becomes a grade.</summary>
internal sealed record GradesDocument
{
    /// <summary>How the total is rounded before it is compared with the bounds. Must be stated.</summary>
    public required RoundingDocument Rounding { get; init; }

    /// <summary>Which rows carry a grade: <c>round</c>, <c>year</c> or <c>both</c>; <c>round</c> by default. The year's row needs a total of its own.</summary>
    [Words("round", "year", "both")]
    public string On { get; init => field = value ?? "round"; } = "round";

    /// <summary>The grades from highest to lowest. All but the lowest state their bound; none does where grades move.</summary>
    public required IReadOnlyList<GradeDocument> Bands { get; init; }

    /// <summary>How grades move from the previous one; absent where the total decides them.</summary>
    public MovesDocument? Moves { get; init; }

    /// <summary>Grades given whatever the total. The first that holds applies.</summary>
    public IReadOnlyList<ForcedGradeDocument> Forced { get; init => field = value ?? []; } = [];

    /// <summary>What the bounds rest on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>A mandatory statement of rounding.</summary>
internal sealed record RoundingDocument
{
    /// <summary><c>none</c>, <c>half-up</c>, <c>half-even</c>, <c>down</c> or <c>up</c>.</summary>
    [Words("none", "half-up", "half-even", "down", "up")]
    public required string Mode { get; init; }

    /// <summary>Decimal places kept, 0 to 6; required unless the mode is <c>none</c>.</summary>
    public int? Places { get; init; }
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

    /// <summary><c>exactly</c> this grade, at most it (<c>ceiling</c>) or at least it (<c>floor</c>). Must be stated. The first <c>exactly</c> decides; otherwise floors raise, then ceilings lower.</summary>
    [Words("exactly", "ceiling", "floor")]
    public required string As { get; init; }

    /// <summary>The condition; it may look at the subject, the entries, the components, the total and, where the scheme ranks, the rank.</summary>
    public required ConditionDocument When { get; init; }

    /// <summary>The finding that says so.</summary>
    public required FindingDocument Finding { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>How subjects are ranked in each round, by total, the highest first.</summary>
internal sealed record RankingDocument
{
    /// <summary>Who competes with whom: <c>parent</c> for those of one parent, <c>category</c> for those of one category, <c>all</c> for everybody.</summary>
    [Words("parent", "category", "all")]
    public required string Pool { get; init; }

    /// <summary>Components that break a tie, in order, the higher score first; may be empty.</summary>
    public required IReadOnlyList<string> TieBreaks { get; init; }

    /// <summary>What happens to ties that remain: <c>share</c> (1, 2, 2, 4), <c>dense</c> (1, 2, 2, 3) or <c>lower</c> (1, 3, 3, 4). Must be stated.</summary>
    [Words("share", "dense", "lower")]
    public required string Ties { get; init; }

    /// <summary>Which rows are ranked: <c>round</c>, <c>year</c> or <c>both</c>; <c>round</c> by default. The year's row needs a total of its own.</summary>
    [Words("round", "year", "both")]
    public string On { get; init => field = value ?? "round"; } = "round";

    /// <summary>What the ranking rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>A named state of a subject in a round that is counted over the year.</summary>
internal sealed record MarkDocument
{
    /// <summary>The identifier by which conditions name it.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The condition on the round; it may not look at marks.</summary>
    public required ConditionDocument When { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>What follows from a result. Awards, measures and recommendations are proposals for people to decide on.</summary>
internal sealed record OutcomeDocument
{
    /// <summary>The code in results. Several clauses may share a code; it is then listed once.</summary>
    public required string Code { get; init; }

    /// <summary><c>award</c>, <c>measure</c>, <c>recommendation</c> or <c>finding</c>.</summary>
    [Words("award", "measure", "recommendation", "finding")]
    public required string Kind { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Whose row carries it: <c>round</c> or <c>year</c>. Where the round is the year they are the same.</summary>
    [Words("round", "year")]
    public required string On { get; init; }

    /// <summary>The condition.</summary>
    public required ConditionDocument When { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>A quantity that must be reached in every window.</summary>
internal sealed record RequirementDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The codes of the records that are looked at.</summary>
    public required IReadOnlyList<string> Records { get; init; }

    /// <summary>What is reached: the <c>value</c>s added up (the default), or the <c>count</c> of entries.</summary>
    [Words("value", "count")]
    public string Measure { get; init => field = value ?? "value"; } = "value";

    /// <summary>The window, not longer than a round: <c>month</c>, <c>bimonth</c>, <c>quarter</c>, <c>half-year</c>, <c>year</c> or <c>round</c>.</summary>
    [Words("day", "week", "month", "bimonth", "quarter", "half-year", "year", "round")]
    public required string Per { get; init; }

    /// <summary>The least that must be reached in each window, included.</summary>
    public required Points AtLeast { get; init; }

    /// <summary>What a window without any such entry means: <c>ignored</c> or <c>zero</c>. Must be stated.</summary>
    [Words("ignored", "zero")]
    public required string Unrecorded { get; init; }

    /// <summary>The finding raised where it is not reached.</summary>
    public required FindingDocument Finding { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>A promise that must be answered under the same reference: in the next round, or within a number of days.</summary>
internal sealed record FollowUpDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The code of the record that promises; its entries must carry a reference.</summary>
    public required string Promise { get; init; }

    /// <summary>The code of the record that answers; its entries must carry a reference.</summary>
    public required string Answer { get; init; }

    /// <summary>The days from the promise to the answer, negative for an answer that comes before; absent for any day of the next round.</summary>
    public RangeDocument? Days { get; init; }

    /// <summary>The finding raised where no such answer is recorded: on the next round, or on the promise's own where days are stated.</summary>
    public required FindingDocument Finding { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}
