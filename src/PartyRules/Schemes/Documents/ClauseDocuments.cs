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

/// <summary>Something that may hold of a subject. Exactly one member is given.</summary>
internal sealed record ConditionDocument
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

    /// <summary>Holds where the windows in which entries were so many, counted or in a row, are in a range.</summary>
    public WindowsConditionDocument? Windows { get; init; }

    /// <summary>Holds where the longest run of entries, one after the other by date, is in a range.</summary>
    public RunConditionDocument? Run { get; init; }

    /// <summary>Holds where a further column of the subject has one of some values or is in a range.</summary>
    public AttributeConditionDocument? Attribute { get; init; }

    /// <summary>Holds where the grade of the previous cycle is one of these.</summary>
    public IReadOnlyList<string>? PreviousGrade { get; init; }

    /// <summary>Holds where another result is as stated. Without that result it does not hold.</summary>
    public ResultConditionDocument? Result { get; init; }

    /// <summary>Holds where a component's score is in a range.</summary>
    public ComponentConditionDocument? Component { get; init; }

    /// <summary>Holds where the total is in a range.</summary>
    public RangeDocument? Total { get; init; }

    /// <summary>Holds where the grade is one of these.</summary>
    public IReadOnlyList<string>? Grade { get; init; }

    /// <summary>Holds where the grade rose, against the previous cycle's, by a number of grades in the range. Without a previous grade it does not hold.</summary>
    public RangeDocument? Rise { get; init; }

    /// <summary>Holds where the rank is in a range; 1 is the best.</summary>
    public RangeDocument? Rank { get; init; }

    /// <summary>Holds for the best of the pool, by number or percentage.</summary>
    public QuotaConditionDocument? Top { get; init; }

    /// <summary>Holds for the last of the pool, by number or percentage.</summary>
    public QuotaConditionDocument? Bottom { get; init; }

    /// <summary>Holds where the share of the pool's subjects that meet a target is in a range.</summary>
    public ShareConditionDocument? Share { get; init; }

    /// <summary>True: holds where nobody in the pool ranks lower and somebody ranks higher.</summary>
    public bool? Last { get; init; }

    /// <summary>Holds where the round has this mark.</summary>
    public string? Mark { get; init; }

    /// <summary>Holds where the rounds of the year up to this one (for the year: all its rounds) with a mark, counted, are in a range.</summary>
    public MarksConditionDocument? Times { get; init; }

    /// <summary>Holds where the number of rounds in a row up to this one, within the year, that have a mark is in a range.</summary>
    public MarksConditionDocument? Streak { get; init; }
}

/// <summary>A number of entries, or what their values add up to. Of <c>of</c> and <c>anyOf</c> one is given, and of <c>count</c>, <c>sum</c> and <c>distinct</c> one.</summary>
internal sealed record EntriesConditionDocument
{
    /// <summary>The code of an item or record.</summary>
    public string? Of { get; init; }

    /// <summary>The codes of several items or records, taken together.</summary>
    public IReadOnlyList<string>? AnyOf { get; init; }

    /// <summary>Only entries of these levels; absent for all.</summary>
    public IReadOnlyList<string>? Level { get; init; }

    /// <summary>Only entries by these evaluators; absent for all.</summary>
    public IReadOnlyList<string>? By { get; init; }

    /// <summary>Only entries whose value is in this range; absent for all.</summary>
    public RangeDocument? Value { get; init; }

    /// <summary>Only entries on these days of their month; absent for all.</summary>
    public RangeDocument? DayOfMonth { get; init; }

    /// <summary>How many there must be.</summary>
    public RangeDocument? Count { get; init; }

    /// <summary>What their values must add up to.</summary>
    public RangeDocument? Sum { get; init; }

    /// <summary>How many different references they must carry.</summary>
    public RangeDocument? Distinct { get; init; }
}

/// <summary>A number of windows with so many entries.</summary>
internal sealed record WindowsConditionDocument
{
    /// <summary>The window: <c>day</c>, <c>week</c>, <c>month</c>, <c>bimonth</c>, <c>quarter</c>, <c>half-year</c>, <c>year</c> or <c>round</c>.</summary>
    [Words("day", "week", "month", "bimonth", "quarter", "half-year", "year", "round")]
    public required string Per { get; init; }

