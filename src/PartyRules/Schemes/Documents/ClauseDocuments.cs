namespace PartyRules.Schemes.Documents;

/// <summary>When a subject is left out of scoring.</summary>
public sealed record ExemptionDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The condition; it may look at the subject and the entries only.</summary>
    public required ConditionDocument When { get; init; }

    /// <summary>What the exemption rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>How a total becomes a grade.</summary>
public sealed record GradesDocument
{
    /// <summary>How the total is rounded before it is compared with the bounds. Must be stated.</summary>
    public required RoundingDocument Rounding { get; init; }

    /// <summary>The grades from highest to lowest. All but the lowest state their bound.</summary>
    public required IReadOnlyList<GradeDocument> Bands { get; init; }

    /// <summary>Grades given whatever the total. The first that holds applies.</summary>
    public IReadOnlyList<ForcedGradeDocument> Forced { get; init => field = value ?? []; } = [];

    /// <summary>What the bounds rest on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>A mandatory statement of rounding.</summary>
public sealed record RoundingDocument
{
    /// <summary><c>none</c>, <c>half-up</c>, <c>half-even</c>, <c>down</c> or <c>up</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Decimal places kept, 0 to 6; required unless the mode is <c>none</c>.</summary>
    public int? Places { get; init; }
}

/// <summary>One grade.</summary>
public sealed record GradeDocument
{
    /// <summary>The code in results.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The lowest total of the grade, included; absent for the lowest grade alone.</summary>
    public Points? From { get; init; }
}

/// <summary>A grade given whatever the total.</summary>
public sealed record ForcedGradeDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The grade that is given.</summary>
    public required string Grade { get; init; }

    /// <summary>The condition; it may look at the subject, the entries, the components and the total.</summary>
    public required ConditionDocument When { get; init; }

    /// <summary>The finding that says so.</summary>
    public required FindingDocument Finding { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>How subjects are ranked in each round, by total, the highest first.</summary>
public sealed record RankingDocument
{
    /// <summary>Who competes with whom: <c>parent</c> for those of one parent, <c>category</c> for those of one category, <c>all</c> for everybody.</summary>
    public required string Pool { get; init; }

    /// <summary>Components that break a tie, in order, the higher score first; may be empty.</summary>
    public required IReadOnlyList<string> TieBreaks { get; init; }

    /// <summary>What happens to ties that remain: <c>share</c> (1, 2, 2, 4). Must be stated.</summary>
    public required string Ties { get; init; }

    /// <summary>What the ranking rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>A named state of a subject in a round that is counted over the year.</summary>
public sealed record MarkDocument
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
public sealed record OutcomeDocument
{
    /// <summary>The code in results. Several clauses may share a code; it is then listed once.</summary>
    public required string Code { get; init; }

    /// <summary><c>award</c>, <c>measure</c>, <c>recommendation</c> or <c>finding</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Whose row carries it: <c>round</c> or <c>year</c>. Where the round is the year they are the same.</summary>
    public required string On { get; init; }

    /// <summary>The condition.</summary>
    public required ConditionDocument When { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>A quantity that must be reached in every window.</summary>
public sealed record RequirementDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The codes of the records whose values are added up.</summary>
    public required IReadOnlyList<string> Records { get; init; }

    /// <summary>The window, not longer than a round: <c>month</c>, <c>bimonth</c>, <c>quarter</c>, <c>half-year</c>, <c>year</c> or <c>round</c>.</summary>
    public required string Per { get; init; }

    /// <summary>The least that must be reached in each window, included.</summary>
    public required Points AtLeast { get; init; }

    /// <summary>What a window without any such entry means: <c>ignored</c> or <c>zero</c>. Must be stated.</summary>
    public required string Unrecorded { get; init; }

    /// <summary>The finding raised where it is not reached.</summary>
    public required FindingDocument Finding { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>A promise recorded in one round that must be answered, under the same reference, in the next.</summary>
public sealed record FollowUpDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The code of the record that promises; its entries must carry a reference.</summary>
    public required string Promise { get; init; }

    /// <summary>The code of the record that answers; its entries must carry a reference.</summary>
    public required string Answer { get; init; }

    /// <summary>The finding raised on the next round where no answer is recorded in it.</summary>
    public required FindingDocument Finding { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>Something that may hold of a subject. Exactly one member is given.</summary>
public sealed record ConditionDocument
{
    /// <summary>Holds where every one of these holds.</summary>
    public IReadOnlyList<ConditionDocument>? All { get; init; }

    /// <summary>Holds where at least one of these holds.</summary>
    public IReadOnlyList<ConditionDocument>? Any { get; init; }

    /// <summary>Holds where this does not.</summary>
    public ConditionDocument? Not { get; init; }

    /// <summary>Holds where the subject is of one of these categories.</summary>
    public IReadOnlyList<string>? Category { get; init; }

    /// <summary>Holds where the subject is of one of these states of employment.</summary>
    public IReadOnlyList<string>? Employment { get; init; }

    /// <summary>Holds where the number of entries of a code is in a range.</summary>
    public EntriesConditionDocument? Entries { get; init; }

    /// <summary>Holds where the total is in a range.</summary>
    public RangeDocument? Total { get; init; }

    /// <summary>Holds where the grade is one of these.</summary>
    public IReadOnlyList<string>? Grade { get; init; }

    /// <summary>Holds where the grade rose, against the previous cycle's, by a number of grades in the range. Without a previous grade it does not hold.</summary>
    public RangeDocument? Rise { get; init; }

    /// <summary>Holds where the rank is in a range; 1 is the best.</summary>
    public RangeDocument? Rank { get; init; }

    /// <summary>True: holds where nobody in the pool ranks lower and somebody ranks higher.</summary>
    public bool? Last { get; init; }

    /// <summary>Holds where the round has this mark.</summary>
    public string? Mark { get; init; }

    /// <summary>Holds where the rounds of the year up to this one (for the year: all its rounds) with a mark, counted, are in a range.</summary>
    public MarksConditionDocument? Times { get; init; }

    /// <summary>Holds where the number of rounds in a row up to this one, within the year, that have a mark is in a range.</summary>
    public MarksConditionDocument? Streak { get; init; }
}

/// <summary>A number of entries.</summary>
public sealed record EntriesConditionDocument
{
    /// <summary>The code of an item or record.</summary>
    public required string Of { get; init; }

    /// <summary>How many there must be.</summary>
    public required RangeDocument Count { get; init; }
}

/// <summary>A number of rounds with a mark.</summary>
public sealed record MarksConditionDocument
{
    /// <summary>The mark's identifier.</summary>
    public required string Of { get; init; }

    /// <summary>How many there must be.</summary>
    public required RangeDocument Count { get; init; }
}

/// <summary>A range of numbers. At least one bound is given; all that are given must hold.</summary>
public sealed record RangeDocument
{
    /// <summary>The lower bound, included.</summary>
    public Points? AtLeast { get; init; }

    /// <summary>The lower bound, not included.</summary>
    public Points? Above { get; init; }

    /// <summary>The upper bound, included.</summary>
    public Points? AtMost { get; init; }

    /// <summary>The upper bound, not included.</summary>
    public Points? Below { get; init; }

    /// <summary>The only number.</summary>
    public Points? Exactly { get; init; }
}
