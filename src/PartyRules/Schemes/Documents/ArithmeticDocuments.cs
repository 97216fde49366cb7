namespace PartyRules.Schemes.Documents;

/// <summary>Components that are bounded together.</summary>
internal sealed record GroupDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The components and groups that stand before; each belongs to one group at most.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    /// <summary>The least they count together. Must be stated; null for no minimum.</summary>
    public required Points? Minimum { get; init; }

    /// <summary>The most they count together. Must be stated; null for no maximum.</summary>
    public required Points? Maximum { get; init; }

    /// <summary>What the group rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>The bounds of the total.</summary>
internal sealed record TotalDocument
{
    /// <summary>The least total. Must be stated; null for no minimum.</summary>
    public required Points? Minimum { get; init; }

    /// <summary>The highest total. Must be stated; null for no maximum.</summary>
    public required Points? Maximum { get; init; }

    /// <summary>What the bounds rest on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>What points are multiplied by. Of <c>factor</c>, <c>percent</c>, <c>record</c> and <c>attribute</c> one is given.</summary>
internal sealed record MultiplierDocument
{
    /// <summary>A fixed factor.</summary>
    public Points? Factor { get; init; }

    /// <summary>A fixed percentage.</summary>
    public Points? Percent { get; init; }

    /// <summary>The code of a record whose values, averaged, are a percentage, such as an attendance rate.</summary>
    public string? Record { get; init; }

    /// <summary>A further column of the subject that is a factor, such as a coefficient.</summary>
    public string? Attribute { get; init; }

    /// <summary>The factor where the record or column is empty. Must be stated with them.</summary>
    public Points? Otherwise { get; init; }

    /// <summary>When the multiplier applies, by subject and entries; absent for always.</summary>
    public ConditionDocument? When { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>Another result whose total counts towards a component.</summary>
internal sealed record CarriedDocument
{
    /// <summary>The input's identifier.</summary>
    public required string Of { get; init; }

    /// <summary>The percentage of the other total that counts.</summary>
    public required Points Percent { get; init; }

    /// <summary>What a missing result means: <c>zero</c> or <c>incomplete</c>. Must be stated.</summary>
    [Words("zero", "incomplete")]
    public required string Missing { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>How ratings by several evaluators make one: the average of each evaluator's ratings, weighed.</summary>
internal sealed record AppraisalDocument
{
    /// <summary>The percentage of each evaluator, by code; they sum to 100.</summary>
    public required IReadOnlyDictionary<string, Points> Weights { get; init; }

    /// <summary>What an evaluator without a rating means: <c>zero</c>, <c>left-out</c> (the others' weights grow) or <c>incomplete</c>. Must be stated.</summary>
    [Words("zero", "left-out", "incomplete")]
    public required string Missing { get; init; }

    /// <summary>What the weights rest on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>Which entries count where not all do.</summary>
internal sealed record SelectionDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The codes of the items among whose entries is selected; each stands in one selection at most.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Which count: those with the <c>highest</c> points, the <c>first</c> or the <c>last</c> by date. Must be stated.</summary>
    [Words("highest", "first", "last")]
    public required string Keep { get; init; }

    /// <summary>How many count, at least 1.</summary>
    public required int AtMost { get; init; }

    /// <summary>Among which entries: those of one <c>reference</c>, which must then be recorded, or of one window, as limits name them.</summary>
    [Words("reference", "day", "week", "month", "bimonth", "quarter", "half-year", "year", "round")]
    public required string Within { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>When entries stop counting. Of <c>by</c> and <c>afterMonths</c> one is given.</summary>
internal sealed record LapseDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The codes of the items and records that stop counting.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    /// <summary>The code of the record that, under the same reference, stops them: a correction, or an appeal that is open.</summary>
    public string? By { get; init; }

    /// <summary>The code of the record that, under the same reference, lets them count again; absent for none.</summary>
    public string? Until { get; init; }

    /// <summary>After how many months, at the end of the period, they have expired.</summary>
    public int? AfterMonths { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>A result of another scheme, or of an earlier year.</summary>
internal sealed record InputDocument
{
    /// <summary>The identifier by which clauses name it.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The scheme that gave it; this scheme's own id for an earlier year.</summary>
    public required string Scheme { get; init; }

    /// <summary>How many years before the assessed one it was given; 0 by default.</summary>
    public int YearsBefore { get; init; }

    /// <summary>Whose result it is: the subject's own (<c>self</c>), its <c>parent</c>'s, or that of the subject a further column names (<c>attribute</c>).</summary>
    [Words("self", "parent", "attribute")]
    public required string From { get; init; }

    /// <summary>The further column, where <c>from</c> is <c>attribute</c>.</summary>
    public string? Attribute { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>How rounds make the year's total.</summary>
internal sealed record YearDocument
{
    /// <summary>The percentage of each round in order. They sum to 100, or are 100 each, which adds the rounds up.</summary>
    public required IReadOnlyList<Points> Weights { get; init; }

    /// <summary>What a round without a total means: the year is <c>incomplete</c>, the round is <c>left-out</c> (the others' weights grow), or it counts <c>zero</c>. Must be stated.</summary>
    [Words("zero", "left-out", "incomplete")]
    public required string Missing { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>Something of which the share among a pool's subjects is taken.</summary>
internal sealed record TargetDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Whose subjects make the pool: <c>parent</c>, <c>category</c> or <c>all</c>. Subjects who are exempt or incomplete are not in it.</summary>
    [Words("parent", "category", "all")]
    public required string Pool { get; init; }

    /// <summary>What must hold of a subject, by subject, entries, components and total.</summary>
    public required ConditionDocument When { get; init; }

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