    /// <summary>Which entries, and how many of them make a window count. An exact 0 counts the windows without any.</summary>
    public required EntriesConditionDocument Entries { get; init; }

    /// <summary>How many months before the period are looked at too, 1 to 24, from the subject's first entry in them on; absent for none.</summary>
    public int? LookBackMonths { get; init; }

    /// <summary>True to take the longest row of such windows, false to count them all. Must be stated.</summary>
    public required bool InARow { get; init; }

    /// <summary>How many such windows there must be.</summary>
    public required RangeDocument Count { get; init; }
}

/// <summary>A run of entries, one after the other by date, then by identifier.</summary>
internal sealed record RunConditionDocument
{
    /// <summary>The codes whose entries make the run.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    /// <summary>The codes whose entries break it; all others neither continue nor break it.</summary>
    public required IReadOnlyList<string> BrokenBy { get; init; }

    /// <summary>How many months before the period are looked at too, 1 to 24; absent for none.</summary>
    public int? LookBackMonths { get; init; }

    /// <summary>How long the longest run must be.</summary>
    public required RangeDocument Count { get; init; }
}

/// <summary>A further column of a subject. Of <c>is</c> and <c>number</c> one is given.</summary>
internal sealed record AttributeConditionDocument
{
    /// <summary>The column's name.</summary>
    public required string Of { get; init; }

    /// <summary>The texts of which it must be one.</summary>
    public IReadOnlyList<string>? Is { get; init; }

    /// <summary>The range in which its number must be.</summary>
    public RangeDocument? Number { get; init; }
}

/// <summary>Another result. Of <c>grade</c>, <c>total</c> and <c>rank</c> one is given.</summary>
internal sealed record ResultConditionDocument
{
    /// <summary>The input's identifier.</summary>
    public required string Of { get; init; }

    /// <summary>The grades of which it must have one, as the other scheme names them.</summary>
    public IReadOnlyList<string>? Grade { get; init; }

    /// <summary>The range in which its total must be.</summary>
    public RangeDocument? Total { get; init; }

    /// <summary>The range in which its rank must be.</summary>
    public RangeDocument? Rank { get; init; }
}

/// <summary>The score of a component.</summary>
internal sealed record ComponentConditionDocument
{
    /// <summary>The component's identifier.</summary>
    public required string Of { get; init; }

    /// <summary>The range in which its score must be.</summary>
    public required RangeDocument Points { get; init; }
}

/// <summary>A quota of a ranked pool. Of <c>number</c> and <c>percent</c> one is given.</summary>
internal sealed record QuotaConditionDocument
{
    /// <summary>How many places there are.</summary>
    public Points? Number { get; init; }

    /// <summary>What percentage of the pool the places are.</summary>
    public Points? Percent { get; init; }

    /// <summary>How the places are rounded where a percentage gives no whole number: <c>down</c>, <c>up</c> or <c>half-up</c>. Must be stated with a percentage.</summary>
    [Words("down", "up", "half-up")]
    public string? Rounding { get; init; }

    /// <summary>What happens to equals for whom the places do not suffice: all of them <c>in</c>, or all of them <c>out</c>. Must be stated.</summary>
    [Words("in", "out")]
    public required string Overflow { get; init; }
}

/// <summary>The share of a pool's subjects that meet a target.</summary>
internal sealed record ShareConditionDocument
{
    /// <summary>The target's identifier.</summary>
    public required string Of { get; init; }

    /// <summary>The range in which the percentage must be; it is compared exactly.</summary>
    public required RangeDocument Percent { get; init; }
}

/// <summary>A number of rounds with a mark.</summary>
internal sealed record MarksConditionDocument
{
    /// <summary>The mark's identifier.</summary>
    public required string Of { get; init; }

    /// <summary>How many there must be.</summary>
    public required RangeDocument Count { get; init; }
}

/// <summary>A range of numbers. At least one bound is given; all that are given must hold.</summary>
internal sealed record RangeDocument
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
